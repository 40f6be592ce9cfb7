import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import type { PaperRecord } from '../../../src/corpus/paper.ts';
import {
  assignIds,
  emptyLedger,
  movesOf,
  parseLedger,
  positionOfPermalink,
  resolveMove,
} from '../../../src/corpus/permalinks.ts';
import { record } from '../../support/fabricate.ts';

const ledgerOf = (text: string) => parseLedger({ path: 'content/permalinks.txt', text });
const pathOf = (seed: string) => `seeds/${seed}`;
const single = (one: PaperRecord) => ({ records: [one] as const, mergedBy: null });
const idsOf = (records: readonly PaperRecord[], ledger = emptyLedger) =>
  assignIds(records.map(single), ledger, pathOf).groups.map(({ id }) => id);

describe('parseLedger', () => {
  it('reads paths, moves and comments', () => {
    const { ledger, diagnostics } = ledgerOf('# head\n/\n/papers/old/ -> /papers/new/  # renamed\n\n/papers/new/\n');
    expect(diagnostics).toEqual([]);
    expect([...ledger]).toEqual([
      ['/', null],
      ['/papers/old/', '/papers/new/'],
      ['/papers/new/', null],
    ]);
  });

  it('reads files, and families of files beside the pages of a folder', () => {
    const { diagnostics, ...permalinks } = ledgerOf(
      '/data/papers.json\n/papers/*.bib\n/sources/a%20b/\n/topics/*/feed.xml\n',
    );
    expect(diagnostics).toEqual([]);
    expect([...permalinks.ledger.keys()]).toEqual(['/data/papers.json', '/sources/a%20b/']);
    expect(permalinks.families).toEqual(['/papers/*.bib', '/topics/*/feed.xml']);
    expect(positionOfPermalink(permalinks, '/topics/*/feed.xml').line).toBe(4);
  });

  it('lists what has moved with where it is found at last', () => {
    expect(movesOf(ledgerOf('/a/ -> /b/\n/b/ -> /c/\n/c/\n').ledger)).toEqual([
      { from: '/a/', to: '/c/' },
      { from: '/b/', to: '/c/' },
    ]);
  });

  it('reports lines of another form, repeated paths, and moves to nowhere or in a circle', () => {
    const { diagnostics } = ledgerOf('papers/x/\n/a/\n/a/\n/b/ -> /c/\n/d/ -> /e/\n/e/ -> /d/\n/f\n');
    expect(diagnostics.map(({ place, code }) => `${formatPlace(place)} ${code}`)).toEqual([
      'content/permalinks.txt:1:1 permalink-unknown-form',
      'content/permalinks.txt:3:1 duplicate-entry',
      'content/permalinks.txt:7:1 permalink-unknown-form',
      'content/permalinks.txt:4:1 permalink-unknown-form',
      'content/permalinks.txt:5:1 permalink-unknown-form',
      'content/permalinks.txt:6:1 permalink-unknown-form',
    ]);
  });

  it.each(['/papers/50%/', '/authors/%zz/', '/papers/%ff/', '/a/ -> /b/%2/'])(
    'reports %s, which no browser asks for',
    (line) => {
      const { diagnostics, ledger } = ledgerOf(`${line}\n`);
      expect(diagnostics.map(({ code }) => code)).toEqual(['permalink-unknown-form']);
      expect(ledger.size).toBe(0);
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { ledger } = ledgerOf(text);
        for (const path of ledger.keys()) resolveMove(ledger, path);
      }),
    );
  });
});

describe('assignIds', () => {
  const long = 'A comprehensive and rather long title about the caching of keys and values';

  it('cuts the slug of a title at a word', () => {
    expect(idsOf([record('a.txt:1', long)])).toEqual(['a-comprehensive-and-rather-long-title-about-the-caching-of']);
  });

  it('tells titles with a common beginning apart by more words, in any order', () => {
    const [one, two] = [record('a.txt:1', `${long} in servers`), record('a.txt:9', `${long} on phones`)];
    const expected = [
      'a-comprehensive-and-rather-long-title-about-the-caching-of-keys-and-values-in',
      'a-comprehensive-and-rather-long-title-about-the-caching-of-keys-and-values-on',
    ];
    expect(idsOf([one, two])).toEqual(expected);
    expect(idsOf([two, one])).toEqual([...expected].reverse());
  });

  it('keeps a published id when a newcomer has the same beginning', () => {
    const { ledger } = ledgerOf('/papers/a-comprehensive-and-rather-long-title-about-the-caching-of/\n');
    expect(idsOf([record('a.txt:1', `${long} in servers`), record('b.txt:1', `${long} on phones`)], ledger)).toEqual([
      'a-comprehensive-and-rather-long-title-about-the-caching-of',
      'a-comprehensive-and-rather-long-title-about-the-caching-of-keys',
    ]);
  });

  it('keeps a published id for the paper with the title it is known by, whichever comes first', () => {
    const id = 'a-comprehensive-and-rather-long-title-about-the-caching-of';
    const { ledger } = ledgerOf(`/papers/${id}/\n`);
    const groups = [record('a.txt:1', `${long} on phones`), record('b.txt:1', `${long} in servers`)].map(single);
    const titleOf = (asked: string) => (asked === id ? `${long} in servers` : null);
    expect(assignIds(groups, ledger, pathOf, titleOf).groups.map((group) => group.id)).toEqual([`${id}-keys`, id]);
    expect(assignIds(groups, ledger, pathOf).groups.map((group) => group.id)).toEqual([id, `${id}-keys`]);
  });

  it('follows a moved id', () => {
    const { ledger } = ledgerOf('/papers/some-title/ -> /papers/another-name/\n/papers/another-name/\n');
    expect(idsOf([record('a.txt:1', 'Some title')], ledger)).toEqual(['another-name']);
  });

  it('keeps a published id of any record of the paper', () => {
    const { ledger } = ledgerOf('/papers/second-spelling/\n');
    const group = {
      records: [record('a.txt:1', 'First spelling'), record('b.txt:1', 'Second spelling')] as const,
      mergedBy: 'curation' as const,
    };
    expect(assignIds([group], ledger, pathOf).groups[0]?.id).toBe('second-spelling');
  });

  it('tells papers of one title apart by author and year, the first keeping the slug', () => {
    const published = { value: '2024-05-01', precision: 'day', yearInferred: false } as const;
    const records = [
      record('a.txt:1', 'One title'),
      record('b.txt:1', 'One title', { authors: ['Ada Müller'], published }),
      record('c.txt:1', 'One title', { authors: ['Bo Müller'], published }),
    ];
    expect(idsOf(records)).toEqual(['one-title', 'one-title-muller', 'one-title-muller-2024']);
  });

  it('reports two papers that no word sets apart', () => {
    const records = Array.from({ length: 4 }, (_, index) =>
      record(`a.txt:${index + 1}`, 'One title', { abstract: '—' }),
    );
    const { groups, diagnostics } = assignIds(records.map(single), emptyLedger, pathOf);
    expect(groups.map(({ id }) => id)).toEqual(['one-title']);
    expect(diagnostics.map(({ code, place }) => `${formatPlace(place)} ${code}`)).toEqual([
      'seeds/a.txt:2:1 duplicate-id',
      'seeds/a.txt:3:1 duplicate-id',
      'seeds/a.txt:4:1 duplicate-id',
    ]);
  });

  it('gives unique ids, the same for the same titles in any order', () => {
    const words = fc.array(fc.constantFrom('efficient', 'inference', 'comprehensive', 'quantization', 'agents', 'a'), {
      minLength: 1,
      maxLength: 12,
    });
    const titles = fc.uniqueArray(
      words.map((list) => list.join(' ')),
      { minLength: 1, maxLength: 20 },
    );
    const arbitrary = titles.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(arbitrary, ([list, shuffled]) => {
        const idByTitle = (order: readonly string[]) => {
          const records = order.map((title) => record(`a.txt:${list.indexOf(title) + 1}`, title));
          records.sort((x, y) => x.source.line - y.source.line);
          const ids = idsOf(records);
          return new Map(records.map(({ title }, index) => [title.plain, ids[index]]));
        };
        const ids = idByTitle(list);
        expect(new Set(ids.values()).size).toBe(list.length);
        expect(idByTitle(shuffled)).toEqual(ids);
      }),
    );
  });
});
