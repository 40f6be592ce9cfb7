/** Markdown to HTML, the one way for all prose. */
import { createMarkdownProcessor, type MarkdownHeading } from '@astrojs/markdown-remark';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSlug from 'rehype-slug';
import { type CitationTarget, remarkCitations } from './citations.ts';

export interface RenderedProse {
  readonly html: string;
  readonly headings: MarkdownHeading[];
}

/** Renders one page with ids and links on its headings, and its citations set as `targets` says. */
export async function renderProse(
  markdown: string,
  targets: ReadonlyMap<string, CitationTarget>,
): Promise<RenderedProse> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: [[remarkCitations, targets]],
    rehypePlugins: [rehypeSlug, [rehypeAutolinkHeadings, { behavior: 'wrap' }]],
  });
  const { code, metadata } = await processor.render(markdown);
  return { html: code, headings: metadata.headings };
}
