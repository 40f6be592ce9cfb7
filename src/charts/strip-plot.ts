/** Geometry of a strip plot: one strip per row, a dot per value, on a logarithmic scale. */

export interface StripValue {
  /** At least 1. */
  readonly value: number;
  /** Where a range begins; null for a single value. */
  readonly low: number | null;
}

/** A dot. `x` and `from` are percentages of the plot's width, `y` is in pixels. */
export interface StripDot {
  readonly x: number;
  readonly y: number;
  /** Where the line of a range begins. */
  readonly from: number | null;
}

/** A strip; all in pixels from the top. */
export interface Strip {
  /** Baseline of the label; null when rows have none. */
  readonly labelY: number | null;
  readonly axisY: number;
  /** In the order of the values given. */
  readonly dots: readonly StripDot[];
}

export interface StripPlot {
  /** In pixels. */
  readonly height: number;
  /** `label` is empty for the steps between powers of ten where there would be too many labels. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly strips: readonly Strip[];
}

/** In percent: room for half a dot at both ends. */
const margin = 2;
/** In percent of the width: dots nearer than this are stacked. */
const dotWidth = 2.6;
/** In pixels. */
const laneHeight = 9;
const labelHeight = 18;
const stripGap = 10;
const tickHeight = 20;

/** Lays out the rows from top to bottom; `labelled` leaves room for a line of text above each. */
export function stripPlot(rows: readonly (readonly StripValue[])[], labelled: boolean): StripPlot {
  const top = upperEnd(rows.flat().map(({ value }) => value));
  const position = (value: number): number =>
    rounded(margin + (Math.log(Math.max(1, value)) / Math.log(top)) * (100 - 2 * margin));
  const strips: Strip[] = [];
  let y = tickHeight;
  for (const row of rows) {
    const lanes = lanesOf(row.map(({ value }) => position(value)));
    const labelY = labelled ? y + labelHeight - 5 : null;
    const axisY = y + (labelled ? labelHeight : 0) + Math.max(1, ...lanes.map((lane) => lane + 1)) * laneHeight;
    const dots = row.map(({ value, low }, index) => ({
      x: position(value),
      y: axisY - laneHeight / 2 - (lanes[index] ?? 0) * laneHeight,
      from: low === null ? null : position(low),
    }));
    strips.push({ labelY, axisY, dots });
    y = axisY + stripGap;
  }
  return {
    height: y,
    ticks: ticksUpTo(top).map((value) => ({ x: position(value), label: isLabelled(value, top) ? `${value}×` : '' })),
    strips,
  };
}

/** For each place the lowest lane in which it overlaps nothing that is already there. */
function lanesOf(places: readonly number[]): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const ends: number[] = [];
  const lanes = new Map<number, number>();
  for (const index of order) {
    const place = places[index] ?? 0;
    const free = ends.findIndex((end) => end <= place);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = place + dotWidth;
    lanes.set(index, lane);
  }
  return places.map((_, index) => lanes.get(index) ?? 0);
}

/** The steps 1, 2, 5, 10, 20 … up to the first that is not below `top`. */
function ticksUpTo(top: number): number[] {
  const ticks: number[] = [];
  for (let decade = 1; decade <= top; decade *= 10) {
    ticks.push(...[1, 2, 5].map((step) => step * decade).filter((value) => value <= top));
  }
  return ticks;
}

/** The first of 2, 5, 10, 20, 50 … that is not below any value. */
function upperEnd(values: readonly number[]): number {
  const most = Math.max(2, ...values);
  let decade = 1;
  while (decade * 10 < most) decade *= 10;
  return [2, 5, 10].map((step) => step * decade).find((value) => value >= most) ?? decade * 10;
}

function isLabelled(value: number, top: number): boolean {
  return top <= 100 || Number.isInteger(Math.log10(value));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
