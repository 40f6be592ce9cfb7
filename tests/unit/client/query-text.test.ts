import { describe, expect, test } from 'vitest';
import { indexQuery, isFormOf, spokenWords, wordsOf } from '../../../src/client/query-text.ts';

describe('the query put to the index', () => {
  test.each([
    ['KV-cache', 'KV cache'],
    ['low‑bit weights', 'low bit weights'],
    ['CPU/GPU', 'CPU GPU'],
    ['T-MAC', 'TMAC'],
    ['mixture-of-experts', 'mixture of experts'],
    ['  Van de Maele ', 'Van de Maele'],
    ['-', ''],
    ['"low-bit weights"', '"low-bit weights"'],
  ])('%s is asked as %s', (typed, asked) => {
    expect(indexQuery(typed)).toBe(asked);
  });

  test('words are folded and without signs', () => {
    expect(wordsOf('João’s KV-cache: 2×')).toEqual(['joaos', 'kv', 'cache', '2']);
  });
});

describe('the words a printed word stands for', () => {
  test.each([
    ['KV-cache:', ['kvcache', 'kv', 'cache']],
    ['BitDecoding', ['bitdecoding', 'bit', 'decoding']],
    ['João', ['joao']],
    ['LLMs.', ['llms', 'll', 'ms']],
    ['—', []],
  ])('%s', (printed, words) => {
    expect(spokenWords(printed)).toEqual(words);
  });
});

describe('forms of a word', () => {
  test.each([
    ['quantization', 'quantiz'],
    ['caching', 'cache'],
    ['models', 'model'],
    ['model', 'models'],
    ['token', 'tokenization'],
    ['studies', 'study'],
    ['general', 'generalization'],
    ['integrating', 'integration'],
  ])('%s is found by %s', (found, sought) => {
    expect(isFormOf(found, sought)).toBe(true);
  });

  test.each([
    ['doc', 'docker'],
    ['inter', 'intermediate'],
    ['quant', 'quantisation'],
    ['z', 'zzzqqq'],
    ['', 'cache'],
  ])('%s is only a beginning of %s', (found, sought) => {
    expect(isFormOf(found, sought)).toBe(false);
  });
});
