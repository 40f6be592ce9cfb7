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

/** All runs of eight words in a collection of texts, by their hash. */
export type WordRuns = ReadonlyMap<number, readonly Place[]>;

/** Indexes texts by id. */
export function indexRuns(texts: readonly { readonly id: string; readonly text: string }[]): WordRuns {
  const runs = new Map<number, Place[]>();
  for (const { id, text } of texts) {
    const words = wordsOf(text);
    for (const [at, hash] of hashesOf(words).entries()) {
      const places = runs.get(hash);
      if (places === undefined) runs.set(hash, [{ id, words, at }]);
      else places.push({ id, words, at });
    }
  }
  return runs;
}

/** The longest run of at least eight words that `sentence` shares with one of the texts; null when there is none. */
export function longestSharedRun(sentence: string, runs: WordRuns): SharedRun | null {
  const words = wordsOf(sentence);
  let best: SharedRun | null = null;
  for (const [from, hash] of hashesOf(words).entries()) {
    for (const { id, words: others, at } of runs.get(hash) ?? []) {
      const length = commonLength(words, from, others, at);
      // Different runs can have one hash; those are shorter than what was looked up.
      if (length < copiedSentenceWords || (best !== null && length <= best.words)) continue;
      best = { id, words: length, whole: length === words.length, excerpt: words.slice(from, from + length).join(' ') };
    }
  }
  return best;
}

/** For each run of eight words a number that is the same for equal runs. */
function hashesOf(words: readonly string[]): number[] {
  const single = words.map(hashOf);
  const count = Math.max(0, words.length - copiedSentenceWords + 1);
  return Array.from({ length: count }, (_, at) => {
    let hash = 0;
    for (let index = at; index < at + copiedSentenceWords; index += 1)
      hash = Math.imul(hash, 31) + (single[index] ?? 0);
    return hash | 0;
  });
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = (Math.imul(hash, 131) + word.charCodeAt(index)) | 0;
  return hash;
}

function commonLength(a: readonly string[], from: number, b: readonly string[], at: number): number {
  let length = 0;
  while (from + length < a.length && a[from + length] === b[at + length]) length += 1;
  return length;
}
