import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, confidenceOf, leadOf } from '../../../src/corpus/calibration.ts';

const score = fc.double({ min: -100, max: 1000, noNaN: true });
const more = fc.double({ min: 0, max: 50, noNaN: true });

describe('confidenceOf', () => {
  it('lies between 0 and 1, rises with the best score and falls with the second', () => {
    fc.assert(
      fc.property(score, score, more, (best, second, further) => {
        const confidence = confidenceOf(best, second);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(confidenceOf(best + further, second)).toBeGreaterThanOrEqual(confidence);
        expect(confidenceOf(best, second + further)).toBeLessThanOrEqual(confidence);
      }),
    );
  });

  it('is low for a tie and high for a long lead', () => {
    expect(confidenceOf(40, 40)).toBeLessThan(0.5);
    expect(confidenceOf(80, 10)).toBeGreaterThan(0.9);
  });

  it('is not sure of a weak score that nothing rivals', () => {
    expect(confidenceOf(2, 0)).toBeLessThan(confidenceOf(40, 0));
  });
});

describe('choiceOf', () => {
  it('takes the first, as sure as its lead over the second allows', () => {
    const candidates = [
      { topic: 'bread', score: 60 },
      { topic: 'cake', score: 20 },
    ];
    expect(choiceOf(candidates)).toEqual({ topic: 'bread', score: 60, confidence: confidenceOf(60, 20) });
  });

  it('takes none that is too weak', () => {
    expect(choiceOf([{ topic: 'bread', score: 2 }])).toBeNull();
    expect(choiceOf([])).toBeNull();
  });
});

describe('leadOf', () => {
  it('is a share of the best score', () => {
    expect(leadOf(40, 40)).toBe(0);
    expect(leadOf(-5, -9)).toBe(0);
    fc.assert(
      fc.property(score, score, (best, second) => {
        expect(leadOf(best, second)).toBeGreaterThanOrEqual(0);
        expect(leadOf(best, second)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
