/** Every URL of the site is made here; nothing else knows the layout of dist/ or the base path. */

/** What papers can be gathered by, apart from topics. */
export const facetKinds = ['platform', 'modality', 'contribution', 'year', 'author'] as const;
export type FacetKind = (typeof facetKinds)[number];

/** The folder of each kind of facet. */
export const facetFolders: Readonly<Record<FacetKind, string>> = {
  platform: 'platforms',
  modality: 'modalities',
  contribution: 'contributions',
  year: 'years',
  author: 'authors',
};

/** What has a social card of its own. */
export type CardKind = 'home' | 'area' | 'topic' | 'paper';

/** Where a card lies below `cards/`, without extension. `id`: of the area, topic or paper. */
export function cardName(kind: CardKind, id: string): string {
  switch (kind) {
    case 'home':
      return 'home';
    case 'area':
      return `areas/${id}`;
    case 'topic':
      return `topics/${id}`;
    case 'paper':
      return `papers/${id}`;
  }
}

export interface SearchQuery {
  readonly q?: string;
  readonly topic?: string;
  readonly area?: string;
  readonly year?: string;
  readonly platform?: string;
}

/** What the papers of a topic are narrowed to where scripts run. */
export interface TopicQuery {
  readonly year?: string;
  readonly platform?: string;
}

export interface ResultsQuery {
  readonly topic?: string;
  readonly platform?: string;
}

/** The paths of the site under one base path. All of them start with the base and end in `/` or a file name. */
export interface Urls {
  readonly base: string;
  /** Whether the pages are opened as files, without a server to answer their scripts. */
  readonly offline: boolean;
  home(): string;
  topics(): string;
  area(id: string): string;
  /** `query` narrows its papers where scripts run. */
  topic(id: string, query?: TopicQuery): string;
  papers(): string;
  papersByYear(): string;
  paper(id: string): string;
  /** All values of one kind. */
  facets(kind: FacetKind): string;
  /** `id`: as the taxonomy names it, the year, or the author's slug. */
  facet(kind: FacetKind, id: string): string;
  search(query?: SearchQuery): string;
  /** All reported results; `query` narrows them where scripts run. */
  results(query?: ResultsQuery): string;
  /** The charts of the whole survey. */
  overview(): string;
  /** What changed from version to version. */
  changes(): string;
  /** Atom feeds: of all papers, of an area, of a topic, of the versions. */
  feed(): string;
  areaFeed(id: string): string;
  topicFeed(id: string): string;
  changesFeed(): string;
  /** The topic as Markdown. */
  topicMarkdown(id: string): string;
  /** A reader's own list of papers; a fragment carries a list that someone shares. */
  list(): string;
  sources(): string;
  /** `slug`: the capture's file name without extension. */
  source(slug: string): string;
  method(): string;
  about(): string;
  /** The page about the data, or one of its files. */
  data(file?: string): string;
  /** A file beside a page: `/topics/kv-cache.bib` for `/topics/kv-cache/`. */
  beside(page: string, extension: string): string;
  /** A social card; null in a build without them, and without the site's address: what shows cards asks for it. */
  card(kind: CardKind, id: string): string | null;
  /** A file of public/ or an endpoint, named from the root of the site. */
  asset(path: string): string;
  /** The public address of a path made by one of the others; null when the site's address is not configured. */
  absolute(path: string): string | null;
}

/**
 * `base` as Astro gives it, with or without slashes at its ends; `site` the public origin, if known;
 * `cards`: whether this build draws social cards; `offline`: whether it is to be opened without a server.
 */
export function makeUrls(base: string, site: string | null, { cards = true, offline = false } = {}): Urls {
  const root = normaliseBase(base);
  const at = (path: string): string => root + path;
  return {
    base: root,
    offline,
    home: () => root,
    topics: () => at('topics/'),
    area: (id) => at(`areas/${id}/`),
    topic: (id, query = {}) => at(`topics/${id}/`) + queryString(query),
    papers: () => at('papers/'),
    papersByYear: () => at('papers/by-year/'),
    paper: (id) => at(`papers/${id}/`),
    facets: (kind) => at(`${facetFolders[kind]}/`),
    facet: (kind, id) => at(`${facetFolders[kind]}/${id}/`),
    search: (query = {}) => at('search/') + queryString(query),
    results: (query = {}) => at('results/') + queryString(query),
    overview: () => at('overview/'),
    changes: () => at('changes/'),
    feed: () => at('feed.xml'),
    areaFeed: (id) => at(`areas/${id}/feed.xml`),
    topicFeed: (id) => at(`topics/${id}/feed.xml`),
    changesFeed: () => at('changes/feed.xml'),
    topicMarkdown: (id) => at(`topics/${id}.md`),
    list: () => at('list/'),
    sources: () => at('sources/'),
    source: (slug) => at(`sources/${encodeURIComponent(slug)}/`),
    method: () => at('method/'),
    about: () => at('about/'),
    data: (file = '') => at(`data/${file}`),
    beside: (page, extension) => `${page.replace(/\/$/, '')}.${extension}`,
    card: (kind, id) => (cards && site !== null ? at(`cards/${cardName(kind, id)}.png`) : null),
    asset: (path) => at(path.replace(/^\/+/, '')),
    absolute: (path) => (site === null ? null : new URL(path, site).href),
  };
}

/** `/`, or the base between single slashes: "survey", "/survey" and "/survey/" are the same. */
export function normaliseBase(base: string): string {
  const inner = base.split('/').filter((part) => part !== '');
  return inner.length === 0 ? '/' : `/${inner.join('/')}/`;
}

function queryString(query: SearchQuery | TopicQuery | ResultsQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
