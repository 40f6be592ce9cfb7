/** Geometry of a column chart: stacked parts over evenly spaced places, on a scale from 0. */
import { scaleBand, scaleLinear } from 'd3-scale';

/** A part of a column; in pixels from the top. */
export interface ColumnPart {
  readonly y: number;
  readonly height: number;
}

/** `x`, `width` and `centre` are percentages of the chart's width. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly centre: number;
  /** Where the column ends, in pixels from the top. */
  readonly top: number;
  readonly total: number;
  /** From the bottom up, in the order of the values given. */
  readonly parts: readonly ColumnPart[];
}

export interface ColumnChart {
  /** In pixels, as all heights. */
  readonly height: number;
  readonly baseline: number;
  readonly columns: readonly Column[];
}

/** In pixels: room for a number above the highest column, and for a label below each. */
const headroom = 18;
const footroom = 20;

/**
 * Lays out one column for each stack of values. `plotHeight` is the height in pixels of a column of `most`,
 * which is the highest of these unless charts are to share a scale.
 */
export function columnChart(stacks: readonly (readonly number[])[], plotHeight: number, most?: number): ColumnChart {
  const totals = stacks.map((stack) => stack.reduce((sum, value) => sum + value, 0));
  const baseline = headroom + plotHeight;
  const height = scaleLinear([0, most ?? Math.max(1, ...totals)], [0, plotHeight]);
  const place = scaleBand<number>(stacks.keys(), [0, 100]).padding(0.16);
  return {
    height: baseline + footroom,
    baseline,
    columns: stacks.map((stack, index) => {
      const x = place(index) ?? 0;
      return {
        x: rounded(x),
        width: rounded(place.bandwidth()),
        centre: rounded(x + place.bandwidth() / 2),
        top: rounded(baseline - height(totals[index] ?? 0)),
        total: totals[index] ?? 0,
        parts: partsOf(stack).map(([low, high]) => ({
          y: rounded(baseline - height(high)),
          height: rounded(height(high) - height(low)),
        })),
      };
    }),
  };
}

/** Where each value begins and ends when they are put on top of each other. */
function partsOf(stack: readonly number[]): [low: number, high: number][] {
  let sum = 0;
  return stack.map((value) => {
    const low = sum;
    sum += value;
    return [low, sum];
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
