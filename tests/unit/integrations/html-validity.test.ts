import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { validationBeside } from '../../../src/integrations/html-validity-thread.ts';
import { invalidHtml, newlyInvalidHtml } from '../../../src/integrations/html-validity.ts';

function siteOf(pages: Readonly<Record<string, string>>): { folder: string; memory: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'validity-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const folder = path.join(root, 'site');
  mkdirSync(folder);
  for (const [name, html] of Object.entries(pages)) writeFileSync(path.join(folder, name), html);
  return { folder, memory: path.join(root, 'memory') };
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
<button type="button" aria-label="Copy"></button><details><summary>Water</summary><p>Soft.</p></details></main>`;

/** One change that makes the page above invalid: what it replaces, and by what. */
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
    expect(await newlyInvalidHtml(folder, ['one.html'], memory)).toEqual({ diagnostics: [], validated: 1 });
    expect(await newlyInvalidHtml(folder, ['one.html'], memory)).toEqual({ diagnostics: [], validated: 0 });
    expect((await newlyInvalidHtml(folder, ['two.html'], memory)).diagnostics).toEqual([]);
    writeFileSync(
      path.join(folder, 'three.html'),
      page(body.replace('Soft.', 'Not hard.').replace('"/boil/"', '"/x"')),
    );
    expect(await newlyInvalidHtml(folder, ['three.html'], memory)).toEqual({ diagnostics: [], validated: 0 });
  });

  test.each(faults)('is validated when it has %s', async (_, from, to) => {
    expect(body).toContain(from);
    const { folder, memory } = siteOf({ 'sound.html': page(body), 'broken.html': page(body.replace(from, to)) });
    expect((await newlyInvalidHtml(folder, ['sound.html'], memory)).diagnostics).toEqual([]);
    const whole = await invalidHtml(folder, ['broken.html']);
    expect(whole.length).toBeGreaterThan(0);
    expect((await newlyInvalidHtml(folder, ['broken.html'], memory)).diagnostics).toEqual(whole);
    // What is wrong is not remembered as right.
    expect((await newlyInvalidHtml(folder, ['broken.html'], memory)).diagnostics).toEqual(whole);
  });
});

test('pages written while others are validated are judged as they are in the end', async () => {
  const { folder, memory } = siteOf({ 'a.html': page('<p><div></div></p>'), 'b.html': page('<h1>Tea</h1>') });
  const validation = validationBeside(memory);
  await validation.start(folder);
  writeFileSync(path.join(folder, 'a.html'), page('<h1>Cold tea</h1>'));
  writeFileSync(path.join(folder, 'c.html'), page('<h1></h1>'));
  const found = await validation.finish(folder);
  expect(found.map(({ code, place }) => [code, 'path' in place ? place.path : null])).toEqual([
    ['invalid-html', 'c.html'],
  ]);
});
