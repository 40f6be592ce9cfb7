/** The weighted terms of the taxonomy in a paper, and how far curated papers bear each of them out. */
import type { Lesson } from './lessons.ts';
import type { PaperText } from './paper-words.ts';
import type { Topic } from './taxonomy.ts';
import { TermIndex } from './terms.ts';

/** A title has a tenth of the words of an abstract, and they are the authors' own choice of topic. */
export const titleFactor = 3;

/**
 * How much `count` mentions in an abstract weigh: 1, 1.5, 1.75, 1.875. A word repeated throughout
 * says little more than one said twice, and nothing after the fourth time.
 */
export function mentionFactor(count: number): number {
  return 2 - 2 ** (1 - Math.min(count, 4));
}

/** A term has this many imagined papers in which it was right before any curated one is seen. */
const trust = 1;

/** Where a term of another of the paper's topics counts as half right. */
const alsoRight = 0.5;

/** A term as one topic's. */
interface TopicTerm {
  readonly topic: string;
  readonly term: string;
  readonly weight: number;
}

/** A term found, with what it contributes to its topic's score. */
export interface TermEvidence {
  readonly topic: string;
  readonly term: string;
  readonly where: 'title' | 'abstract';
  readonly contribution: number;
}

/** How often each term occurs. */
interface FoundTerms {
  readonly title: ReadonlyMap<TopicTerm, number>;
  readonly abstract: ReadonlyMap<TopicTerm, number>;
}

interface TrackRecord {
  papers: number;
  right: number;
}

/** Finds the terms of all topics; made once per taxonomy and set of lessons. */
export class TopicTerms {
  readonly #index: TermIndex<TopicTerm>;
  readonly #records = new Map<TopicTerm, TrackRecord>();
  readonly #found = new Map<string, FoundTerms>();

  constructor(topics: readonly Pick<Topic, 'id' | 'terms'>[], lessons: readonly Lesson[]) {
    this.#index = new TermIndex(
      topics.flatMap(({ id, terms }) =>
        terms.map(({ term, weight }) => ({ term, value: { topic: id, term, weight }, group: id })),
      ),
    );
    for (const lesson of lessons) this.#learn(lesson);
  }

  /** Terms in the order of title and abstract. `own` is the lesson that the text itself has taught: it is left out. */
  evidence(text: PaperText, own: Lesson | null): TermEvidence[] {
    const { title, abstract } = (own === null ? undefined : this.#found.get(own.id)) ?? this.#find(text);
    const weigh = (value: TopicTerm): number => value.weight * this.#reliability(value, own);
    return [
      ...[...title.keys()].map((value) => evidenceOf(value, 'title', weigh(value) * titleFactor)),
      ...[...abstract].map(([value, count]) => evidenceOf(value, 'abstract', weigh(value) * mentionFactor(count))),
    ];
  }

  #find({ title, abstract }: PaperText): FoundTerms {
    return { title: this.#index.count(title), abstract: this.#index.count(abstract) };
  }

  #learn(lesson: Lesson): void {
    const found = this.#find(lesson.text);
    this.#found.set(lesson.id, found);
    for (const value of new Set([...found.title.keys(), ...found.abstract.keys()])) {
      const record = this.#records.get(value) ?? { papers: 0, right: 0 };
      record.papers += 1;
      record.right += rightness(value, lesson);
      this.#records.set(value, record);
    }
  }

  /** The share of papers with this term that belong to its topic, 1 where no curated paper has it; 1 for a negative term. */
  #reliability(value: TopicTerm, own: Lesson | null): number {
    const record = this.#records.get(value);
    if (record === undefined || value.weight < 0) return 1;
    const [papers, right] = own === null ? [0, 0] : [1, rightness(value, own)];
    return (record.right - right + trust) / (record.papers - papers + trust);
  }
}

function evidenceOf({ topic, term }: TopicTerm, where: 'title' | 'abstract', contribution: number): TermEvidence {
  return { topic, term, where, contribution };
}

function rightness({ topic }: TopicTerm, lesson: Lesson): number {
  if (lesson.topic === topic) return 1;
  return lesson.also.includes(topic) ? alsoRight : 0;
}
