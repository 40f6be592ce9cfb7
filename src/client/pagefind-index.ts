/** The part of Pagefind's browser API that the search uses; Pagefind publishes no types for it. */

export interface PagefindAnchor {
  readonly id: string;
  readonly text: string;
  /** Index of the heading's first word in the page's words. */
  readonly location: number;
}

export interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  /** Missing for what stands before the first heading with an id. */
  readonly anchor?: PagefindAnchor;
}

export interface PagefindFragment {
  readonly url: string;
  /** The indexed text of the page, words separated by white space. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Indexes of the matching words of `content`. */
  readonly locations: readonly number[];
  readonly anchors: readonly PagefindAnchor[];
  readonly excerpt: string;
  readonly sub_results: readonly PagefindSection[];
}

export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindFragment>;
}

/** Number of results per value of each filter. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
  /** What the results would be narrowed to by each value; only of filters that were loaded before. */
  readonly filters: FilterCounts;
  /** The same without the filters of the search. */
  readonly totalFilters: FilterCounts;
}

export interface SearchOptions {
  readonly filters: Readonly<Partial<Record<string, string>>>;
}

export interface PagefindIndex {
  init(): Promise<void>;
  /** Loads all filters; later searches then count. */
  filters(): Promise<unknown>;
  search(text: string, options: SearchOptions): Promise<PagefindResponse>;
}

interface PagefindModule {
  createInstance(options: object): PagefindIndex;
}

function isPagefindModule(module: unknown): module is PagefindModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'createInstance' in module &&
    typeof module.createInstance === 'function'
  );
}

/**
 * How results are ordered: a word in the title outweighs any number of them in an abstract, an author's name
 * comes next; the topic's name and the year hardly count.
 */
const ranking = { metaWeights: { title: 10, authors: 3, topic: 0.5, year: 0.1 } };

/**
 * Loads Pagefind and its index from `url`, the address of pagefind.js; rejects when either cannot be loaded.
 * It runs without Pagefind's worker: a search takes a few milliseconds, the worker 12 kB more.
 */
export async function loadIndex(url: string): Promise<PagefindIndex> {
  const module: unknown = await import(/* @vite-ignore */ url);
  if (!isPagefindModule(module)) throw new Error(`${url} is not Pagefind`);
  const index = module.createInstance({ noWorker: true, ranking });
  await index.init();
  return index;
}
