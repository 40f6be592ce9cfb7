/** The page of one paper. */
import { choiceOf } from '../corpus/calibration.ts';
import { authorKey } from '../corpus/authors.ts';
import { arxivAbstractUrl, arxivPdfUrl, arxivSearchUrl, doiUrl, scholarSearchUrl } from '../corpus/identifiers.ts';
import { compareText } from '../corpus/ordering.ts';
import { type Paper, type Reason, sourcedFieldSchema, type SourcedField } from '../corpus/paper.ts';
import type { FacetName } from '../corpus/taxonomy.ts';
import { paperCorrectionHref } from './correction.ts';
import { type CiteView, citeView } from './cite-view.ts';
import { facetsOf } from './facets.ts';
import type { Crumb } from './metadata.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type PaperEntry, paperEntry, type TopicLink, topicLink } from './paper-entry.ts';
import { describeOrigin, describeSource, fieldLabel, type Origin, recordHref } from './provenance-wording.ts';
import { type DiscussionLink, discussionLinks } from './survey-prose.ts';
import { quotedResults, type QuotedResults } from './results.ts';
import { paperShare, type ShareView } from './share-view.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { counted, describeBasis, formatDate } from './wording.ts';

export interface ExternalLink {
  readonly label: string;
  readonly href: string;
}

/** A name or value; the link leads to its page where it has one. */
export interface LinkedText {
  readonly text: string;
  readonly href: string | null;
}

export interface PublishedFact {
  /** For machines: `YYYY[-MM[-DD]]`. */
  readonly value: string;
  readonly text: string;
  /** How the date is known, where that needs saying. */
  readonly note: string | null;
}

export interface ReasonGroup {
  readonly where: string;
  readonly terms: readonly {
    readonly term: string;
    /** Contribution to the score; null for a curator's reason. */
    readonly weight: string | null;
  }[];
}

export interface TopicPlacement {
  readonly topic: TopicLink | null;
  readonly area: TopicLink | null;
  readonly basis: string;
  /** What the classifier would have chosen, for a paper that a curator placed. */
  readonly automatic: string | null;
  /** What a curator says about the choice; null where nothing is said beyond the choice itself. */
  readonly note: string | null;
  /** The terms that speak for the topic most, without their weights. */
  readonly strongest: readonly string[];
  /** All of the evidence. */
  readonly reasons: readonly ReasonGroup[];
  readonly also: readonly TopicLink[];
}

export interface RelatedEntry {
  readonly entry: PaperEntry;
  readonly shared: string;
}

export interface ConflictRow {
  readonly field: string;
  readonly kept: { readonly value: string; readonly origin: Origin };
  readonly dropped: { readonly value: string; readonly origin: Origin };
}

/** What results can be narrowed by; `kind` says what sort of page this is and is shown with a result. */
export type SearchFilters = Readonly<
  Record<'kind' | 'published' | 'year' | 'topic' | 'area' | 'platform', readonly string[]>
>;

export interface PaperView {
  readonly id: string;
  readonly frame: PageFrame;
  readonly title: string;
  readonly titleHtml: string;
  readonly share: ShareView;
  /** Null where no capture has the abstract. */
  readonly abstractHtml: string | null;
  /** Null where no source names an author. */
  readonly authors: readonly LinkedText[] | null;
  /** Whether "et al." follows the names. */
  readonly hasMoreAuthors: boolean;
  /** What the author list lacks, in words; null when it is complete. */
  readonly authorsNote: string | null;
  readonly published: PublishedFact | null;
  /** The page of the year; null for a paper without one. */
  readonly year: ExternalLink | null;
  readonly facts: readonly { readonly label: string; readonly values: readonly LinkedText[] }[];
  /** arXiv, PDF, code; where there is no arXiv id, searches by title instead. */
  readonly links: readonly ExternalLink[];
  readonly linksNote: string | null;
  readonly otherLinks: readonly ExternalLink[];
  readonly placement: TopicPlacement;
  /** Where the survey's own text speaks of the paper. */
  readonly discussedIn: readonly DiscussionLink[];
  readonly results: readonly QuotedResults[];
  readonly cite: CiteView;
  readonly related: readonly RelatedEntry[];
  readonly sources: readonly Origin[];
  readonly mergeNote: string | null;
  readonly provenance: readonly { readonly field: string; readonly origin: Origin }[];
  readonly conflicts: readonly ConflictRow[];
  /** Opens an issue about this page; null where the survey names no repository. */
  readonly correctionHref: string | null;
  /** The next newer and the next older paper of the topic. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly filters: SearchFilters;
  /** What a search result shows beside its excerpt. */
  readonly searchMeta: Readonly<Record<'title' | 'authors' | 'year' | 'venue' | 'topic', string | null>>;
}

/** Everything the page of a paper shows. */
export function paperView(paper: Paper, survey: Survey): PaperView {
  const topic = paper.topic === null ? null : (survey.topicById.get(paper.topic) ?? null);
  const related = relatedEntries(paper, survey);
  const math = hasMath(paper.title.html, paper.abstract.html, ...related.map(({ entry }) => entry.titleHtml));
  return {
    id: paper.id,
    frame: pageFrame(survey, {
      title: paper.title.plain,
      description: survey.descriptions.get(paper.id) ?? paper.title.plain,
      path: survey.urls.paper(paper.id),
      above: topicCrumbs(topic, survey),
      kind: { kind: 'paper', paper, topicTitle: topic?.topic.title ?? null },
      hasMath: math,
    }),
    title: paper.title.plain,
    titleHtml: paper.title.html,
    share: paperShare(paper, survey),
    abstractHtml: paper.abstract.plain === '' ? null : paper.abstract.html,
    authors: paper.authors === null ? null : paper.authors.map((name) => authorLink(name, survey)),
    hasMoreAuthors: paper.authors !== null && !paper.authorsComplete,
    authorsNote: authorsNote(paper),
    published: publishedFact(paper),
    year: paper.year === null ? null : yearLink(paper.year, survey),
    facts: factsOf(paper, survey),
    ...linksOf(paper),
    placement: placementOf(paper, topic, survey),
    discussedIn: discussionLinks(paper.id, survey),
    results: quotedResults(paper.claims),
    cite: citeView(paper, survey.urls),
    related,
    ...evidenceOf(paper, survey),
    correctionHref: paperCorrectionHref(paper, survey),
    ...neighboursOf(
      (topic?.papers ?? []).map(({ id, title }) => ({ id, label: title.plain, href: survey.urls.paper(id) })),
      paper.id,
    ),
    filters: filtersOf(paper),
    searchMeta: {
      title: paper.title.plain,
      authors: paper.authors?.join(', ') ?? null,
      year: paper.year === null ? null : String(paper.year),
      venue: paper.venue,
      topic: topic?.topic.title ?? null,
    },
  };
}

/** The way down to a topic: topics, area, topic. */
export function topicCrumbs(entry: TopicEntry | null, { urls }: Pick<Survey, 'urls'>): Crumb[] {
  if (entry === null) return [{ label: 'Papers', href: urls.papers() }];
  return [
    { label: 'Topics', href: urls.topics() },
    { label: entry.area.title, href: urls.area(entry.area.id) },
    { label: entry.topic.title, href: urls.topic(entry.topic.id) },
  ];
}

function authorsNote({ authors, authorsComplete, authorCount }: Paper): string | null {
  if (authors === null)
    return authorCount === null ? null : `${counted(authorCount, 'author')}, not named in the sources`;
  if (authorsComplete) return null;
  const total = authorCount === null ? '' : `${authorCount} in all; `;
  return `${total}the sources give no full list`;
}

function publishedFact({ published }: Paper): PublishedFact | null {
  if (published === null) return null;
  const note = published.yearInferred ? 'year inferred from the capture’s other dates' : null;
  return { value: published.value, text: formatDate(published), note };
}

function authorLink(name: string, { facets, urls }: Survey): LinkedText {
  const entry = facets.authorByKey.get(authorKey(name));
  return { text: name, href: entry === undefined ? null : urls.facet('author', entry.id) };
}

function yearLink(year: number, { urls }: Survey): ExternalLink {
  return { label: `Papers of ${year}`, href: urls.facet('year', String(year)) };
}

function factsOf(paper: Paper, { facets, urls }: Survey): PaperView['facts'] {
  const plain = (values: readonly string[]): LinkedText[] => values.map((text) => ({ text, href: null }));
  const linked = (kind: FacetName): LinkedText[] =>
    facetsOf(paper, kind, facets).map(({ id, label }) => ({ text: label, href: urls.facet(kind, id) }));
  return [
    { label: 'Venue', values: plain(paper.venue === null ? [] : [paper.venue]) },
    { label: 'arXiv category', values: plain(paper.category === null ? [] : [paper.category]) },
    { label: 'Organisations', values: plain(paper.organizations) },
    { label: 'Platform', values: linked('platform') },
    { label: 'Modality', values: linked('modality') },
    { label: 'Contribution', values: linked('contribution') },
  ].filter(({ values }) => values.length > 0);
}

function linksOf(paper: Paper): Pick<PaperView, 'links' | 'linksNote' | 'otherLinks'> {
  const { arxiv, doi, code } = paper;
  const [repository, ...repositories] = code;
  const atPublisher = doi === null ? [] : [{ label: 'DOI', href: doiUrl(doi) }];
  const isAddressed = arxiv !== null || doi !== null;
  const paperLinks =
    arxiv === null
      ? isAddressed
        ? []
        : [
            { label: 'Search arXiv', href: arxivSearchUrl(paper.title.plain) },
            { label: 'Search Google Scholar', href: scholarSearchUrl(paper.title.plain) },
          ]
      : [
          { label: `arXiv:${arxiv}`, href: arxivAbstractUrl(arxiv) },
          { label: 'PDF', href: arxivPdfUrl(arxiv) },
        ];
  return {
    links: [...paperLinks, ...atPublisher, ...(repository === undefined ? [] : [{ label: 'Code', href: repository }])],
    linksNote: !isAddressed ? 'No arXiv id is known; search by title instead:' : null,
    otherLinks: [...repositories, ...paper.links].map((href) => ({ label: href.replace(/^https?:\/\//, ''), href })),
  };
}

function placementOf(paper: Paper, topic: TopicEntry | null, survey: Survey): TopicPlacement {
  return {
    topic: paper.topic === null ? null : topicLink(paper.topic, survey),
    area: topic === null ? null : areaLink(topic, survey),
    basis: describeBasis(paper.basis, paper.confidence),
    automatic: paper.basis === 'curated' ? automaticChoice(paper, survey) : null,
    note: curatorNote(paper.reasons, topic),
    strongest: strongestTerms(paper.reasons),
    reasons: reasonGroups(paper.reasons),
    also: paper.also.map((id) => topicLink(id, survey)).filter((link) => link !== null),
  };
}

function curatorNote(reasons: readonly Reason[], topic: TopicEntry | null): string | null {
  const note = reasons.find(({ where }) => where === 'curation')?.term ?? null;
  return topic !== null && note === `placed in ${topic.topic.title}` ? null : note;
}

const mostStrongest = 5;

/** The terms of the greatest weight; one that is part of a stronger one adds nothing. */
export function strongestTerms(reasons: readonly Reason[]): string[] {
  const terms = reasons
    .filter(({ where, weight }) => where !== 'curation' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight || compareText(a.term, b.term))
    .map(({ term }) => term);
  const isNew = (term: string, index: number): boolean =>
    !terms.slice(0, index).some((stronger) => stronger.toLowerCase().includes(term.toLowerCase()));
  return terms.filter(isNew).slice(0, mostStrongest);
}

/** What terms and words would make of a curated paper; every other paper has taught them what they know. */
function automaticChoice({ topic, candidates }: Paper, { topicById }: Survey): string {
  const choice = choiceOf(candidates);
  if (choice === null) return 'Its terms and words alone would place it nowhere.';
  const title = topicById.get(choice.topic)?.topic.title ?? choice.topic;
  const place = choice.topic === topic ? 'here as well' : `in “${title}”`;
  return `Its terms and words alone would place it ${place}, confidence ${choice.confidence.toFixed(2)}.`;
}

function areaLink({ area }: TopicEntry, { urls, areas }: Survey): TopicLink {
  return {
    label: area.title,
    href: urls.area(area.id),
    areaIndex: areas.findIndex((entry) => entry.area.id === area.id),
  };
}

const reasonPlaces = { title: 'In the title', abstract: 'In the abstract', curation: 'Says the curator' } as const;

/** The evidence for a topic, grouped by where it stands; the order within a group is kept. */
export function reasonGroups(reasons: readonly Reason[]): ReasonGroup[] {
  const places = ['curation', 'title', 'abstract'] as const;
  return places
    .map((place) => ({
      where: reasonPlaces[place],
      terms: reasons
        .filter(({ where }) => where === place)
        .map(({ term, weight }) => ({ term, weight: place === 'curation' ? null : signed(weight) })),
    }))
    .filter(({ terms }) => terms.length > 0);
}

function signed(weight: number): string {
  const digits = String(Math.round(Math.abs(weight) * 100) / 100);
  return `${weight < 0 ? '−' : '+'}${digits}`;
}

function relatedEntries(paper: Paper, survey: Survey): RelatedEntry[] {
  return paper.related.flatMap(({ id, shared }) => {
    const other = survey.paperById.get(id);
    return other === undefined ? [] : [{ entry: paperEntry(other, survey, true), shared: shared.join(', ') }];
  });
}

function evidenceOf(
  paper: Paper,
  survey: Survey,
): Pick<PaperView, 'sources' | 'mergeNote' | 'provenance' | 'conflicts'> {
  const origin = (provenance: Parameters<typeof describeOrigin>[0]): Origin =>
    describeOrigin(provenance, paper.sources, survey);
  return {
    sources: paper.sources.map((source) => ({
      label: describeSource(source),
      href: recordHref(source, survey),
    })),
    mergeNote: paper.mergedBy === null ? null : describeMerge(paper.mergedBy),
    provenance: sourcedFieldSchema.options.flatMap((field: SourcedField) => {
      const provenance = paper.provenance[field];
      return provenance === undefined ? [] : [{ field: fieldLabel(field), origin: origin(provenance) }];
    }),
    conflicts: paper.conflicts.map(({ field, kept, dropped }) => ({
      field: fieldLabel(field),
      kept: { value: kept.value, origin: origin(kept.provenance) },
      dropped: { value: dropped.value, origin: origin(dropped.provenance) },
    })),
  };
}

/** Why several records were taken for one paper. */
export function describeMerge(reason: NonNullable<Paper['mergedBy']>): string {
  switch (reason) {
    case 'arxiv':
      return 'Merged because the records carry the same arXiv id.';
    case 'doi':
      return 'Merged because the records carry the same DOI.';
    case 'title':
      return 'Merged because the records have the same title.';
    case 'similarity':
      return 'Merged because title and abstract are nearly identical.';
    case 'curation':
      return 'Merged by a curator.';
  }
}

function filtersOf(paper: Paper): SearchFilters {
  const known = (value: string | null): string[] => (value === null ? [] : [value]);
  return {
    kind: ['Paper'],
    published: known(paper.published?.value ?? null),
    year: paper.year === null ? [] : [String(paper.year)],
    topic: [...known(paper.topic), ...paper.also],
    area: known(paper.area),
    platform: paper.platforms,
  };
}
