/** What a reader asks of the search, and its form in the address bar. */

/** The filters of the search, in the order they are shown; also the names of the URL parameters. */
export const filterNames = ['year', 'area', 'topic', 'platform'] as const;
export type FilterName = (typeof filterNames)[number];

/** A search; the empty string means that a filter is not set. */
export type SearchState = Readonly<Record<'q' | FilterName, string>>;

/** Nothing typed, nothing filtered. */
export const emptyState: SearchState = { q: '', year: '', area: '', topic: '', platform: '' };

/** Reads the query part of a URL, with or without `?`; unknown parameters are ignored. */
export function parseState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const valueOf = (name: string): string => (parameters.get(name) ?? '').trim();
  return {
    q: valueOf('q'),
    year: valueOf('year'),
    area: valueOf('area'),
    topic: valueOf('topic'),
    platform: valueOf('platform'),
  };
}

/** The query part of the URL of a search, with `?`; empty for the empty search. Inverse of `parseState`. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  for (const name of ['q', ...filterNames] as const) {
    const value = state[name].trim();
    if (value !== '') parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters that are set, in the form Pagefind takes them. */
export function activeFilters(state: SearchState): Partial<Record<FilterName, string>> {
  return Object.fromEntries(filterNames.filter((name) => state[name] !== '').map((name) => [name, state[name]]));
}
