import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { previewTags } from '../../support/page-head.ts';
import { verifyFolder } from '../../../src/integrations/verify.ts';

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

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
  const { diagnostics, pages } = verifyFolder(folder, '/', null);
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
  expect(verifyFolder(indexed, '/', null).diagnostics).toMatchObject([
    { code: 'unindexed-paper', place: { path: 'papers/y/index.html' } },
  ]);
  const bare = await folderWith(pages);
  expect(verifyFolder(bare, '/', null).diagnostics).toMatchObject([
    { code: 'unindexed-paper', message: 'the site has no search index' },
  ]);
});
