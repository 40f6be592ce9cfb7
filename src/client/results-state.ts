/** How the results are narrowed and sorted, and its form in the address bar. */

export const sortOrders = ['', 'value', 'date'] as const;
/** The empty string is the order of the page: by topic. */
export type SortOrder = (typeof sortOrders)[number];

/** The empty string means that a filter is not set. */
export interface ResultsState {
  readonly topic: string;
  readonly platform: string;
  readonly sort: SortOrder;
}

/** Reads the query part of a URL; an unknown order is that of the page. */
export function parseResultsState(query: string): ResultsState {
  const parameters = new URLSearchParams(query);
  const sort = parameters.get('sort') ?? '';
  return {
    topic: parameters.get('topic') ?? '',
    platform: parameters.get('platform') ?? '',
    sort: sortOrders.find((order) => order === sort) ?? '',
  };
}

/** The query part of the URL, with `?`; empty for the page as it is. Inverse of `parseResultsState`. */
export function formatResultsState(state: ResultsState): string {
  const parameters = new URLSearchParams();
  for (const name of ['topic', 'platform', 'sort'] as const) {
    if (state[name] !== '') parameters.set(name, state[name]);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** What the page says of one row. */
export interface RowFacts {
  readonly topic: string;
  readonly platforms: readonly string[];
}

/** Whether a row belongs to what was asked for. */
export function isWanted({ topic, platforms }: RowFacts, state: ResultsState): boolean {
  return (state.topic === '' || topic === state.topic) && (state.platform === '' || platforms.includes(state.platform));
}
