/** `survey review`: what a curator should look at, most doubtful first. */
import type { Corpus } from '../corpus/corpus.ts';
import { papersToReview } from '../corpus/review.ts';
import { describeReason } from './explain.ts';

/** Unclassified papers, then those with low confidence, with the two best topics of each. */
export function reviewPapers(corpus: Corpus): string {
  const papers = papersToReview(corpus.papers);
  const entries = papers.map((paper) => {
    const best = paper.candidates.slice(0, 2).map(({ topic, score }) => `${topic} ${score.toFixed(2)}`);
    const reasons = paper.reasons.slice(0, 3).map(describeReason);
    return [
      `${paper.confidence.toFixed(2)}  ${paper.topic ?? 'unclassified'}  ${paper.id}`,
      `      ${paper.title.plain}`,
      `      ${best.length === 0 ? 'no topic fits' : `best: ${best.join(', ')}`}`,
      ...reasons.map((reason) => `      ${reason}`),
    ].join('\n');
  });
  return `${[...entries, `${papers.length} of ${corpus.papers.length} papers to review`].join('\n\n')}\n`;
}
