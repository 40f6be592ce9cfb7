import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanUrl, extractLinks, findUrls, isCodeUrl } from '../../../src/corpus/links.ts';

describe('extractLinks', () => {
  test.each([
    ['Code: https://github.com/fig/tree.', 'https://github.com/fig/tree'],
    ['Code (https://github.com/fig/tree), too', 'https://github.com/fig/tree'],
    ['at https://github.com/fig/tree .', 'https://github.com/fig/tree'],
    ['at https://github.com/fig/tree.git', 'https://github.com/fig/tree'],
    ['at github.com/fig/tree.', 'https://github.com/fig/tree'],
    ['at https://github.com/ Fig-er/tree.', 'https://github.com/Fig-er/tree'],
    ['at https://github.com/fig/T{https://github.com/fig/T}.', 'https://github.com/fig/T'],
    ['\\url{https://github.com/fig/a\\_b}', 'https://github.com/fig/a_b'],
    ['at https://github.com/fig/tree/tree/paper , with', 'https://github.com/fig/tree/tree/paper'],
    ['at https://codeberg.org/fig/tree"', 'https://codeberg.org/fig/tree'],
    ['see *https://gitlab.com/fig/tree*', 'https://gitlab.com/fig/tree'],
  ])('finds the repository in "%s"', (text, url) => {
    expect(extractLinks(text)).toEqual({ code: [url], links: [], problems: [] });
  });

  test('separates addresses with nothing but a comma between them, and code from other links', () => {
    expect(extractLinks('https://github.com/fig/tree,https://fig.example/a, www.fig.example.')).toEqual({
      code: ['https://github.com/fig/tree'],
      links: ['https://fig.example/a', 'https://www.fig.example'],
      problems: [],
    });
  });
  test('names each address once, in the order of the text', () => {
    const text = 'http://b.example/x https://a.example http://b.example/x/ https://A.example/';
    expect(extractLinks(text).links).toEqual(['http://b.example/x', 'https://a.example']);
  });
  test('keeps parentheses that belong to the address', () => {
    expect(extractLinks('(see https://fig.example/a_(b))').links).toEqual(['https://fig.example/a_(b)']);
  });
  test('keeps only the owner when a space seems to cut the name at the end', () => {
    const text = 'Code: https://github.com/fig/BIG TREE.';
    const { code, links, problems } = extractLinks(text);
    expect({ code, links }).toEqual({ code: [], links: ['https://github.com/fig'] });
    expect(problems.map(({ offset }) => offset)).toEqual([6]);
    expect(problems[0]?.message).toContain('BIG TREE');
    expect(extractLinks('Code: https://github.com/fig/BIG is there.').code).toEqual(['https://github.com/fig/BIG']);
  });
  test('data sets, project pages and anonymous repositories are links', () => {
    const urls = [
      'https://huggingface.co/datasets/fig/a',
      'https://fig.github.io',
      'https://anonymous.4open.science/r/F-1',
    ];
    expect(extractLinks(urls.join(' ')).links).toEqual(urls);
  });
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://fig.example',
    'mailto:a@fig.example',
    'https://',
    'http://x',
    'a@github.com/b/c',
  ])('takes nothing from "%s"', (text) => {
    expect(extractLinks(text)).toEqual({ code: [], links: [], problems: [] });
  });
});

test('cleanUrl refuses credentials, spaces and hosts without a dot', () => {
  expect(cleanUrl('https://a:b@fig.example')).toBeNull();
  expect(cleanUrl('https://fig tree.example')).toBeNull();
  expect(cleanUrl('http://localhost/x')).toBeNull();
});

test('isCodeUrl wants an owner and a name', () => {
  expect(isCodeUrl('https://github.com/fig')).toBe(false);
  expect(isCodeUrl('https://www.github.com/fig/tree')).toBe(true);
});

const pieces = fc.constantFrom('https://', 'http://', 'github.com/', 'fig.example', '/a', '.', ',', ')', '(', ' ', '{', '}', '\\_', '://', 'javascript:', 'é', '<', '"', '@', 'A'); // prettier-ignore
const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 20 }).map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('all addresses are http or https, clean, and different', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const { code, links } = extractLinks(raw);
        const all = [...code, ...links];
        expect(new Set(all).size).toBe(all.length);
        for (const url of all) {
          expect(new URL(url).protocol).toMatch(/^https?:$/);
          expect(url).not.toMatch(/[\s<>"{}]|[.,]$/);
        }
      }),
    );
  });
  test('spans lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, (raw) => {
        let end = 0;
        for (const span of findUrls(raw)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          ({ end } = span);
        }
        expect(end).toBeLessThanOrEqual(raw.length);
      }),
    );
  });
});
