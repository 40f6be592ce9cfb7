/** The pages of the taxonomy: all topics, one area, one topic. */
import type { Paper } from '../corpus/paper.ts';
import { topicCorrectionHref } from './correction.ts';
import { type CountGroup, facetCounts, facetTitles } from './facet-counts.ts';
import { papersOfArea, papersOfTopic } from './collections.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import { pageContents } from './page-contents.ts';
import { feedAlternates, type FeedReference, feedReference } from './feed-reference.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { areaIndexOf, type PaperEntry, paperEntry, type TopicLink, topicLink } from './paper-entry.ts';
import { topicResults, type TopicResults } from './results.ts';
import { type ContentsEntry, proseView, type ProseView } from './survey-prose.ts';
import { pageShare, type ShareView } from './share-view.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { type ComparedTopic, compareTopics } from './topic-comparison.ts';
import { topicPapers, type TopicPapersView } from './topic-papers.ts';
import { type TopicTable, type TopicTableLink, topicTable } from './topic-table.ts';
import { facetKinds } from './urls.ts';
import { areaYears, topicYears, type YearsChartView } from './year-charts.ts';
import { areaPlatforms, type PlatformsChartView, topicPlatforms } from './platform-charts.ts';
import { counted, formatCount, sentenceStart } from './wording.ts';

export interface TopicSummary {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly href: string;
  /** "17 papers". */
  readonly count: string;
  readonly newest: readonly PaperEntry[];
}

export interface AreaSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly count: string;
  /** The same without a word: "46". */
  readonly size: string;
  readonly areaIndex: number;
  readonly topics: readonly TopicSummary[];
}

export interface TopicsView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly areas: readonly AreaSummary[];
  readonly unsorted: readonly PaperEntry[];
  readonly table: TopicTable;
  /** The indexes of the facets that have any value. */
  readonly facets: readonly TopicTableLink[];
}

/** Its years and platforms. */
export interface SmallCharts {
  readonly years: YearsChartView;
  /** Null when no abstract names a platform. */
  readonly platforms: PlatformsChartView | null;
}

export interface AreaView {
  readonly frame: PageFrame;
  readonly feed: FeedReference | null;
  readonly area: AreaSummary;
  readonly charts: SmallCharts;
  readonly facts: readonly string[];
  readonly searchHref: string;
  readonly share: ShareView;
  /** Null when nobody has written about the area. */
  readonly prose: ProseView | null;
  readonly contents: readonly ContentsEntry[];
  /** The topics side by side; empty where there is but one. */
  readonly comparison: readonly ComparedTopic[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

export interface TopicView {
  readonly frame: PageFrame;
  readonly markdownHref: string;
  readonly feed: FeedReference | null;
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** How much there is, in a few words each. */
  readonly facts: readonly string[];
  readonly areaId: string;
  readonly areaIndex: number;
  readonly charts: SmallCharts;
  /** The search within this topic. */
  readonly searchHref: string;
  readonly share: ShareView;
  readonly contents: readonly ContentsEntry[];
  /** Null when nobody has written about the topic. */
  readonly prose: ProseView | null;
  readonly results: TopicResults;
  readonly papers: TopicPapersView;
  /** The papers by facet. */
  readonly across: readonly CountGroup[];
  /** What a reader might look for here and finds in another topic. */
  readonly elsewhere: readonly { readonly what: string; readonly topic: TopicLink }[];
  /** The other topics of the area. */
  readonly siblings: readonly TopicSummary[];
  /** Opens an issue about this page; null where the survey names no repository. */
  readonly correctionHref: string | null;
  /** The topics before and after it in the taxonomy, across areas. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** How many papers of each topic an area page shows. */
const newestPerTopic = 3;

/** The taxonomy with the number of papers in each topic. */
export function topicsView(survey: Survey): TopicsView {
  const { areas, topics, counts, urls } = survey;
  const title = 'Topics';
  const lead = `${counted(counts.papers, 'paper')} in ${counted(areas.length, 'area')} and ${counted(topics.length, 'topic')}. Every paper has one topic where a reader would look first, and up to two where it belongs too.`;
  const unsorted = survey.unsorted.map((paper) => paperEntry(paper, survey, false));
  return {
    frame: pageFrame(survey, {
      title,
      description: lead,
      path: urls.topics(),
      kind: { kind: 'collection' },
      hasMath: hasMath(...unsorted.map((entry) => entry.titleHtml)),
    }),
    title,
    lead,
    areas: areas.map((entry) => areaSummary(entry, survey, 0)),
    unsorted,
    table: topicTable(survey),
    facets: facetKinds.map((kind) => ({ label: facetTitles[kind], href: urls.facets(kind) })),
  };
}

/** One area: its topics side by side, then each with its newest papers. */
export function areaView(entry: AreaEntry, survey: Survey): AreaView {
  const area = areaSummary(entry, survey, newestPerTopic);
  const prose = proseView('area', area.id, survey);
  const comparison = compareTopics(entry.topics, survey);
  const feed = feedReference({ kind: 'area', id: area.id, title: area.title }, survey);
  return {
    frame: pageFrame(survey, {
      title: area.title,
      description: area.summary,
      path: area.href,
      above: [{ label: 'Topics', href: survey.urls.topics() }],
      kind: { kind: 'collection', papers: papersOfArea(entry), card: { kind: 'area', id: area.id } },
      alternates: feedAlternates(feed),
      hasMath:
        prose?.hasMath || hasMath(...area.topics.flatMap(({ newest }) => newest.map(({ titleHtml }) => titleHtml))),
    }),
    feed,
    area,
    charts: { years: areaYears(entry, survey), platforms: areaPlatforms(entry, survey) },
    facts: [counted(entry.topics.length, 'topic'), ...factsOf(entry.topics.flatMap(({ papers }) => papers))],
    searchHref: survey.urls.search({ area: area.id }),
    share: pageShare(area.title, survey.urls.area(area.id), survey),
    prose,
    contents: pageContents(prose, [
      { title: comparisonTitle, isShown: comparison.length > 0 },
      ...area.topics.map(({ id, title }) => ({ title, anchor: id, isShown: true })),
    ]),
    comparison,
    ...neighboursOf(
      survey.areas.map((other) => ({
        id: other.area.id,
        label: other.area.title,
        href: survey.urls.area(other.area.id),
      })),
      area.id,
    ),
  };
}

/** The heading over the topics of an area side by side. */
export const comparisonTitle = 'Topics at a glance';

/** One topic: what is written about it, what it reports, its papers. */
export function topicView(entry: TopicEntry, survey: Survey): TopicView {
  const { topic, area } = entry;
  const { urls, areas } = survey;
  const prose = proseView('topic', topic.id, survey);
  const feed = feedReference({ kind: 'topic', id: topic.id, title: topic.title }, survey);
  const results = topicResults(entry, survey);
  const around = aroundOf(entry, survey);
  return {
    frame: topicFrame(entry, prose, feed, survey),
    feed,
    markdownHref: urls.topicMarkdown(topic.id),
    id: topic.id,
    title: topic.title,
    definition: topic.definition,
    facts: [
      ...factsOf(entry.papers),
      ...(entry.alsoPapers.length === 0 ? [] : [`${formatCount(entry.alsoPapers.length)} more relevant`]),
    ],
    areaId: area.id,
    areaIndex: areaIndexOf(area.id, areas),
    charts: { years: topicYears(entry, survey), platforms: topicPlatforms(entry, survey) },
    searchHref: urls.search({ topic: topic.id }),
    share: pageShare(topic.title, urls.topic(topic.id), survey, true),
    contents: pageContents(prose, [
      { title: 'Reported results', isShown: results.rows.length > 0 },
      { title: 'Papers', isShown: true },
      { title: 'Also relevant', isShown: entry.alsoPapers.length > 0 },
      { title: 'By facet and author', anchor: 'facets', isShown: around.across.length > 0 },
      { title: 'Elsewhere in the survey', isShown: around.elsewhere.length > 0 },
    ]),
    prose,
    results,
    papers: topicPapers(entry, survey),
    ...around,
    correctionHref: topicCorrectionHref(entry, survey),
    ...neighboursOf(
      survey.topics.map((other) => ({
        id: other.topic.id,
        label: other.topic.title,
        href: urls.topic(other.topic.id),
      })),
      topic.id,
    ),
  };
}

function topicFrame(entry: TopicEntry, prose: ProseView | null, feed: FeedReference | null, survey: Survey): PageFrame {
  const { topic, area } = entry;
  const { urls } = survey;
  const papers = papersOfTopic(entry);
  return pageFrame(survey, {
    title: topic.title,
    description: topic.definition,
    path: urls.topic(topic.id),
    above: [
      { label: 'Topics', href: urls.topics() },
      { label: area.title, href: urls.area(area.id) },
    ],
    kind: { kind: 'collection', papers, card: { kind: 'topic', id: topic.id } },
    alternates: [
      ...feedAlternates(feed),
      { href: urls.topicMarkdown(topic.id), type: 'text/markdown', title: `${topic.title} as Markdown` },
    ],
    hasMath: prose?.hasMath || hasMath(...papers.map(({ title }) => title.html)),
  });
}

function aroundOf(
  { topic, area, papers }: TopicEntry,
  survey: Survey,
): Pick<TopicView, 'across' | 'elsewhere' | 'siblings'> {
  return {
    across: facetCounts(papers, ['platform', 'modality', 'contribution', 'author'], survey),
    elsewhere: topic.notHere.flatMap(({ what, see }) => {
      const link = topicLink(see, survey);
      return link === null ? [] : [{ what: sentenceStart(what), topic: link }];
    }),
    siblings: (survey.areas.find((other) => other.area.id === area.id)?.topics ?? [])
      .filter((other) => other.topic.id !== topic.id)
      .map((other) => topicSummary(other, survey, 0)),
  };
}

/** How many papers, of which years, with what to build on; parts that would say "none" are left out. */
function factsOf(papers: readonly Paper[]): string[] {
  const years = papers.flatMap(({ year }) => year ?? []);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const reporting = papers.filter(({ claims }) => claims.length > 0).length;
  const withCode = papers.filter(({ code }) => code.length > 0).length;
  return [
    counted(papers.length, 'paper'),
    ...(years.length === 0 ? [] : [first === last ? String(first) : `${first}–${last}`]),
    ...(reporting === 0 ? [] : [`${formatCount(reporting)} report results`]),
    ...(withCode === 0 ? [] : [`${formatCount(withCode)} with code`]),
  ];
}

/** An area with its topics; `newest` papers are shown for each topic. */
export function areaSummary(entry: AreaEntry, survey: Survey, newest: number): AreaSummary {
  const { area, topics, paperCount } = entry;
  return {
    id: area.id,
    title: area.title,
    summary: area.summary,
    href: survey.urls.area(area.id),
    count: counted(paperCount, 'paper'),
    size: formatCount(paperCount),
    areaIndex: areaIndexOf(area.id, survey.areas),
    topics: topics.map((topic) => topicSummary(topic, survey, newest)),
  };
}

function topicSummary({ topic, papers }: TopicEntry, survey: Survey, newest: number): TopicSummary {
  return {
    id: topic.id,
    title: topic.title,
    definition: topic.definition,
    href: survey.urls.topic(topic.id),
    count: formatCount(papers.length),
    newest: papers.slice(0, newest).map((paper) => paperEntry(paper, survey, false)),
  };
}
