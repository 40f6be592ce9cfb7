import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { offlineAddress, offlinePage } from '../../../src/integrations/offline-page.ts';
import { type StartTag, visitStartTags } from '../../../src/integrations/html.ts';
import { unhashedScripts } from '../../../src/integrations/security-policy.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('offlineAddress', () => {
  const file = 'topics/figs/index.html';

  test.each([
    ['/survey/', '../../index.html'],
    ['/survey/papers/fig/', '../../papers/fig/index.html'],
    ['/survey/papers/fig/#abstract', '../../papers/fig/index.html#abstract'],
    ['/survey/results/?topic=a/b', '../../results/index.html?topic=a/b'],
    ['/survey/topics/figs/', 'index.html'],
    ['/survey/topics/figs.bib', '../figs.bib'],
    ['/survey/sources/a%20b/', '../../sources/a%20b/index.html'],
  ])('%s is %s seen from a page two folders down', (href, expected) => {
    expect(offlineAddress(file, href, '/survey/')).toBe(expected);
  });

  test('leads from the page at the root without going up', () => {
    expect(offlineAddress('index.html', '/papers/', '/')).toBe('papers/index.html');
  });

  test.each(['https://example.org/a/', '//example.org/a/', 'mailto:a@example.org', '#abstract', '?topic=x', ''])(
    'leaves %j as it is',
    (href) => {
      expect(offlineAddress(file, href, '/')).toBe(href);
    },
  );
});

describe('offlinePage', () => {
  const offline = (html: string): string => offlinePage('papers/fig/index.html', html, '/');

  test('makes the addresses of links, forms and styles relative, and keeps everything else to the letter', () => {
    const html =
      `<link rel="stylesheet" href="/a.css"><form action=/search/ data-href="/x/"><a title='href="/a/"' href="/topics/?a=1&amp;b=2">` +
      `&lt;a href="/b/"></a><svg><a href='/papers/fig/'></a></svg><p>href="/c/"</p>`;
    expect(offline(html)).toBe(
      `<link rel="stylesheet" href="../../a.css"><form action="../../search/index.html" data-href="/x/">` +
        `<a title='href="/a/"' href="../../topics/index.html?a=1&amp;b=2">` +
        `&lt;a href="/b/"></a><svg><a href="index.html"></a></svg><p>href="/c/"</p>`,
    );
  });

  test('follows a refresh', () => {
    expect(offline('<meta http-equiv="refresh" content="0; url=/papers/new/">')).toBe(
      '<meta http-equiv="refresh" content="0; url=../new/index.html">',
    );
    expect(offline('<meta name="description" content="url=/papers/">')).toContain('content="url=/papers/"');
  });

  test('puts one classic script in the place of all modules, and drops what is loaded ahead', () => {
    const html =
      '<link rel="modulepreload" href="/a.js"><link rel="preload" as="font" href="/f.woff2" crossorigin>' +
      '<script>theme()</script><p>x</p><script type="module" src="/a.js"></script><script type="module" src="/b.js"></script>';
    expect(offline(html)).toBe('<script>theme()</script><p>x</p><script src="../../offline.js" defer></script>');
  });

  test('names the changed styles in the policy, whichever comes first, and allows files', () => {
    const before = '@font-face{src:url(/fonts/a.woff2);font-display:optional}';
    const after = '@font-face{src:url(../../fonts/a.woff2);font-display:block}';
    const style = `<style>${before}</style>`;
    const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'; style-src 'self' ${hashOf(before)}; script-src ${hashOf('theme()')}">`;
    const changed = `<meta http-equiv="content-security-policy" content="default-src 'self' file:; style-src 'self' file: ${hashOf(after)}; script-src ${hashOf('theme()')}">`;
    expect(offline(style + policy)).toBe(`<style>${after}</style>${changed}`);
    expect(offline(policy + style)).toBe(`${changed}<style>${after}</style>`);
    const tags: StartTag[] = [];
    visitStartTags(`${changed}<script>theme()</script>`, (tag) => tags.push(tag));
    expect(unhashedScripts(tags)).toEqual([]);
  });
});
