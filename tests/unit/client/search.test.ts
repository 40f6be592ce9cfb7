import { describe, expect, test } from 'vitest';
import type { PagefindFragment, PagefindIndex, PagefindResponse } from '../../../src/client/pagefind-index.ts';
import { emptyState } from '../../../src/client/query-state.ts';
import { countByFilter, countResults, loadHits, searchIndex } from '../../../src/client/search.ts';

function page(id: number, title: string): PagefindFragment {
  return {
    url: `/papers/p${id}/`,
    content: title,
    meta: { title },
    filters: {},
    locations: [0],
    anchors: [],
    excerpt: '',
    sub_results: [],
  };
}

/** An index that answers every search with the same pages and writes down what it was asked. */
function indexOf(pages: readonly PagefindFragment[]): PagefindIndex & { asked: string[]; loaded: string[] } {
  const asked: string[] = [];
  const loaded: string[] = [];
  return {
    asked,
    loaded,
    init: () => Promise.resolve(),
    filters: () => Promise.resolve({}),
    search: (text, { filters }): Promise<PagefindResponse> => {
      asked.push(`${text} ${JSON.stringify(filters)}`);
      const results = pages.map((fragment) => ({
        id: fragment.url,
        data: () => {
          loaded.push(fragment.url);
          return Promise.resolve(fragment);
        },
      }));
      return Promise.resolve({
        results,
        filters: { year: { '2024': Object.keys(filters).length }, topic: { moe: 7 } },
        totalFilters: { year: { '2024': 40 }, topic: { moe: 70 } },
      });
    },
  };
}

describe('a search', () => {
  test('asks the index once, a hyphenated word in parts', async () => {
    const index = indexOf([page(1, 'Cache')]);
    const outcome = await searchIndex(index, { ...emptyState, q: 'KV-cache', year: '2024' });
    expect(index.asked).toEqual(['KV cache {"year":"2024"}']);
    expect(outcome.results).toHaveLength(1);
  });

  test('has the counts of the index', async () => {
    const index = indexOf([page(1, 'Cache')]);
    const counts = await countByFilter(index, { ...emptyState, q: 'cache' });
    expect(counts).toEqual({ year: { '2024': 0 }, topic: { moe: 7 }, area: {}, platform: {} });
  });

  test('counts the other values of a set filter without that filter', async () => {
    const index = indexOf([page(1, 'Cache')]);
    const one = await countByFilter(index, { ...emptyState, q: 'cache', year: '2024' });
    expect(one.year).toEqual({ '2024': 40 });
    const two = await countByFilter(index, { ...emptyState, q: 'cache', year: '2024', topic: 'moe' });
    expect(two.year).toEqual({ '2024': 1 });
    expect(index.asked).toContain('cache {"topic":"moe"}');
  });

  test('finds nothing when the index knows only a beginning of the word', async () => {
    const outcome = await searchIndex(indexOf([page(1, 'Doc'), page(2, 'Doc')]), { ...emptyState, q: 'docker' });
    expect(await loadHits(outcome, 0, 10)).toEqual([]);
    expect(await countResults(indexOf([page(1, 'Doc')]), 'docker')).toBe(0);
    expect(await countResults(indexOf([page(1, 'Docker')]), 'docker')).toBe(1);
  });

  test('loads only the results that are shown', async () => {
    const index = indexOf([page(1, 'Cache one'), page(2, 'Cache two'), page(3, 'Cache three')]);
    const outcome = await searchIndex(index, { ...emptyState, q: 'cache' });
    const hits = await loadHits(outcome, 1, 2);
    expect(hits.map((hit) => hit.url)).toEqual(['/papers/p2/']);
    expect(index.loaded).toEqual(['/papers/p2/']);
  });
});
