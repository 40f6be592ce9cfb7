import { expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import { largestSpeedup, speedupOf } from '../../../src/corpus/speedups.ts';

const speedupsIn = (sentence: string) => extractClaims(`We propose Kettle. ${sentence}`).map(speedupOf);

test.each([
  ['It is 2.5x faster than steam.', [{ low: null, high: 2.5 }]],
  ['Latency falls by 3×.', [{ low: null, high: 3 }]],
  ['Throughput grows 1.5-6×.', [{ low: 1.5, high: 6 }]],
  ['It is two orders of magnitude faster.', [{ low: null, high: 100 }]],
])('%s is a speed-up', (sentence, expected) => {
  expect(speedupsIn(sentence)).toEqual(expected);
});

test.each([
  'It is 40% faster than steam.',
  'It is 12x slower than steam.',
  'Memory falls by 3×.',
  'The model is 4x smaller.',
  'It runs at 30 FPS.',
])('%s is none that a scale of factors can show', (sentence) => {
  expect(speedupsIn(sentence)).toEqual([null]);
});

test('the largest speed-up of a paper is the upper end of its best claim', () => {
  const largest = (text: string) => largestSpeedup(extractClaims(`We propose Kettle. ${text}`));
  expect(largest('It is 2.5x faster than steam. Throughput grows 1.5-6×.')).toBe(6);
  expect(largest('Memory falls by 3×.')).toBeNull();
  expect(largestSpeedup([])).toBeNull();
});
