/** How long the answers of this site are on their way. */

/** Milliseconds for a page above which a connection is slow, such as a phone's. */
export const slowAnswer = 150;

/** Whether the page itself came slowly; `clock`: the browser's own account of it. */
export function isFarAway(clock: Pick<Performance, 'getEntriesByType'>): boolean {
  const [page] = clock.getEntriesByType('navigation');
  return page instanceof PerformanceNavigationTiming && page.responseEnd - page.requestStart > slowAnswer;
}
