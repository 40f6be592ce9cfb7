import type { Locator } from '@playwright/test';

/** The absolute addresses of all links that match. */
export function addressesOf(links: Locator): Promise<string[]> {
  // Links in drawings have an animated address, so all are read from their markup.
  return links.evaluateAll((elements: Element[]) =>
    elements.map((element) => new URL(element.getAttribute('href') ?? '', element.baseURI).href),
  );
}
