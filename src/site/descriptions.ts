/** The descriptions of papers' pages for search engines and previews: each its own, since pages are told apart by them. */
import type { Paper } from '../corpus/paper.ts';
import { excerptAtWord, paperSummary } from './wording.ts';

/** Characters; what search engines show of a description at most. */
export const descriptionLength = 200;

/** For each paper its abstract; after its title where another paper's begins with the same words. */
export function paperDescriptions(papers: readonly Paper[]): ReadonlyMap<string, string> {
  const shown = (paper: Paper): string => excerptAtWord(paperSummary(paper), descriptionLength);
  const count = new Map<string, number>();
  for (const paper of papers) count.set(shown(paper), (count.get(shown(paper)) ?? 0) + 1);
  return new Map(
    papers.map((paper) => {
      const summary = paperSummary(paper);
      return [paper.id, (count.get(shown(paper)) ?? 0) > 1 ? `${paper.title.plain}: ${summary}` : summary];
    }),
  );
}
