import { expect, test } from 'vitest';
import type { Claim } from '../../../src/corpus/paper.ts';
import { tellingResult } from '../../../src/site/telling-result.ts';
import { claimOf } from './fabricated-survey.ts';

const telling = (...claims: Claim[]) => tellingResult({ claims, contributions: ['method'] });

const speedup = claimOf();
const percent = claimOf({ unit: '%' });
const slower = claimOf({ words: 'slower', change: 'decrease' });
const gap = claimOf({ words: null, change: null });
const lessEnergy = claimOf({ metric: 'energy', words: 'energy', unit: '%', change: 'decrease', better: 'lower' });
const lessMemory = claimOf({ metric: 'memory', words: 'memory', unit: '%', change: 'decrease', better: 'lower' });
const moreMemory = claimOf({ metric: 'memory', words: 'memory', change: 'increase', better: 'lower' });
const frames = claimOf({ metric: 'throughput', words: 'FPS', unit: 'FPS', change: null });
const minutes = claimOf({ metric: 'latency', words: null, unit: 'min', change: null, better: 'lower' });
const savings = claimOf({ metric: 'memory', words: 'memory-savings', unit: '%', change: null, better: 'lower' });
const share = claimOf({ metric: 'memory', words: 'memory', unit: '%', change: null, better: 'lower' });
const parameters = claimOf({ metric: 'compression', words: 'parameters', unit: '%', change: null, better: 'lower' });
const accuracy = claimOf({ metric: 'accuracy', words: 'accuracy', unit: '%', change: null });
const moreAccuracy = claimOf({ metric: 'accuracy', words: 'accuracy', unit: '%' });
const lessAccuracy = claimOf({ metric: 'accuracy', words: 'accuracy', unit: '%', change: 'decrease' });
const improvement = claimOf({ metric: 'accuracy', words: 'improvements', unit: '%' });

test('a speed-up comes first, then what else is saved, then accuracy', () => {
  expect(telling(moreAccuracy, lessEnergy, speedup)).toBe(speedup);
  expect(telling(percent, speedup)).toBe(speedup);
  expect(telling(lessEnergy, percent)).toBe(percent);
  expect(telling(accuracy, moreAccuracy, frames, lessEnergy)).toBe(lessEnergy);
  expect(telling(moreAccuracy, frames)).toBe(frames);
  expect(telling(accuracy, moreAccuracy)).toBe(moreAccuracy);
  expect(telling(moreAccuracy, savings)).toBe(savings);
});

test('of equals the first in the abstract is shown', () => {
  expect(telling(lessMemory, lessEnergy)).toBe(lessMemory);
  expect(telling(lessEnergy, lessMemory)).toBe(lessEnergy);
});

test('what got worse, a gap, a share, a time or a gain of nothing named is no point to show', () => {
  for (const claim of [slower, gap, moreMemory, lessAccuracy, share, parameters, minutes, improvement]) {
    expect(telling(claim)).toBeNull();
    expect(telling(claim, accuracy)).toBe(accuracy);
  }
});

test('papers that only measure others show none; those that also build something do', () => {
  expect(tellingResult({ claims: [speedup], contributions: ['benchmark', 'analysis'] })).toBeNull();
  expect(tellingResult({ claims: [speedup], contributions: ['analysis', 'method'] })).toBe(speedup);
  expect(tellingResult({ claims: [speedup], contributions: [] })).toBe(speedup);
  expect(telling()).toBeNull();
});
