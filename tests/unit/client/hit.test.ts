import { describe, expect, test } from 'vitest';
import { authorLine, holdsEveryWord, toHit } from '../../../src/client/hit.ts';
import type { PagefindFragment } from '../../../src/client/pagefind-index.ts';

const abstract = { id: 'abstract', text: 'Abstract', location: 3 };
const page: PagefindFragment = {
  url: '/papers/wide/',
  content: 'Wide KV-cache Models. Abstract We widen the cache of small models.',
  meta: { title: 'Wide KV-cache Models', year: '2024', authors: 'Ann Li, João Prado', topic: '' },
  filters: { kind: ['Paper'], year: ['2024'] },
  locations: [1, 7],
  anchors: [abstract],
  excerpt: 'Wide <mark>KV-cache</mark> Models.',
  sub_results: [
    { title: 'Wide KV-cache Models', url: '/papers/wide/', excerpt: 'Wide <mark>KV-cache</mark> Models.' },
    { title: 'Abstract', url: '/papers/wide/#abstract', excerpt: 'widen the <mark>cache</mark>', anchor: abstract },
  ],
};

describe('a result', () => {
  test('names the page with the match marked, what is known of it, and the sections that match', () => {
    const hit = toHit(page, ['cache']);
    expect(hit.title.find((part) => part.marked)?.text).toBe('KV-cache');
    expect(hit.details.map((parts) => parts.map((part) => part.text).join(''))).toEqual([
      'Paper',
      'Ann Li, João Prado',
      '2024',
    ]);
    expect(hit.sections).toEqual([
      {
        title: 'Abstract',
        url: '/papers/wide/#abstract',
        excerpt: [
          { text: 'widen the ', marked: false },
          { text: 'cache', marked: true },
        ],
      },
    ]);
    expect(hit.lead).toBe('');
  });

  test('leads with the text under its first heading when it matches in no section', () => {
    const titleOnly = { ...page, sub_results: page.sub_results.slice(0, 1) };
    expect(toHit(titleOnly, ['wide']).lead).toBe('We widen the cache of small models.');
  });
});

describe('the authors of a result', () => {
  const authors = 'A One, B Two, C Three, D Four, E Five, João Prado, G Seven';

  test('are cut after the third', () => {
    expect(authorLine(authors, [])).toBe('A One, B Two, C Three, …');
  });

  test('keep the one that was looked for', () => {
    expect(authorLine(authors, ['joao'])).toBe('A One, B Two, C Three, …, João Prado, …');
  });

  test('are empty where none is known', () => {
    expect(authorLine('', ['joao'])).toBe('');
  });
});

describe('whether a page holds the words', () => {
  test('a part of a hyphenated word counts, and what is attached to the page', () => {
    expect(holdsEveryWord(page, ['cache'])).toBe(true);
    expect(holdsEveryWord(page, ['caches', 'prado'])).toBe(true);
  });

  test('a mere beginning of the word does not', () => {
    expect(holdsEveryWord({ ...page, locations: [0] }, ['widescreen'])).toBe(false);
  });
});
