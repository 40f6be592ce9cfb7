import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, editsToBeginning, nearestOf } from '../../../src/corpus/nearest.ts';

describe('edits between two texts', () => {
  test.each([
    ['cache', 'cache', 0],
    ['cahce', 'cache', 1],
    ['acche', 'cache', 1],
    ['cach', 'cache', 1],
    ['batch', 'cache', 3],
    ['', 'abc', 3],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(editDistance(a, b, 10)).toBe(edits);
  });

  test('the limit changes the result only beyond it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 100), limit + 1));
      }),
    );
  });
});

describe('edits to the nearest beginning', () => {
  test.each([
    ['cahce', 'caches', 1],
    ['quantisat', 'quantization', 1],
    ['cache', 'ca', 3],
    ['', 'abc', 0],
  ])('%s begins %s but for %i', (a, b, edits) => {
    expect(editsToBeginning(a, b, 10)).toBe(edits);
  });

  test('are those of the beginning with the fewest', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        const all = Array.from({ length: b.length + 1 }, (_, length) => editDistance(a, b.slice(0, length), limit));
        expect(editsToBeginning(a, b, limit)).toBe(Math.min(...all));
      }),
    );
  });
});

describe('the name probably meant', () => {
  test('is the nearest, of equals the first in order', () => {
    expect(nearestOf('kv-cahce', ['speculation', 'kv-cache'])).toBe('kv-cache');
    expect(nearestOf('abc', ['abe', 'abd'])).toBe('abd');
  });

  test('is none when all are far', () => {
    expect(nearestOf('quantization', ['grounding'])).toBeNull();
  });
});
