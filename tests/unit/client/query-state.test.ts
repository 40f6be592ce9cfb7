import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyState, formatState, isFiltered, parseState, sortOrders } from '../../../src/client/query-state.ts';

describe('the state of a search in the URL', () => {
  test('an empty search has no query part', () => {
    expect(formatState(emptyState)).toBe('');
    expect(parseState('')).toEqual(emptyState);
  });

  test('text and filters become parameters in one fixed order', () => {
    expect(formatState({ ...emptyState, topic: 'kv-cache', q: 'João 2 & 3', year: '2024' })).toBe(
      '?q=Jo%C3%A3o+2+%26+3&year=2024&topic=kv-cache',
    );
  });

  test('unknown parameters and surrounding spaces are dropped', () => {
    expect(parseState('?q=%20kv+cache%20&utm_source=x')).toEqual({ ...emptyState, q: 'kv cache' });
  });

  test('reading what was written gives the same search', () => {
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.record({
          q: value,
          year: value,
          area: value,
          topic: value,
          platform: value,
          sort: fc.constantFrom(...sortOrders),
        }),
        (state) => {
          expect(parseState(formatState(state))).toEqual(state);
        },
      ),
    );
  });

  test('the order is one of those offered', () => {
    expect(parseState('?q=x&sort=newest').sort).toBe('newest');
    expect(parseState('?q=x&sort=length').sort).toBe('');
  });

  test('a text and an order are no filter', () => {
    expect(isFiltered({ ...emptyState, q: 'x', sort: 'oldest' })).toBe(false);
    expect(isFiltered({ ...emptyState, year: '2024' })).toBe(true);
  });
});
