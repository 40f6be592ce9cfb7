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

/** What one word says: its contribution to the score of each topic, in the order of topics. */
export interface WordEvidence {
  /** Folded, as in paper-words.ts. */
  readonly word: string;
  readonly contributions: Float64Array;
}

interface WeighedWord {
  readonly number: number;
  readonly word: string;
  readonly weight: number;
}

interface TaughtText {
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
  readonly #logUsed: Float64Array;
  /** The same for all words together. */
  readonly #totals: Float64Array;

  /** The result does not depend on the order of papers that `lessons` come from, as these are sorted. */
  constructor(topics: readonly Topic[], lessons: readonly Lesson[]) {
    this.#topics = topics.map(({ id }) => id);
    const texts = [...topics.map(ownText), ...lessons.map(lessonText)];
    this.#number(texts);
    this.#used = new Float64Array(this.#numbers.size * topics.length).fill(smoothing);
    this.#totals = new Float64Array(topics.length).fill(smoothing * this.#numbers.size);
    for (const text of texts) this.#add(text, this.#used, this.#totals);
    this.#logUsed = this.#used.map(Math.log);
  }

  /**
   * What each word of a text says. `own` is the lesson the text itself has taught: it is left out,
   * so that a curated paper is judged as if it were new.
   */
  evidence(text: PaperText, own: Lesson | null): WordEvidence[] {
    const words = this.#weigh(termFrequencies(text));
    const taught = own === null ? new Map<string, number>() : topicShares(own);
    const shares = this.#topics.map((topic) => taught.get(topic) ?? 0);
    const length = words.reduce((sum, { weight }) => sum + weight, 0);
    const totals = this.#totals.map((total, topic) => total - (shares[topic] ?? 0) * length);
    const logTotals = totals.map(Math.log);
    return words.map(({ number, word, weight }) => {
      const contributions = this.#logShares(number, weight, shares, logTotals);
      const mean = contributions.reduce((sum, value) => sum + value, 0) / contributions.length;
      return { word, contributions: contributions.map((value) => weight * (value - mean)) };
    });
  }

  /** The logarithms of a word's share of the words of each topic, without what the text itself has taught. */
  #logShares(word: number, weight: number, shares: readonly number[], logTotals: Float64Array): Float64Array {
    const first = word * this.#topics.length;
    return logTotals.map((logTotal, topic) => {
      const share = shares[topic] ?? 0;
      if (share === 0) return (this.#logUsed[first + topic] ?? 0) - logTotal;
      // What is left of the word may fall a rounding error below the smoothing.
      return Math.log(Math.max((this.#used[first + topic] ?? 0) - share * weight, smoothing)) - logTotal;
    });
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

  #add({ frequencies, shares, weight }: TaughtText, used: Float64Array, totals: Float64Array): void {
    for (const { number, weight: ofWord } of this.#weigh(frequencies)) {
      for (const [id, share] of shares) {
        const topic = this.#topics.indexOf(id);
        if (topic < 0) continue;
        const amount = weight * ofWord * share;
        addTo(used, number * this.#topics.length + topic, amount);
        addTo(totals, topic, amount);
      }
    }
  }
}

function addTo(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount;
}

function lessonText(lesson: Lesson): TaughtText {
  return { frequencies: termFrequencies(lesson.text), shares: topicShares(lesson), weight: 1 };
}

/** What the taxonomy says of a topic, as a text; a term is repeated by its weight. */
function ownText({ id, title, definition, terms }: Topic): TaughtText {
  const frequencies = new Map<string, number>();
  const add = (text: string, times: number) => {
    for (const [word, count] of termFrequencies({ title: [], abstract: wordsOf(text) })) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + times * count);
    }
  };
  add(title, 3);
  add(definition, 2);
  for (const { term, weight } of terms) if (weight >= 2) add(term, weight / 2);
  return { frequencies, shares: new Map([[id, 1]]), weight: ownWords };
}
