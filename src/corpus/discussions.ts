/** Where each paper is discussed in the prose. */
import type { ProsePage } from './prose.ts';

/** A place of the prose that cites a paper. */
export interface Discussion {
  readonly kind: ProsePage['kind'];
  /** The topic, area or page. */
  readonly id: string;
  /** The heading it is discussed under; null before the first heading. */
  readonly heading: { readonly text: string; readonly slug: string } | null;
}

const kindOrder = ['topic', 'area', 'page'] as const;

/** For each cited paper the places that discuss it: topics, then areas, then pages, each in the order of its text. */
export function discussionsByPaper(pages: readonly ProsePage[]): Map<string, Discussion[]> {
  const discussions = new Map<string, Discussion[]>();
  const inOrder = kindOrder.flatMap((kind) => pages.filter((page) => page.kind === kind));
  for (const { kind, id, citations } of inOrder) {
    for (const { paper, headings } of citations) {
      const places = headings.map((heading) => ({ kind, id, heading }));
      discussions.set(paper, [...(discussions.get(paper) ?? []), ...places]);
    }
  }
  return discussions;
}
