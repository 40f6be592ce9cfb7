/** Papers per year as columns: of the whole survey by area, of an area, of a topic. */
import { type Column, type ColumnChart, columnChart, type ColumnPart } from '../charts/columns.ts';
import type { Paper } from '../corpus/paper.ts';
import { areaClass } from './area-class.ts';
import { areaIndexOf } from './paper-entry.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { byYearPlace, yearAxis, type YearPlace } from './year-axis.ts';
import { counted, formatCount } from './wording.ts';

/** A part of a column that leads to its papers. */
export interface YearPart extends ColumnPart {
  readonly href: string;
  /** "Compression, 2024: 12 papers". */
  readonly label: string;
  readonly areaClass: string;
}

export interface YearColumn extends Column {
  readonly place: YearPlace;
  /** What stands below the column; null where a neighbour's label is enough. */
  readonly foot: string | null;
  readonly href: string;
  /** "2024: 112 papers". */
  readonly label: string;
  /** Parts without a paper are left out. */
  readonly parts: readonly YearPart[];
}

/** A row of the same data as text. */
export interface YearRow {
  readonly place: YearPlace;
  readonly href: string;
  readonly count: string;
}

export interface YearsChartView extends Pick<ColumnChart, 'height' | 'baseline'> {
  readonly title: string;
  /** What the chart shows, for those who do not see it. */
  readonly description: string;
  readonly columns: readonly YearColumn[];
  readonly rows: readonly YearRow[];
}

/** What is put on top of each other. */
interface Series {
  readonly label: string | null;
  readonly areaClass: string;
  readonly papers: readonly Paper[];
  readonly href: (place: YearPlace) => string;
}

interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
  /** Where a whole column leads. */
  readonly href: (place: YearPlace) => string;
  readonly plotHeight: number;
  /** Labels below the first and the last year only, for one of many small charts. */
  readonly isSparse?: boolean;
  /** The count that a column of that height stands for; of the highest column where it is not given. */
  readonly most?: number;
}

/** The whole survey, by area. */
export function surveyYears(survey: Survey, plotHeight = 150): YearsChartView {
  const byArea = Map.groupBy(survey.papers, ({ area }) => area);
  const areas: Series[] = survey.areas.map(({ area }, index) => ({
    label: area.title,
    areaClass: areaClass(index),
    papers: byArea.get(area.id) ?? [],
    href: (place) => yearHref(place, survey, area.id),
  }));
  const unsorted: Series = {
    label: 'Unsorted',
    areaClass: areaClass(-1),
    papers: survey.unsorted,
    href: (place) => yearHref(place, survey, 'unsorted'),
  };
  return yearsChart(
    {
      title: 'Papers per year',
      series: [...areas, unsorted],
      href: (place) => yearHref(place, survey),
      plotHeight,
    },
    survey,
  );
}

/** One area; a column leads to the papers of that area in the list of the year. */
export function areaYears(entry: AreaEntry, survey: Survey): YearsChartView {
  return yearsChart({ title: 'Years', ...areaChart(entry, survey) }, survey);
}

/** Every area, all on one scale. */
export function everyAreaYears(survey: Survey): YearsChartView[] {
  const axis = yearAxis(survey.papers);
  const counts = survey.areas.flatMap((entry) => byYearPlace(papersOf(entry), axis).map(({ length }) => length));
  const most = Math.max(1, ...counts);
  return survey.areas.map((entry) =>
    yearsChart({ title: entry.area.title, ...areaChart(entry, survey), most, isSparse: true }, survey),
  );
}

function areaChart(entry: AreaEntry, survey: Survey): Omit<Chart, 'title'> {
  const { id } = entry.area;
  const href = (place: YearPlace): string => yearHref(place, survey, id);
  const series = { label: null, areaClass: areaClass(areaIndexOf(id, survey.areas)), papers: papersOf(entry), href };
  return { series: [series], href, plotHeight: smallHeight };
}

function papersOf({ topics }: AreaEntry): Paper[] {
  return topics.flatMap(({ papers }) => papers);
}

/** One topic; a column leads to the topic's papers of that year. */
export function topicYears({ topic, area, papers }: TopicEntry, survey: Survey): YearsChartView {
  const href = (place: YearPlace): string => topicYearHref(topic.id, place, survey);
  const series = { label: null, areaClass: areaClass(areaIndexOf(area.id, survey.areas)), papers, href };
  return yearsChart({ title: 'Years', series: [series], href, plotHeight: smallHeight }, survey);
}

const smallHeight = 72;

/** The list of a year, at the papers of one area where one is given. */
export function yearHref({ kind, year }: YearPlace, { urls }: Pick<Survey, 'urls'>, areaId?: string): string {
  if (kind === 'undated') return `${urls.papersByYear()}#no-date`;
  if (kind === 'earlier' || year === null) return urls.facets('year');
  const page = urls.facet('year', String(year));
  return areaId === undefined ? page : `${page}#${areaId}`;
}

/** The page of a topic, narrowed to a year where it can be. */
export function topicYearHref(topicId: string, { kind, year }: YearPlace, { urls }: Pick<Survey, 'urls'>): string {
  return urls.topic(topicId, kind === 'year' && year !== null ? { year: String(year) } : {});
}

function yearsChart(
  { title, series, href, plotHeight, most, isSparse = false }: Chart,
  survey: Survey,
): YearsChartView {
  const axis = yearAxis(survey.papers);
  const counts = series.map(({ papers }) => byYearPlace(papers, axis).map((members) => members.length));
  const stacks = axis.map((_, place) => counts.map((row) => row[place] ?? 0));
  const chart = columnChart(stacks, plotHeight, most);
  const columns = axis.flatMap((place, index): YearColumn[] => {
    const column = chart.columns[index];
    if (column === undefined) return [];
    const parts = column.parts.flatMap((part, which): YearPart[] => {
      const own = series[which];
      const count = counts[which]?.[index] ?? 0;
      if (own === undefined || count === 0) return [];
      const label = `${own.label === null ? '' : `${own.label}, `}${place.label}: ${counted(count, 'paper')}`;
      return [{ ...part, href: own.href(place), label, areaClass: own.areaClass }];
    });
    const label = `${place.label}: ${counted(column.total, 'paper')}`;
    const foot = isSparse && !isEnd(axis, index) ? null : place.short;
    return [{ ...column, parts, place, foot, href: href(place), label }];
  });
  return {
    title,
    description: describe(columns),
    height: chart.height,
    baseline: chart.baseline,
    columns,
    rows: columns
      .filter(({ total }) => total > 0)
      .map(({ place, href: to, total }) => ({ place, href: to, count: formatCount(total) })),
  };
}

/** Whether a place is the first, or the last of its kind. */
function isEnd(axis: readonly YearPlace[], index: number): boolean {
  return index === 0 || axis[index]?.kind !== axis[index + 1]?.kind;
}

/** "Papers per year, from 2015 to 2026; most, 112, in 2024". */
function describe(columns: readonly YearColumn[]): string {
  const years = columns.filter(({ place, total }) => place.kind === 'year' && total > 0);
  const [first, last] = [years.at(0), years.at(-1)];
  if (first === undefined || last === undefined) return 'Papers per year; none has a date';
  const top = years.reduce((best, column) => (column.total > best.total ? column : best), first);
  return `Papers per year, from ${first.place.label} to ${last.place.label}; most, ${formatCount(top.total)}, in ${top.place.label}`;
}
