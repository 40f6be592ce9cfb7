/** Makes the search index from the finished pages, so that `astro build` alone gives a searchable site. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { minify } from 'vite';
import { z } from 'zod';
import { idStart, type RecordColumns } from '../client/page-records.ts';
import type { FilterName } from '../client/query-state.ts';
import { compareText } from '../corpus/ordering.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import { cacheFolder } from '../loaders/cache-folder.ts';
import { stageReporter } from '../reporters/progress.ts';
import { linkInOrder } from './ordered-pages.ts';
import { repacked } from './repack.ts';
import { type IndexedFile, signature, stableIndex } from './stable-index.ts';

/**
 * Indexes the elements marked `data-pagefind-body` and no page without one. Its process reads the pages as soon as Astro
 * has written them, while the integrations that stand behind it do what they have to do then. `completion` waits for
 * the last file: it must stand before `publish`, which moves the folder away. `language`: that of the pages.
 */
export function pagefind(language: string): {
  readonly index: AstroIntegration;
  readonly completion: AstroIntegration;
} {
  let index: Promise<readonly IndexedFile[]> | undefined;
  let spent = 0;
  let complete = Promise.resolve();
  let ahead = Promise.resolve();
  const indexing: AstroIntegration = {
    name: 'pagefind',
    hooks: {
      'astro:build:start': () => {
        // The largest file takes longest to pack and is in every index: there is time while the site is bundled.
        ahead = packAhead(language);
      },
      'astro:build:generated': async ({ dir }) => {
        const since = performance.now();
        // One process serves all indexes, and is closed after each.
        await ahead;
        const { files } = await beginIndex(fileURLToPath(dir));
        index = files.finally(() => {
          spent = performance.now() - since;
        });
        // Told below, if the build comes so far; a build that fails before has its own reason.
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir }) => {
        const files = await index;
        const since = performance.now();
        const written = await writeSearchIndex(fileURLToPath(dir), files);
        complete = written.complete;
        stageReporter()(`indexed ${written.pages} pages for the search`, spent + performance.now() - since);
      },
    },
  };
  const completion: AstroIntegration = {
    name: 'pagefind-completion',
    hooks: { 'astro:build:done': () => complete },
  };
  return { index: indexing, completion };
}

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ wasm: z.string().nullable(), page_count: z.int().nonnegative() })),
});

export interface WrittenIndex {
  readonly pages: number;
  /** Resolves when the search program is as small as it gets; until then it is as Pagefind packs it. */
  readonly complete: Promise<void>;
}

/**
 * Writes `pagefind/` into the folder of a site, with the files of its index where they are known. Throws with Pagefind's
 * own messages when it reports errors, and for a folder without pages.
 */
export async function writeSearchIndex(directory: string, given?: readonly IndexedFile[]): Promise<WrittenIndex> {
  const files = given ?? (await filesOfIndex(directory));
  const indexes = indexesIn(files);
  const pages = indexes.reduce((sum, index) => sum + index.page_count, 0);
  if (pages === 0) throw new Error('The search index is empty: the site has no page.');
  const pagesOfIndex = indexedPages(files);
  const wasm = programNames(files);
  const used = files.filter((file) => isUsed(file.path, wasm));
  const bundle = path.join(directory, 'pagefind');
  for (const folder of new Set(used.map((file) => path.dirname(file.path))))
    mkdirSync(path.join(bundle, folder), { recursive: true });
  // One after the other: thousands of open files are more than a system allows.
  for (const file of used) writeFileSync(path.join(bundle, file.path), await slimmed(file));
  const programs = used.filter(({ path: name }) => wasm.has(name));
  const complete = Promise.all(programs.map((file) => packProgram(bundle, file))).then(() => undefined);
  // Told to the one who waits for it; the build may fail before for another reason.
  complete.catch(() => undefined);
  const write = (name: string, content: unknown): void => {
    writeFileSync(path.join(bundle, name), JSON.stringify(content));
  };
  write('records.json', pageRecords(pagesOfIndex));
  write('addresses.json', Object.fromEntries(pagesOfIndex.map(({ id, url }) => [id, url])));
  const needed = used.map((file) => file.path).filter((name) => wasm.has(name) || name.endsWith('.pf_meta'));
  // With several languages, that of the page decides which files are needed.
  if (indexes.length === 1) preloadOnSearchPage(directory, needed);
  return { pages, complete };
}

/** The indexes, one for each language. */
function indexesIn(files: readonly IndexedFile[]): z.output<typeof entrySchema>['languages'][string][] {
  const entry = files.find((file) => file.path === 'pagefind-entry.json');
  if (entry === undefined) throw new Error('Pagefind gave no index.');
  return Object.values(entrySchema.parse(JSON.parse(new TextDecoder().decode(entry.content))).languages);
}

/** What searches them, for each language. */
function programNames(files: readonly IndexedFile[]): Set<string> {
  return new Set(indexesIn(files).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
}

/**
 * Has the program that searches a language packed and kept, from an index of one word. Resolves before it is packed.
 * Does nothing where one is kept; if it is of another language or version, the right one is packed when it is there.
 */
export async function packAhead(language: string): Promise<void> {
  if (existsSync(cacheFolder('packed'))) return;
  try {
    const index = await openIndex();
    const files = await filesOf(index, index.addCustomRecord({ url: '/', content: 'word', language }));
    const names = programNames(files);
    for (const file of files.filter(({ path: name }) => names.has(name))) packed(file).catch(() => undefined);
  } catch {
    // What is wrong is told by the index of the pages.
  }
}

/** The largest file of a search by far. */
async function packProgram(bundle: string, file: IndexedFile): Promise<void> {
  await writeFile(path.join(bundle, file.path), await packed(file));
}

function packed({ content }: IndexedFile): Promise<Uint8Array> {
  return repacked(content, cacheFolder('packed'));
}

// Not writeFiles(): it answers before its files are on disk, and closing then cuts them off
// (https://github.com/Pagefind/pagefind/issues/1271).
//
// A search loads some chunks of the index for each word. Pagefind makes chunks of 25 kB and has no documented setting;
// this is how its process reads another size (words' occurrences per chunk). Every search also loads the list of
// chunks, about 13 bytes for each: so chunks are less than 2 kB for some hundred pages, and grow with their number.
function chunkSize(files: number): string {
  return String(Math.round(1000 * Math.max(1, Math.sqrt(files / 1000))));
}

async function filesOfIndex(directory: string): Promise<IndexedFile[]> {
  return (await beginIndex(directory)).files;
}

/** Resolves when Pagefind's process has been told to read the pages; it does so by itself, whatever else is done here. */
async function beginIndex(directory: string): Promise<{ readonly files: Promise<IndexedFile[]> }> {
  const pages = existsSync(directory) ? filesBelow(directory).filter(isPage) : [];
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = chunkSize(pages.length);
  // Pagefind numbers pages as it finds them.
  const ordered = `${path.resolve(directory)}.pages`;
  linkInOrder(directory, ordered, pages);
  const index = await openIndex();
  const files = filesOf(index, index.addDirectory({ path: ordered }));
  return {
    files: files.finally(() => {
      rmSync(ordered, { recursive: true, force: true });
    }),
  };
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex();
  throwOn(errors);
  if (index === undefined) throw new Error('Pagefind gave no index.');
  return index;
}

/** The files of an index when what is `added` to it is in it. */
async function filesOf(index: PagefindIndex, added: Promise<{ readonly errors: string[] }>): Promise<IndexedFile[]> {
  try {
    throwOn((await added).errors);
    const built = await index.getFiles();
    throwOn(built.errors);
    return stableIndex(built.files);
  } finally {
    await close();
  }
}

const fragmentSchema = z.looseObject({
  url: z.string(),
  filters: z.record(z.string(), z.array(z.string())),
  anchors: z.array(z.looseObject({ element: z.string() })),
});

type Fragment = z.infer<typeof fragmentSchema>;

interface IndexedPage extends Pick<Fragment, 'url' | 'filters'> {
  readonly id: string;
}

const isFragment = (file: IndexedFile): boolean => file.path.startsWith('fragment/');

function readFragment({ content }: IndexedFile): Fragment {
  return fragmentSchema.parse(JSON.parse(gunzipSync(content).toString('utf8').slice(signature.length)));
}

function indexedPages(files: readonly IndexedFile[]): IndexedPage[] {
  return files
    .filter(isFragment)
    .map((file) => ({ ...readFragment(file), id: path.basename(file.path, '.pf_fragment') }))
    .map(({ id, url, filters }) => ({ id, url, filters }))
    .sort((a, b) => compareText(a.url, b.url));
}

/** What the search page filters, counts and orders by. */
function pageRecords(pages: readonly IndexedPage[]): RecordColumns {
  const dayOf = ({ filters }: IndexedPage): string => filters['published']?.[0] ?? '';
  const dated = pages.filter((page) => dayOf(page) !== '');
  const inOrder = dated.toSorted((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.url, b.url));
  const all = [...inOrder, ...pages.filter((page) => dayOf(page) === '')];
  const signs = all.map((page, place) => {
    const previous = all[place - 1];
    if (dayOf(page) === '') return '-';
    return previous !== undefined && dayOf(previous) === dayOf(page) ? '0' : '1';
  });
  const idLength = shortestLength(all.map(({ id }) => id));
  return {
    ids: all.map(({ id }) => idStart(id, idLength)).join(''),
    idLength,
    days: signs.join(''),
    filters: {
      year: column(all, 'year'),
      area: column(all, 'area'),
      topic: column(all, 'topic'),
      platform: column(all, 'platform'),
    },
  };
}

function column(pages: readonly IndexedPage[], name: FilterName): RecordColumns['filters'][FilterName] {
  const values = [...new Set(pages.flatMap(({ filters }) => filters[name] ?? []))].sort(compareText);
  const places = new Map(values.map((value, place) => [value, place]));
  const rows = pages.map(({ filters }) => {
    const own = (filters[name] ?? []).flatMap((value) => places.get(value) ?? []);
    const [first] = own;
    return first !== undefined && own.length === 1 ? first : own;
  });
  return { values, rows };
}

/** How much of the ids tells all of them apart. */
function shortestLength(ids: readonly string[]): number {
  const longest = Math.max(...ids.map((id) => id.length));
  const lengths = Array.from({ length: longest }, (_, place) => place + 1);
  const enough = lengths.find((length) => new Set(ids.map((id) => idStart(id, length))).size === ids.length);
  if (enough === undefined) throw new Error('Pagefind gave two pages one id.');
  return enough;
}

/** The files as the search loads them: without what it does not read. */
async function slimmed(file: IndexedFile): Promise<Uint8Array | string> {
  if (file.path === 'pagefind.js') {
    const script = await minify(file.path, onlyUsedExport(new TextDecoder().decode(file.content)), { module: true });
    if (script.errors.length > 0)
      throw new Error(`pagefind.js: ${script.errors.map(({ message }) => message).join('; ')}`);
    return script.code;
  }
  if (!isFragment(file)) return file.content;
  const { url, filters, anchors, content, meta } = readFragment(file);
  const kept = {
    url,
    content,
    filters: { kind: filters['kind'] },
    meta,
    anchors: anchors.filter(({ element }) => /^h\d$/.test(element)),
  };
  return gzipSync(signature + JSON.stringify(kept), { level: constants.Z_BEST_COMPRESSION });
}

/**
 * The search asks Pagefind's script for one index, in the page's own thread; what else it exports joins several and
 * speaks with a worker. Throws at a script in which it is not found: a search could not load it.
 */
export function onlyUsedExport(script: string): string {
  if (!/\bPagefindInstance\s*=\s*class\b/.test(script)) throw new Error('pagefind.js has no PagefindInstance');
  const exported = /export\s*\{[^{}]*\bcreateInstance\b[^{}]*\}/;
  if (!exported.test(script)) throw new Error('pagefind.js has no list of exports with createInstance');
  return script.replace(exported, 'export{PagefindInstance}');
}

/** Leaves out what Pagefind brings for interfaces and languages that this site does not use, about half a megabyte. */
function isUsed(file: string, wasm: ReadonlySet<string>): boolean {
  const name = path.basename(file);
  if (file !== name) return true;
  return wasm.has(name) || name === 'pagefind.js' || name === 'pagefind-entry.json' || name.endsWith('.pf_meta');
}

/**
 * Has the search page load these files beside Pagefind's script rather than after it, and what its own scripts
 * import beside them: the names are known only now. Does nothing where no search page names the script.
 */
function preloadOnSearchPage(directory: string, needed: readonly string[]): void {
  const file = path.join(directory, 'search', 'index.html');
  if (!existsSync(file)) return;
  const html = readFileSync(file, 'utf8');
  const folder = /<link rel="modulepreload" href="([^"]*\/)pagefind\.js"/.exec(html)?.[1];
  if (folder === undefined) return;
  // Unchanged as long as the index is: without it, every visit would ask for the entry anew, and wait for it.
  const entry = `pagefind-entry.json?ts=${indexVersion(needed)}`;
  // Last in the queue: titles, which need no index, are shown before.
  const data = [entry, ...needed].map(
    (name) => `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${folder}${name}">`,
  );
  const base = folder.slice(0, -'pagefind/'.length);
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => src);
  const imported = scripts.flatMap((src) => importsOf(src, directory, base));
  const late = scripts.flatMap((src) => lateTitles(src, directory, base));
  const ahead = [...late, ...late.flatMap((src) => importsOf(src, directory, base))];
  // The scripts themselves, too: they stand at the end of the page, which a slow processor reads late.
  const modules = [...scripts, ...distinct(imported).filter((href) => !scripts.includes(href))].map(
    (href) => `<link rel="modulepreload" href="${href}">`,
  );
  const unseen = distinct(ahead).filter((href) => !imported.includes(href) && !scripts.includes(href));
  const written = html
    .replace(/(?<=<script data-ahead="[^"]*)(?=")/, unseen.map((href) => ` ${href}`).join(''))
    .replace('</head>', `${[...modules, ...data].join('')}</head>`);
  writeFileSync(file, written);
}

function distinct(addresses: readonly string[]): string[] {
  return [...new Set(addresses)].sort();
}

function indexVersion(names: readonly string[]): string {
  return /_([0-9a-f]+)\.pf_meta$/.exec(names.find((name) => name.endsWith('.pf_meta')) ?? '')?.[1] ?? '';
}

/** The addresses of what a script imports, and what that imports. `base`: the address of the site's root. */
function importsOf(src: string, directory: string, base: string): string[] {
  const own = namesIn(src, directory, base, /(?:from|import)\s*"(\.\/[\w.-]+\.js)"/g);
  return [...own, ...own.flatMap((name) => importsOf(name, directory, base))];
}

/** The address of the module that shows titles while the index loads, where a script imports it on demand. */
function lateTitles(src: string, directory: string, base: string): string[] {
  return namesIn(src, directory, base, /import\(\s*["'`](\.\/early-titles[\w.-]*\.js)["'`]\s*\)/g);
}

function namesIn(src: string, directory: string, base: string, pattern: RegExp): string[] {
  const script = path.join(directory, src.slice(base.length));
  if (!src.startsWith(base) || !existsSync(script)) return [];
  const names = readFileSync(script, 'utf8').matchAll(pattern);
  return [...names].map(([, name = '']) => path.posix.join(path.posix.dirname(src), name));
}

function throwOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
