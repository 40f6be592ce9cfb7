import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Diagnostic } from '../../../src/corpus/diagnostics.ts';
import { validationBeside } from '../../../src/integrations/html-validity-thread.ts';
import { invalidHtml, type Judgement, judgeName, newlyInvalidHtml } from '../../../src/integrations/html-validity.ts';
import { JudgedPages } from '../../../src/integrations/judged-pages.ts';
import type { PageMemory } from '../../../src/integrations/valid-pages.ts';

function siteOf(pages: Readonly<Record<string, string>>): { folder: string; memory: PageMemory } {
  const root = mkdtempSync(path.join(tmpdir(), 'validity-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const folder = path.join(root, 'site');
  mkdirSync(folder);
  for (const [name, html] of Object.entries(pages)) writeFileSync(path.join(folder, name), html);
  return { folder, memory: { folder: path.join(root, 'memory'), site: '/' } };
}

/** What a build of its own says of the pages. */
async function judged(
  folder: string,
  files: readonly string[],
  memory: PageMemory,
): Promise<{ diagnostics: Diagnostic[]; validated: number }> {
  const judge = await newlyInvalidHtml(memory);
  const judgements: Judgement[] = [];
  for (const file of files) judgements.push(await judge.page(folder, file));
  await judge.keep();
  return {
    diagnostics: judgements.flatMap(({ faults }) => faults),
    validated: judgements.filter(({ isValidated }) => isValidated).length,
  };
}

const page = (body: string, head = ''): string =>
  `<!doctype html>\n<html lang="en"><head><title>Tea</title>${head}</head>\n<body>${body}</body></html>\n`;

test('names what is not valid with its place, and leaves templates alone', async () => {
  const { folder } = siteOf({
    'sound.html': page('<h1>Tea</h1><template><p><div></div></p></template>'),
    'broken.html': page('<h1>Tea</h1><p><div></div></p>'),
  });
  const found = await invalidHtml(folder, ['sound.html', 'broken.html']);
  expect(found.length).toBeGreaterThan(0);
  for (const { code, place } of found) {
    expect(code).toBe('invalid-html');
    expect(place).toMatchObject({ path: 'broken.html', line: 3 });
  }
});

const body = `<header><nav aria-label="Site"><ul><li><a href="/">Home</a></li><li><a href="/tea/">Tea</a></li></ul></nav>
<form action="/search/" role="search"><label for="q">Search</label><input id="q" name="q" type="search"><button type="submit">Go</button></form></header>
<main><h1>Green <em>tea</em></h1><p>How to <a href="/boil/">boil</a> water.</p><p></p>
<section aria-labelledby="kinds"><h2 id="kinds">Kinds</h2><dl><div><dt>Sencha</dt><dd>70 °C</dd></div></dl>
<table><caption>Times</caption><thead><tr><th scope="col">Kind</th></tr></thead><tbody><tr><td>Sencha &amp; co</td></tr></tbody></table></section>
<h3>More</h3><figure><svg role="img" aria-label="A leaf"><circle cx="1" cy="1" r="1"></circle></svg><figcaption>A leaf</figcaption></figure>
<p><label for="c">Kind</label><select id="c"></select></p><p><select aria-label="Cup"></select></p>
<button type="button" aria-label="Copy"></button><details><summary>Water</summary><p>Soft.</p></details></main>`;

/** One change that makes the page with the body above invalid: what it replaces, and by what. */
const faults: readonly [what: string, from: string, to: string][] = [
  ['a block in a paragraph', 'water.', 'water.<div>hot</div>'],
  ['an unknown element', '<em>tea</em>', '<tea>tea</tea>'],
  ['an unknown attribute value', 'type="search"', 'type="tea"'],
  ['an empty attribute', 'href="/boil/"', 'href="/boil/" href="/"'],
  ['a link within a link', 'boil</a>', 'boil <span><a href="/">x</a></span></a>'],
  ['a button within a link', 'boil</a>', 'boil <button type="button">x</button></a>'],
  ['a button without a type', '<button type="submit">', '<button>'],
  ['a button without a name', 'aria-label="Copy"', 'aria-label=""'],
  ['an element that is not closed', '</em>', ''],
  ['elements closed in the wrong order', '<em>tea</em></h1>', '<em>tea</h1></em>'],
  ['a paragraph in a list', '<ul><li>', '<ul><p>tea</p><li>'],
  ['a heading without text', '<h3>More</h3>', '<h3></h3>'],
  ['a heading whose text is gone', 'Green <em>tea</em>', '<em></em>'],
  ['a heading too deep', '<h3>More</h3>', '<h3>More</h3><h5>Most</h5>'],
  ['a second main part', '</main>', '</main><main><h2>Tea</h2></main>'],
  ['a second title', '</main>', '</main><title>Tea</title>'],
  ['a second caption', '</caption>', '</caption><caption>Times</caption>'],
  ['a landmark with the name of another', '<main>', '<nav aria-label="Site"></nav><main>'],
  ['a control without a label', '<label for="q">Search</label>', ''],
  ['a control without its label, beside one that needs none', '<label for="c">Kind</label>', ''],
  ['a control whose label says nothing', '>Kind</label>', '></label>'],
  ['no document type', '<!doctype html>', ''],
  ['a document type after its element', '<!doctype html>\n<html lang="en">', '<html lang="en"><!doctype html>'],
  ['an end tag with an attribute', '</em>', '</em foo="x">'],
  ['an end tag written in another way', '</em>', '</EM>'],
  ['an end tag of nothing', '</em>', '</em></div>'],
  ['an end tag of nothing in what is like its sibling', 'Home</a>', 'Home</a></div>'],
  ['an end tag with an attribute in what is like its sibling', '>Tea</a></li>', '>Tea</a foo="x"></li>'],
  ['what is not closed in what is like its sibling', '>Tea</a></li>', '>Tea</li>'],
  ['an unknown character reference in what is like its sibling', '>Tea</a></li>', '>&tea;</a></li>'],
  ['a label for what is no control', 'for="q"', 'for="kinds"'],
  ['an unknown character reference', '&amp; co', '&tea; co'],
  ['a repeated id', '<h3>', '<h3 id="kinds">'],
  ['a deprecated element', 'Soft.', '<center>Soft.</center>'],
  ['the parts of a table in the wrong order', '<table><caption>Times</caption>', '<table><tfoot></tfoot><caption>Times</caption>'],
  ['attributes without a space', 'name="q" type', 'name="q"type'],
  ['a role that says nothing new', '<main>', '<main role="main">'],
]; // prettier-ignore

describe('a page made of parts that are known to be valid', () => {
  test('is not validated again', async () => {
    const { folder, memory } = siteOf({
      'one.html': page(body),
      'two.html': page(
        body
          .replace('>Tea</a></li>', '>Black tea &amp; milk</a></li><li><a href="/a/">A</a></li>')
          .replace('</dl>', '<div><dt>Bancha</dt><dd>80 °C</dd></div><div><dt>Oolong</dt><dd>90 °C</dd></div></dl>'),
      ),
    });
    expect(await judged(folder, ['one.html'], memory)).toEqual({ diagnostics: [], validated: 1 });
    expect(await judged(folder, ['one.html'], memory)).toEqual({ diagnostics: [], validated: 0 });
    expect((await judged(folder, ['one.html', 'two.html'], memory)).diagnostics).toEqual([]);
    writeFileSync(
      path.join(folder, 'three.html'),
      page(body.replace('Soft.', 'Not hard.').replace('"/boil/"', '"/x"')),
    );
    expect(await judged(folder, ['three.html'], memory)).toEqual({ diagnostics: [], validated: 0 });
  });

  test.each([
    ['more entries of a list', '<ul><li>Green</li></ul>', '<ul><li>Green</li><li>Black</li></ul>'],
    [
      'more sections without a name',
      '<section><h2>Green</h2></section>',
      '<section><h2>Green</h2></section><section><h2>Black</h2></section>',
    ],
    ['other signs in an attribute', '<p title="a < b > c">Tea</p>', '<p title="a > b < c">Tea</p>'],
    [
      'in one line what stood in several',
      '<p>Hot <b>tea</b></p><p><i>and</i> milk</p>',
      '<p>Hot <b>tea</b> <i>and</i> milk</p>',
    ],
  ])('is not validated again with %s', async (_, before, after) => {
    const of = (content: string): string => page(`<main><h1>Tea</h1>${content}</main>`);
    const { folder, memory } = siteOf({ 'before.html': of(before), 'after.html': of(after) });
    expect(await judged(folder, ['before.html'], memory)).toEqual({ diagnostics: [], validated: 1 });
    expect(await judged(folder, ['after.html'], memory)).toEqual({ diagnostics: [], validated: 0 });
    expect(await invalidHtml(folder, ['after.html'])).toEqual([]);
  });

  test.each(faults)('is validated when it has %s', async (_, from, to) => {
    const sound = page(body);
    expect(sound).toContain(from);
    const { folder, memory } = siteOf({ 'sound.html': sound, 'broken.html': sound.replace(from, to) });
    expect((await judged(folder, ['sound.html'], memory)).diagnostics).toEqual([]);
    const whole = await invalidHtml(folder, ['broken.html']);
    expect(whole.length).toBeGreaterThan(0);
    expect((await judged(folder, ['broken.html'], memory)).diagnostics).toEqual(whole);
    // What is wrong is not remembered as right.
    expect((await judged(folder, ['broken.html'], memory)).diagnostics).toEqual(whole);
  });
});

describe('what is remembered from build to build', () => {
  const odd = page('<h1>Odd</h1><ol><li><b>Tea</b></li></ol>');
  const write = (folder: string, name: string, html: string): void => {
    writeFileSync(path.join(folder, name), html);
  };
  const linesIn = ({ folder }: PageMemory): number[] =>
    readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8').split('\n').length);

  test('is what the last build met: it does not grow, and what is gone is new again', async () => {
    const { folder, memory } = siteOf({ 'one.html': page(body), 'odd.html': odd });
    expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 2 });
    const lines = linesIn(memory);
    for (const kind of ['Bancha', 'Oolong', 'Assam']) {
      write(folder, 'one.html', page(body.replace('<td>Sencha', `<td>${kind}`)));
      expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 0 });
      expect(linesIn(memory)).toEqual(lines);
    }
    expect(await judged(folder, ['one.html'], memory)).toMatchObject({ validated: 0 });
    write(folder, 'odd.html', odd.replace('<b>Tea', '<b>Water'));
    expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 1 });
  });

  test('is all that it met, parts of unchanged pages included', async () => {
    const { folder, memory } = siteOf({ 'one.html': page(body), 'odd.html': odd });
    expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 2 });
    expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 0 });
    write(folder, 'one.html', page(body.replace('Soft.', 'Hard.')));
    write(folder, 'odd.html', odd.replace('<b>Tea', '<b>Water'));
    expect(await judged(folder, ['one.html', 'odd.html'], memory)).toMatchObject({ validated: 0 });
  });

  test('is known to builds under another address, and not forgotten by them', async () => {
    const { folder, memory } = siteOf({ 'one.html': page(body), 'odd.html': odd });
    const elsewhere = { ...memory, site: '/survey/' };
    await judged(folder, ['one.html'], memory);
    expect(await judged(folder, ['one.html', 'odd.html'], elsewhere)).toMatchObject({ validated: 1 });
    expect(await judged(folder, ['one.html'], memory)).toMatchObject({ validated: 0 });
    expect(await judged(folder, ['odd.html'], elsewhere)).toMatchObject({ validated: 0 });
  });

  test('is what this code found valid: other code starts anew', async () => {
    const { folder, memory } = siteOf({ 'one.html': page(body) });
    await judged(folder, ['one.html'], memory);
    const [file = ''] = readdirSync(memory.folder);
    const sources = ['page-parts.ts', 'html-validity.ts', 'valid-pages.ts'].map((module) =>
      readFileSync(path.join('src/integrations', module), 'utf8'),
    );
    const manifest: unknown = JSON.parse(readFileSync('node_modules/html-validate/package.json', 'utf8'));
    const { version } = z.object({ version: z.string() }).parse(manifest);
    expect(file.split('.')[0]).toBe(judgeName(version, sources));
    const changed = sources.map((_, place) => sources.with(place, `${sources[place] ?? ''} `));
    const names = new Set([sources, ...changed].map((each) => judgeName(version, each)));
    expect(names.add(judgeName(`${version}.1`, sources))).toHaveProperty('size', 5);

    const other = file.replace(/^[^.]+/, judgeName(version, changed[0] ?? []));
    renameSync(path.join(memory.folder, file), path.join(memory.folder, other));
    expect(await judged(folder, ['one.html'], memory)).toMatchObject({ validated: 1 });
    expect(readdirSync(memory.folder)).toEqual([file]);
  });
});

/** The pages that something is wrong with. */
function filesOf(found: readonly Diagnostic[]): string[] {
  const files = found.map(({ code, place }) => `${code} ${'path' in place ? place.path : ''}`);
  return [...new Set(files)].sort();
}

test('pages written after they were judged are judged again, for better and for worse', async () => {
  const bad = page('<p><div></div></p>');
  const { folder, memory } = siteOf({
    'a.html': bad,
    'b.html': page('<h1>Tea</h1>'),
    'c.html': bad,
    'd.html': page('<h1>Milk</h1>'),
  });
  const write = (name: string, html: string): void => {
    writeFileSync(path.join(folder, name), html);
    utimesSync(path.join(folder, name), 2000, 2000);
  };
  for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), 1000, 1000);
  const judge = await newlyInvalidHtml(memory);
  const read: string[] = [];
  const pages = new JudgedPages(folder, async (below, file) => {
    read.push(file);
    return (await judge.page(below, file)).faults;
  });
  expect(await pages.catchUp()).toBe(4);
  expect(filesOf(pages.faults())).toEqual(['invalid-html a.html', 'invalid-html c.html']);
  expect(read.splice(0).sort()).toEqual(['a.html', 'b.html', 'c.html', 'd.html']);
  write('a.html', page('<h1>Cold tea</h1>'));
  write('b.html', page('<h1></h1>'));
  write('e.html', page('<h1></h1>'));
  rmSync(path.join(folder, 'd.html'));
  expect(await pages.catchUp()).toBe(3);
  expect(filesOf(pages.faults())).toEqual(['invalid-html b.html', 'invalid-html c.html', 'invalid-html e.html']);
  expect(read.sort()).toEqual(['a.html', 'b.html', 'e.html']);
});

describe('validation in a thread', () => {
  test('judges what is there in the end, whenever it was written', async () => {
    const { folder, memory } = siteOf({ 'a.html': page('<h1></h1>') });
    const validation = validationBeside(memory);
    validation.follow(folder);
    writeFileSync(path.join(folder, 'b.html'), page('<h1></h1>'));
    writeFileSync(path.join(folder, 'a.html'), page('<h1>Black tea</h1>'));
    expect(filesOf(await validation.finish(folder))).toEqual(['invalid-html b.html']);
  });

  test('follows a folder that is made later, and judges one that was never followed', async () => {
    const { folder, memory } = siteOf({});
    const later = path.join(folder, 'later');
    const validation = validationBeside(memory);
    validation.follow(later);
    mkdirSync(later);
    writeFileSync(path.join(later, 'a.html'), page('<h1></h1>'));
    expect(filesOf(await validation.finish(later))).toEqual(['invalid-html a.html']);
    expect(filesOf(await validationBeside(memory).finish(later))).toEqual(['invalid-html a.html']);
  });

  test('fails when its memory cannot be written', async () => {
    const { folder, memory } = siteOf({ 'a.html': page('<h1>Tea</h1>') });
    writeFileSync(memory.folder, 'no folder');
    const validation = validationBeside(memory);
    validation.follow(folder);
    await expect(validation.finish(folder)).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
