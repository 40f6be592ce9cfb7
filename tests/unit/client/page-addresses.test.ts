import { expect, test } from 'vitest';
import { paperIds } from '../../../src/client/page-addresses.ts';

test('pages that are papers have ids, under any base path', () => {
  const addresses = new Map([
    ['a', '/papers/wide-caches/'],
    ['b', '/survey/papers/slim-caches/'],
    ['t', '/topics/kv/'],
  ]);
  const pages = ['t', 'b', 'a', 'unknown'].map((id) => ({ id }));
  expect(paperIds(pages, addresses)).toEqual(['slim-caches', 'wide-caches']);
});
