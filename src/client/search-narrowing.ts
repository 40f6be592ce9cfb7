/** Filters and order, and how many results each would leave; loaded when one of them is used or about to be. */
import { countPages, loadRecords, type PageRecords, type ResultCounts, selectPages } from './page-records.ts';
import type { PagefindResult } from './pagefind-index.ts';
import type { SearchState } from './query-state.ts';
import type { SearchControls } from './search-controls.ts';
import { SearchFacets } from './search-facets.ts';

export class SearchNarrowing {
  readonly #records: PageRecords;
  readonly #controls: SearchControls;
  readonly #facets: SearchFacets;

  constructor(root: ParentNode, controls: SearchControls, records: PageRecords) {
    this.#records = records;
    this.#controls = controls;
    this.#facets = new SearchFacets(root, controls);
  }

  /** What filters and order make of the pages found. */
  select(pages: readonly PagefindResult[], state: SearchState): PagefindResult[] {
    return selectPages(pages, state, this.#records);
  }

  /** Says of each value how many of the pages found it would leave. */
  count(pages: readonly PagefindResult[], state: SearchState): void {
    this.#show(countPages(pages, state, this.#records));
  }

  /** Takes the numbers away. */
  clear(): void {
    this.#show(null);
  }

  #show(counts: ResultCounts | null): void {
    this.#controls.showCounts(counts);
    this.#facets.show(counts);
  }
}

/** Rejects when the records at `url` cannot be loaded. */
export async function loadNarrowing(root: ParentNode, controls: SearchControls, url: string): Promise<SearchNarrowing> {
  return new SearchNarrowing(root, controls, await loadRecords(url));
}
