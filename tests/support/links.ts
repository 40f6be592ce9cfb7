import type { Locator } from '@playwright/test';

/** The absolute addresses of all links that match. */
export function addressesOf(links: Locator): Promise<string[]> {
  return links.evaluateAll((elements: HTMLAnchorElement[]) => elements.map(({ href }) => href));
}
