import { describe, expect, test } from 'vitest';
import type { PagefindFragment, PagefindIndex } from '../../../src/client/pagefind-index.ts';
import { rankedSearch } from '../../../src/client/ranked-search.ts';
import { planOf } from '../../../src/client/search-plan.ts';
import { WordIndex } from '../../../src/client/word-index.ts';

const texts: Readonly<Record<string, string>> = {
  moe: 'moe pruning on gpus',
  experts: 'mixture experts pruning pruning',
  british: 'quantisation of weights',
  american: 'quantization quantization of activations',
  phone: 'smartphone inference energy',
  cache: 'cache eviction',
};

function fragment(id: string, content: string): PagefindFragment {
  const locations = content.split(' ').map((_, place) => place);
  return {
    url: `/papers/${id}/`,
    content,
    meta: {},
    filters: {},
    locations,
    anchors: [],
    excerpt: '',
    sub_results: [],
  };
}

/** Finds as Pagefind does: all words or longer ones, for an unknown word the longest beginning it knows. */
function indexOf(pages: Readonly<Record<string, string>>): PagefindIndex & { asked: string[] } {
  const vocabulary = [...new Set(Object.values(pages).flatMap((text) => text.split(' ')))];
  const matches = (word: string): string[] => {
    const longer = vocabulary.filter((known) => known.startsWith(word));
    if (longer.length > 0) return longer;
    const beginnings = vocabulary.filter((known) => word.startsWith(known)).sort((a, b) => b.length - a.length);
    return beginnings.slice(0, 1);
  };
  const asked: string[] = [];
  return {
    asked,
    search: (text) => {
      asked.push(text);
      const exact = /^"(.*)"$/.exec(text)?.[1];
      const wanted = (exact ?? text).split(' ').map((word) => (exact === undefined ? matches(word) : [word]));
      const results = Object.entries(pages).flatMap(([id, content]) => {
        const words = content.split(' ');
        const hits = wanted.map((forms) => words.filter((word) => forms.includes(word)).length);
        if (hits.some((count) => count === 0)) return [];
        const score = hits.reduce((sum, count) => sum + count, 0);
        return [{ id, score, data: () => Promise.resolve(fragment(id, content)) }];
      });
      return Promise.resolve({ results: results.sort((a, b) => b.score - a.score) });
    },
  };
}

const equivalents = [
  ['moe', 'mixture of experts'],
  ['phone', 'smartphone'],
];

async function found(
  query: string,
  pages = texts,
): Promise<{ ids: string; complete: number; unknown: readonly string[] }> {
  const result = await rankedSearch(new WordIndex(indexOf(pages)), planOf(query, equivalents), 6);
  return { ids: result.pages.map(({ id }) => id).join(' '), complete: result.complete, unknown: result.unknown };
}

describe('a search', () => {
  test('asks the index once where the best page holds every word', async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, place) => [`p${place}`, 'cache eviction']));
    const index = indexOf(many);
    const { complete } = await rankedSearch(new WordIndex(index), planOf('cache eviction', []), 6);
    expect(complete).toBe(6);
    expect(index.asked).toEqual(['cache eviction']);
  });

  test('finds an abbreviation written out', async () => {
    const { ids, complete } = await found('moe pruning');
    expect(ids.split(' ').slice(0, complete).sort()).toEqual(['experts', 'moe']);
  });

  test('finds either spelling from either', async () => {
    for (const query of ['quantisation', 'quantization']) {
      expect((await found(query)).ids.split(' ').sort()).toEqual(['american', 'british']);
    }
  });

  test('does not take a word for its beginning', async () => {
    expect(await found('cachet')).toEqual({ ids: '', complete: 0, unknown: ['cachet'] });
  });

  test('finds a word that is being typed', async () => {
    expect(await found('evic')).toEqual({ ids: 'cache', complete: 1, unknown: [] });
  });

  test('adds pages with most of the words where few have all', async () => {
    const { ids, complete } = await found('phone cache eviction');
    expect(complete).toBe(0);
    expect(ids).toBe('cache');
  });

  test('leaves unknown words out and names them', async () => {
    expect(await found('cache xyzzy')).toEqual({ ids: 'cache', complete: 1, unknown: ['xyzzy'] });
  });

  test('puts a quoted phrase to the index as it is', async () => {
    expect((await found('"moe"')).ids).toBe('moe');
    expect(await found('"moes"')).toEqual({ ids: '', complete: 0, unknown: [] });
  });

  test('orders pages of equal score by id', async () => {
    const pages = { b: 'moe', a: 'moe', d: 'mixture experts', c: 'mixture experts' };
    expect((await found('moe', pages)).ids).toBe(
      (await found('moe', Object.fromEntries(Object.entries(pages).reverse()))).ids,
    );
  });
});
