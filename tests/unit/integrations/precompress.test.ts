import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressFiles } from '../../../src/integrations/precompress.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const page = '<p>Figs grow on trees.</p>'.repeat(100);

function makeSite(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'compress-'));
  made.push(folder);
  mkdirSync(path.join(folder, 'papers'));
  writeFileSync(path.join(folder, 'papers', 'index.html'), page);
  writeFileSync(path.join(folder, 'small.css'), 'p{}');
  writeFileSync(path.join(folder, 'card.png'), page);
  writeFileSync(path.join(folder, '_headers'), page);
  return folder;
}

test('text files get a copy for brotli and one for gzip that hold the same; small and other files get none', async () => {
  const folder = makeSite();
  expect(await compressFiles(folder)).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['_headers', 'card.png', 'papers', 'small.css']);
  expect(readdirSync(path.join(folder, 'papers')).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  const copy = (extension: string): Buffer => readFileSync(path.join(folder, 'papers', `index.html.${extension}`));
  expect(brotliDecompressSync(copy('br')).toString()).toBe(page);
  expect(gunzipSync(copy('gz')).toString()).toBe(page);
  expect(copy('gz').length).toBeLessThan(page.length / 4);
});

test('the same file gives the same bytes', async () => {
  const [first, second] = [makeSite(), makeSite()];
  await compressFiles(first);
  await compressFiles(second);
  for (const extension of ['br', 'gz']) {
    const name = path.join('papers', `index.html.${extension}`);
    expect(readFileSync(path.join(second, name)).equals(readFileSync(path.join(first, name)))).toBe(true);
  }
});
