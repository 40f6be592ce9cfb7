/** What a search has to look for: its words, and for each of them the forms that mean the same. */
import { commonWords } from './common-words.ts';
import { folded } from './query-text.ts';
import { americanSpelling, otherSpellings } from './spelling.ts';

/** Phrases that mean the same; a search for one finds the others. */
export type Equivalents = readonly (readonly string[])[];

/** A word or phrase of the query. */
export interface SearchTerm {
  /** As typed. */
  readonly typed: string;
  /** The words to look for, as typed first; all words of one form have to be found, one form is enough. */
  readonly forms: readonly (readonly string[])[];
}

export interface SearchPlan {
  /** A quoted query, put to the index as it is. */
  readonly exact: string | null;
  readonly terms: readonly SearchTerm[];
}

/** `equivalents` are matched word by word, whatever case, plural, hyphens and spelling. */
export function planOf(query: string, equivalents: Equivalents): SearchPlan {
  const trimmed = query.trim();
  if (/^".+"$/.test(trimmed)) return { exact: trimmed, terms: [] };
  const words = trimmed.split(/\s+/).flatMap((typed) => {
    const parts = partsOf(typed);
    return parts.length === 0 ? [] : [{ typed, parts }];
  });
  const known = equivalents.map((group) => group.map((phrase) => phrase.split(' ').flatMap(partsOf)));
  const terms = termsOf(words, known);
  const telling = terms.filter(({ typed }) => !commonWords.has(folded(typed)));
  return { exact: null, terms: telling.length > 0 ? telling : terms };
}

interface TypedWord {
  readonly typed: string;
  readonly parts: readonly string[];
}

/** Folded parts of a printed word, cut at hyphens, slashes and other punctuation. */
function partsOf(word: string): string[] {
  return folded(word)
    .replace(/['’]s?$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

function termsOf(words: readonly TypedWord[], known: readonly (readonly (readonly string[])[])[]): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (let from = 0; from < words.length;) {
    const match = longestMatch(words, from, known);
    const taken = words.slice(from, from + match.length);
    const typed = taken.map((word) => word.typed).join(' ');
    const own =
      taken.length === 1 ? formsOfWord(taken[0]?.parts ?? []) : [telling(taken.flatMap(({ parts }) => parts))];
    terms.push({ typed, forms: distinct([...own, ...match.others.map(telling)]) });
    from += match.length;
  }
  return terms;
}

/** The longest known phrase that begins here, and what else it is called. */
function longestMatch(
  words: readonly TypedWord[],
  from: number,
  known: readonly (readonly (readonly string[])[])[],
): { length: number; others: readonly (readonly string[])[] } {
  for (let length = Math.min(6, words.length - from); length > 0; length -= 1) {
    const key = keyOf(words.slice(from, from + length).flatMap(({ parts }) => parts));
    const others = known.flatMap((group) =>
      group.some((phrase) => keyOf(phrase) === key) ? group.filter((phrase) => keyOf(phrase) !== key) : [],
    );
    if (others.length > 0) return { length, others };
  }
  return { length: 1, others: [] };
}

/** One key for "Mixture-of-Experts", "mixtures of expert" and "mixture of experts". */
function keyOf(parts: readonly string[]): string {
  return parts.map((part) => americanSpelling(part).replace(/(?<=[a-z]{2})s$/, '')).join('');
}

/**
 * A hyphenated word is looked for in parts and joined: texts write "KV-cache" and "pretraining", and a part of
 * one letter ("T-MAC") would match nearly every page.
 */
function formsOfWord(parts: readonly string[]): string[][] {
  const joined = parts.join('');
  if (parts.length > 1)
    return parts.some((part) => /^\p{L}$/u.test(part)) ? [[joined]] : [[...telling(parts)], [joined]];
  return [[joined], ...otherSpellings(joined).map((spelling) => [spelling])];
}

/** Without words such as "of", which say nothing and which nearly every page has. */
function telling(parts: readonly string[]): readonly string[] {
  const kept = parts.filter((part) => !commonWords.has(part));
  return kept.length > 0 ? kept : parts;
}

function distinct(forms: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}
