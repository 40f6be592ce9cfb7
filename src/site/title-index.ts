/** What the palette finds without a search of the texts, in files small enough to load when it opens. */
import { authorKey } from '../corpus/authors.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Paper } from '../corpus/paper.ts';
import { irregularIds, type TitlePart } from '../client/title-data.ts';
import { facetTitles } from './facet-counts.ts';
import { type FacetEntry, facetsOf } from './facets.ts';
import type { PageFrame } from './page-frame.ts';
import { newestFirst, type Survey } from './survey.ts';
import type { FacetKind } from './urls.ts';

/** About 45 kB compressed: what opening the palette may cost. */
const papersAtFirst = 600;
/** The other papers follow in files of this many, loaded once something is typed. */
const papersLater = 1500;

type TitleSource = Pick<Survey, 'papers' | 'areas' | 'topics' | 'facets' | 'urls'>;

/** A page that is neither of a paper nor of a topic, area or author. */
export interface SitePage {
  readonly label: string;
  readonly href: string;
  /** What kind of page it is; empty where the label says it. */
  readonly note: string;
}

/** The pages that the frame of every page leads to, those of facets, and a search for each abbreviation of the field. */
export function sitePages(
  { navigation, footer }: PageFrame,
  { facets, urls, abbreviations }: TitleSource & Pick<Survey, 'abbreviations'>,
): SitePage[] {
  const linked = [...navigation, ...footer.links].map(({ label, href }) => ({ label, href, note: '' }));
  const ofKind = (kind: FacetKind, note: string): SitePage[] => [
    { label: facetTitles[kind], href: urls.facets(kind), note: '' },
    ...[...facets[kind].values()].map(({ id, label }) => ({ label, href: urls.facet(kind, id), note })),
  ];
  const all = [
    ...linked,
    ...ofKind('year', 'Year'),
    ...ofKind('platform', 'Platform'),
    ...ofKind('modality', 'Modality'),
    ...ofKind('contribution', 'Contribution'),
    ...abbreviations.abbreviations.map(({ short, long }) => ({
      label: [short, ...long].join(', '),
      href: urls.search({ q: short }),
      note: 'Abbreviation',
    })),
  ];
  return [...new Map(all.toReversed().map((page) => [page.href, page])).values()].reverse();
}

/** The files in the order they are loaded, the newest papers first. */
export function titleParts(survey: TitleSource, pages: readonly SitePage[]): TitlePart[] {
  const groups = groupsOf(survey.papers.toSorted(newestFirst));
  const authors = newAuthors(groups, survey);
  const places = new Map(authors.flat().map((author, place) => [author, place]));
  const areas = survey.areas.map(({ area, paperCount }) => ({ title: area.title, id: area.id, count: paperCount }));
  const topics = survey.topics.map(({ topic, papers }) => ({ title: topic.title, id: topic.id, count: papers.length }));
  return groups.map((papers, place) => ({
    parts: groups.length,
    areas: namedColumns(place === 0 ? areas : []),
    topics: namedColumns(place === 0 ? topics : []),
    pages: pageColumns(place === 0 ? pages : []),
    authors: authorColumns(authors[place] ?? []),
    papers: paperColumns(papers, places, survey),
  }));
}

function groupsOf(papers: readonly Paper[]): Paper[][] {
  const groups = [papers.slice(0, papersAtFirst)];
  for (let from = papersAtFirst; from < papers.length; from += papersLater) {
    groups.push(papers.slice(from, from + papersLater));
  }
  return groups;
}

/** For each group the authors with a page whom no earlier paper names: by number of papers, then by id. */
function newAuthors(groups: readonly (readonly Paper[])[], { facets }: TitleSource): FacetEntry[][] {
  const known = new Set<FacetEntry>();
  return groups.map((papers) => {
    const named = new Set(papers.flatMap((paper) => facetsOf(paper, 'author', facets)));
    const fresh = [...named].filter((entry) => !known.has(entry));
    for (const entry of fresh) known.add(entry);
    return fresh.sort((a, b) => b.papers.length - a.papers.length || compareText(a.id, b.id));
  });
}

function namedColumns(items: readonly { title: string; id: string; count: number }[]): TitlePart['topics'] {
  return {
    titles: items.map(({ title }) => title),
    ids: items.map(({ id }) => id),
    counts: items.map(({ count }) => count),
  };
}

function pageColumns(pages: readonly SitePage[]): TitlePart['pages'] {
  return {
    titles: pages.map(({ label }) => label),
    addresses: pages.map(({ href }) => href),
    notes: pages.map(({ note }) => note),
  };
}

function authorColumns(authors: readonly FacetEntry[]): TitlePart['authors'] {
  const names = authors.map(({ label }) => label);
  return {
    names,
    counts: authors.map(({ papers }) => papers.length),
    ids: irregularIds(
      names,
      authors.map(({ id }) => id),
    ),
  };
}

function paperColumns(
  papers: readonly Paper[],
  places: ReadonlyMap<FacetEntry, number>,
  { topics, facets }: TitleSource,
): TitlePart['papers'] {
  const placeOf = (name: string): string | number => {
    const author = facets.authorByKey.get(authorKey(name));
    return (author === undefined ? undefined : places.get(author)) ?? name;
  };
  const titles = papers.map(({ title }) => title.plain);
  return {
    titles,
    topics: papers.map((paper) => topics.findIndex(({ topic }) => topic.id === paper.topic)),
    years: papers.map(({ year }) => year ?? 0),
    authors: papers.map((paper) => (paper.authors ?? []).map(placeOf)),
    ids: irregularIds(
      titles,
      papers.map(({ id }) => id),
    ),
  };
}
