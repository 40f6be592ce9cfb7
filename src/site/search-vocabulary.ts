/** The terms a search without results is compared with: what the survey's titles, topics, authors and abstracts hold. */
import { spellingKey } from '../client/nearest-terms.ts';

export interface VocabularySource {
  readonly titles: readonly string[];
  readonly abstracts: readonly string[];
  /** One list a paper. */
  readonly authors: readonly (readonly string[])[];
  /** Titles of topics and areas. */
  readonly topics: readonly string[];
}

/** A word of the abstracts must occur in this many of them; rarer ones are mostly slips and oddities. */
const minAbstracts = 3;
/** Keeps the file within what a reader can be sent: about 200 kB before compression. */
const maxTerms = 15_000;

const commonWords = new Set(
  (
    'about above across after again all also although among and another any are because been before being between both but ' +
    'can could did does doing during each either for from further had has have having here how however into its itself just ' +
    'may more most much must nor not now off once one only onto other our out over own per same several should since some ' +
    'such than that the their them then there these they this those three through thus too two under until upon very via ' +
    'was were what when where whether which while who whose why will with within without would yet you your'
  ).split(' '),
);

/**
 * Terms by descending number of papers, ties in code-unit order; of several spellings of one term the
 * most frequent stands for all.
 */
export function searchVocabulary(source: VocabularySource): string[] {
  const counts = new Map<string, number>();
  const count = (terms: Iterable<string>, keep: ReadonlySet<string> | null = null): void => {
    for (const term of new Set(terms))
      if (keep === null || keep.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  const titleWords = source.titles.map(wordsIn);
  const abstractWords = source.abstracts.map(wordsIn);
  for (const words of titleWords) count(words);
  const frequent = wordsInAtLeast(minAbstracts, abstractWords);
  for (const words of abstractWords) count(words, frequent);
  // Whole names, and each part for a name typed beside other words.
  for (const names of source.authors)
    count([...names, ...names.flatMap((name) => name.split(/\s+/)).filter(isNamePart)]);
  count(source.topics);
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([term]) => term);
  return oneSpellingEach(ordered).slice(0, maxTerms);
}

/** Words worth a search: names with capitals inside or digits as printed, all others in lower case. */
function wordsIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:[-‑.][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .filter((word) => word.length > 1 && /\p{L}/u.test(word))
    .map((word) =>
      /.[\p{Lu}\p{N}]/u.test(word) && !/^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)+$/u.test(word) ? word : word.toLowerCase(),
    )
    .filter((word) => word.length > 2 && !commonWords.has(word));
}

function isNamePart(part: string): boolean {
  return part.length > 2 && !part.endsWith('.');
}

function wordsInAtLeast(minimum: number, texts: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, texts]) => texts >= minimum).map(([word]) => word));
}

function oneSpellingEach(terms: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const term of terms) {
    const key = spellingKey(term);
    if (key !== '' && !byKey.has(key)) byKey.set(key, term);
  }
  return [...byKey.values()];
}
