import { describe, expect, it } from 'vitest';
import { fuzzedTexts, readRegressions } from '../support/fuzzed-texts.ts';
import { faultOf, fuzz } from '../support/fuzzing.ts';

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

  it('are noticed when they are read wrongly', () => {
    // A place behind the end of the file, as an account of a longer text would have it.
    expect(faultOf({ kind: 'capture', text: '' })).toBeNull();
    expect(fuzz(fuzzedTexts(), 0.2, 1).runs).toBeGreaterThan(0);
  });
});
