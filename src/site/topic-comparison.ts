/** The topics of an area side by side: how much there is of each, and of what sort. */
import { largestSpeedup } from '../corpus/speedups.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { formatCount, formatMonth } from './wording.ts';

export interface ComparedTopic {
  readonly title: string;
  readonly href: string;
  readonly papers: string;
  /** Papers of other topics that belong here too. */
  readonly also: string;
  readonly withCode: string;
  readonly withResults: string;
  /** "1.2×–27×", the largest of each paper; null where no paper states one. */
  readonly speedups: string | null;
  /** The month of its newest paper. */
  readonly newest: string | null;
}

/** The topics of an area in the order of the taxonomy; empty where there is but one. */
export function compareTopics(topics: readonly TopicEntry[], survey: Survey): ComparedTopic[] {
  return topics.length < 2 ? [] : topics.map((entry) => comparedTopic(entry, survey));
}

function comparedTopic({ topic, papers, alsoPapers }: TopicEntry, { urls }: Survey): ComparedTopic {
  const [newest] = papers;
  return {
    title: topic.title,
    href: urls.topic(topic.id),
    papers: formatCount(papers.length),
    also: formatCount(alsoPapers.length),
    withCode: formatCount(papers.filter(({ code }) => code.length > 0).length),
    withResults: formatCount(papers.filter(({ claims }) => claims.length > 0).length),
    speedups: speedupRange(papers.map(({ claims }) => largestSpeedup(claims)).filter((factor) => factor !== null)),
    newest: newest === undefined || newest.published === null ? null : formatMonth(newest.published),
  };
}

function speedupRange(factors: readonly number[]): string | null {
  if (factors.length === 0) return null;
  const [low, high] = [Math.min(...factors), Math.max(...factors)];
  return low === high ? `${low}×` : `${low}×–${high}×`;
}
