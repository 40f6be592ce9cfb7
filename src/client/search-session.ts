/** Runs searches one after another and shows the outcome of the newest. */
import { type FoundPages, findPages, type SearchKnowledge } from './found-pages.ts';
import type { SearchHit } from './hit.ts';
import { isFarAway } from './distance.ts';
import { Kept } from './kept.ts';
import { loadHits } from './page-hits.ts';
import { loadAddresses, type PageAddresses, paperIds } from './page-addresses.ts';
import { loadIndex, type PagefindResult } from './pagefind-index.ts';
import { firstShown } from './ranked-search.ts';
import { emptyState, formatState, isFiltered, type SearchState } from './query-state.ts';
import type { SearchControls } from './search-controls.ts';
import type { SearchNarrowing } from './search-narrowing.ts';
import type { SearchPanels } from './search-panels.ts';
import { type Equivalents, planOf, type SearchPlan } from './search-plan.ts';
import { loadVocabulary } from './vocabulary.ts';
import { WordIndex } from './word-index.ts';

/** Every result is a file of its own: at first only as many as fill a screen, then a page of them at a time. */
const firstPage = firstShown;
const nextPage = 12;
/** Milliseconds that a search may take before titles alone are shown. */
const patience = 1000;

export interface SearchSources {
  /** Addresses of files. */
  readonly pagefind: string;
  readonly vocabulary: string;
  readonly records: string;
  readonly addresses: string;
  readonly names: string;
  readonly equivalents: Equivalents;
  readonly pageCount: number;
}

/** The results on the page. */
interface Shown {
  readonly state: SearchState;
  readonly found: FoundPages;
  /** What filters and order make of the pages found. */
  readonly pages: readonly PagefindResult[];
}

export class SearchSession {
  readonly #controls: SearchControls;
  readonly #panels: SearchPanels;
  readonly #sources: SearchSources;
  readonly #knowledge: SearchKnowledge;
  readonly #index: Kept<WordIndex>;
  /** Whether a search has been answered, well or not: then titles alone are no longer of use. */
  #isReady = false;
  readonly #narrowing: Kept<SearchNarrowing>;
  readonly #addresses: Kept<PageAddresses>;
  readonly #titles: Kept<(plan: SearchPlan) => SearchHit[]>;
  /** The newest text searched for, with what it found: filters and order need no new search. */
  #found: { readonly q: string; readonly pages: Kept<FoundPages> } | null = null;
  /** Counts the searches begun; one that is no longer the newest shows nothing. */
  #turn = 0;
  #shown: Shown | null = null;
  #counting = false;

  constructor(root: ParentNode, controls: SearchControls, panels: SearchPanels, sources: SearchSources) {
    this.#controls = controls;
    this.#panels = panels;
    this.#sources = sources;
    this.#index = new Kept(async () => new WordIndex(await loadIndex(sources.pagefind)));
    this.#narrowing = new Kept(async () => {
      const { loadNarrowing } = await import('./search-narrowing.ts');
      return loadNarrowing(root, controls, sources.records);
    });
    this.#addresses = new Kept(() => loadAddresses(sources.addresses));
    this.#titles = new Kept(async () => (await import('./early-titles.ts')).earlyTitles(sources.names));
    const vocabulary = new Kept(() => loadVocabulary(sources.vocabulary));
    this.#knowledge = { ...sources, vocabulary: () => vocabulary.get() };
  }

  /** Whether no more results are shown than a search begins with. */
  get isAtFirstPage(): boolean {
    return this.#panels.hits.length <= firstPage;
  }

  get hasResults(): boolean {
    return this.#shown !== null;
  }

  /** Begins to load the index. A failure shows at the first search, which waits for the same promise. */
  prepare(): void {
    this.#index.get().catch(() => undefined);
  }

  /** Searches and shows at least `shown` results; whether no other search was begun meanwhile. */
  async run(state: SearchState, shown: number): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      if (state.q === '') this.#showEmpty();
      else await this.#search(state, Math.max(shown, firstPage), turn);
      if (turn === this.#turn) this.#panels.settle(state.q);
    } catch (error) {
      console.error(error);
      this.#isReady = true;
      if (turn === this.#turn) this.#showError();
    }
    if (this.#counting) void this.#showCounts(turn);
    return turn === this.#turn;
  }

  /** Shows the next results of the search; returns how many are shown then. */
  async more(): Promise<number> {
    const [turn, shown, from] = [this.#turn, this.#shown, this.#panels.hits.length];
    if (shown === null || from >= shown.pages.length) return from;
    this.#panels.expect(nextPage);
    try {
      const hits = await hitsOf(shown, from, from + nextPage);
      if (turn === this.#turn && from === this.#panels.hits.length) this.#panels.addResults(hits);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#panels.missResults();
    }
    return this.#panels.hits.length;
  }

  /** From now on says beside each filter value how many results it would leave. */
  async countFilters(): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    await this.#showCounts(this.#turn);
  }

  /** The papers among all results, in their order. */
  async paperIds(): Promise<string[]> {
    if (this.#shown === null) return [];
    const { pages } = this.#shown;
    return paperIds(pages, await this.#addresses.get());
  }

  #showEmpty(): void {
    this.#shown = null;
    this.#clearCounts();
    this.#panels.showEmpty(this.#controls.browsable);
  }

  #showError(): void {
    this.#shown = null;
    this.#clearCounts();
    this.#panels.showError();
  }

  async #search(state: SearchState, count: number, turn: number): Promise<void> {
    if (!this.#isReady) this.#showTitles(state, turn).catch(() => undefined);
    const found = await this.#find(state.q);
    const asFound = !isFiltered(state) && state.sort === '';
    const pages = asFound ? found.pages : (await this.#narrowing.get()).select(found.pages, state);
    const shown = { state, found, pages };
    const hits = await hitsOf(shown, 0, count);
    if (turn !== this.#turn) return;
    this.#isReady = true;
    this.#shown = pages.length > 0 ? shown : null;
    if (pages.length === 0) this.#showNone(state, found);
    else this.#showHits(hits, shown);
  }

  #showHits(hits: readonly SearchHit[], shown: Shown): void {
    const following = hits.length <= firstPage ? nextPage : 0;
    this.#panels.showResults(hits, shown.pages.length, summaryOf(shown), shown.found.offers.map(offer), following);
  }

  /** While the index is on its way: papers that have the words in their titles. */
  async #showTitles(state: SearchState, turn: number): Promise<void> {
    if (isFiltered(state) || state.sort !== '') return;
    // Where answers come fast, so does the index: the titles would be loaded for nothing.
    if (!isFarAway(performance)) await pause(patience);
    if (!this.#isAwaited(turn)) return;
    const titlesFor = await this.#titles.get();
    const hits = titlesFor(planOf(state.q, this.#sources.equivalents));
    if (this.#isAwaited(turn) && hits.length > 0) this.#panels.showTitles(hits);
  }

  /** Whether titles would still answer this search before the index does. */
  #isAwaited(turn: number): boolean {
    return turn === this.#turn && !this.#isReady;
  }

  #showNone(state: SearchState, found: FoundPages): void {
    const count = found.pages.length;
    const label = count === 1 ? '1 result without filters' : `${count} results without filters`;
    this.#clearCounts();
    this.#panels.showNone(state.q, count === 0 ? null : { label, href: addressOf(state.q) }, found.offers.map(offer));
  }

  /** Counts what is shown. Without its numbers the search is as good: a failure takes them away and nothing else. */
  async #showCounts(turn: number): Promise<void> {
    if (this.#shown === null || turn !== this.#turn) return;
    const { state, found } = this.#shown;
    try {
      const narrowing = await this.#narrowing.get();
      if (turn === this.#turn) narrowing.count(found.pages, state);
    } catch (error) {
      console.error(error);
      this.#counting = false;
      if (turn === this.#turn) this.#clearCounts();
    }
  }

  /** Where nothing has been counted yet there is nothing to take away. */
  #clearCounts(): void {
    const turn = this.#turn;
    this.#narrowing.asked?.then(
      (narrowing) => {
        if (turn === this.#turn) narrowing.clear();
      },
      // Told where they were needed.
      () => undefined,
    );
  }

  async #find(q: string): Promise<FoundPages> {
    if (this.#found?.q !== q) {
      this.#found = { q, pages: new Kept(async () => findPages(await this.#index.get(), q, this.#knowledge)) };
    }
    return this.#found.pages.get();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function hitsOf({ found, pages }: Shown, from: number, to: number): Promise<SearchHit[]> {
  return loadHits(pages, found.words, from, to);
}

/** What was found, in one sentence. */
function summaryOf({ state, found, pages }: Shown): string {
  const total = pages.length === 1 ? '1 result' : `${pages.length} results`;
  const missing = found.unknown.map((word) => `“${word}”`).join(', ');
  if (found.corrected !== null) return `No page has ${missing}. ${total} for “${found.corrected}”`;
  if (missing !== '') return `No page has ${missing}. ${total} for the other words`;
  const isWhole = isFiltered(state) || found.complete === found.pages.length;
  if (isWhole) return total;
  return found.complete === 0
    ? `No page has all the words. ${total} with most of them`
    : `${total}, ${found.complete} with all the words`;
}

function offer(query: string): { label: string; href: string } {
  return { label: query, href: addressOf(query) };
}

function addressOf(q: string): string {
  return location.pathname + formatState({ ...emptyState, q });
}
