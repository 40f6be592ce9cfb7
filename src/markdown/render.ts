/** Markdown to HTML, the one way for all prose. */
import type { Element, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { toString } from 'hast-util-to-string';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { type CitationTarget, remarkCitations } from './citations.ts';
import { rehypeExternalLinks, rehypeSoundHeadings, remarkPlainProse } from './plain-prose.ts';

export interface ProseHeading {
  /** 2 for the sections of a page. */
  readonly depth: number;
  /** Its id. */
  readonly slug: string;
  readonly text: string;
}

export interface RenderedProse {
  readonly html: string;
  readonly headings: ProseHeading[];
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
  const parser = unified().use(remarkParse);
  if (extended.test(markdown)) parser.use(remarkGfm);
  // Two hyphens stay two hyphens, so that a heading has the id that is made of it where prose is read.
  if (typewritten.test(markdown)) parser.use(remarkSmartypants, { dashes: false });
  const processor = parser
    .use(remarkPlainProse)
    .use(remarkCitations, targets)
    .use(remarkRehype)
    .use(rehypeSoundHeadings)
    .use(rehypeSlug)
    .use(rehypeAutolinkHeadings, { behavior: 'wrap', test: holdsNoLink })
    .use(rehypeExternalLinks)
    .use(rehypeStringify);
  const tree = await processor.run(processor.parse(markdown));
  return { html: processor.stringify(tree), headings: headingsOf(tree) };
}

/** Links cannot stand within links: a heading that leads elsewhere does not lead to itself. */
function holdsNoLink(element: Element): boolean {
  let holdsLink = false;
  visit(element, { tagName: 'a' }, () => {
    holdsLink = true;
    return EXIT;
  });
  return !holdsLink;
}

function headingsOf(tree: Root): ProseHeading[] {
  const headings: ProseHeading[] = [];
  visit(tree, 'element', (element) => {
    const depth = headingRank(element);
    if (depth === undefined) return;
    headings.push({ depth, slug: String(element.properties['id']), text: toString(element) });
  });
  return headings;
}
