/** What a reader may have meant when a search finds nothing. */
import { editDistance } from '../corpus/nearest.ts';
import { folded } from './query-text.ts';
import { americanSpelling } from './spelling.ts';

/**
 * The key under which spellings of one term meet: without diacritics, case, hyphens and spaces,
 * British spellings as American ("quantisation" is "quantization", "KV-cache" is "kvcache").
 */
export function spellingKey(term: string): string {
  return folded(term)
    .split(/[^\p{L}\p{N}]+/u)
    .map(americanSpelling)
    .join('');
}

/** How many edits still count as the same word: none for three letters, then a quarter of the length. */
function editLimit(length: number): number {
  return length <= 3 ? 0 : Math.max(1, Math.floor(length / 4));
}

interface Candidate {
  readonly term: string;
  readonly edits: number;
}

/** The terms nearest to `text`, best first; ties keep the order of `terms`, which is by frequency. */
function nearestSpellings(text: string, terms: readonly string[], limit: number): Candidate[] {
  const key = spellingKey(text);
  const allowed = editLimit(key.length);
  const candidates: Candidate[] = [];
  for (const term of terms) {
    const termKey = spellingKey(term);
    if (Math.abs(termKey.length - key.length) > allowed) continue;
    const edits = editDistance(key, termKey, allowed);
    if (edits <= allowed) candidates.push({ term, edits });
  }
  return candidates.sort((a, b) => a.edits - b.edits).slice(0, limit);
}

/**
 * Searches that are near to `query` and made of terms of the survey, best first: the whole query in
 * another spelling, then the query with its unknown words replaced, then its known words alone.
 * `terms` come most frequent first.
 */
export function nearestQueries(query: string, terms: readonly string[], limit = 5): string[] {
  const words = query.trim().split(/\s+/);
  const whole = nearestSpellings(query, terms, limit).map(({ term }) => term);
  if (words.length === 1) return distinct(whole, query, limit);
  const singleWords = terms.filter((term) => !/\s/.test(term));
  const repaired = words.map((word) => nearestSpellings(word, singleWords, 1)[0]?.term);
  const complete = repaired.every((word) => word !== undefined) ? [repaired.join(' ')] : [];
  const partial = repaired.filter((word) => word !== undefined);
  return distinct([...whole, ...complete, partial.join(' '), ...partial.toSorted(longestFirst)], query, limit);
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}

/** Leaves out what was typed and of singular and plural the second: they find the same pages. */
function distinct(queries: readonly string[], typed: string, limit: number): string[] {
  const keyOf = (query: string): string => query.toLowerCase().replace(/s$/, '');
  const seen = new Set(['', keyOf(typed.trim())]);
  const kept: string[] = [];
  for (const query of queries) {
    if (seen.has(keyOf(query))) continue;
    seen.add(keyOf(query));
    kept.push(query);
  }
  return kept.slice(0, limit);
}

/**
 * The query with its unknown words replaced by the nearest words among `terms`; null when one of them is like
 * no other.
 */
export function correctedQuery(query: string, unknown: readonly string[], terms: readonly string[]): string | null {
  const singleWords = terms.filter((term) => !/\s/.test(term));
  const words = query.trim().split(/\s+/);
  const repaired = words.map((word) =>
    unknown.includes(word) ? nearestSpellings(word, singleWords, 1)[0]?.term : word,
  );
  return repaired.every((word) => word !== undefined) ? repaired.join(' ') : null;
}
