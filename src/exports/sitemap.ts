/** Sitemaps (sitemaps.org). */
import { escapedXml } from './xml.ts';

export interface SitemapPage {
  /** Absolute address. */
  readonly address: string;
  /** Day of the last change, where it is known. */
  readonly changedOn: string | null;
}

/** The most addresses that one file may hold. */
export const longestSitemap = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The files of a sitemap by name: an index and as many files as the pages need. `addressOf`: the address of a file. */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  addressOf: (file: string) => string,
  longest = longestSitemap,
): Map<string, string> {
  const parts = Array.from({ length: Math.max(1, Math.ceil(pages.length / longest)) }, (_, index) => ({
    name: `sitemap-${index}.xml`,
    pages: pages.slice(index * longest, (index + 1) * longest),
  }));
  const index = parts.map(({ name, pages: part }) => ({ address: addressOf(name), changedOn: latest(part) }));
  return new Map([
    ['sitemap-index.xml', document('sitemapindex', 'sitemap', index)],
    ...parts.map(({ name, pages: part }) => [name, document('urlset', 'url', part)] as const),
  ]);
}

function latest(pages: readonly SitemapPage[]): string | null {
  return pages.reduce<string | null>(
    (last, { changedOn }) => (changedOn !== null && (last === null || changedOn > last) ? changedOn : last),
    null,
  );
}

function document(root: string, element: string, pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ address, changedOn }) => {
    const change = changedOn === null ? '' : `<lastmod>${escapedXml(changedOn)}</lastmod>`;
    return `  <${element}><loc>${escapedXml(address)}</loc>${change}</${element}>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="${namespace}">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n');
}
