/**
 * The kind of contribution of papers that nobody has curated, by the terms of the taxonomy and by what
 * curated papers teach, as topics are found. Platforms and modalities rest on their terms alone: learning
 * made them no better.
 */
import { LearnedWords } from './learned-words.ts';
import type { Lesson } from './lessons.ts';
import type { PaperText } from './paper-words.ts';
import type { FacetValue } from './taxonomy.ts';
import { TopicTerms } from './topic-terms.ts';

/** Terms of facets are weighed from 1 to 3, those of topics from 2 to 6. */
const termFactor = 2;
/** How much the words learned weigh beside the terms. */
const learnedFactor = 8;
/** With fewer curated papers the terms alone decide better. */
const leastLessons = 50;
/** A second kind of contribution needs this share of the best score. */
const secondShare = 0.5;

/** Made once per taxonomy and set of lessons. */
export class LearnedContributions {
  readonly #ids: readonly string[];
  readonly #terms: TopicTerms;
  readonly #words: LearnedWords;

  constructor(values: readonly FacetValue[], lessons: readonly Lesson[]) {
    const kinds = values.map(({ id, title, terms }) => ({
      id,
      title,
      definition: '',
      terms: terms.map(({ term, weight }) => ({ term, weight: termFactor * weight })),
    }));
    this.#ids = kinds.map(({ id }) => id);
    this.#terms = new TopicTerms(kinds, lessons);
    this.#words = new LearnedWords(kinds, lessons);
  }

  /** One kind, or two of near-equal weight, best first; none where nothing speaks for any. */
  find(text: PaperText): string[] {
    const { scores } = this.#words.judge(text, null);
    const terms = this.#terms.evidence(text, null);
    const ranked = this.#ids
      .map((id, index) => ({
        id,
        score: terms.reduce(
          (sum, { topic, contribution }) => (topic === id ? sum + contribution : sum),
          learnedFactor * (scores[index] ?? 0),
        ),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const least = secondShare * (ranked[0]?.score ?? 0);
    return ranked
      .filter(({ score }) => score >= least)
      .slice(0, 2)
      .map(({ id }) => id);
  }
}

/** The curated papers as lessons about contributions; null when they are too few to learn from. */
export function learnContributions(
  values: readonly FacetValue[],
  lessons: readonly Lesson[],
): LearnedContributions | null {
  const known = new Set(values.map(({ id }) => id));
  const taught = lessons.flatMap((lesson): Lesson[] => {
    const [topic, ...also] = lesson.contributions.filter((id) => known.has(id));
    return topic === undefined ? [] : [{ ...lesson, topic, also }];
  });
  return taught.length < leastLessons ? null : new LearnedContributions(values, taught);
}
