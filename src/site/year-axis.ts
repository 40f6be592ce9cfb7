/** The years of the survey as places on an axis, the same on every chart so that charts compare. */
import type { Paper } from '../corpus/paper.ts';

/** A place on the axis: one year, all before the first year shown, or no date. */
export interface YearPlace {
  readonly kind: 'year' | 'earlier' | 'undated';
  /** The year; for `earlier` the last of them, for `undated` null. */
  readonly year: number | null;
  /** Two digits, where there is little room. */
  readonly short: string;
  /** As it stands in a table or is read aloud. */
  readonly label: string;
}

/** So many years have a place of their own; a chart of more would not fit on a phone. */
const mostYears = 12;

/** From the earliest to the latest year without a gap; long past years are one place, papers without a date another. */
export function yearAxis(papers: readonly Paper[]): YearPlace[] {
  const years = papers.flatMap(({ year }) => year ?? []);
  const undated = years.length < papers.length ? [undatedPlace] : [];
  if (years.length === 0) return undated;
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  const start = Math.max(first, last - mostYears + 1);
  const earlier = first < start ? [earlierPlace(start - 1)] : [];
  const own = Array.from({ length: last - start + 1 }, (_, index) => yearPlace(start + index));
  return [...earlier, ...own, ...undated];
}

const undatedPlace: YearPlace = { kind: 'undated', year: null, short: 'n.d.', label: 'No date' };

function yearPlace(year: number): YearPlace {
  return { kind: 'year', year, short: `’${twoDigits(year)}`, label: String(year) };
}

function earlierPlace(year: number): YearPlace {
  return { kind: 'earlier', year, short: `≤${twoDigits(year)}`, label: `To ${year}` };
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

/** The papers at each place of the axis, in the order given. */
export function byYearPlace<T extends Pick<Paper, 'year'>>(papers: readonly T[], axis: readonly YearPlace[]): T[][] {
  return axis.map((place) => papers.filter((paper) => isAt(paper.year, place)));
}

function isAt(year: number | null, place: YearPlace): boolean {
  switch (place.kind) {
    case 'year':
      return year === place.year;
    case 'earlier':
      return year !== null && place.year !== null && year <= place.year;
    case 'undated':
      return year === null;
  }
}
