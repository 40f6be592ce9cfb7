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
  /** Name of the fragment. */
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindFragment>;
}

export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
}

export interface PagefindIndex {
  search(text: string): Promise<PagefindResponse>;
}

interface PagefindInstance extends PagefindIndex {
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
}

interface PagefindModule {
  readonly PagefindInstance: new (options: object) => PagefindInstance;
}

function isPagefindModule(module: unknown): module is PagefindModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'PagefindInstance' in module &&
    typeof module.PagefindInstance === 'function'
  );
}

/**
 * How results are ordered: a word in the title outweighs any number of them in an abstract, an author's name
 * comes next, then the venue; the topic's name and the year hardly count. `subject` is the title of topics and
 * areas, once more: who types their name looks for them rather than for one of their papers.
 */
const ranking = { metaWeights: { title: 10, subject: 8, authors: 3, venue: 2, topic: 0.5, year: 0.1 } };

/**
 * Loads Pagefind and its index from `url`, the address of pagefind.js; rejects when either cannot be loaded.
 * It runs in the page's own thread: a search takes a few milliseconds, Pagefind's worker 12 kB more.
 */
export async function loadIndex(url: string): Promise<PagefindIndex> {
  const module: unknown = await import(/* @vite-ignore */ url);
  if (!isPagefindModule(module)) throw new Error(`${url} is not Pagefind`);
  const index = new module.PagefindInstance({ primary: true, ranking, ...preloadedVersion() });
  await index.init(document.documentElement.lang, { load_wasm: true });
  return index;
}

/** The search page preloads the entry of the index under the index's own version; other pages ask for the newest. */
function preloadedVersion(): { metaCacheTag?: string } {
  const link = document.querySelector('link[rel="preload"][href*="pagefind-entry.json?ts="]');
  const version = link?.getAttribute('href')?.split('?ts=')[1];
  return version === undefined ? {} : { metaCacheTag: version };
}
