/** Makes the search index from the finished pages, so that `astro build` alone gives a searchable site. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import { z } from 'zod';
import { compareText } from '../corpus/ordering.ts';
import { stageReporter } from '../reporters/progress.ts';

/** Indexes the elements marked `data-pagefind-body` and no page without one. Must stand before `publish`, which moves the folder away. */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const started = performance.now();
        const pages = await writeSearchIndex(fileURLToPath(dir));
        stageReporter()(`indexed ${pages} pages for the search`, performance.now() - started);
      },
    },
  };
}

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ wasm: z.string().nullable(), page_count: z.int().nonnegative() })),
});

/**
 * Writes `pagefind/` into the folder of a site and returns the number of pages in the index.
 * Throws with Pagefind's own messages when it reports errors, and for a folder without pages.
 */
export async function writeSearchIndex(directory: string): Promise<number> {
  const files = await filesOfIndex(directory);
  const entry = files.find((file) => file.path === 'pagefind-entry.json');
  if (entry === undefined) throw new Error('Pagefind gave no index.');
  const indexes = Object.values(entrySchema.parse(JSON.parse(new TextDecoder().decode(entry.content))).languages);
  const pages = indexes.reduce((sum, index) => sum + index.page_count, 0);
  if (pages === 0) throw new Error('The search index is empty: the site has no page.');
  const records = JSON.stringify(pageRecords(files));
  const wasm = new Set(indexes.map((index) => `wasm.${index.wasm ?? 'unknown'}.pagefind`));
  const used = files.filter((file) => isUsed(file.path, wasm));
  const bundle = path.join(directory, 'pagefind');
  for (const folder of new Set(used.map((file) => path.dirname(file.path))))
    mkdirSync(path.join(bundle, folder), { recursive: true });
  // One after the other: thousands of open files are more than a system allows.
  for (const file of used) writeFileSync(path.join(bundle, file.path), file.content);
  writeFileSync(path.join(bundle, 'records.json'), records);
  const needed = used.map((file) => file.path).filter((name) => wasm.has(name) || name.endsWith('.pf_meta'));
  // With several languages, that of the page decides which files are needed.
  if (indexes.length === 1) preloadOnSearchPage(directory, needed);
  return pages;
}

// Not writeFiles(): it answers before its files are on disk, and closing then cuts them off
// (https://github.com/Pagefind/pagefind/issues/1271).
//
// A search loads one chunk of the index for each word. Pagefind makes chunks of 25 kB and has no documented setting;
// this is how its process reads another size (words' occurrences per chunk, about 4 kB).
const chunkSize = '2500';

async function filesOfIndex(directory: string): Promise<IndexFile[]> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= chunkSize;
  try {
    const { index, errors } = await createIndex();
    throwOn(errors);
    if (index === undefined) throw new Error('Pagefind gave no index.');
    throwOn((await index.addDirectory({ path: directory })).errors);
    const built = await index.getFiles();
    throwOn(built.errors);
    return built.files;
  } finally {
    await close();
  }
}

const fragmentSchema = z.object({ url: z.string(), filters: z.record(z.string(), z.array(z.string())) });

/** What the search page filters, counts and orders by, in one file: address and filters of every page by its id. */
function pageRecords(files: readonly IndexFile[]): Record<string, z.infer<typeof fragmentSchema>> {
  const fragments = files.filter((file) => file.path.startsWith('fragment/'));
  const records = fragments.map((file) => {
    const text = gunzipSync(file.content)
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const { url, filters } = fragmentSchema.parse(JSON.parse(text));
    return [path.basename(file.path, '.pf_fragment'), { url, filters }] as const;
  });
  return Object.fromEntries(records.toSorted(([, a], [, b]) => compareText(a.url, b.url)));
}

/** Leaves out what Pagefind brings for interfaces and languages that this site does not use, about half a megabyte. */
function isUsed(file: string, wasm: ReadonlySet<string>): boolean {
  const name = path.basename(file);
  // The search page counts and filters by its own records.
  if (file !== name) return !name.endsWith('.pf_filter');
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
  const data = [entry, ...needed].map((name) => `<link rel="preload" as="fetch" crossorigin href="${folder}${name}">`);
  const modules = importsOf(html, directory, folder).map((href) => `<link rel="modulepreload" href="${href}">`);
  writeFileSync(file, html.replace('</head>', `${[...modules, ...data].join('')}</head>`));
}

function indexVersion(names: readonly string[]): string {
  return /_([0-9a-f]+)\.pf_meta$/.exec(names.find((name) => name.endsWith('.pf_meta')) ?? '')?.[1] ?? '';
}

/** The addresses of what the scripts of a page import. `folder`: the address of `pagefind/`. */
function importsOf(html: string, directory: string, folder: string): string[] {
  const base = folder.slice(0, -'pagefind/'.length);
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => src);
  const imported = scripts.flatMap((src) => {
    const script = path.join(directory, src.slice(base.length));
    if (!src.startsWith(base) || !existsSync(script)) return [];
    const names = readFileSync(script, 'utf8').matchAll(/(?:from|import)\s*"(\.\/[\w.-]+\.js)"/g);
    return [...names].map(([, name = '']) => path.posix.join(path.posix.dirname(src), name));
  });
  return [...new Set(imported)].sort();
}

function throwOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
