/** What a reader asks of the search, and its form in the address bar. */

/** The filters of the search, in the order they are shown; also the names of the URL parameters. */
export const filterNames = ['year', 'area', 'topic', 'platform'] as const;
export type FilterName = (typeof filterNames)[number];

/** The order of the results; empty for the best match first. */
export const sortOrders = ['', 'newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** A search; the empty string means that a filter is not set. */
export type SearchState = Readonly<Record<'q' | FilterName, string>> & { readonly sort: SortOrder };

/** Nothing typed, nothing filtered. */
export const emptyState: SearchState = { q: '', year: '', area: '', topic: '', platform: '', sort: '' };

/** Reads the query part of a URL, with or without `?`; unknown parameters and orders are ignored. */
export function parseState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const valueOf = (name: string): string => (parameters.get(name) ?? '').trim();
  return {
    q: valueOf('q'),
    year: valueOf('year'),
    area: valueOf('area'),
    topic: valueOf('topic'),
    platform: valueOf('platform'),
    sort: sortOrder(valueOf('sort')),
  };
}

/** The order of that name; by match for any other name. */
export function sortOrder(name: string): SortOrder {
  return sortOrders.find((order) => order === name) ?? '';
}

/** The query part of the URL of a search, with `?`; empty for the empty search. Inverse of `parseState`. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  for (const name of ['q', ...filterNames, 'sort'] as const) {
    const value = state[name].trim();
    if (value !== '') parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether any filter is set. */
export function isFiltered(state: SearchState): boolean {
  return filterNames.some((name) => state[name] !== '');
}
