import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyFolder } from '../../../src/integrations/verify.ts';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

const head = (title: string): string =>
  `<html lang="en"><title>${title}</title><meta name="description" content="d"><h1>h</h1>`;

test('reads pages and stylesheets of a folder, but not the search index', async () => {
  const folder = await folderWith({
    'index.html': `${head('Home')}<a href="papers/x/">x</a><a href="/data/p.json">data</a>`,
    'papers/x/index.html': `${head('X')}<a href="/gone.bib">bib</a>`,
    'data/p.json': '{}',
    'pagefind/fragment.html': '<p id="a"><p id="a">',
    '_astro/site.css': '@import url(https://fonts.example/f.css);',
  });
  const { diagnostics, pages } = await verifyFolder(folder, '/', null);
  expect(pages).toBe(2);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'external-request the stylesheet loads https://fonts.example/f.css',
    'broken-link /gone.bib leads nowhere',
  ]);
});
