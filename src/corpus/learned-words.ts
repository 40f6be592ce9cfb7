/**
 * What curated papers teach about words: for each telling word and pair of words how much more it is
 * used under one topic than under the others.
 *
 * A multinomial naive Bayes over TF-IDF weights. A text's weights, (1 + ln f) · ln(1 + N / n), have
 * length 1. A word's weight for a topic is the logarithm of its smoothed share of the topic's words,
 * less the mean of these logarithms over all topics: a word that all topics use alike says nothing.
 * The sum of a text's weights times those of its words is its score for a topic.
 */
import { type Lesson, topicShares } from './lessons.ts';
import { type PaperText, termFrequencies, wordsOf } from './paper-words.ts';
import type { Topic } from './taxonomy.ts';

/** How much of every word each topic is taken to have used before any lesson. */
const smoothing = 0.1;

/** A topic's own title, definition and terms teach as much as this many papers. */
const ownWords = 2;

/** A word of fewer texts than this cannot be told from chance. */
const leastTexts = 2;

/** What is learned about: a topic, or anything else that a taxonomy defines by terms. */
type TaughtTopic = Pick<Topic, 'id' | 'title' | 'definition' | 'terms'>;

/** What a word contributes to the score of a topic. */
export interface WordEvidence {
  /** Folded, as in paper-words.ts. */
  readonly word: string;
  readonly contribution: number;
}

/** What all words of a text together say. */
export interface WordJudgement {
  /** In the order of topics. */
  readonly scores: Float64Array;
  /** What each word contributes to one of the scores, in the order of the text. */
  evidence(topic: number): WordEvidence[];
}

interface WeighedWord {
  readonly number: number;
  readonly word: string;
  readonly weight: number;
}

interface TaughtText {
  /** Of the lesson; null for what a topic says of itself. */
  readonly id: string | null;
  readonly frequencies: ReadonlyMap<string, number>;
  readonly shares: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** The result of all lessons; made once per collection. Lessons of unknown topics teach nothing. */
export class LearnedWords {
  readonly #topics: readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #rarity: number[] = [];
  /** How much of each word each topic has used, word by word. */
  readonly #used: Float64Array;
  /** The same for all words together. */
  readonly #totals: Float64Array;
  /** What each word says for each topic, word by word: the logarithm of its share less the mean over topics. */
  readonly #says: Float64Array;
  readonly #taught = new Map<string, readonly WeighedWord[]>();

  /** The order of `lessons` matters for the last digits only; they come sorted by id. */
  constructor(topics: readonly TaughtTopic[], lessons: readonly Lesson[]) {
    this.#topics = topics.map(({ id }) => id);
    const texts = [...topics.map(ownText), ...lessons.map(lessonText)];
    this.#number(texts);
    this.#used = new Float64Array(this.#numbers.size * topics.length).fill(smoothing);
    this.#totals = new Float64Array(topics.length).fill(smoothing * this.#numbers.size);
    for (const text of texts) this.#add(text);
    this.#says = this.#compare();
  }

  /**
   * What a text says. `own` is the lesson the text itself has taught: what its words gained for its
   * topics is left out, so that a curated paper is judged as if it were new.
   */
  judge(text: PaperText, own: Lesson | null): WordJudgement {
    const words = (own === null ? undefined : this.#taught.get(own.id)) ?? this.#weigh(termFrequencies(text));
    const gains = own === null ? new Map<number, Float64Array>() : this.#gains(words, own);
    const scores = new Float64Array(this.#topics.length);
    for (const { number, weight } of words) {
      const first = number * scores.length;
      for (let topic = 0; topic < scores.length; topic += 1) {
        scores[topic] = (scores[topic] ?? 0) + weight * (this.#says[first + topic] ?? 0);
      }
    }
    for (const [topic, gained] of gains) {
      for (const [index, { weight }] of words.entries()) addTo(scores, topic, -weight * (gained[index] ?? 0));
    }
    const evidence = (topic: number): WordEvidence[] =>
      words.map(({ number, word, weight }, index) => {
        const says = (this.#says[number * scores.length + topic] ?? 0) - (gains.get(topic)?.[index] ?? 0);
        return { word, contribution: weight * says };
      });
    return { scores, evidence };
  }

  /** How much a lesson has added to the logarithm of each of its words' shares, for each of its topics. */
  #gains(words: readonly WeighedWord[], own: Lesson): Map<number, Float64Array> {
    const length = words.reduce((sum, { weight }) => sum + weight, 0);
    const gains = new Map<number, Float64Array>();
    for (const [name, share] of topicShares(own)) {
      const topic = this.#topics.indexOf(name);
      if (topic < 0) continue;
      const total = this.#totals[topic] ?? 0;
      const ofTotal = Math.log((total - share * length) / total);
      const gained = Float64Array.from(words, ({ number, weight }) => {
        const used = this.#used[number * this.#topics.length + topic] ?? 0;
        // What is left may fall a rounding error below the smoothing.
        return ofTotal - Math.log(Math.max(used - share * weight, smoothing) / used);
      });
      gains.set(topic, gained);
    }
    return gains;
  }

  #compare(): Float64Array {
    const count = this.#topics.length;
    const logTotals = this.#totals.map(Math.log);
    const says = this.#used.map((used, place) => Math.log(used) - (logTotals[place % count] ?? 0));
    for (let first = 0; first < says.length; first += count) {
      let mean = 0;
      for (let topic = 0; topic < count; topic += 1) mean += (says[first + topic] ?? 0) / count;
      for (let topic = 0; topic < count; topic += 1) says[first + topic] = (says[first + topic] ?? 0) - mean;
    }
    return says;
  }

  #number(texts: readonly TaughtText[]): void {
    const spread = new Map<string, number>();
    for (const { frequencies } of texts) {
      for (const word of frequencies.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
    }
    for (const [word, count] of spread) {
      if (count < leastTexts) continue;
      this.#numbers.set(word, this.#numbers.size);
      this.#rarity.push(Math.log(1 + texts.length / count));
    }
  }

  #weigh(frequencies: ReadonlyMap<string, number>): WeighedWord[] {
    const words = [...frequencies].flatMap(([word, frequency]): WeighedWord[] => {
      const number = this.#numbers.get(word);
      if (number === undefined) return [];
      return [{ number, word, weight: (1 + Math.log(frequency)) * (this.#rarity[number] ?? 0) }];
    });
    const length = Math.sqrt(words.reduce((sum, { weight }) => sum + weight * weight, 0));
    return words.map((entry) => ({ ...entry, weight: entry.weight / length }));
  }

  #add({ id, frequencies, shares, weight }: TaughtText): void {
    const words = this.#weigh(frequencies);
    if (id !== null) this.#taught.set(id, words);
    for (const [name, share] of shares) {
      const topic = this.#topics.indexOf(name);
      if (topic < 0) continue;
      for (const { number, weight: ofWord } of words) {
        addTo(this.#used, number * this.#topics.length + topic, weight * ofWord * share);
        addTo(this.#totals, topic, weight * ofWord * share);
      }
    }
  }
}

function addTo(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount;
}

function lessonText(lesson: Lesson): TaughtText {
  return { id: lesson.id, frequencies: termFrequencies(lesson.text), shares: topicShares(lesson), weight: 1 };
}

/** What the taxonomy says of a topic, as a text; a term is repeated by its weight. */
function ownText({ id, title, definition, terms }: TaughtTopic): TaughtText {
  const frequencies = new Map<string, number>();
  const add = (text: string, times: number) => {
    for (const [word, count] of termFrequencies({ title: [], abstract: wordsOf(text) })) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + times * count);
    }
  };
  add(title, 3);
  add(definition, 2);
  for (const { term, weight } of terms) if (weight >= 2) add(term, weight / 2);
  return { id: null, frequencies, shares: new Map([[id, 1]]), weight: ownWords };
}
