import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiFolded,
  normalisedTitle,
  slugCandidates,
  slugOfTitle,
  sortKeyOfTitle,
  systemNameOf,
} from '../../../src/corpus/titles.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('normalisedTitle', () => {
  test('ignores case, punctuation, spaces and diacritics', () => {
    expect(normalisedTitle('Río-Net: Fast  Nets!')).toBe(normalisedTitle('RIONET fast nets'));
  });
  test('reads scripts as digits', () => {
    expect(normalisedTitle('π₀.₅ and R²')).toBe(normalisedTitle('π0.5 and R2'));
  });
  test('keeps apart papers whose systems differ only in case but whose titles go on differently', () => {
    expect(normalisedTitle('FIGTREE: Pruning Roots')).not.toBe(normalisedTitle('FigTree: Growing Roots'));
  });
  test('is empty without letters and digits', () => {
    expect(normalisedTitle('…?!')).toBe('');
  });
  test('folds ß like ss', () => {
    expect(normalisedTitle('Große Netze')).toBe(normalisedTitle('GROSSE NETZE'));
  });
  test('is idempotent and holds letters, marks and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const key = normalisedTitle(title);
        expect(key).toMatch(/^[\p{L}\p{N}\p{M}]*$/u);
        expect(normalisedTitle(key)).toBe(key);
      }),
    );
  });
});

describe('slugOfTitle', () => {
  test.each([
    ['Fig-Tree: A 2.5× Faster Net', 'fig-tree-a-2-5x-faster-net'],
    ['Émile’s Łódź Straße', 'emiles-lodz-strasse'],
    ['π₀.₅ with μNets and R²', 'pi0-5-with-munets-and-r2'],
    ['…', 'untitled'],
    ['', 'untitled'],
  ])('%s → %s', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug);
  });
  test('cuts at a word', () => {
    expect(slugOfTitle('one two three', 10)).toBe('one-two');
    expect(slugOfTitle('one two three', 7)).toBe('one-two');
  });
  test('cuts a first word that is too long', () => {
    expect(slugOfTitle('x'.repeat(99))).toBe('x'.repeat(60));
  });
  test('is always a slug within the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 80 }), (title, length) => {
        const slug = slugOfTitle(title, length);
        expect(slug).toMatch(SLUG);
        expect(slug.length).toBeLessThanOrEqual(length);
      }),
    );
  });
});

describe('slugCandidates', () => {
  test('grow word by word from the cut slug to the full title', () => {
    expect(slugCandidates('one two three four', 8)).toEqual(['one-two', 'one-two-three', 'one-two-three-four']);
    expect(slugCandidates('one two')).toEqual(['one-two']);
  });
  test('are slugs, start with slugOfTitle and never repeat', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const candidates = slugCandidates(title, 12);
        expect(candidates[0]).toBe(slugOfTitle(title, 12));
        expect(new Set(candidates).size).toBe(candidates.length);
        for (const candidate of candidates) expect(candidate).toMatch(SLUG);
      }),
    );
  });
});

test('asciiFolded leaves what has no ASCII form', () => {
  expect(asciiFolded('Ærøskøbing 你 İ')).toBe('aeroskobing 你 i');
});

test('sortKeyOfTitle ignores articles and leading punctuation', () => {
  expect(sortKeyOfTitle('“The Éclair” Net')).toBe('eclair net');
  expect(sortKeyOfTitle('A')).toBe('a');
});

describe('systemNameOf', () => {
  test.each([
    ['FigPruner: Fast Pruning of Figs', 'FigPruner'],
    ['Fig-3 Net: Fast Pruning', 'Fig-3 Net'],
    ['Fig Reduced Order Growth (FROG) for Trees', 'FROG'],
    ['Scaling Laws: A Survey', null],
    ['Pruning Large Language Models (LLMs) Fast', null],
    ['\\ours: A Fig', null],
    ['Growing figs at 10:30 every day', null],
    ['how: a question', null],
    ['', null],
  ])('%s → %s', (title, name) => {
    expect(systemNameOf(title)).toBe(name);
  });
});
