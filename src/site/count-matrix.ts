/** How many papers of each topic or area fall on each year or platform, as a matrix whose cells lead to them. */
import { matrix, type MatrixColumn } from '../charts/matrix.ts';
import type { Paper } from '../corpus/paper.ts';
import { areaClass } from './area-class.ts';
import { shortLabel } from './platform-charts.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { byYearPlace, yearAxis } from './year-axis.ts';
import { topicYearHref, yearHref } from './year-charts.ts';
import { counted, formatCount } from './wording.ts';

/** A cell with at least one paper. */
export interface MatrixCell {
  readonly href: string;
  readonly count: string;
  /** "Quantization, 2024: 5 papers". */
  readonly label: string;
  /** 1 to 5. */
  readonly shade: number;
}

export interface MatrixHead extends MatrixColumn {
  readonly label: string;
  /** For narrow columns. */
  readonly short: string;
  readonly href: string;
  /** Papers of the column; those of several rows count once. */
  readonly total: string;
}

export interface MatrixRow {
  readonly label: string;
  readonly short: string;
  readonly href: string;
  readonly total: string;
  /** One for each column; null where there is no paper. */
  readonly cells: readonly (MatrixCell | null)[];
}

export interface MatrixGroup {
  /** The area the rows belong to; null where the rows are the areas. */
  readonly area: { readonly label: string; readonly href: string } | null;
  readonly areaClass: string;
  readonly rows: readonly MatrixRow[];
}

export interface CountMatrix {
  readonly caption: string;
  readonly rowHeading: string;
  readonly columns: readonly MatrixHead[];
  readonly groups: readonly MatrixGroup[];
}

interface Column {
  readonly label: string;
  readonly short: string;
  readonly href: string;
  readonly papers: ReadonlySet<Paper>;
  /** Where a cell of this column leads. */
  readonly cellHref: (row: Row) => string;
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly href: string;
  readonly papers: readonly Paper[];
}

interface Group extends Pick<MatrixGroup, 'area' | 'areaClass'> {
  readonly rows: readonly Row[];
}

/** Areas by year. */
export function areaYearMatrix(survey: Survey): CountMatrix {
  const groups = survey.areas.map((entry, index) => ({
    area: null,
    areaClass: areaClass(index),
    rows: [areaRow(entry, survey)],
  }));
  const columns = yearColumns(survey, (place) => (row) => yearHref(place, survey, row.id));
  return countMatrix('Papers of each area per year', 'Area', groups, columns);
}

/** Topics by year. */
export function topicYearMatrix(survey: Survey): CountMatrix {
  const columns = yearColumns(survey, (place) => (row) => topicYearHref(row.id, place, survey));
  return countMatrix('Papers of each topic per year', 'Topic', topicGroups(survey), columns);
}

/** Topics by platform; null when no abstract names any. */
export function topicPlatformMatrix(survey: Survey): CountMatrix | null {
  const { facets, urls } = survey;
  const columns = [...facets.platform.values()].map(({ id, label, papers }): Column => ({
    label: shortLabel(label),
    short: shortLabel(label),
    href: urls.facet('platform', id),
    papers: new Set(papers),
    cellHref: (row) => urls.topic(row.id, { platform: id }),
  }));
  if (columns.length === 0) return null;
  return countMatrix('Papers of each topic by platform', 'Topic', topicGroups(survey), columns);
}

function yearColumns(
  survey: Survey,
  cellHref: (place: ReturnType<typeof yearAxis>[number]) => (row: Row) => string,
): Column[] {
  const axis = yearAxis(survey.papers);
  const papers = byYearPlace(survey.papers, axis);
  return axis.map((place, index) => ({
    label: place.label,
    short: place.short,
    href: yearHref(place, survey),
    papers: new Set(papers[index]),
    cellHref: cellHref(place),
  }));
}

function areaRow({ area, topics }: AreaEntry, { urls }: Survey): Row {
  const papers = topics.flatMap((entry) => entry.papers);
  return { id: area.id, label: area.title, short: area.title, href: urls.area(area.id), papers };
}

function topicGroups(survey: Survey): Group[] {
  const { areas, urls } = survey;
  const rowOf = ({ topic, papers }: TopicEntry): Row => {
    const { id, title, short = title } = topic;
    return { id, label: title, short, href: urls.topic(id), papers };
  };
  return areas.map(({ area, topics }, index) => ({
    area: { label: area.title, href: urls.area(area.id) },
    areaClass: areaClass(index),
    rows: topics.map(rowOf),
  }));
}

function countMatrix(
  caption: string,
  rowHeading: string,
  groups: readonly Group[],
  columns: readonly Column[],
): CountMatrix {
  const rows = groups.flatMap((group) => group.rows);
  const counts = rows.map(({ papers }) => columns.map((column) => sizeOfMeeting(papers, column.papers)));
  const geometry = matrix(counts, columns.length);
  const indexOf = new Map(rows.map((row, index) => [row, index]));
  const cellOf = (row: Row, column: Column, place: number): MatrixCell | null => {
    const index = indexOf.get(row) ?? 0;
    const count = counts[index]?.[place] ?? 0;
    if (count === 0) return null;
    return {
      href: column.cellHref(row),
      count: formatCount(count),
      label: `${row.short}, ${column.label}: ${counted(count, 'paper')}`,
      shade: geometry.shades[index]?.[place] ?? 0,
    };
  };
  return {
    caption,
    rowHeading,
    columns: geometry.columns.flatMap((place, index) => {
      const column = columns[index];
      if (column === undefined) return [];
      const { label, short, href, papers } = column;
      return [{ ...place, label, short, href, total: formatCount(papers.size) }];
    }),
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        label: row.label,
        short: row.short,
        href: row.href,
        total: formatCount(row.papers.length),
        cells: columns.map((column, place) => cellOf(row, column, place)),
      })),
    })),
  };
}

function sizeOfMeeting(papers: readonly Paper[], others: ReadonlySet<Paper>): number {
  return papers.filter((paper) => others.has(paper)).length;
}
