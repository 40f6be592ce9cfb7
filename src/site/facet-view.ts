/** The pages of facets: the papers of one value, and all values of one kind. */
import { citationName, familyKey } from '../corpus/names.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Paper } from '../corpus/paper.ts';
import { type CountGroup, facetCounts, facetTitles, topicCounts } from './facet-counts.ts';
import { type FacetEntry, leastPapersOfAuthor } from './facets.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type PaperEntry, paperEntry } from './paper-entry.ts';
import { type IndexGroup, indexGroup } from './papers-view.ts';
import type { Survey } from './survey.ts';
import { facetKinds, type FacetKind } from './urls.ts';
import { counted, formatCount } from './wording.ts';

export interface PaperGroup {
  /** Id of the heading. */
  readonly anchor: string;
  readonly label: string;
  readonly papers: readonly PaperEntry[];
}

export interface FacetView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  /** "50 papers". */
  readonly count: string;
  /** What else a reader should know about this list; null when nothing. */
  readonly note: string | null;
  readonly across: readonly CountGroup[];
  /** Newest first, under years or areas; empty where `index` has the papers. */
  readonly groups: readonly PaperGroup[];
  /** The same as rows, where they are very many. */
  readonly index: readonly IndexGroup[];
}

export interface FacetLink {
  readonly label: string;
  readonly href: string;
  readonly count: string;
  readonly definition: string | null;
}

export interface FacetIndexView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly note: string | null;
  readonly groups: readonly {
    /** Id and text of the heading; null for a list that needs none. */
    readonly heading: { readonly anchor: string; readonly label: string } | null;
    readonly links: readonly FacetLink[];
  }[];
  /** The indexes of the other facets. */
  readonly others: readonly { readonly label: string; readonly href: string }[];
}

/** Beyond this, papers are listed as rows of an index: full entries would make a page of megabytes. */
const mostEntries = 300;

/** The papers of one platform, modality, contribution, year or author. */
export function facetView(entry: FacetEntry, survey: Survey): FacetView {
  const { kind, id, papers, definition } = entry;
  const title = titleOf(entry);
  const count = counted(papers.length, 'paper');
  const lead = definition ?? leadOf(entry);
  const parts = kind === 'year' ? byArea(papers, survey) : byYear(papers);
  const isLong = papers.length > mostEntries;
  return {
    frame: pageFrame(survey, {
      title,
      description: `${lead} ${count} of ${survey.site.title}, newest first.`,
      path: survey.urls.facet(kind, id),
      above: [{ label: facetTitles[kind], href: survey.urls.facets(kind) }],
      kind: { kind: 'collection', papers },
      hasMath: hasMath(...papers.map((paper) => paper.title.html)),
    }),
    title,
    lead,
    count,
    note: kind === 'author' ? namesNote : null,
    across: acrossOf(entry, survey),
    groups: isLong
      ? []
      : parts.map(({ anchor, label, papers: own }) => ({ anchor, label, papers: entries(own, survey) })),
    index: isLong ? parts.map(({ anchor, label, papers: own }) => indexGroup(anchor, label, own, survey)) : [],
  };
}

const namesNote = 'Names are compared as the sources print them: people of one name stand here together.';

function titleOf({ kind, label }: FacetEntry): string {
  switch (kind) {
    case 'platform':
      return `Platform: ${label}`;
    case 'modality':
      return `Modality: ${label}`;
    case 'contribution':
      return `Contribution: ${label}`;
    case 'year':
      return `Papers of ${label}`;
    case 'author':
      return `Papers by ${label}`;
  }
}

function leadOf({ kind, label }: FacetEntry): string {
  switch (kind) {
    case 'platform':
    case 'modality':
    case 'contribution':
      return `Papers of this survey under “${label}”.`;
    case 'year':
      return `What was first published in ${label}, by area.`;
    case 'author':
      return `Papers of this survey that name ${label} as an author.`;
  }
}

function acrossOf({ kind, id, papers }: FacetEntry, survey: Survey): CountGroup[] {
  const others = facetKinds.filter((other) => other !== kind);
  const coauthors = kind === 'author' ? facetCounts(papers, [kind], survey, id) : [];
  const topics = topicCounts(papers, survey);
  return [
    ...(topics.shown.length > 0 ? [topics] : []),
    ...coauthors.map((group) => ({ ...group, label: 'Co-authors' })),
    ...facetCounts(papers, others, survey),
  ];
}

interface Part {
  readonly anchor: string;
  readonly label: string;
  readonly papers: readonly Paper[];
}

function byYear(papers: readonly Paper[]): Part[] {
  return [...Map.groupBy(papers, ({ year }) => year)]
    .sort(([a], [b]) => (b ?? -Infinity) - (a ?? -Infinity))
    .map(([year, own]) =>
      year === null
        ? { anchor: 'no-date', label: 'Date not in the sources', papers: own }
        : { anchor: `year-${year}`, label: String(year), papers: own },
    );
}

function byArea(papers: readonly Paper[], { areas }: Survey): Part[] {
  const groups = Map.groupBy(papers, ({ area }) => area);
  const parts = areas.map(({ area }) => ({ anchor: area.id, label: area.title, papers: groups.get(area.id) ?? [] }));
  const unsorted = { anchor: 'unsorted', label: 'Unsorted', papers: groups.get(null) ?? [] };
  return [...parts, unsorted].filter((part) => part.papers.length > 0);
}

function entries(papers: readonly Paper[], survey: Survey): PaperEntry[] {
  return papers.map((paper) => paperEntry(paper, survey, true));
}

/** All platforms, modalities, contributions, years or authors. */
export function facetIndexView(kind: FacetKind, survey: Survey): FacetIndexView {
  const { urls, facets } = survey;
  const title = facetTitles[kind];
  const lead = indexLead(kind, facets[kind].size);
  return {
    frame: pageFrame(survey, { title, description: lead, path: urls.facets(kind), kind: { kind: 'collection' } }),
    title,
    lead,
    note: indexNote(kind, survey),
    groups: kind === 'author' ? authorGroups(survey) : [{ heading: null, links: valueLinks(kind, survey) }],
    others: [
      { label: 'Topics', href: urls.topics() },
      ...facetKinds
        .filter((other) => other !== kind && facets[other].size > 0)
        .map((other) => ({ label: facetTitles[other], href: urls.facets(other) })),
    ],
  };
}

function indexLead(kind: FacetKind, size: number): string {
  switch (kind) {
    case 'platform':
      return 'What the papers run on, where their abstracts say so.';
    case 'modality':
      return 'What kinds of data the papers are about.';
    case 'contribution':
      return 'What sort of thing the papers contribute: one each, or two.';
    case 'year':
      return 'When the papers were first published.';
    case 'author':
      return `${counted(size, 'author')} of ${leastPapersOfAuthor} or more papers of this survey. All others are found by search.`;
  }
}

function indexNote(kind: FacetKind, { papers }: Survey): string | null {
  if (kind !== 'platform') return null;
  const silent = papers.filter(({ platforms }) => platforms.length === 0).length;
  return silent === 0 ? null : `${counted(silent, 'paper')} of ${formatCount(papers.length)} name no platform.`;
}

function valueLinks(kind: FacetKind, { facets, papers, urls }: Survey): FacetLink[] {
  const links = [...facets[kind].values()].map((entry) => ({
    label: entry.label,
    href: urls.facet(kind, entry.id),
    count: counted(entry.papers.length, 'paper'),
    definition: entry.definition,
  }));
  const undated = kind === 'year' ? papers.filter(({ year }) => year === null).length : 0;
  if (undated === 0) return links;
  const href = `${urls.papersByYear()}#no-date`;
  return [...links, { label: 'Undated', href, count: counted(undated, 'paper'), definition: null }];
}

const mostPapersShown = 12;

/** Those with most papers, then all by family name under its first letter. */
function authorGroups({ facets, urls }: Survey): FacetIndexView['groups'] {
  const authors = [...facets.author.values()].map((entry) => ({
    size: entry.papers.length,
    family: familyKey(entry.label),
    link: {
      label: citationName(entry.label),
      href: urls.facet('author', entry.id),
      count: counted(entry.papers.length, 'paper'),
      definition: null,
    },
  }));
  const sorted = authors.sort((a, b) => compareText(a.family, b.family) || compareText(a.link.href, b.link.href));
  const letters = Map.groupBy(sorted, ({ family }) =>
    /^[a-z]/.test(family) ? family.charAt(0).toUpperCase() : 'Other',
  );
  const most = sorted.toSorted((a, b) => b.size - a.size).slice(0, mostPapersShown);
  const groups = [...letters].map(([label, members]) => ({ anchor: `letter-${label.toLowerCase()}`, label, members }));
  const first = sorted.length > 2 * mostPapersShown ? [{ anchor: 'most', label: 'Most papers', members: most }] : [];
  return [...first, ...groups].map(({ anchor, label, members }) => ({
    heading: { anchor, label },
    links: members.map(({ link }) => link),
  }));
}
