import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { previewTags } from '../../support/page-head.ts';
import { FolderCheck } from '../../../src/integrations/folder-check.ts';

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

const checkOf = (folder: string): FolderCheck => new FolderCheck({ folder, base: '/', site: null, isOffline: false });

const head = (title: string): string =>
  `<html lang="en"><meta http-equiv="content-security-policy" content="script-src 'self'">` +
  `<title>${title}</title><meta name="description" content="About ${title}">${previewTags(title)}<h1>h</h1>`;

const fragment = (url: string): Buffer => gzipSync(`pagefind_dcd${JSON.stringify({ url, content: 'x' })}`);

test('reads pages and stylesheets of a folder, but not the search index', async () => {
  const folder = await folderWith({
    'index.html': `${head('Home')}<a href="papers/x/">x</a><a href="/data/p.json">data</a>`,
    'papers/x/index.html': `${head('X')}<a href="/gone.bib">bib</a>`,
    'data/p.json': '{}',
    'pagefind/fragment.html': '<p id="a"><p id="a">',
    'pagefind/fragment/a.pf_fragment': fragment('/papers/x/'),
    '_astro/site.css': '@import url(https://fonts.example/f.css);',
  });
  const { diagnostics, pages } = checkOf(folder).finish();
  expect(pages).toBe(2);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'external-request the stylesheet loads https://fonts.example/f.css',
    'broken-link /gone.bib leads nowhere',
  ]);
});

test('reports papers that the search index does not hold, and a site without an index', async () => {
  const pages = {
    'index.html': `${head('Home')}<a href="papers/x/">x</a><a href="papers/y/">y</a>`,
    'papers/x/index.html': head('X'),
    'papers/y/index.html': head('Y'),
  };
  const indexed = await folderWith({ ...pages, 'pagefind/fragment/a.pf_fragment': fragment('/papers/x/') });
  expect(checkOf(indexed).finish().diagnostics).toMatchObject([
    { code: 'unindexed-paper', place: { path: 'papers/y/index.html' } },
  ]);
  const bare = await folderWith(pages);
  expect(checkOf(bare).finish().diagnostics).toMatchObject([
    { code: 'unindexed-paper', message: 'the site has no search index' },
  ]);
});

const messagesOf = (check: FolderCheck): string[] => check.finish().diagnostics.map(({ message }) => message);

test('what pages link to may come while they are read, if it is the search’s', async () => {
  const folder = await folderWith({
    'index.html': `${head('Home')}<a href="/search/">Search</a><a href="/gone/">gone</a>`,
    'search/index.html': `${head('Search')}<link rel="modulepreload" href="/pagefind/pagefind.js">`,
  });
  const check = checkOf(folder);
  await check.begin();
  await mkdir(path.join(folder, 'pagefind'));
  await writeFile(path.join(folder, 'pagefind', 'pagefind.js'), '');
  expect(messagesOf(check)).toEqual(['/gone/ leads nowhere']);
});

test('a page that was written again since is judged as it is', async () => {
  const folder = await folderWith({ 'index.html': head('Home'), 'tea/index.html': head('Tea') });
  const check = checkOf(folder);
  await check.begin();
  await writeFile(path.join(folder, 'index.html'), `${head('Home')}<a href="/tea/">Tea</a><a href="/cups/">Cups</a>`);
  expect(messagesOf(check)).toEqual(['/cups/ leads nowhere']);
  expect(messagesOf(checkOf(folder))).toEqual(['/cups/ leads nowhere']);
});

test('a page that is gone since is not judged', async () => {
  const folder = await folderWith({
    'index.html': head('Home'),
    'tea/index.html': `${head('Tea')}<a href="/cups/">x</a>`,
  });
  const check = checkOf(folder);
  await check.begin();
  await rm(path.join(folder, 'tea'), { recursive: true });
  expect(check.finish()).toEqual({ diagnostics: [], pages: 1 });
});
