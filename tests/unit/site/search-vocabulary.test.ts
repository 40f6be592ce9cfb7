import { describe, expect, test } from 'vitest';
import { searchVocabulary } from '../../../src/site/search-vocabulary.ts';

const source = {
  titles: ['BitNet for Low-Bit Caches', 'The caches of T-MAC'],
  abstracts: ['we prune weights', 'prune the weights', 'Prune all weights again', 'a hapax'],
  authors: [['João Prado', 'Ann Li'], ['Ann Li']],
  topics: ['KV cache'],
};

describe('the vocabulary for searches without results', () => {
  const terms = searchVocabulary(source);

  test('holds words of titles, names of systems as printed, authors and topics', () => {
    expect(terms).toEqual(expect.arrayContaining(['caches', 'low-bit', 'BitNet', 'T-MAC', 'João Prado', 'KV cache']));
  });

  test('holds words of abstracts only when several abstracts do, and no common words', () => {
    expect(terms).toEqual(expect.arrayContaining(['prune', 'weights']));
    for (const absent of ['hapax', 'the', 'for', 'all', 'again']) expect(terms).not.toContain(absent);
  });

  test('is ordered by the number of papers', () => {
    expect(terms.slice(0, 2)).toEqual(['prune', 'weights']);
    expect(terms.indexOf('Ann Li')).toBeLessThan(terms.indexOf('João Prado'));
  });

  test('keeps the most frequent of several spellings', () => {
    const spelled = searchVocabulary({ ...source, titles: ['Low-bit', 'low bit lowbit', 'low-bit'] });
    expect(spelled).toContain('low-bit');
    expect(spelled).not.toContain('lowbit');
  });

  test('does not depend on the order of the papers', () => {
    const reversed = {
      titles: source.titles.toReversed(),
      abstracts: source.abstracts.toReversed(),
      authors: source.authors.toReversed(),
      topics: source.topics,
    };
    expect(searchVocabulary(reversed)).toEqual(terms);
  });
});
