import { describe, expect, test } from 'vitest';
import { makeUrls, normaliseBase } from '../../../src/site/urls.ts';

describe('normaliseBase', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['survey', '/survey/'],
    ['/survey', '/survey/'],
    ['/survey/', '/survey/'],
    ['//deep//er/', '/deep/er/'],
  ])('%j becomes %j', (given, expected) => {
    expect(normaliseBase(given)).toBe(expected);
  });
});

describe('makeUrls', () => {
  const urls = makeUrls('/survey', 'https://example.org');

  test('a social card has an address where its page has one and cards are drawn', () => {
    expect(urls.card('topic', 'caches')).toBe('/survey/cards/topics/caches.png');
    expect(makeUrls('/survey', 'https://example.org', { cards: false }).card('topic', 'caches')).toBeNull();
    expect(makeUrls('/survey', null).card('topic', 'caches')).toBeNull();
  });

  test('every path lies below the base and is a directory', () => {
    const paths = [
      urls.home(),
      urls.topics(),
      urls.area('a'),
      urls.topic('t'),
      urls.papers(),
      urls.paper('p'),
      urls.facets('platform'),
      urls.facet('author', 'ann-pot'),
      urls.method(),
    ];
    for (const path of paths) expect(path).toMatch(/^\/survey\/(.*\/)?$/);
  });

  test('a search carries its query and filters, percent-encoded, and leaves out what is empty', () => {
    expect(urls.search({ q: 'KV cache & more', topic: 'kv-cache', year: '' })).toBe(
      '/survey/search/?q=KV+cache+%26+more&topic=kv-cache',
    );
    expect(urls.search()).toBe('/survey/search/');
  });

  test('a capture whose name holds unusual characters still makes one path segment', () => {
    expect(urls.source('a/b ?')).toBe('/survey/sources/a%2Fb%20%3F/');
  });

  test('absolute addresses join the site and the base', () => {
    expect(urls.absolute(urls.paper('p'))).toBe('https://example.org/survey/papers/p/');
  });

  test('there are no absolute addresses without a configured site', () => {
    expect(makeUrls('/', null).absolute('/papers/')).toBeNull();
  });
});
