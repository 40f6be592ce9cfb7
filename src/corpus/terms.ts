/** Words and phrases: how a text is cut into words, and how terms are found in it. */

/** A word of a text. */
export interface Token {
  /** As it stands in the text. */
  readonly surface: string;
  /** Where it stands there, in UTF-16 units. */
  readonly start: number;
  /** Folded: lower case, without accents and without the plural s. */
  readonly word: string;
  /** Whether the surface is in capitals, a final plural s aside. */
  readonly isCapitals: boolean;
  /** Whether punctuation separates it from the word before: no phrase reaches across. */
  readonly startsPhrase: boolean;
}

const COMBINING_MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Between two words of one phrase: spaces, hyphens, slashes, quotes, or one dot or colon ("2:4", "Llama-3.1"). */
const INSIDE_PHRASE = /^(?:[\s\-‐‑/'’"“”‘_*`]+|[.:–])$/u;

/** Cuts a text into words. A possessive 's is dropped. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(WORDS)) {
    const surface = match[0];
    const gap = text.slice(end, match.index);
    end = match.index + surface.length;
    if (surface === 's' && /^['’]$/.test(gap)) continue;
    const startsPhrase = tokens.length === 0 || !INSIDE_PHRASE.test(gap);
    const { word, capitals } = readSurface(surface);
    tokens.push({ surface, start: match.index, word, isCapitals: capitals, startsPhrase });
  }
  return tokens;
}

interface SurfaceForm {
  readonly word: string;
  readonly capitals: boolean;
}

// Every distinct word is read once: a collection repeats its words a hundred times over.
const forms = new Map<string, SurfaceForm>();
const formsLimit = 200_000;

function readSurface(surface: string): SurfaceForm {
  const known = forms.get(surface);
  if (known !== undefined) return known;
  const form = { word: fold(surface), capitals: isCapitals(surface) };
  if (forms.size >= formsLimit) forms.clear();
  forms.set(surface, form);
  return form;
}

/**
 * The form under which spellings of a word meet: compatibility-decomposed, without accents, in lower
 * case, without a plural s. It need not be a word itself ("caches" and "cache" give "cach").
 */
export function foldWord(surface: string): string {
  return readSurface(surface).word;
}

function fold(surface: string): string {
  const lower = surface.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase().replace(COMBINING_MARKS, '');
  if (keepsFinalS(surface)) return lower;
  return PLURAL_ACRONYM.test(surface) ? lower.slice(0, -1) : withoutPlural(lower);
}

const PLURAL_ACRONYM = /^[A-Z\d]{2,}s$/;

/** NAS is no plural, LMs is. */
function keepsFinalS(surface: string): boolean {
  return /^[A-Z\d]*S$/.test(surface) || (surface.length <= 3 && !PLURAL_ACRONYM.test(surface));
}

function withoutPlural(word: string): string {
  if (!/^[a-z0-9]+$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const singular = /(?:[^siu]|[^aeiou]i)s$/.test(word) && !word.endsWith('sis') ? word.slice(0, -1) : word;
  // "searches", "boxes" and "classes" lose the e as well, and "cache" must then lose it too.
  return /(?:ch|sh|ss|x|z)e$/.test(singular) ? singular.slice(0, -1) : singular;
}

function isCapitals(surface: string): boolean {
  return /\p{Lu}/u.test(surface) ? !/\p{Ll}/u.test(surface.replace(/s$/, '')) : /^\p{N}+$/u.test(surface);
}

/**
 * The key under which spellings of a term meet: its folded words written together, so that
 * "pre-training", "pre training" and "pretraining" are one.
 */
export function termKey(term: string): string {
  return tokenise(term)
    .map(({ word }) => word)
    .join('');
}

/** A term to be found. */
export interface IndexEntry<T> {
  readonly term: string;
  readonly value: T;
  /** Of overlapping terms of one group the longest counts, and not those it contains. */
  readonly group: string;
}

interface IndexedTerm<T> extends IndexEntry<T> {
  readonly words: number;
  readonly capitalsOnly: boolean;
}

interface Found<T> {
  readonly end: number;
  readonly value: T;
}

// Two words that happen to join into a short term ("N as" and NAS) are not that term.
const shortestCompound = 6;

/**
 * Finds many terms in one pass over a text. A term matches whole words, in any spelling that has the
 * same `termKey`; a term in capitals only (at least two) matches capitals only.
 */
export class TermIndex<T> {
  readonly #terms = new Map<string, IndexedTerm<T>[]>();
  readonly #prefixes = new Set<string>();
  readonly #none: ReadonlyMap<string, Found<T>> = new Map();

  constructor(entries: Iterable<IndexEntry<T>>) {
    for (const entry of entries) {
      const key = termKey(entry.term);
      const capitalsOnly = /\p{Lu}.*\p{Lu}/u.test(entry.term) && !/\p{Ll}/u.test(entry.term);
      const indexed = { ...entry, words: tokenise(entry.term).length, capitalsOnly };
      const same = this.#terms.get(key);
      if (same === undefined) this.#terms.set(key, [indexed]);
      else same.push(indexed);
      for (let length = 1; length <= key.length; length += 1) this.#prefixes.add(key.slice(0, length));
    }
  }

  /** How often each term occurs, in the order of first occurrence. */
  count(tokens: readonly Token[]): Map<T, number> {
    const counts = new Map<T, number>();
    const coveredTo = new Map<string, number>();
    for (const start of tokens.keys()) {
      for (const [group, { end, value }] of this.#longestFrom(tokens, start)) {
        if (end <= (coveredTo.get(group) ?? 0)) continue;
        coveredTo.set(group, end);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** The longest term of each group that begins at `start`. */
  #longestFrom(tokens: readonly Token[], start: number): ReadonlyMap<string, Found<T>> {
    // Most words begin no term.
    if (!this.#prefixes.has(tokens[start]?.word ?? '')) return this.#none;
    const longest = new Map<string, Found<T>>();
    let key = '';
    let capitals = true;
    for (let end = start + 1; end <= tokens.length; end += 1) {
      const token = tokens[end - 1];
      if (token === undefined || (end > start + 1 && token.startsPhrase)) break;
      key += token.word;
      if (!this.#prefixes.has(key)) break;
      capitals &&= token.isCapitals;
      for (const { value, group, words, capitalsOnly } of this.#terms.get(key) ?? []) {
        const fits = words === end - start || key.length >= shortestCompound;
        if (fits && (capitals || !capitalsOnly)) longest.set(group, { end, value });
      }
    }
    return longest;
  }
}
