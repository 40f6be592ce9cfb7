import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatResultsState, isWanted, parseResultsState, sortOrders } from '../../../src/client/results-state.ts';

const state = fc.record({ topic: fc.string(), platform: fc.string(), sort: fc.constantFrom(...sortOrders) });

test('what is written into the address is read back', () => {
  fc.assert(
    fc.property(state, (given) => {
      expect(parseResultsState(formatResultsState(given))).toEqual(given);
    }),
  );
});

test('the page as it is has no query', () => {
  expect(formatResultsState({ topic: '', platform: '', sort: '' })).toBe('');
});

test('an unknown order is that of the page, and other parameters are ignored', () => {
  expect(parseResultsState('?sort=best&colour=red')).toEqual({ topic: '', platform: '', sort: '' });
});

test('a row is wanted when it fits every filter that is set', () => {
  const row = { topic: 'boiling', platforms: ['stove', 'fire'] };
  const wanted = (topic: string, platform: string): boolean => isWanted(row, { topic, platform, sort: '' });
  expect(wanted('', '')).toBe(true);
  expect(wanted('boiling', 'fire')).toBe(true);
  expect(wanted('whistling', 'fire')).toBe(false);
  expect(wanted('boiling', 'gas')).toBe(false);
  expect(isWanted({ topic: '', platforms: [] }, { topic: '', platform: 'fire', sort: '' })).toBe(false);
});
