import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { mergeRecords, unitedValues } from '../../../src/corpus/merge.ts';
import type { PaperRecord } from '../../../src/corpus/paper.ts';
import { day, record } from '../../support/fabricate.ts';

const merge = (first: PaperRecord, ...others: PaperRecord[]) =>
  mergeRecords(
    { records: [first, ...others], mergedBy: others.length > 0 ? 'title' : null },
    (seed) => `seeds/${seed}`,
  );

describe('mergeRecords', () => {
  it('takes each field from the first record that has it, and says so', () => {
    const { fields, diagnostics } = merge(
      record('a.txt:1', 'One Title', { abstract: 'Text.' }),
      record('b.txt:4', 'ONE TITLE', { abstract: 'Text', category: 'AI', authorCount: 3, comments: 2 }),
      record('c.txt:8', 'One title', { abstract: 'text', comments: 5 }),
    );
    expect(diagnostics).toEqual([]);
    expect(fields).toMatchObject({ category: 'AI', authorCount: 3, comments: 2, authors: null, published: null });
    expect(fields.title.plain).toBe('One Title');
    expect(fields.sources.map(({ seed, line }) => `${seed}:${line}`)).toEqual(['a.txt:1', 'b.txt:4', 'c.txt:8']);
    expect(fields.provenance).toEqual({
      title: { kind: 'capture', seed: 'a.txt', line: 1 },
      abstract: { kind: 'capture', seed: 'a.txt', line: 1 },
      category: { kind: 'capture', seed: 'b.txt', line: 4 },
      authorCount: { kind: 'capture', seed: 'b.txt', line: 4 },
      comments: { kind: 'capture', seed: 'b.txt', line: 4 },
    });
  });

  it('prefers the more precise date and a printed year to an inferred one', () => {
    const dated = (place: string, date: PaperRecord['published']) =>
      record(place, 'T', { abstract: 'x', published: date });
    expect(merge(dated('a.txt:1', day('2024-05')), dated('b.txt:1', day('2024-05-07'))).fields.published?.value).toBe(
      '2024-05-07',
    );
    const { fields, diagnostics } = merge(
      dated('a.txt:1', day('2026-05-07', true)),
      dated('b.txt:1', day('2025-05-07')),
    );
    expect(fields.published?.value).toBe('2025-05-07');
    expect(
      diagnostics.map(({ diagnostic: { code, place, message } }) => `${formatPlace(place)} ${code}: ${message}`),
    ).toEqual([
      'seeds/a.txt:1:1 merge-conflict: published "2026-05-07" differs from "2025-05-07" at seeds/b.txt:1, which was kept',
    ]);
  });

  it('prefers a complete author list to an abbreviated one that agrees with it', () => {
    const { fields, diagnostics } = merge(
      record('a.txt:1', 'T', { abstract: 'x', authors: ['Ada Müller'], authorsComplete: false }),
      record('b.txt:1', 'T', { abstract: 'x', authors: ['Ada Muller', 'Bo Wang'], authorsComplete: true }),
    );
    expect(fields).toMatchObject({ authors: ['Ada Muller', 'Bo Wang'], authorsComplete: true });
    expect(diagnostics).toEqual([]);
  });

  it('reports values that differ and records both', () => {
    const { fields, diagnostics } = merge(
      record('a.txt:1', 'T', { abstract: 'x', authorCount: 3, category: 'AI' }),
      record('b.txt:4', 'T', { abstract: 'y', authorCount: 4, category: 'AI' }),
    );
    expect(diagnostics.map(({ diagnostic: { code, message } }) => `${code}: ${message}`)).toEqual([
      'merge-conflict: abstract "y" differs from "x" at seeds/a.txt:1, which was kept',
      'merge-conflict: authorCount "4" differs from "3" at seeds/a.txt:1, which was kept',
    ]);
    expect(fields.conflicts[1]).toEqual({
      field: 'authorCount',
      kept: { value: '3', provenance: { kind: 'capture', seed: 'a.txt', line: 1 } },
      dropped: { value: '4', provenance: { kind: 'capture', seed: 'b.txt', line: 4 } },
    });
  });

  it('unites organizations, code and links', () => {
    const { fields } = merge(
      record('a.txt:1', 'T', { abstract: 'x', code: ['https://github.com/One/Two'], organizations: ['A'] }),
      record('b.txt:1', 'T', {
        abstract: 'x',
        code: ['https://github.com/one/two.git', 'https://github.com/one/three'],
        organizations: ['a', 'B'],
        links: ['https://example.org/x'],
      }),
    );
    expect(fields.code).toEqual(['https://github.com/One/Two', 'https://github.com/one/three']);
    expect(fields.organizations).toEqual(['A', 'B']);
    expect(fields.provenance.links).toEqual({ kind: 'capture', seed: 'b.txt', line: 1 });
  });
});

describe('unitedValues', () => {
  it('takes addresses that differ in scheme, www, final slash or .git for one, in the first spelling', () => {
    expect(
      unitedValues([
        'http://www.example.org/a/',
        'https://example.org/a',
        'https://example.org/A',
        'https://example.org/a.git',
      ]),
    ).toEqual(['http://www.example.org/a/', 'https://example.org/A']);
  });
});
