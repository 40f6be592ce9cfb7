/** Runs searches one after another and shows the outcome of the newest. */
import { nearestQueries } from './nearest-terms.ts';
import { loadIndex, type PagefindIndex } from './pagefind-index.ts';
import { emptyState, filterNames, formatState, type SearchState } from './query-state.ts';
import { countByFilter, countResults, loadHits, searchIndex, type SearchOutcome } from './search.ts';
import type { SearchControls } from './search-controls.ts';
import type { OfferedSearch, SearchPanels } from './search-panels.ts';

/** Every result is a file of its own: at first only as many as fill a screen, then a page of them at a time. */
const firstPage = 5;
const nextPage = 12;

export interface SearchAddresses {
  readonly pagefind: string;
  readonly vocabulary: string;
}

export class SearchSession {
  readonly #controls: SearchControls;
  readonly #panels: SearchPanels;
  readonly #addresses: SearchAddresses;
  #index: Promise<PagefindIndex> | null = null;
  #vocabulary: Promise<readonly string[]> | null = null;
  /** Counts the searches begun; one that is no longer the newest shows nothing. */
  #turn = 0;
  #outcome: SearchOutcome | null = null;
  /** The search whose results are shown. */
  #shown: SearchState = emptyState;
  #counting = false;

  constructor(controls: SearchControls, panels: SearchPanels, addresses: SearchAddresses) {
    this.#controls = controls;
    this.#panels = panels;
    this.#addresses = addresses;
  }

  /** Whether no more results are shown than a search begins with. */
  get isAtFirstPage(): boolean {
    return this.#panels.hits.length <= firstPage;
  }

  /** Begins to load the index. A failure shows at the first search, which waits for the same promise. */
  prepare(): void {
    this.#loadIndex().catch(() => undefined);
  }

  /** Searches and shows at least `shown` results. */
  async run(state: SearchState, shown: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      if (state.q === '') this.#showEmpty();
      else await this.#search(state, Math.max(shown, firstPage), turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#panels.showError();
    }
  }

  /** Shows the next results of the search; returns how many are shown then. */
  async more(): Promise<number> {
    const [turn, outcome, from] = [this.#turn, this.#outcome, this.#panels.hits.length];
    if (outcome === null) return from;
    const hits = await loadHits(outcome, from, from + nextPage);
    if (turn === this.#turn && from === this.#panels.hits.length) this.#panels.addResults(hits, outcome.results.length);
    return this.#panels.hits.length;
  }

  /** From now on says beside each filter value how many results it would leave. */
  async countFilters(): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    if (this.#outcome !== null) await this.#showCounts(this.#shown, this.#turn);
  }

  #showEmpty(): void {
    this.#outcome = null;
    this.#controls.showCounts(null);
    this.#panels.showEmpty(this.#controls.browsable);
  }

  async #search(state: SearchState, shown: number, turn: number): Promise<void> {
    const index = await this.#loadIndex();
    if (turn !== this.#turn) return;
    const outcome = await searchIndex(index, state);
    if (turn !== this.#turn) return;
    const hits = await loadHits(outcome, 0, shown);
    if (turn !== this.#turn) return;
    this.#outcome = hits.length > 0 ? outcome : null;
    this.#shown = state;
    if (hits.length === 0) {
      await this.#explain(index, state, turn);
      return;
    }
    this.#panels.showResults(hits, outcome.results.length);
    if (this.#counting) await this.#showCounts(state, turn);
  }

  async #showCounts(state: SearchState, turn: number): Promise<void> {
    const counts = await countByFilter(await this.#loadIndex(), state);
    if (turn === this.#turn) this.#controls.showCounts(counts);
  }

  /** Says that nothing was found, then what would be: the search without filters, or nearby terms. */
  async #explain(index: PagefindIndex, state: SearchState, turn: number): Promise<void> {
    const isFiltered = filterNames.some((name) => state[name] !== '');
    const unfiltered = isFiltered ? await countResults(index, state.q) : 0;
    if (turn !== this.#turn) return;
    const label = unfiltered === 1 ? '1 result without filters' : `${unfiltered} results without filters`;
    this.#controls.showCounts(null);
    this.#panels.showNone(state.q, unfiltered === 0 ? null : { label, href: addressOf(state.q) });
    if (unfiltered > 0) return;
    const nearest = await this.#nearest(index, state.q);
    if (turn === this.#turn) this.#panels.showNearest(nearest);
  }

  /** Searches near to `q` that find something. */
  async #nearest(index: PagefindIndex, q: string): Promise<OfferedSearch[]> {
    this.#vocabulary ??= loadVocabulary(this.#addresses.vocabulary);
    const queries = nearestQueries(q, await this.#vocabulary);
    const counted = await Promise.all(
      queries.map(async (query) => ({ query, count: await countResults(index, query) })),
    );
    return counted
      .filter(({ count }) => count > 0)
      .map(({ query, count }) => ({ label: `${query} (${count})`, href: addressOf(query) }));
  }

  #loadIndex(): Promise<PagefindIndex> {
    this.#index ??= loadIndex(this.#addresses.pagefind);
    return this.#index;
  }
}

function addressOf(q: string): string {
  return location.pathname + formatState({ ...emptyState, q });
}

async function loadVocabulary(url: string): Promise<readonly string[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body: unknown = await response.json();
  if (!Array.isArray(body)) throw new Error(`${url} holds no terms`);
  return body.filter((term) => typeof term === 'string');
}
