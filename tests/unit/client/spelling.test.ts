import { describe, expect, test } from 'vitest';
import { americanSpelling, britishSpelling, otherSpellings } from '../../../src/client/spelling.ts';

const pairs = [
  ['quantisation', 'quantization'],
  ['optimise', 'optimize'],
  ['optimised', 'optimized'],
  ['generalisability', 'generalizability'],
  ['customisable', 'customizable'],
  ['analyse', 'analyze'],
  ['behaviour', 'behavior'],
  ['behaviours', 'behaviors'],
  ['colouring', 'coloring'],
  ['modelling', 'modeling'],
  ['labelled', 'labeled'],
  ['centre', 'center'],
  ['catalogues', 'catalogs'],
] as const;

describe('spellings', () => {
  test.each(pairs)('%s is %s', (british, american) => {
    expect(americanSpelling(british)).toBe(american);
    expect(britishSpelling(american)).toBe(british);
    expect(otherSpellings(british)).toContain(american);
    expect(otherSpellings(american)).toContain(british);
  });

  test.each(['transformer', 'tensor', 'size', 'basis', 'four', 'programmer', 'attention', 'kv', 'precision'])(
    '%s has one',
    (word) => {
      expect(otherSpellings(word)).toEqual([]);
    },
  );
});
