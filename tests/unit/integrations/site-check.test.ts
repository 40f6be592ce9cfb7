import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../../src/corpus/diagnostics.ts';
import { previewTags } from '../../support/page-head.ts';
import { checkSite, type SiteLayout } from '../../../src/integrations/site-check.ts';

interface PageParts {
  readonly title?: string;
  readonly description?: string;
  readonly head?: string;
  readonly body?: string;
}

const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'sha256-HASH'">`;

function page({ title = 'A title', description = `About ${title}`, head = '', body = '' }: PageParts): string {
  return (
    `<!doctype html><html lang="en"><head>${policy}<title>${title}</title><meta name="description" content="${description}">${previewTags(title)}${head}</head>` +
    `<body><h1>Heading</h1>\n${body}</body></html>`
  );
}

function check(
  pages: Record<string, string>,
  layout: Partial<SiteLayout> = {},
  styles: Record<string, string> = {},
): Diagnostic[] {
  const files = new Set([...Object.keys(pages), ...Object.keys(styles), ...(layout.files ?? [])]);
  const site = checkSite({ base: '/', origin: null, ...layout, files });
  for (const [file, html] of Object.entries(pages)) site.addPage(file, html);
  for (const [file, css] of Object.entries(styles)) site.addStylesheet(file, css);
  return site.finish().diagnostics;
}

/** What is wrong with single pages of a site, as `code place message`. */
function faultsOf(...site: Parameters<typeof check>): string[] {
  return check(...site).flatMap(({ code, place, message }) =>
    place.kind === 'position' ? `${code} ${place.path}:${place.line}:${place.column} ${message}` : [],
  );
}

/** What is wrong with the way to its pages, as `code file`. */
function waysOf(pages: Readonly<Record<string, string>>): string[] {
  return check(pages).flatMap(({ code, place }) => (place.kind === 'file' ? `${code} ${place.path}` : []));
}

describe('a site to be opened as files', () => {
  const layout = { isOffline: true, origin: 'https://survey.example', base: '/survey/' };
  const target = page({ title: 'Target', head: '<link rel="canonical" href="https://survey.example/survey/a/">' });
  const linking = (href: string): string[] =>
    faultsOf(
      {
        'index.html': page({
          title: 'Home',
          head: '<link rel="canonical" href="https://survey.example/survey/">',
          body: `<a href="a/index.html">A</a><a href="${href}">Link</a>`,
        }),
        'a/index.html': target,
      },
      layout,
    ).filter((fault) => fault.startsWith('broken-link'));

  test.each(['a/index.html', './a/index.html#', 'a/index.html?x=1', 'https://survey.example/survey/elsewhere/'])(
    'takes %s',
    (href) => {
      expect(linking(href)).toEqual([]);
    },
  );

  test.each(['/survey/a/', '/survey/a/index.html', 'a/', 'b/index.html', './'])('refuses %s', (href) => {
    expect(linking(href)).toEqual([expect.stringContaining(`${href} leads nowhere`)]);
  });
});

describe('checkSite', () => {
  test('has nothing to say about a sound site', () => {
    const home = page({
      title: 'Home',
      body: '<a href="/a/">A</a> <a href="a/?q=x#part">part</a> <a href="#here" id="here">here</a> <a href="">self</a><img src="/i.png">',
    });
    const other = page({
      title: 'Other',
      body: '<h2 id="part">P</h2><a href="../">up</a> <a href="https://example.org/x" rel="noopener">out</a> <a href="mailto:a@b.example">mail</a>',
    });
    expect(faultsOf({ 'index.html': home, 'a/index.html': other }, { files: new Set(['i.png']) })).toEqual([]);
  });

  test('reports links to other sites that could reach back', () => {
    const out =
      '<a href="https://a.example/1">x</a><a href="https://a.example/2" rel="me">x</a><a href="//b.example">x</a>';
    const pages = { 'index.html': page({ body: `${out}<a href="https://survey.example/">own</a>` }) };
    const found = check(pages, { origin: 'https://survey.example' }).filter(({ code }) => code === 'link-with-opener');
    expect(found.map(({ message }) => message)).toEqual([
      'a link to a.example has no rel="noopener" (and 1 more like this)',
      'a link to b.example has no rel="noopener"',
    ]);
  });

  test('knows the feeds that pages name in their heads', () => {
    const head =
      '<link rel="alternate" type="application/atom+xml" href="/feed.xml"><link rel="alternate" type="text/csv" href="/a.csv">' +
      '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml">';
    const files = new Set(['index.html', 'feed.xml', 'opensearch.xml', 'a.csv']);
    const site = checkSite({ base: '/', origin: null, files });
    site.addPage('index.html', page({ head }));
    expect([...site.finish().namedFeeds]).toEqual(['feed.xml', 'opensearch.xml']);
  });

  test('reports an id that is referred to and is not there', () => {
    const body = '<p id="a"></p><section aria-labelledby="a b"></section>';
    expect(faultsOf({ 'index.html': page({ body }) })).toEqual([
      expect.stringMatching(/^missing-element-id index\.html:2:\d+ .*"b"/),
    ]);
  });

  test('reports a link that leads nowhere with its line and column', () => {
    expect(faultsOf({ 'index.html': page({ body: 'x <a href="/gone/">gone</a>' }) })).toEqual([
      'broken-link index.html:2:3 /gone/ leads nowhere',
    ]);
  });

  test('reports a fault of many pages once, at the first, with their number', () => {
    const html = (title: string): string => page({ title, body: '<a href="/gone/">gone</a>' });
    expect(faultsOf({ 'a.html': html('a'), 'b.html': html('b'), 'c.html': html('c') })).toEqual([
      'broken-link a.html:2:1 /gone/ leads nowhere (and 2 more like this)',
    ]);
  });

  test('wants the slash at the end of a page address', () => {
    const pages = {
      'index.html': page({ title: 'Home', body: '<a href="/a">A</a>' }),
      'a/index.html': page({ title: 'A' }),
    };
    expect(faultsOf(pages)).toEqual(['broken-link index.html:2:1 /a leads nowhere']);
  });

  test('reports an anchor that its page does not have, also when the page comes later', () => {
    const pages = {
      'index.html': page({
        title: 'Home',
        body: '<a href="/a/#no">A</a><a href="/a/#%C3%A9">é</a><a href="#no">x</a>',
      }),
      'a/index.html': page({ title: 'A', body: '<p id="é">' }),
    };
    expect(faultsOf(pages)).toEqual([
      'broken-anchor index.html:2:1 /a/#no names a place that a/index.html does not have',
      'broken-anchor index.html:2:49 #no names a place that index.html does not have',
    ]);
  });

  test('under a base path, reports links that leave it', () => {
    const pages = { 'index.html': page({ body: '<a href="/">root</a> <a href="/survey/">home</a>' }) };
    expect(faultsOf(pages, { base: '/survey/' })).toEqual(['broken-link index.html:2:1 / leads nowhere']);
  });

  test('follows links that name the site by its public address', () => {
    const address = 'https://survey.example/survey/gone/';
    const canonical = `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">`;
    expect(
      faultsOf({ 'index.html': page({ head: canonical }) }, { base: '/survey/', origin: 'https://survey.example' }),
    ).toEqual([
      expect.stringMatching(/^broken-link index.html:1:\d+ https:\/\/survey.example\/survey\/gone\/ leads nowhere$/),
    ]);
  });

  test('reports everything a page would load from another host', () => {
    const body =
      '<script src="https://cdn.example/a.js"></script><img src="//cdn.example/b.png"><img srcset="https://cdn.example/c.png 2x">';
    const faults = faultsOf(
      { 'index.html': page({ head: '<link rel="stylesheet" href="https://cdn.example/s.css">', body }) },
      {},
      { 'site.css': '@import "//cdn.example/t.css"; a { background: url(data:image/png;base64,AA) }' },
    );
    expect(faults.map((fault) => fault.replace(/^(\S+) \S+/, '$1'))).toEqual([
      'external-request the page loads https://cdn.example/s.css',
      'external-request the page loads https://cdn.example/a.js',
      'external-request the page loads //cdn.example/b.png',
      'external-request the page loads https://cdn.example/c.png',
      'external-request the stylesheet loads //cdn.example/t.css',
    ]);
  });

  test('reports event handlers, script addresses however disguised, and style attributes', () => {
    const body = '<p onclick="x()">a</p><a href=" java&#10;script:x()">b</a><p style="color:red">c</p>';
    const faults = faultsOf({ 'index.html': page({ body }) }).map((fault) => fault.replace(/^(\S+) \S+/, '$1'));
    expect(faults.filter((fault) => fault.startsWith('inline-code'))).toEqual([
      'inline-code <p> has the event handler onclick',
      'inline-code <a> has a script as its href',
      'inline-code <p> has a style attribute',
    ]);
  });

  test('reports an id that stands twice on a page but not on two pages', () => {
    const pages = {
      'a.html': page({ title: 'a', body: '<p id="x"><p id="x">' }),
      'b.html': page({ title: 'b', body: '<p id="x">' }),
    };
    expect(faultsOf(pages)).toEqual(['duplicate-element-id a.html:2:11 the id "x" stands twice']);
  });

  test('reports a title that two pages share', () => {
    expect(
      faultsOf({
        'a.html': page({ title: 'T &amp; U', description: 'one' }),
        'b.html': page({ title: 'T &#38; U', description: 'two' }),
      }),
    ).toEqual(['duplicate-page-title b.html:1:1 "T & U" is also the title of a.html']);
  });

  test('reports what a page lacks', () => {
    expect(faultsOf({ 'a.html': `<html>${previewTags('a')}<body><h1>a</h1><h1>b</h1>` })).toEqual([
      'page-metadata a.html:1:1 the page does not say its language',
      'page-metadata a.html:1:1 the page has 2 main headings',
      'page-metadata a.html:1:1 the page has no description',
      'page-metadata a.html:1:1 the page has no security policy',
      'page-metadata a.html:1:1 the page has no title',
    ]);
  });

  test('holds what a page tells machines against the contract', () => {
    const untold = page({ title: 'a' }).replace('og:title', 'og:name');
    expect(faultsOf({ 'a.html': untold })).toEqual(['page-metadata a.html:1:1 og:title stands 0 times, or is empty']);
  });

  test('wants a canonical address where the site has one, except on unlisted pages', () => {
    const pages = {
      'a.html': page({ title: 'a' }),
      '404.html': page({ title: 'missing', head: '<meta name="robots" content="noindex">' }),
    };
    expect(faultsOf(pages)).toEqual([]);
    expect(faultsOf(pages, { origin: 'https://survey.example' })).toEqual([
      'page-metadata a.html:1:1 the page does not name its canonical address',
    ]);
  });

  test('asks nothing of a page that only redirects but a target', () => {
    const redirect =
      '<title>Redirecting</title><meta http-equiv="refresh" content="0;url=/gone/"><a href="/gone/">on</a>';
    expect(faultsOf({ 'a.html': redirect, 'b.html': redirect })).toEqual([
      'broken-link a.html:1:77 /gone/ leads nowhere (and 1 more like this)',
    ]);
  });

  test('reports a description that two pages share, not one of unlisted pages', () => {
    const [a, b] = [page({ title: 'a', description: 'Tea.' }), page({ title: 'b', description: 'Tea.' })];
    expect(faultsOf({ 'a.html': a, 'b.html': b })).toEqual([
      'duplicate-page-description b.html:1:1 "Tea." is also the description of a.html',
    ]);
    const unlisted = page({ title: 'c', description: 'Tea.', head: '<meta name="robots" content="noindex">' });
    expect(faultsOf({ 'a.html': a, 'c.html': unlisted })).toEqual([]);
  });

  test('reports a script in the page whose hash the policy does not name, and no data', () => {
    const code = 'boil()';
    const hash = createHash('sha256').update(code).digest('base64');
    const scripted = page({
      body: `<script type="application/ld+json">{"@type":"Thing"}</script><script>${code}</script>`,
    });
    expect(faultsOf({ 'a.html': scripted })).toEqual([expect.stringMatching(/^inline-script a\.html:2:\d+ /)]);
    expect(faultsOf({ 'a.html': scripted.replace('HASH', hash) })).toEqual([]);
  });

  test('reports pages to which no chain of links leads, except those that are not to be found', () => {
    const pages = {
      'index.html': page({ title: 'Home', body: '<a href="/a/">a</a>' }),
      'a/index.html': page({ title: 'a', body: '<a href="/b/">b</a>' }),
      'b/index.html': page({ title: 'b' }),
      'island/index.html': page({ title: 'island', body: '<a href="/">home</a>' }),
      '404.html': page({ title: 'missing', head: '<meta name="robots" content="noindex">' }),
    };
    expect(waysOf(pages)).toEqual(['unreachable-page island/index.html']);
  });

  test('reports a paper that is more than four clicks away', () => {
    const chain = ['index.html', '1/index.html', '2/index.html', '3/index.html', 'papers/four/index.html'];
    const files = [...chain, 'papers/five/index.html'];
    const pages = files.map((file, index): [string, string] => {
      const next = files[index + 1];
      const link = next === undefined ? '' : `<a href="/${next.replace('index.html', '')}">next</a>`;
      return [file, page({ title: file, body: link })];
    });
    expect(waysOf(Object.fromEntries(pages))).toEqual(['distant-paper papers/five/index.html']);
  });
});

describe('classes', () => {
  const styles = {
    'site.css': '.card:hover,.sm\\:px-2\\.5{color:red} /* .plan */ a::after{content:".pot"}',
    'home.css': '@media(width>=1.5rem){.plan .chart-1{fill:red}}',
  };
  const styled = (body: string): string => page({ head: '<link rel="stylesheet" href="/site.css">', body });
  const unstyled = (body: string): string[] =>
    check({ 'index.html': styled(body) }, {}, styles).flatMap(({ code, message }) =>
      code === 'unstyled-class' ? message : [],
    );

  test('of a stylesheet that the page does not load are a fault', () => {
    expect(unstyled('<p class="card plan"></p><template><svg class="chart-1"></svg></template>')).toEqual([
      'the class "chart-1" has no style here, but in home.css',
      'the class "plan" has no style here, but in home.css',
    ]);
  });

  test.each([
    ['a class by the number of its first sign', '.\\32 xl\\:grid{display:grid}', ['2xl:grid']],
    ['that number in six digits', '.\\000032xl{color:red}.\\31\\30 {color:red}', ['10', '2xl']],
    [
      'a class with quotes',
      ".before\\:content-\\[\\'a\\'\\]:before{content:'.b'}.c{color:red}",
      ["before:content-['a']", 'c'],
    ],
    ['letters of any script', '.thé{color:red}.-é{color:red}', ['-é', 'thé']],
    ['a class that begins as an at-rule', '.\\@sm\\:d.c{color:red}', ['@sm:d', 'c']],
    ['a number of no sign', '.\\ffffff{color:red}.\\0{color:red}.c{color:red}', ['c']],
    ['a rule in a layer', '@layer a.b{.c{color:red}}', ['c']],
    ['layers in their order', '@layer a.b,c.d;.e{color:red}', ['e']],
    ['an import into a layer', '@import "x.css" layer(a.b) screen;.e{color:red}', ['e']],
    ['a condition', '@supports selector(.a){.c{color:red}}', ['c']],
    ['a rule in a rule', '.c{@media(width>=1.5rem){color:red}.d{color:red}}', ['c', 'd']],
  ])('are known from %s', (_, css, names) => {
    const known = (site: string): string[] =>
      check(
        {
          'index.html': styled(
            '<p class="a b c d e 2xl xl xl:grid 2xl:grid 32 10 @sm:d 1 0 thé -é before:content-[\'a\']"></p>',
          ),
        },
        {},
        { 'site.css': '', 'home.css': site },
      ).flatMap(({ code, message }) => (code === 'unstyled-class' ? (/"(.*)" has/.exec(message)?.[1] ?? message) : []));
    expect(known(css).sort()).toEqual(names);
  });

  test('of its own stylesheets, or of none, are not', () => {
    expect(unstyled('<p class="card sm:px-2.5 hook pot"></p>')).toEqual([]);
  });
});
