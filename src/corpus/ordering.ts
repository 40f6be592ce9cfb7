/** Orders that do not depend on a locale. */

/** By UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
