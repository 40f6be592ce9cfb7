/** Which papers a curator should look at. */
import type { Paper } from './paper.ts';

/** Below this confidence a classification by rules is doubtful. */
export const reviewThreshold = 0.7;

/** Unclassified and doubtful papers, the least certain first, then by id. */
export function papersToReview(papers: readonly Paper[]): Paper[] {
  return papers.filter(needsReview).toSorted((a, b) => a.confidence - b.confidence || (a.id < b.id ? -1 : 1));
}

function needsReview(paper: Paper): boolean {
  switch (paper.basis) {
    case 'curated':
      return false;
    case 'unclassified':
      return true;
    case 'rules':
      return paper.confidence < reviewThreshold;
  }
}
