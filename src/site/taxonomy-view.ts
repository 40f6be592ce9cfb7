/** The pages of the taxonomy: all topics, one area, one topic. */
import type { Paper } from '../corpus/paper.ts';
import { type CountGroup, facetCounts, facetTitles } from './facet-counts.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { areaIndexOf, type PaperEntry, paperEntry, type TopicLink, topicLink } from './paper-entry.ts';
import { proseView, type ProseView } from './survey-prose.ts';
import { topicResults, type TopicResults } from './results.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
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
  readonly area: AreaSummary;
  readonly charts: SmallCharts;
  /** Null when nobody has written about the area. */
  readonly prose: ProseView | null;
}

export interface YearGroup {
  readonly label: string;
  readonly papers: readonly PaperEntry[];
}

export interface TopicView {
  readonly frame: PageFrame;
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly count: string;
  readonly areaId: string;
  readonly areaIndex: number;
  readonly charts: SmallCharts;
  /** Null when nobody has written about the topic. */
  readonly prose: ProseView | null;
  readonly years: readonly YearGroup[];
  readonly results: TopicResults;
  readonly also: readonly PaperEntry[];
  /** The papers by facet. */
  readonly across: readonly CountGroup[];
  /** What a reader might look for here and finds in another topic. */
  readonly elsewhere: readonly { readonly what: string; readonly topic: TopicLink }[];
  /** The other topics of the area. */
  readonly siblings: readonly TopicSummary[];
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
    facets: facetKinds
      .filter((kind) => survey.facets[kind].size > 0)
      .map((kind) => ({ label: facetTitles[kind], href: urls.facets(kind) })),
  };
}

/** One area: its topics with their newest papers. */
export function areaView(entry: AreaEntry, survey: Survey): AreaView {
  const area = areaSummary(entry, survey, newestPerTopic);
  const prose = proseView('area', area.id, survey);
  return {
    frame: pageFrame(survey, {
      title: area.title,
      description: area.summary,
      path: area.href,
      above: [{ label: 'Topics', href: survey.urls.topics() }],
      kind: { kind: 'collection', card: { kind: 'area', id: area.id } },
      hasMath:
        prose?.hasMath || hasMath(...area.topics.flatMap(({ newest }) => newest.map(({ titleHtml }) => titleHtml))),
    }),
    area,
    charts: { years: areaYears(entry, survey), platforms: areaPlatforms(entry, survey) },
    prose,
  };
}

/** One topic: its papers by year, and those that belong here too. */
export function topicView(entry: TopicEntry, survey: Survey): TopicView {
  const { topic, area } = entry;
  const { urls, areas } = survey;
  const prose = proseView('topic', topic.id, survey);
  const years = byYear(entry.papers, survey, false);
  const also = entry.alsoPapers.map((paper) => paperEntry(paper, survey, true));
  return {
    frame: pageFrame(survey, {
      title: topic.title,
      description: topic.definition,
      path: urls.topic(topic.id),
      above: [
        { label: 'Topics', href: urls.topics() },
        { label: area.title, href: urls.area(area.id) },
      ],
      kind: { kind: 'collection', card: { kind: 'topic', id: topic.id } },
      hasMath:
        prose?.hasMath ||
        hasMath(...[...years.flatMap(({ papers }) => papers), ...also].map(({ titleHtml }) => titleHtml)),
    }),
    id: topic.id,
    title: topic.title,
    definition: topic.definition,
    count: counted(entry.papers.length, 'paper'),
    areaId: area.id,
    areaIndex: areaIndexOf(area.id, areas),
    charts: { years: topicYears(entry, survey), platforms: topicPlatforms(entry, survey) },
    prose,
    years,
    results: topicResults(entry, survey),
    also,
    across: facetCounts(entry.papers, ['platform', 'modality', 'contribution', 'author'], survey),
    elsewhere: topic.notHere.flatMap(({ what, see }) => {
      const link = topicLink(see, survey);
      return link === null ? [] : [{ what: sentenceStart(what), topic: link }];
    }),
    siblings: (areas.find((other) => other.area.id === area.id)?.topics ?? [])
      .filter((other) => other.topic.id !== topic.id)
      .map((other) => topicSummary(other, survey, 0)),
  };
}

/** Papers in the order given, grouped by year; those without a date last. */
export function byYear(papers: readonly Paper[], survey: Survey, showTopic: boolean): YearGroup[] {
  const groups = Map.groupBy(papers, (paper) => paper.year ?? -Infinity);
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([year, members]) => ({
      label: Number.isFinite(year) ? String(year) : 'Date not in the sources',
      papers: members.map((paper) => paperEntry(paper, survey, showTopic)),
    }));
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
