import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard, shingleSets, similarPairs, wordSets } from '../../../src/corpus/set-similarity.ts';

describe('similarPairs', () => {
  it('finds exactly the pairs that a comparison of all pairs finds', () => {
    const sets = fc.array(fc.array(fc.nat(12), { maxLength: 10 }), { maxLength: 15 });
    fc.assert(
      fc.property(sets, fc.constantFrom(0.3, 0.5, 0.8, 1), (lists, threshold) => {
        const all = lists.map((list) => new Set(list));
        const expected = all.flatMap((left, a) =>
          all.flatMap((right, b) => {
            const similarity = jaccard(left, right);
            return a < b && similarity >= threshold ? [{ a, b, similarity }] : [];
          }),
        );
        expect(similarPairs(all, threshold)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('shingleSets', () => {
  it('compares texts by runs of three words, without case and punctuation', () => {
    const [a, b, c, d] = shingleSets(['One two, three four', 'one TWO three — four!', 'four three two one', 'one two']);
    expect(jaccard(a!, b!)).toBe(1);
    expect(jaccard(a!, c!)).toBe(0);
    expect(d?.size).toBe(0);
  });
});

describe('wordSets', () => {
  it('gives equal words equal numbers in all texts', () => {
    const [a, b] = wordSets(['alpha beta gamma', 'Gamma delta']);
    expect(jaccard(a!, b!)).toBe(1 / 4);
  });
});
