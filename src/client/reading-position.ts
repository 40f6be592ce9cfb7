/** Which part of a page is being read. */

/** How far a page is scrolled, in pixels. */
export interface ScrollPosition {
  /** From the top of the page to the top of the window. */
  readonly top: number;
  /** The height of the window. */
  readonly window: number;
  /** The height of the whole page. */
  readonly page: number;
}

/** Where in the window the eye is taken to be. */
const usualLine = 0.3;

/**
 * The line in the window, measured from its top, above which text counts as reached. It moves down over the last
 * part of the page, so that also a short last part is reached.
 */
export function readingLine({ top, window, page }: ScrollPosition): number {
  const left = Math.max(0, page - window - top);
  return Math.max(usualLine * window, window - left);
}

/** The last of the parts that begins at or above the line; −1 before the first. `tops` run down the page. */
export function partAt(tops: readonly number[], line: number): number {
  return tops.findLastIndex((top) => top <= line);
}
