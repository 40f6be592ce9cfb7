/** Finds pages for what was typed, repairing words that no page has. */
import { type RankedPages, rankedSearch } from './ranked-search.ts';
import { type Equivalents, planOf } from './search-plan.ts';
import type { WordIndex } from './word-index.ts';

export interface FoundPages extends RankedPages {
  /** What the pages were found for, where that is not what was typed. */
  readonly corrected: string | null;
  /** Further searches that find something, for a query with unknown words. */
  readonly offers: readonly string[];
}

export interface SearchKnowledge {
  readonly equivalents: Equivalents;
  readonly pageCount: number;
  /** Terms of the survey, most frequent first; loaded when a word is unknown. */
  vocabulary(): Promise<readonly string[]>;
}

const maxOffers = 4;

/** Searches for a non-empty text. */
export async function findPages(index: WordIndex, query: string, knowledge: SearchKnowledge): Promise<FoundPages> {
  const search = (text: string): Promise<RankedPages> =>
    rankedSearch(index, planOf(text, knowledge.equivalents), knowledge.pageCount);
  const found = await search(query);
  if (found.unknown.length === 0) return { ...found, corrected: null, offers: [] };
  const [vocabulary, { correctedQuery, nearestQueries }] = await Promise.all([
    knowledge.vocabulary(),
    import('./nearest-terms.ts'),
  ]);
  const repaired = correctedQuery(query, found.unknown, vocabulary);
  const near = nearestQueries(query, vocabulary, maxOffers + 1);
  const tried = await Promise.all(
    [...new Set([...(repaired === null ? [] : [repaired]), ...near])].map(async (text) => ({
      text,
      pages: await search(text),
    })),
  );
  const working = tried.filter(({ pages }) => pages.complete > 0 && pages.unknown.length === 0);
  const best = working.find(({ text }) => text === repaired) ?? (found.pages.length === 0 ? working[0] : undefined);
  const offers = working.map(({ text }) => text).filter((text) => text !== best?.text);
  if (best === undefined) return { ...found, corrected: null, offers: offers.slice(0, maxOffers) };
  return { ...best.pages, unknown: found.unknown, corrected: best.text, offers: offers.slice(0, maxOffers) };
}
