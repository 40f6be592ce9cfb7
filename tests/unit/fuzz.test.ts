import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../src/charts/random-numbers.ts';
import { fuzzedTexts, readRegressions } from '../support/fuzzed-texts.ts';
import { faultOf, fuzz, fuzzedKindSchema } from '../support/fuzzing.ts';
import { mutate } from '../support/mutations.ts';

const regressions = readRegressions();

describe('texts that were once read wrongly', () => {
  it('are kept', () => {
    expect(regressions.length).toBeGreaterThan(0);
  });

  it.each(regressions)('%s', (_, text) => {
    expect(faultOf(text)).toBeNull();
  });
});

describe('damaged captures and content files', () => {
  it('are read without an exception, every line accounted for, in time, with places inside of the file', () => {
    const { runs, found } = fuzz(fuzzedTexts(), 5, 20_261_121);
    expect(found).toBeNull();
    expect(runs).toBeGreaterThan(20);
  }, 60_000);

  it('are the same for the same seed, and damaged', () => {
    const text = fuzzedTexts()[1]?.text ?? '';
    const damage = (seed: number): string => mutate(text, text, randomNumbers(seed));
    const seeds = [1, 2, 3, 4, 5];
    expect(seeds.map(damage)).toEqual(seeds.map(damage));
    expect(new Set([text, ...seeds.map(damage)]).size).toBeGreaterThan(4);
  });

  it.each(['Plain', 'A\u0000', '\ud800', '{'.repeat(1000)])('no text has a place outside of it: %j', (text) => {
    for (const kind of fuzzedKindSchema.options) expect(faultOf({ kind, text })).toBeNull();
  });
});
