import { expect, test } from 'vitest';
import { barLengths } from '../../../src/charts/bars.ts';

test('bars are as long as their values, the longest takes all', () => {
  expect(barLengths([3, 12, 0, 6])).toEqual([25, 100, 0, 50]);
  expect(barLengths([0])).toEqual([0]);
  expect(barLengths([])).toEqual([]);
});
