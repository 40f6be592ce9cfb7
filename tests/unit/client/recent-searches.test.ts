import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecent, parseRecent, withSearch } from '../../../src/client/recent-searches.ts';

describe('what the browser kept', () => {
  test('is read as it was written', () => {
    expect(parseRecent(formatRecent(['kv cache', 'moe']))).toEqual(['kv cache', 'moe']);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"version":1'],
    ['another version', '{"version":2,"searches":["a"]}'],
    ['no list', '{"version":1,"searches":"a"}'],
    ['a list alone', '["a"]'],
    ['null', 'null'],
  ])('is nothing where it is %s', (_, stored) => {
    expect(parseRecent(stored)).toEqual([]);
  });

  test('loses only its damaged searches', () => {
    expect(parseRecent('{"version":1,"searches":[1,"a","",null," b ","a"]}')).toEqual(['a', 'b']);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(parseRecent(stored).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

test('a new search comes first, the same one in other capitals goes, the oldest falls off', () => {
  expect(withSearch(['a', 'KV  cache'.replace('  ', ' '), 'b'], ' kv   cache ')).toEqual(['kv cache', 'a', 'b']);
  expect(withSearch(['1', '2', '3', '4', '5', '6'], 'new')).toEqual(['new', '1', '2', '3', '4', '5']);
  expect(withSearch(['a'], '  ')).toEqual(['a']);
});
