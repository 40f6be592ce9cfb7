/** A search of the index: results, and how many of them each filter value would leave. */
import type { FilterCounts, PagefindIndex, PagefindResponse, PagefindResult } from './pagefind-index.ts';
import { holdsEveryWord, toHit, type SearchHit } from './hit.ts';
import { activeFilters, emptyState, filterNames, type FilterName, type SearchState } from './query-state.ts';
import { indexQuery, wordsOf } from './query-text.ts';

export interface SearchOutcome {
  /** Best first; not yet checked against the words, see `loadHits`. */
  readonly results: readonly PagefindResult[];
  readonly words: readonly string[];
}

/** For each filter, the results per value, the other filters kept. */
export type ResultCounts = Readonly<Record<FilterName, Readonly<Record<string, number>>>>;

/** Searches for a non-empty text. */
export async function searchIndex(index: PagefindIndex, state: SearchState): Promise<SearchOutcome> {
  const { results } = await index.search(indexQuery(state.q), { filters: activeFilters(state) });
  return { results, words: wordsOf(state.q) };
}

/** Counts the results of a search for a non-empty text; loads the filters, which the search itself need not. */
export async function countByFilter(index: PagefindIndex, state: SearchState): Promise<ResultCounts> {
  const text = indexQuery(state.q);
  const filters = activeFilters(state);
  await index.filters();
  const response = await index.search(text, { filters });
  const counts = await Promise.all(filterNames.map((name) => countsOf(index, text, filters, name, response)));
  const [year = {}, area = {}, topic = {}, platform = {}] = counts;
  return { year, area, topic, platform };
}

/** A filter that is set has narrowed its own counts; what its other values would give takes a search without it. */
async function countsOf(
  index: PagefindIndex,
  text: string,
  filters: Partial<Record<FilterName, string>>,
  name: FilterName,
  response: PagefindResponse,
): Promise<FilterCounts[string]> {
  if (filters[name] === undefined) return response.filters[name] ?? {};
  const others = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
  const wider = Object.keys(others).length === 0 ? null : await index.search(text, { filters: others });
  return (wider === null ? response.totalFilters : wider.filters)[name] ?? {};
}

/**
 * Fetches what is shown of the results, from one place up to before another. None from the start means that
 * nothing was found: the index knows the words only by their beginnings.
 */
export async function loadHits(outcome: SearchOutcome, from: number, to: number): Promise<SearchHit[]> {
  const fragments = await Promise.all(outcome.results.slice(from, to).map((result) => result.data()));
  const first = fragments[0];
  if (from === 0 && first !== undefined && !holdsEveryWord(first, outcome.words)) return [];
  return fragments.map((fragment) => toHit(fragment, outcome.words));
}

/** How many results a search without filters has. */
export async function countResults(index: PagefindIndex, q: string): Promise<number> {
  const outcome = await searchIndex(index, { ...emptyState, q });
  const hits = await loadHits(outcome, 0, 1);
  return hits.length === 0 ? 0 : outcome.results.length;
}
