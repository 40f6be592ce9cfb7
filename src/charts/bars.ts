/** Geometry of horizontal bars on a common scale from 0. */

/** The length of each bar in percent; the longest takes all. */
export function barLengths(values: readonly number[]): number[] {
  const most = Math.max(1, ...values);
  return values.map((value) => Math.round((value / most) * 10_000) / 100);
}
