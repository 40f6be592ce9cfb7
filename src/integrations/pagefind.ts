/** Makes the search index from the finished pages, so that `astro build` alone gives a searchable site. */
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
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
  const bundle = path.join(directory, 'pagefind');
  try {
    const created = await createIndex();
    throwOn(created.errors);
    if (created.index === undefined) throw new Error('Pagefind gave no index.');
    throwOn((await created.index.addDirectory({ path: directory })).errors);
    throwOn((await created.index.writeFiles({ outputPath: bundle })).errors);
  } finally {
    await close();
  }
  const { languages } = entrySchema.parse(JSON.parse(await readFile(path.join(bundle, 'pagefind-entry.json'), 'utf8')));
  const indexes = Object.values(languages);
  const pages = indexes.reduce((sum, index) => sum + index.page_count, 0);
  if (pages === 0) throw new Error('The search index is empty: the site has no page.');
  await keepOnlyUsed(bundle, new Set(indexes.map((index) => `wasm.${index.wasm ?? 'unknown'}.pagefind`)));
  return pages;
}

/** Drops what Pagefind writes for interfaces and languages that this site does not use, about half a megabyte. */
async function keepOnlyUsed(bundle: string, wasm: ReadonlySet<string>): Promise<void> {
  const isUsed = (name: string): boolean =>
    wasm.has(name) || name === 'pagefind.js' || name === 'pagefind-entry.json' || name.endsWith('.pf_meta');
  const files = (await readdir(bundle, { withFileTypes: true })).filter((entry) => entry.isFile());
  await Promise.all(files.filter(({ name }) => !isUsed(name)).map(({ name }) => rm(path.join(bundle, name))));
}

function throwOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
