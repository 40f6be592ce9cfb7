import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type AtomEntry, type AtomFeed, atomFeed } from '../../../src/exports/atom.ts';
import { openSearchDescription } from '../../../src/exports/opensearch.ts';
import { longestSitemap, sitemapFiles } from '../../../src/exports/sitemap.ts';
import { escapedXml } from '../../../src/exports/xml.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['entry', 'link', 'author', 'category', 'url', 'sitemap', 'Url'].includes(name),
});

/** The strict parser throws at the first fault. */
function expectWellFormed(xml: string): void {
  expect(() => new SaxesParser({ xmlns: true }).write(xml).close()).not.toThrow();
}

function parsed(xml: string): unknown {
  expectWellFormed(xml);
  return parser.parse(xml);
}

const entryOf = (known: Partial<AtomEntry> = {}): AtomEntry => ({
  id: 'tag:kettles.example,2026:papers/a',
  title: 'A & B <i>',
  page: 'https://example.org/survey/papers/a/?x=1&y=2',
  updated: '2026-11-21',
  published: null,
  authors: ['José "Pepe" García'],
  related: [],
  categories: [{ term: 'boiling', label: 'Boiling & "steam"' }],
  summary: 'a < b',
  ...known,
});
const feedOf = (...entries: readonly AtomEntry[]): AtomFeed => ({
  id: 'tag:kettles.example,2026:papers',
  title: 'Kettles',
  subtitle: 'All about kettles.',
  language: 'en',
  self: 'https://example.org/survey/feed.xml',
  page: 'https://example.org/survey/',
  publisher: 'Kettles',
  updated: '2026-01-01',
  rights: 'MIT',
  entries,
});

const linkSchema = z.object({ '@_rel': z.string(), '@_href': z.url() });
const momentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
const entrySchema = z.object({
  id: z.string(),
  title: z.string(),
  updated: momentSchema,
  published: momentSchema.optional(),
  author: z.array(z.object({ name: z.string() })).optional(),
  link: z.array(linkSchema).min(1),
  category: z.array(z.object({ '@_term': z.string(), '@_label': z.string() })).optional(),
  summary: z.string(),
});
const feedSchema = z.object({
  feed: z.object({
    '@_xmlns': z.literal('http://www.w3.org/2005/Atom'),
    id: z.string(),
    updated: momentSchema,
    author: z.array(z.object({ name: z.string() })),
    link: z.array(linkSchema),
    entry: z.array(entrySchema).default([]),
  }),
});
const readFeed = (feed: AtomFeed) => feedSchema.parse(parsed(atomFeed(feed))).feed;

describe('atomFeed', () => {
  test('is well-formed and holds what RFC 4287 asks of a feed and its entries', () => {
    const feed = readFeed(feedOf(entryOf({ published: '2026-05-04', related: ['https://arxiv.org/abs/2401.00001'] })));
    expect(feed.link.map((link) => [link['@_rel'], link['@_href']])).toEqual([
      ['self', 'https://example.org/survey/feed.xml'],
      ['alternate', 'https://example.org/survey/'],
    ]);
    expect(feed.entry[0]).toMatchObject({ title: 'A & B <i>', summary: 'a < b', published: '2026-05-04T00:00:00Z' });
    expect(feed.entry[0]?.author).toEqual([{ name: 'José "Pepe" García' }]);
    expect(feed.entry[0]?.link[0]?.['@_href']).toBe('https://example.org/survey/papers/a/?x=1&y=2');
    expect(feed.entry[0]?.category?.[0]?.['@_label']).toBe('Boiling & "steam"');
  });

  test('was updated when its newest entry was, whatever their order', () => {
    const entries = [entryOf({ updated: '2026-03-01' }), entryOf({ updated: '2026-12-24' })];
    expect(readFeed(feedOf(...entries)).updated).toBe('2026-12-24T00:00:00Z');
    expect(readFeed(feedOf()).updated).toBe('2026-01-01T00:00:00Z');
  });

  test('stays well-formed and loses no letter, whatever a text holds', () => {
    const nasty = '\u0000\u0008a]]>\u000B<![CDATA[b&amp;\uD800c\uFFFE\u{1F600}';
    expect(readFeed(feedOf(entryOf({ summary: nasty }))).entry[0]?.summary).toBe('a]]><![CDATA[b&amp;\uFFFDc\u{1F600}');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expectWellFormed(atomFeed(feedOf(entryOf({ title: text, summary: text }))));
        expect(escapedXml(text)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF<>"]/);
      }),
    );
  });
});

test('the description of the search keeps to the lengths of its standard', () => {
  const xml = openSearchDescription({
    name: 'Atlas of Efficient AI & its many friends',
    description: 'All.',
    language: 'en',
    search: 'https://example.org/survey/search/',
    self: 'https://example.org/survey/opensearch.xml',
  });
  expect(parsed(xml)).toMatchObject({
    OpenSearchDescription: {
      ShortName: 'Atlas of',
      LongName: 'Atlas of Efficient AI & its many friends',
      Url: [{ '@_template': 'https://example.org/survey/search/?q={searchTerms}' }, { '@_rel': 'self' }],
    },
  });
});

describe('sitemapFiles', () => {
  const pages = ['a', 'b', 'c'].map((name, index) => ({
    address: `https://example.org/${name}/?a&b`,
    changedOn: index === 0 ? null : `2026-0${index}-01`,
  }));

  test('has an index that names every file with its last change', () => {
    const files = sitemapFiles(pages, (name) => `https://example.org/${name}`, 2);
    expect([...files.keys()]).toEqual(['sitemap-index.xml', 'sitemap-0.xml', 'sitemap-1.xml']);
    expect(parsed(files.get('sitemap-index.xml') ?? '')).toMatchObject({
      sitemapindex: {
        sitemap: [
          { loc: 'https://example.org/sitemap-0.xml', lastmod: '2026-01-01' },
          { loc: 'https://example.org/sitemap-1.xml', lastmod: '2026-02-01' },
        ],
      },
    });
    expect(parsed(files.get('sitemap-0.xml') ?? '')).toMatchObject({
      urlset: {
        url: [{ loc: 'https://example.org/a/?a&b' }, { loc: 'https://example.org/b/?a&b', lastmod: '2026-01-01' }],
      },
    });
  });

  test('puts no more addresses into a file than the protocol allows', () => {
    expect(longestSitemap).toBeLessThanOrEqual(50_000);
  });
});
