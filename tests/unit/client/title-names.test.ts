import { describe, expect, test } from 'vitest';
import { planOf } from '../../../src/client/search-plan.ts';
import { titleHits } from '../../../src/client/title-names.ts';

const names = {
  titles: ['Wide KV-Cache Models for Long Contexts', 'KV Cache', 'MoE on a Diet', 'Caches'],
  ids: { '1': 'kv-cache-2' },
};
const urls = (query: string): string[] =>
  titleHits(names, planOf(query, [['MoE', 'mixture of experts']]), (id) => `/papers/${id}/`).map(({ url }) => url);

describe('papers by title', () => {
  test('have most of the words, the shortest title first, under their own ids', () => {
    expect(urls('kv cache').slice(0, 2)).toEqual([
      '/papers/kv-cache-2/',
      '/papers/wide-kv-cache-models-for-long-contexts/',
    ]);
    expect(urls('kv-cach')).toHaveLength(2);
  });

  test('have half of the words where none has more', () => {
    expect(urls('kv cache xyzzy plugh')).toEqual([
      '/papers/kv-cache-2/',
      '/papers/wide-kv-cache-models-for-long-contexts/',
    ]);
    expect(urls('cache xyzzy plugh')).toEqual([]);
  });

  test('are found by abbreviations', () => {
    expect(urls('mixture of experts')).toEqual(['/papers/moe-on-a-diet/']);
  });

  test('are none for words no title has, and for none', () => {
    expect(urls('quantization')).toEqual([]);
    expect(urls('…')).toEqual([]);
  });
});
