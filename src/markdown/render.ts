/** Markdown to HTML, the one way for all prose. */
import { createMarkdownProcessor, type MarkdownHeading } from '@astrojs/markdown-remark';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSlug from 'rehype-slug';
import { type CitationTarget, remarkCitations } from './citations.ts';
import { rehypeExternalLinks, rehypeSoundHeadings, remarkPlainProse } from './plain-prose.ts';

export interface RenderedProse {
  readonly html: string;
  readonly headings: MarkdownHeading[];
}

// Tables, footnotes, struck text, bare addresses. Text without them reads the same without the extension, in a third of the time.
const extended = /[|~]|\[\^|https?:|www\.|[\w.+-]@\w/i;

// Straight quotes and dots that are to be set as a book sets them; looking for them takes half of the time.
const typewritten = /["'`]|\.\.\./;

/** Renders one page with ids and links on its headings, and its citations set as `targets` says. */
export async function renderProse(
  markdown: string,
  targets: ReadonlyMap<string, CitationTarget>,
): Promise<RenderedProse> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    // Two hyphens stay two hyphens, so that a heading has the id that is made of it where prose is read.
    smartypants: typewritten.test(markdown) && { dashes: false },
    gfm: extended.test(markdown),
    remarkPlugins: [remarkPlainProse, [remarkCitations, targets]],
    rehypePlugins: [
      rehypeSoundHeadings,
      rehypeSlug,
      [rehypeAutolinkHeadings, { behavior: 'wrap' }],
      rehypeExternalLinks,
    ],
  });
  const { code, metadata } = await processor.render(markdown);
  return { html: code, headings: metadata.headings };
}
