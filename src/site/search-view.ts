/** The search page before anything is searched: filters, suggestions, and the addresses its script needs. */
import { createHash } from 'node:crypto';
import { slowAnswer } from '../client/distance.ts';
import type { FilterName, SortOrder } from '../client/query-state.ts';
import { saveFormats } from '../client/save-formats.ts';
import type { Equivalents } from '../client/search-plan.ts';
import type { Abbreviations } from '../corpus/abbreviations.ts';
import { type ExportFormat, formatFacts } from '../exports/formats.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import { pageShare, type ShareView } from './share-view.ts';
import type { Survey } from './survey.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** The page that lists the same papers without a search. */
  readonly href: string;
}

export interface FilterGroup {
  /** Null for options that stand alone. */
  readonly label: string | null;
  readonly options: readonly FilterOption[];
}

export interface SearchFilter {
  readonly name: FilterName;
  readonly label: string;
  /** What the option for "no filter" says. */
  readonly any: string;
  readonly groups: readonly FilterGroup[];
}

export interface SearchLink {
  readonly label: string;
  readonly href: string;
}

/** A script of the page, with what the security policy knows it by. */
export interface InlineScript {
  readonly script: string;
  readonly hash: `sha256-${string}`;
}

export interface SearchView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly share: ShareView;
  readonly filters: readonly SearchFilter[];
  /** Searches to begin with. */
  readonly suggestions: readonly SearchLink[];
  /** The topics with the most papers. */
  readonly topics: readonly SearchLink[];
  readonly orders: readonly { readonly value: SortOrder; readonly label: string }[];
  /** As what all results can be saved. */
  readonly exports: readonly { readonly format: ExportFormat; readonly label: string }[];
  /** Words and phrases that a search takes for each other. */
  readonly equivalents: Equivalents;
  /** How many pages the index has. */
  readonly pageCount: number;
  readonly titlesAhead: InlineScript;
  readonly urls: {
    readonly search: string;
    readonly papers: string;
    readonly topics: string;
    /** Pagefind's script, which lies beside its index. */
    readonly pagefind: string;
    readonly vocabulary: string;
    /** The titles of all papers, for while the index loads. */
    readonly names: string;
    /** What filters and order need to know of every page. */
    readonly records: string;
    /** The address of every page by its id in the index. */
    readonly addresses: string;
  };
}

const suggestedTopics = 8;

export function searchView(survey: Survey): SearchView {
  const { urls } = survey;
  const title = 'Search';
  const largest = survey.topics
    .toSorted((a, b) => b.papers.length - a.papers.length || (a.topic.id < b.topic.id ? -1 : 1))
    .slice(0, suggestedTopics)
    .filter((entry) => entry.papers.length > 0);
  return {
    frame: pageFrame(survey, {
      title,
      description: 'Search titles, abstracts and authors of every paper in the survey.',
      path: urls.search(),
      kind: { kind: 'page' },
      isSansOnly: true,
    }),
    title,
    share: pageShare(title, urls.search(), survey, true),
    filters: filtersOf(survey).filter(({ groups }) => groups.some(({ options }) => options.length > 0)),
    suggestions: largest.flatMap(({ topic }) => {
      const term = topic.terms[0]?.term;
      return term === undefined ? [] : [{ label: term, href: urls.search({ q: term }) }];
    }),
    topics: largest.map(({ topic }) => ({ label: topic.title, href: urls.topic(topic.id) })),
    orders: [
      { value: '', label: 'Best match' },
      { value: 'newest', label: 'Newest' },
      { value: 'oldest', label: 'Oldest' },
    ],
    exports: saveFormats.map((format) => ({ format, label: formatFacts[format].label })),
    equivalents: equivalentsOf(survey.abbreviations),
    pageCount: survey.papers.length + survey.areas.length + survey.topics.length,
    titlesAhead,
    urls: {
      search: urls.search(),
      papers: urls.papers(),
      topics: urls.topics(),
      pagefind: urls.asset('pagefind/pagefind.js'),
      vocabulary: urls.asset('search/vocabulary.json'),
      names: urls.asset('search/names.json'),
      records: urls.asset('pagefind/records.json'),
      addresses: urls.asset('pagefind/addresses.json'),
    },
  };
}

/**
 * Has a slow connection load what shows titles before the page's scripts are there to ask for it, given a search;
 * the element's `data-ahead` names it.
 */
const aheadScript = [
  "const[n]=performance.getEntriesByType('navigation');",
  `if(/[?&]q=[^&]/.test(location.search)&&n&&performance.now()-n.requestStart>${slowAnswer})`,
  "for(const href of document.currentScript.dataset.ahead.split(' '))",
  "document.head.append(Object.assign(document.createElement('link'),{crossOrigin:'',href,",
  "...(href.endsWith('.js')?{rel:'modulepreload'}:{rel:'preload',as:'fetch'})}))",
].join('');

const titlesAhead: InlineScript = {
  script: aheadScript,
  hash: `sha256-${createHash('sha256').update(aheadScript).digest('base64')}`,
};

function equivalentsOf({ abbreviations, synonyms }: Abbreviations): Equivalents {
  return [...abbreviations.map(({ short, long }) => [short, ...long]), ...synonyms];
}

function filtersOf({ papers, areas, taxonomy, urls }: Survey): SearchFilter[] {
  const years = [...new Set(papers.flatMap(({ year }) => (year === null ? [] : [String(year)])))].sort().reverse();
  const platforms = new Set(papers.flatMap((paper) => paper.platforms));
  const used = taxonomy.facets.platform.filter(({ id }) => platforms.has(id));
  const alone = (options: FilterOption[]): FilterGroup[] => [{ label: null, options }];
  return [
    {
      name: 'year',
      label: 'Year',
      any: 'Any year',
      groups: alone(years.map((year) => ({ value: year, label: year, href: urls.facet('year', year) }))),
    },
    {
      name: 'area',
      label: 'Area',
      any: 'Any area',
      groups: alone(areas.map(({ area }) => ({ value: area.id, label: area.title, href: urls.area(area.id) }))),
    },
    {
      name: 'topic',
      label: 'Topic',
      any: 'Any topic',
      groups: areas.map(({ area, topics }) => ({
        label: area.title,
        options: topics.map(({ topic }) => ({ value: topic.id, label: topic.title, href: urls.topic(topic.id) })),
      })),
    },
    {
      name: 'platform',
      label: 'Platform',
      any: 'Any platform',
      groups: alone(used.map(({ id, title }) => ({ value: id, label: title, href: urls.facet('platform', id) }))),
    },
  ];
}
