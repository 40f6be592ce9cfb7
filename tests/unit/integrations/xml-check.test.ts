import { describe, expect, test } from 'vitest';
import { checkXml } from '../../../src/integrations/xml-check.ts';

const origin = 'https://kettles.example';
const files = new Set(['index.html', 'a/index.html', 'feed.xml', 'sitemap-0.xml', 'search/index.html']);

function faultsOf(
  xml: Record<string, string>,
  listed: readonly string[] = [],
  named: readonly string[] = Object.keys(xml),
): string[] {
  const check = checkXml({ base: '/', origin, files });
  for (const [file, text] of Object.entries(xml)) check.add(file, text);
  return check.finish(listed, new Set(named)).map(({ code, place, message }) => {
    const at = place.kind === 'position' ? `${place.path}:${place.line}` : place.kind === 'file' ? place.path : '';
    return `${code} ${at} ${message}`;
  });
}

const entry = (id: string, page = 'a/'): string =>
  `<entry><id>${id}</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><link href="${origin}/${page}"/></entry>`;
const feed = (...entries: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:x</id><title>T</title><updated>2026-01-01T00:00:00Z</updated>` +
  `<link rel="self" href="${origin}/feed.xml"/>\n${entries.join('\n')}</feed>`;

describe('checkXml', () => {
  test('has nothing to say about a sound feed, sitemap and search description', () => {
    const sitemap = `<urlset><url><loc>${origin}/</loc></url><url><loc>${origin}/a/</loc></url></urlset>`;
    const search = `<OpenSearchDescription><Url template="${origin}/search/?q={searchTerms}"/></OpenSearchDescription>`;
    const xml = { 'feed.xml': feed(entry('tag:a')), 'sitemap-0.xml': sitemap, 'opensearch.xml': search };
    expect(faultsOf(xml, ['index.html', 'a/index.html'])).toEqual([]);
  });

  test('reports what is not well-formed, with its line', () => {
    expect(faultsOf({ 'feed.xml': '<feed>\n<b></feed>' })).toEqual([
      expect.stringMatching(/^invalid-xml feed\.xml:2 .*unexpected close tag/),
    ]);
  });

  test('reports what a feed or an entry lacks, and ids that stand twice', () => {
    expect(faultsOf({ 'feed.xml': feed(entry('tag:a').replace('<title>t</title>', '')) })).toEqual([
      'invalid-xml feed.xml:2 <entry> has no <title>',
    ]);
    expect(faultsOf({ 'feed.xml': feed(entry('tag:a'), entry('tag:a')) })).toEqual([
      'invalid-xml feed.xml:3 two entries have the id tag:a',
    ]);
  });

  test('reports addresses of this site that lead nowhere, not those of others', () => {
    const related = entry('tag:b').replace('<link', '<link rel="related" href="https://elsewhere.example/x"/><link');
    expect(faultsOf({ 'feed.xml': feed(entry('tag:a', 'gone/'), related) })).toEqual([
      `broken-link feed.xml:2 ${origin}/gone/ leads nowhere`,
    ]);
  });

  test('reports a feed that no page names', () => {
    expect(faultsOf({ 'feed.xml': feed(entry('tag:a')) }, [], [])).toEqual([
      'unnamed-feed feed.xml no page names this file in its head',
    ]);
  });

  test('reports pages that the sitemap leaves out', () => {
    const sitemap = `<urlset><url><loc>${origin}/</loc></url></urlset>`;
    expect(faultsOf({ 'sitemap-0.xml': sitemap }, ['index.html', 'a/index.html'])).toEqual([
      'sitemap-gap a/index.html the sitemap does not name this page',
    ]);
  });
});
