import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { parseLedger } from '../../../src/corpus/permalinks.ts';
import {
  ledgerText,
  movedFiles,
  newLedgerEntries,
  publicPathOf,
  vanishedUrls,
} from '../../../src/corpus/published-urls.ts';

const ledgerOf = (...lines: readonly string[]) => parseLedger(ledgerFile(...lines));
const ledgerFile = (...lines: readonly string[]) => ({ path: 'content/permalinks.txt', text: `${lines.join('\n')}\n` });
const site = (...files: readonly string[]) => ({ files: new Set(files), hasAddress: true, hasCards: true });

describe('publicPathOf', () => {
  test.each([
    ['index.html', '/'],
    ['papers/a/index.html', '/papers/a/'],
    ['papers/a.bib', '/papers/a.bib'],
    ['sources/a b/index.html', '/sources/a%20b/'],
    ['data/papers.json', '/data/papers.json'],
    ['cards/papers/a.png', '/cards/papers/a.png'],
  ])('%s is public', (file, path) => {
    expect(publicPathOf(file)).toBe(path);
  });

  test.each([
    '404.html',
    '_astro/page.css',
    '_redirects',
    'pagefind/pagefind-entry.json',
    'search/vocabulary.json',
    'sitemap-0.xml',
  ])('%s is a part of the build', (file) => {
    expect(publicPathOf(file)).toBeNull();
  });
});

describe('vanishedUrls', () => {
  const codes = (...found: ReturnType<typeof vanishedUrls>) =>
    found.map(({ message, place }) => `${formatPlace(place)} ${message.split(' ')[0] ?? ''}`);

  test('names pages and files of the ledger that the site lacks, with their lines', () => {
    const ledger = ledgerOf('/', '/data/papers.json', '/papers/a/', '/papers/old/ -> /papers/a/');
    expect(codes(...vanishedUrls(ledger, [], site('index.html', 'papers/a/index.html')))).toEqual([
      'content/permalinks.txt:2:1 /data/papers.json',
      'content/permalinks.txt:4:1 /papers/old/',
    ]);
  });

  test('asks for the members of a family beside every page, moved or not, but not beside a removed one', () => {
    const ledger = ledgerOf(
      '/papers/*.bib',
      '/papers/a/',
      '/papers/by-year/',
      '/papers/gone/',
      '/papers/old/ -> /papers/a/',
    );
    const pages = ['papers/a', 'papers/by-year', 'papers/gone', 'papers/old'].map((page) => `${page}/index.html`);
    expect(codes(...vanishedUrls(ledger, ['gone'], site(...pages)))).toEqual([
      'content/permalinks.txt:1:1 /papers/a.bib',
      'content/permalinks.txt:1:1 /papers/old.bib',
    ]);
  });

  test('does not ask for files beside a page that has moved to a list', () => {
    const ledger = ledgerOf('/authors/', '/authors/*.bib', '/authors/ada/ -> /authors/');
    expect(vanishedUrls(ledger, [], site('authors/index.html', 'authors/ada/index.html'))).toEqual([]);
  });

  test('names a capture that is gone', () => {
    const [fault] = vanishedUrls(ledgerOf('/sources/a%20b/'), [], site());
    expect([fault?.code, fault?.message]).toEqual([
      'missing-capture',
      'the capture "a b", published as /sources/a%20b/, is missing',
    ]);
  });

  test('does not ask for feeds where the site has no address', () => {
    const ledger = ledgerOf('/feed.xml');
    expect(vanishedUrls(ledger, [], { ...site(), hasAddress: false })).toEqual([]);
    expect(vanishedUrls(ledger, [], site())).toHaveLength(1);
  });
});

describe('social cards', () => {
  const ledger = ledgerOf('/cards/papers/*.png', '/papers/a/', '/papers/old/ -> /papers/a/');
  const built = ['papers/a/index.html', 'papers/old/index.html', 'cards/papers/a.png'];

  test('belong to the pages of another folder', () => {
    const fresh = newLedgerEntries(ledgerOf('/papers/a/'), [], new Set(['papers/a/index.html', 'cards/papers/a.png']));
    expect(fresh).toEqual(['/cards/papers/*.png']);
    expect(movedFiles(ledger)).toEqual([{ from: '/cards/papers/old.png', to: '/cards/papers/a.png' }]);
  });

  test('may be missing only where none are drawn', () => {
    expect(vanishedUrls(ledger, [], site(...built)).map(({ message }) => message)).toEqual([
      '/cards/papers/old.png is neither built nor redirected',
    ]);
    expect(vanishedUrls(ledger, [], { ...site(...built), hasCards: false })).toEqual([]);
  });
});

describe('movedFiles', () => {
  test('gives the files beside moved pages and moved files, at the end of their moves', () => {
    const ledger = ledgerOf(
      '/a.json -> /b.json',
      '/b.json',
      '/papers/*.bib',
      '/papers/first/ -> /papers/second/',
      '/papers/second/ -> /papers/third/',
      '/papers/third/',
    );
    expect(movedFiles(ledger)).toEqual([
      { from: '/papers/first.bib', to: '/papers/third.bib' },
      { from: '/papers/second.bib', to: '/papers/third.bib' },
      { from: '/a.json', to: '/b.json' },
    ]);
  });
});

describe('newLedgerEntries', () => {
  const files = [
    'index.html',
    'papers/a/index.html',
    'papers/b/index.html',
    'papers/by-year/index.html',
    'papers/a.bib',
    'papers/b.bib',
    'papers/b.ris',
  ];

  test('lists pages, files, and as a family the files that stand beside every page', () => {
    expect(newLedgerEntries(ledgerOf('/'), [], new Set(files))).toEqual([
      '/papers/*.bib',
      '/papers/a/',
      '/papers/b.ris',
      '/papers/b/',
      '/papers/by-year/',
    ]);
  });

  test('passes over redirects, removed papers and what a family covers', () => {
    const ledger = ledgerOf('/', '/papers/*.bib', '/papers/a/', '/papers/by-year/', '/papers/old/ -> /papers/a/');
    const built = new Set([...files, 'papers/old/index.html', 'papers/old.bib', 'papers/gone/index.html']);
    expect(newLedgerEntries(ledger, ['gone'], built)).toEqual(['/papers/b.ris', '/papers/b/', '/papers/gone/']);
    const complete = new Set([...built, 'papers/a.ris']);
    expect(newLedgerEntries(ledger, ['gone'], complete)).toEqual(['/papers/*.ris', '/papers/b/', '/papers/gone/']);
  });
});

describe('ledgerText', () => {
  test('puts entries and moves in their places and keeps every other line', () => {
    const text = ledgerText(
      ledgerFile('# head', '', '/', '/papers/b/  # kept', '/papers/c/'),
      ['/papers/a/', '/papers/*.bib'],
      new Map([['/papers/c/', '/papers/a/']]),
    );
    expect(text).toBe('# head\n\n/\n/papers/*.bib\n/papers/a/\n/papers/b/  # kept\n/papers/c/ -> /papers/a/\n');
  });

  test('takes back the move of a page that is there again', () => {
    const text = ledgerText(
      ledgerFile('/authors/', '/authors/ada/ -> /authors/'),
      [],
      new Map([['/authors/ada/', null]]),
    );
    expect(text).toBe('/authors/\n/authors/ada/\n');
  });

  test('is stable, and begins an empty file', () => {
    expect(ledgerText(ledgerFile('# head'), ['/b/', '/a/'])).toBe('# head\n/a/\n/b/\n');
    expect(ledgerText(ledgerFile('/a/', '/b/'), [])).toBe('/a/\n/b/\n');
  });
});
