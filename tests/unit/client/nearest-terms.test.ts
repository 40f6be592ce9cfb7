import { describe, expect, test } from 'vitest';
import { nearestQueries, spellingKey } from '../../../src/client/nearest-terms.ts';

const terms = [
  'model',
  'quantization',
  'KV cache',
  'transformer',
  'speculative',
  'decoding',
  'labeled',
  'João Prado',
  'moe',
];

describe('nearest searches', () => {
  test.each([
    ['quantisation', 'quantization'],
    ['transfomer', 'transformer'],
    ['kvcache', 'KV cache'],
    ['KV-cahce', 'KV cache'],
    ['Joao Prado', 'João Prado'],
    ['labelled', 'labeled'],
    ['speculativ decodng', 'speculative decoding'],
    ['quantisation decodng', 'quantization decoding'],
  ])('%s leads to %s first', (typed, meant) => {
    expect(nearestQueries(typed, terms)[0]).toBe(meant);
  });

  test('the known words of a query are offered without the unknown one', () => {
    expect(nearestQueries('transformer xyzzyplugh', terms)).toEqual(['transformer']);
  });

  test('a word like no other has no neighbour', () => {
    expect(nearestQueries('xyzzyplugh', terms)).toEqual([]);
    expect(nearestQueries('mox', terms)).toEqual([]);
  });

  test('singular and plural are offered once', () => {
    expect(nearestQueries('transfomer', ['transformers', 'transformer'])).toEqual(['transformer']);
  });

  test('what was typed is never offered', () => {
    expect(nearestQueries('Model', terms)).toEqual([]);
  });

  test('of terms equally near the more frequent comes first', () => {
    expect(nearestQueries('modal', ['model', 'modul'], 1)).toEqual(['model']);
    expect(nearestQueries('modal', ['modul', 'model'], 1)).toEqual(['modul']);
  });

  test('spellings of one term share a key', () => {
    for (const [a, b] of [
      ['optimise', 'optimize'],
      ['colour', 'color'],
      ['centre', 'center'],
      ['modelling', 'modeling'],
      ['low-bit', 'Low Bit'],
    ] as const) {
      expect(spellingKey(a)).toBe(spellingKey(b));
    }
  });
});
