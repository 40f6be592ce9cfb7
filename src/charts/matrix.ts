/** Geometry of a matrix of counts: columns of equal width, shades in a few steps. */
import { scaleSqrt } from 'd3-scale';

/** In percent of the width of a row. */
export interface MatrixColumn {
  readonly x: number;
  readonly width: number;
  readonly centre: number;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  /** For each count a shade from 1 to `shades`; 0 where nothing is counted. */
  readonly shades: readonly (readonly number[])[];
}

/** How many shades there are: more could not be told apart. */
export const shades = 5;

/** Lays out rows of counts; every row has `width` columns. Shades grow with the root of the count, up to the greatest. */
export function matrix(rows: readonly (readonly number[])[], width: number): Matrix {
  const most = Math.max(1, ...rows.flat());
  const shade = scaleSqrt([0, most], [0, shades]);
  const share = 100 / Math.max(1, width);
  return {
    columns: Array.from({ length: width }, (_, index) => ({
      x: rounded(index * share),
      width: rounded(share),
      centre: rounded((index + 0.5) * share),
    })),
    shades: rows.map((row) => row.map((count) => Math.max(0, Math.ceil(shade(count) - 1e-9)))),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
