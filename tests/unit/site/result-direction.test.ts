import { expect, test } from 'vitest';
import { isBestCase, isSlowdown, isWorse } from '../../../src/site/result-direction.ts';
import { claimOf } from './fabricated-survey.ts';

test('worse is what goes the wrong way for its metric', () => {
  const worse = (change: 'increase' | 'decrease' | null, better: 'higher' | 'lower') =>
    isWorse(claimOf({ change, better }));
  expect(worse('decrease', 'higher')).toBe(true);
  expect(worse('increase', 'lower')).toBe(true);
  expect(worse('increase', 'higher')).toBe(false);
  expect(worse('decrease', 'lower')).toBe(false);
  expect(worse(null, 'lower')).toBe(false);
});

test('a best case is the most of a gain, not the most of a loss', () => {
  expect(isBestCase(claimOf({ bound: 'up to' }))).toBe(true);
  expect(isBestCase(claimOf({ bound: 'up to', metric: 'accuracy', change: 'decrease' }))).toBe(false);
  expect(isBestCase(claimOf({ bound: 'more than' }))).toBe(false);
});

test('a factor of speed is a slowdown or a gap unless it says faster', () => {
  expect(isSlowdown(claimOf({ change: 'decrease' }))).toBe(true);
  expect(isSlowdown(claimOf({ change: null }))).toBe(true);
  expect(isSlowdown(claimOf({ change: null, unit: 'FPS' }))).toBe(false);
  expect(isSlowdown(claimOf())).toBe(false);
  expect(isSlowdown(claimOf({ metric: 'latency', change: 'decrease' }))).toBe(false);
});
