/** Finds word for word what prose shares with abstracts. */
import { wordsOf } from './words.ts';

/** Words in a row from which a sentence counts as taken over; fewer are everyday speech. */
export const copiedSentenceWords = 8;

/** The longest run of words that a sentence shares with a text. */
export interface SharedRun {
  /** Id of the text. */
  readonly id: string;
  /** How many words are the same in a row. */
  readonly words: number;
  /** Whether these are all words of the sentence. */
  readonly whole: boolean;
  /** The shared words. */
  readonly excerpt: string;
}

interface Place {
  readonly id: string;
  readonly words: readonly string[];
  readonly at: number;
}

/** All runs of eight words in a collection of texts. */
export type WordRuns = ReadonlyMap<string, readonly Place[]>;

/** Indexes texts by id. */
export function indexRuns(texts: readonly { readonly id: string; readonly text: string }[]): WordRuns {
  const runs = new Map<string, Place[]>();
  for (const { id, text } of texts) {
    const words = wordsOf(text);
    for (let at = 0; at + copiedSentenceWords <= words.length; at += 1) {
      const key = keyAt(words, at);
      const places = runs.get(key);
      if (places === undefined) runs.set(key, [{ id, words, at }]);
      else places.push({ id, words, at });
    }
  }
  return runs;
}

/** The longest run of at least eight words that `sentence` shares with one of the texts; null when there is none. */
export function longestSharedRun(sentence: string, runs: WordRuns): SharedRun | null {
  const words = wordsOf(sentence);
  let best: SharedRun | null = null;
  for (let from = 0; from + copiedSentenceWords <= words.length; from += 1) {
    for (const { id, words: others, at } of runs.get(keyAt(words, from)) ?? []) {
      const length = commonLength(words, from, others, at);
      if (best !== null && length <= best.words) continue;
      best = { id, words: length, whole: length === words.length, excerpt: words.slice(from, from + length).join(' ') };
    }
  }
  return best;
}

function keyAt(words: readonly string[], at: number): string {
  return words.slice(at, at + copiedSentenceWords).join(' ');
}

function commonLength(a: readonly string[], from: number, b: readonly string[], at: number): number {
  let length = copiedSentenceWords;
  while (from + length < a.length && a[from + length] === b[at + length]) length += 1;
  return length;
}
