/** Layout shift as the browser measures it. */
import type { Page } from '@playwright/test';

/**
 * Watches a page from before it loads. The function it returns gives the sum of all shifts so far; those within half
 * a second of a reader's input count only when `afterInput` says so.
 */
export async function watchLayoutShift(page: Page): Promise<(afterInput?: boolean) => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { unasked: 0, asked: 0 };
    Object.assign(window, { layoutShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('value' in entry) || typeof entry.value !== 'number') continue;
        if ('hadRecentInput' in entry && entry.hadRecentInput === true) shifts.asked += entry.value;
        else shifts.unasked += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async (afterInput = false) => {
    const shifts: unknown = await page.evaluate((): unknown => Reflect.get(window, 'layoutShifts'));
    if (typeof shifts !== 'object' || shifts === null) throw new Error('the page was not watched');
    const value: unknown = Reflect.get(shifts, afterInput ? 'asked' : 'unasked');
    if (typeof value !== 'number') throw new Error('no layout shift was measured');
    return value;
  };
}
