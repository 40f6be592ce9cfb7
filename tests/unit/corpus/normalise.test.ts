import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/corpus/diagnostics.ts';
import { normaliseListing } from '../../../src/corpus/normalise.ts';
import { type Listing, type PaperRecord, recordSchema } from '../../../src/corpus/paper.ts';

const listing: Listing = {
  source: { seed: 'figs.txt', line: 10, endLine: 12 },
  places: { title: { line: 11, column: 1, isVerbatim: true }, abstract: { line: 12, column: 1, isVerbatim: true } },
  format: 'scholar-listing',
  title: 'FigNet: Growing $R^2$ Figs',
  abstract: 'We grow \\sysname, 2.8times faster.\u00a0Code: https://github.com/fig/tree.',
  date: { year: null, month: 5, day: 3 },
  authors: ['Ada  Figwell', "Jos\\'e Fig"],
  authorsComplete: false,
  authorCount: null,
  organizations: [' Fig\u00a0University '],
  category: 'AI',
  hasCodeMark: true,
  comments: null,
};

function read(input: Listing, year: number | null, path: string): { record: PaperRecord; diagnostics: Diagnostic[] } {
  const { record, problems } = normaliseListing(input, year, path);
  return { record, diagnostics: problems.map(({ diagnostic }) => diagnostic) };
}

describe('normaliseListing', () => {
  test('repairs text, completes the date, takes addresses out', () => {
    const { record, diagnostics } = read(listing, 2026, 'seeds/figs.txt');
    expect(recordSchema.safeParse(record).success).toBe(true);
    expect(record.title.plain).toBe('FigNet: Growing R² Figs');
    expect(record.abstract.plain).toBe('We grow FigNet, 2.8× faster. Code: https://github.com/fig/tree.');
    expect(record.abstract.raw).toBe(listing.abstract);
    expect(record.published).toEqual({ value: '2026-05-03', precision: 'day', yearInferred: true });
    expect(record.code).toEqual(['https://github.com/fig/tree']);
    expect(record.authors).toEqual(['Ada Figwell', 'José Fig']);
    expect(record.organizations).toEqual(['Fig University']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['named-macro']);
  });
  test('reports text that the captured page withheld', () => {
    const shielded = {
      ...listing,
      title: 'Figs',
      abstract: 'Ours gains +1.1 [email\u00a0protected] and +2 [email protected] on figs',
    };
    const { diagnostics } = read(shielded, 2026, 'seeds/figs.txt');
    expect(diagnostics).toMatchObject([
      { code: 'withheld-text', place: { line: 12, column: 17 } },
      { code: 'withheld-text', place: { line: 12, column: 42 } },
    ]);
  });
  test('says where in the capture a problem stands', () => {
    const broken = { ...listing, title: 'Figs', abstract: 'a $\\frac{b$ fig' };
    const { diagnostics } = read(broken, 2026, 'seeds/figs.txt');
    expect(diagnostics).toMatchObject([
      { code: 'unmatched-math', place: { path: 'seeds/figs.txt', line: 12, column: 3 } },
    ]);
  });
  test('a date without year in a capture without years is a warning, and the record stays', () => {
    const { record, diagnostics } = read(listing, null, 'seeds/figs.txt');
    expect(record.published).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain('year-unknown');
  });
  test('29 February of a year without one is an invalid date', () => {
    const leap = { ...listing, date: { year: null, month: 2, day: 29 } };
    const { diagnostics } = read(leap, 2025, 'seeds/figs.txt');
    expect(diagnostics.map(({ code }) => code)).toContain('invalid-date');
  });
  test('a listing without date is no problem', () => {
    const { record, diagnostics } = read({ ...listing, date: null }, null, 'seeds/figs.txt');
    expect(record.published).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['named-macro']);
  });
  test('an address cut by a space is reported', () => {
    const cut = { ...listing, abstract: 'Code: https://github.com/fig/BIG TREE.' };
    const { record, diagnostics } = read(cut, 2026, 'seeds/figs.txt');
    expect(record.code).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['doubtful-link']);
  });
  test('any listing gives a record that fits the schema, and diagnostics inside its lines', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (title, abstract, authors) => {
        const { record, diagnostics } = read({ ...listing, title, abstract, authors }, 2026, 'seeds/figs.txt');
        expect(recordSchema.safeParse(record).success).toBe(true);
        for (const { place } of diagnostics) {
          expect(place).toMatchObject({ kind: 'position', path: 'seeds/figs.txt' });
        }
      }),
    );
  });
});
