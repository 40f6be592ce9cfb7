import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { loadRecords } from '../../../src/client/page-records.ts';
import { emptyCache } from '../../support/empty-cache.ts';
import { onlyUsedExport, packAhead, writeSearchIndex } from '../../../src/integrations/pagefind.ts';

let site: string;

beforeEach(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'search-index-'));
});
afterEach(async () => {
  await rm(site, { recursive: true });
});

async function writePage(folder: string, body: string, attribute = 'data-pagefind-body'): Promise<void> {
  await mkdir(path.join(site, folder), { recursive: true });
  const html = `<!doctype html><html lang="en"><head><title>t</title></head><body><main ${attribute}>${body}</main></body></html>`;
  await writeFile(path.join(site, folder, 'index.html'), html);
}

/** How many pages the finished index of a site has. */
async function indexedPages(site: string): Promise<number> {
  const { pages, complete } = await writeSearchIndex(site);
  await complete;
  return pages;
}

test('the search program that is packed ahead is that of the index', async () => {
  const cache = await emptyCache();
  await writePage('papers/one', '<h1>Wide Caches</h1>');
  await packAhead('en');
  await indexedPages(site);
  expect(await readdir(path.join(cache, 'packed'))).toHaveLength(1);
  // What is kept is not made again.
  await packAhead('de');
  expect(await readdir(path.join(cache, 'packed'))).toHaveLength(1);
});

describe('the search index', () => {
  test('of the same pages is the same files, whatever filters the pages have', async () => {
    const filters = ['kind', 'topic', 'area', 'year'].map(
      (name) => `<span data-pagefind-filter="${name}[data-value]" data-value="x"></span>`,
    );
    await writePage('papers/one', `<h1>Wide Caches</h1>${filters.join('')}`);
    await writePage('papers/two', `<h1>Narrow Caches</h1>${filters.join('')}`);
    const index = async (): Promise<Map<string, string>> => {
      await indexedPages(site);
      const folder = path.join(site, 'pagefind');
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const files = await Promise.all(
        names.map(
          async ({ parentPath, name }) => [name, await readFile(path.join(parentPath, name), 'base64')] as const,
        ),
      );
      await rm(folder, { recursive: true });
      return new Map(files);
    };
    const first = await index();
    expect([...first.keys()].filter((name) => name.endsWith('.pf_meta'))).toHaveLength(1);
    // Pagefind sorts its filters by chance: three times the same would be luck in one of 13,824 cases.
    for (let again = 0; again < 3; again += 1) expect(await index()).toEqual(first);
  });

  test('holds the marked pages only', async () => {
    await writePage('papers/one', '<h1>Wide Caches</h1>');
    await writePage('papers/two', '<h1>Narrow Caches</h1>');
    await writePage('method', '<h1>Method</h1>', '');
    expect(await indexedPages(site)).toBe(2);
    expect(await readdir(path.join(site, 'pagefind', 'fragment'))).toHaveLength(2);
  });

  test('comes with the files a search loads and no others', async () => {
    await writePage('papers/one', '<h1>Wide Caches</h1>');
    await indexedPages(site);
    const files = (await readdir(path.join(site, 'pagefind'))).map((name) => name.replace(/_[0-9a-f]+/, '_HASH'));
    expect(files.sort()).toEqual([
      'addresses.json',
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind.en_HASH.pf_meta',
      'pagefind.js',
      'records.json',
      'wasm.en.pagefind',
    ]);
    expect((await readFile(path.join(site, 'pagefind', 'pagefind.js'), 'utf8')).length).toBeGreaterThan(10_000);
  });

  test('is named in the head of the search page, so that its files load at once', async () => {
    await writePage('papers/one', '<h1>Wide Caches</h1>');
    await mkdir(path.join(site, 'search'));
    const search = path.join(site, 'search', 'index.html');
    const head = '<link rel="modulepreload" href="/survey/pagefind/pagefind.js">';
    await writeFile(search, `<!doctype html><html lang="en"><head><title>s</title>${head}</head><body></body></html>`);
    await indexedPages(site);
    const named = [...(await readFile(search, 'utf8')).matchAll(/rel="preload".*?href="\/survey\/pagefind\/([^"]+)"/g)];
    const files = await readdir(path.join(site, 'pagefind'));
    const names = named.map(([, name]) => name?.replace(/\?ts=[0-9a-f]+$/, ''));
    expect(names.sort()).toEqual(files.filter((name) => /^wasm|meta$|entry/.test(name)).sort());
    expect(names).toHaveLength(3);
  });

  test('has the search page load what its script imports beside the script', async () => {
    await writePage('papers/one', '<h1>Wide Caches</h1>');
    await mkdir(path.join(site, 'search'));
    await mkdir(path.join(site, '_astro'));
    await writeFile(
      path.join(site, '_astro', 'search.js'),
      'import{a}from"./words.js";import"./b.c.js";import("./late.js")',
    );
    const search = path.join(site, 'search', 'index.html');
    const head = '<link rel="modulepreload" href="/survey/pagefind/pagefind.js">';
    const script = '<script type="module" src="/survey/_astro/search.js"></script>';
    await writeFile(search, `<!doctype html><html><head>${head}</head><body></body></html>${script}`);
    await indexedPages(site);
    const links = [...(await readFile(search, 'utf8')).matchAll(/modulepreload" href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(links).toEqual([
      '/survey/pagefind/pagefind.js',
      '/survey/_astro/search.js',
      '/survey/_astro/b.c.js',
      '/survey/_astro/words.js',
    ]);
  });

  test('has addresses and filters of every page in a file each', async () => {
    const filters = (values: [string, string][]): string =>
      values
        .map(([name, value]) => `<i data-pagefind-filter="${name}[data-value]" data-value="${value}"></i>`)
        .join('');
    const one = filters([
      ['year', '2024'],
      ['published', '2024-05'],
      ['topic', 'kv'],
      ['topic', 'moe'],
    ]);
    const three = filters([
      ['year', '2023'],
      ['published', '2023-11-02'],
    ]);
    await writePage('papers/one', `<h1>Wide</h1>${one}`);
    await writePage('papers/three', `<h1>Old</h1>${three}`);
    await writePage('topics/two', '<h1>Narrow</h1>');
    await indexedPages(site);
    const json = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(path.join(site, 'pagefind', name), 'utf8'));
    const addresses = z.record(z.string(), z.string()).parse(await json('addresses.json'));
    expect(Object.values(addresses)).toEqual(['/papers/one/', '/papers/three/', '/topics/two/']);
    const server = createServer((_, response) => {
      void json('records.json').then((body) => response.end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    onTestFinished(() => void server.close());
    const address = z.object({ port: z.number() }).parse(server.address());
    const records = await loadRecords(`http://localhost:${address.port}/`);
    expect(Object.keys(addresses).map((id) => records.get(id))).toEqual([
      { filters: { year: ['2024'], topic: ['kv', 'moe'], area: [], platform: [] }, day: 2 },
      { filters: { year: ['2023'], topic: [], area: [], platform: [] }, day: 1 },
      { filters: { year: [], topic: [], area: [], platform: [] }, day: null },
    ]);
    const fragments = await readdir(path.join(site, 'pagefind', 'fragment'));
    expect(
      Object.keys(addresses)
        .map((id) => `${id}.pf_fragment`)
        .sort(),
    ).toEqual(fragments.sort());
  });

  test('leaves out of its files what the search does not read', async () => {
    const heading = '<h1>Wide</h1><h2 id="cache">Cache</h2><p>Words <a id="cite-one" href="#">One</a></p>';
    const filters = '<i data-pagefind-filter="kind:Paper"></i><i data-pagefind-filter="year:2024"></i>';
    await writePage('papers/one', heading + filters);
    await indexedPages(site);
    const folder = path.join(site, 'pagefind', 'fragment');
    const [name = ''] = await readdir(folder);
    const text = gunzipSync(await readFile(path.join(folder, name))).toString('utf8');
    const fragment: unknown = JSON.parse(text.replace(/^pagefind_dcd/, ''));
    expect(fragment).toMatchObject({ url: '/papers/one/', filters: { kind: ['Paper'] } });
    expect(fragment).toMatchObject({ meta: { title: 'Wide' }, anchors: [{ element: 'h2', id: 'cache' }] });
    expect(fragment).not.toHaveProperty('filters.year');
  });

  test('comes with a script that gives an index and nothing else', async () => {
    await writePage('papers/one', '<h1>Wide</h1>');
    await indexedPages(site);
    const script = await readFile(path.join(site, 'pagefind', 'pagefind.js'), 'utf8');
    expect(script).toMatch(/export\s*\{\s*\w+ as PagefindInstance\s*\};?\s*$/);
    expect(script.length).toBeLessThan(25_000);
  });

  test('cannot be made with a script whose exports are not those known', () => {
    const known = 'var PagefindInstance = class {};\nexport { createInstance, search };';
    expect(onlyUsedExport(known)).toBe('var PagefindInstance = class {};\nexport{PagefindInstance};');
    expect(() => onlyUsedExport(known.replace('createInstance', 'makeInstance'))).toThrow(/exports.*createInstance/);
    expect(() => onlyUsedExport(known.replace('PagefindInstance', 'Instance'))).toThrow(/PagefindInstance/);
  });

  test('is cut small enough that one word loads little', async () => {
    const words = Array.from({ length: 6000 }, (_, place) => `w${place.toString(36)}`).join(' ');
    await writePage('papers/one', `<h1>Wide</h1><p>${words}</p>`);
    await indexedPages(site);
    expect((await readdir(path.join(site, 'pagefind', 'index'))).length).toBeGreaterThan(2);
  });

  test('cannot be made of a site without pages', async () => {
    await expect(writeSearchIndex(site)).rejects.toThrow(/no page/);
  });

  test('cannot be made of a folder that does not exist', async () => {
    await expect(writeSearchIndex(path.join(site, 'missing'))).rejects.toThrow();
  });
});
