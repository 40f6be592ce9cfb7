/** Texts whose topics a curator has stated: what the classifier learns from. */
import type { Curation } from './curation.ts';
import { compareText } from './ordering.ts';
import type { PaperText } from './paper-words.ts';

/** A curated paper. */
export interface Lesson {
  readonly id: string;
  readonly text: PaperText;
  readonly topic: string;
  readonly also: readonly string[];
  readonly contributions: readonly string[];
}

/** The papers among `papers` whose topic the curation states, sorted by id. */
export function lessonsOf(papers: readonly Pick<Lesson, 'id' | 'text'>[], curation: Curation): Lesson[] {
  return papers
    .flatMap(({ id, text }): Lesson[] => {
      const entry = curation.papers.get(id);
      if (entry?.topic === undefined) return [];
      const { topic, also = [], contributions = [] } = entry;
      return [{ id, text, topic, also, contributions }];
    })
    .toSorted((a, b) => compareText(a.id, b.id));
}

/** A further topic counts for this much of a primary one. */
const alsoShare = 0.3;

/** How a lesson is divided among its topics; the shares add up to 1. */
export function topicShares({ topic, also }: Pick<Lesson, 'topic' | 'also'>): Map<string, number> {
  const whole = 1 + alsoShare * also.length;
  return new Map([...also.map((id) => [id, alsoShare / whole] as const), [topic, 1 / whole]]);
}
