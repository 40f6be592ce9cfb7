/** Makes of a finished site the copy that is opened without a server. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { filesBelow } from '../loaders/built-site.ts';
import { stageReporter } from '../reporters/progress.ts';
import { normaliseBase } from '../site/urls.ts';
import { offlinePage, offlineScript } from './offline-page.ts';

/** Has to stand after everything that writes pages, and before `verify`. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:done': async ({ dir }) => {
        const started = performance.now();
        const folder = fileURLToPath(dir);
        await bundleScript(folder);
        const count = await makeOffline(folder, base);
        stageReporter()(`made the links of ${count} pages relative`, performance.now() - started);
      },
    },
  };
}

/** Rewrites every page below `folder` and removes what only a server or a search engine reads; gives the number of pages. */
export async function makeOffline(folder: string, base: string): Promise<number> {
  const files = filesBelow(folder);
  const pages = files.filter((file) => file.endsWith('.html') && !isForServers(file));
  // One after the other: thousands of open files are more than a system allows.
  for (const file of files.filter(isForServers)) await rm(path.join(folder, file));
  for (const file of pages) {
    const target = path.join(folder, file);
    await writeFile(target, offlinePage(file, await readFile(target, 'utf8'), base));
  }
  return pages.length;
}

function isForServers(file: string): boolean {
  return /^(?:404\.html|_headers|_redirects|robots\.txt|opensearch\.xml|sitemap[^/]*\.xml|search\/[^/]+\.json|_astro\/.*\.js)$/.test(
    file,
  );
}

/** Browsers load no modules from files, so everything goes into one classic script. */
async function bundleScript(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: path.resolve('src/client/offline.ts'),
        formats: ['iife'],
        name: 'survey',
        fileName: () => offlineScript,
      },
    },
  });
}
