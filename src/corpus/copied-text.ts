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

/** Runs of eight words in a collection of texts, by their hash. */
export type WordRuns = ReadonlyMap<number, readonly Place[]>;

/** A collection of texts: by far most of its runs stand in no sentence, so only those are kept that some sentence has. */
export function indexRuns(
  texts: readonly { readonly id: string; readonly text: string }[],
  sentences: readonly string[],
): WordRuns {
  const runs = new Map<number, Place[]>(
    sentences.flatMap((sentence) => hashesOf(wordsOf(sentence)).map((hash) => [hash, []])),
  );
  if (runs.size === 0) return runs;
  for (const { id, text } of texts) {
    const words = wordsOf(text);
    for (const [at, hash] of hashesOf(words).entries()) runs.get(hash)?.push({ id, words, at });
  }
  return runs;
}

/**
 * The longest run of at least eight words that `sentence` shares with one of the texts; null when there is none.
 * `runs` have to be indexed with this sentence.
 */
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

const base = 31;
// The weight that a word has in a hash when it leaves the run.
const outgoing = Array.from({ length: copiedSentenceWords }).reduce<number>((power) => Math.imul(power, base), 1);

/** For each run of eight words a number that is the same for equal runs. */
function hashesOf(words: readonly string[]): number[] {
  const single = words.map(hashOf);
  const hashes: number[] = [];
  let hash = 0;
  for (const [index, word] of single.entries()) {
    hash = (Math.imul(hash, base) + word - Math.imul(single[index - copiedSentenceWords] ?? 0, outgoing)) | 0;
    if (index >= copiedSentenceWords - 1) hashes.push(hash);
  }
  return hashes;
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
