/** The descriptions of papers' pages for search engines and previews: each its own, since pages are told apart by them. */
import type { Paper } from '../corpus/paper.ts';
import { excerptAtWord, paperSummary } from './wording.ts';

/** Characters; what search engines show of a description at most. */
export const descriptionLength = 200;

/** What a description may be: the one to take first. */
function candidatesOf(paper: Paper): string[] {
  const summary = paperSummary(paper);
  return [summary, `${paper.title.plain}: ${summary}`];
}

/** For each paper its abstract; after its title, or its id, which is no other's, where another would say the same. */
export function paperDescriptions(papers: readonly Paper[]): ReadonlyMap<string, string> {
  const said = new Map<string, number>();
  for (const shown of papers.flatMap((paper) => [...new Set(candidatesOf(paper).map(asShown))])) {
    said.set(shown, (said.get(shown) ?? 0) + 1);
  }
  return new Map(
    papers.map((paper) => {
      const candidates = candidatesOf(paper);
      const own = candidates.find((candidate) => said.get(asShown(candidate)) === 1);
      return [paper.id, own ?? `${paper.id}: ${candidates.at(-1) ?? ''}`];
    }),
  );
}

function asShown(description: string): string {
  return excerptAtWord(description, descriptionLength);
}
