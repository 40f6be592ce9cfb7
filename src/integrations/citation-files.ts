/**
 * Writes the files of citations beside the pages in one go. As routes of Astro's they would take seconds: there are
 * several for every page.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCitations } from '../exports/citations-json.ts';
import { readCollections } from '../exports/collections.ts';
import { collectionFormats, exportFiles } from '../exports/export-files.ts';
import { formatFacts } from '../exports/formats.ts';
import { stageReporter } from '../reporters/progress.ts';

/** Must stand before the verification, which follows the links to these files, and after Pagefind, which works meanwhile. */
export function citationFiles(): AstroIntegration {
  return {
    name: 'citation-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        for (const { extension } of collectionFormats.map((format) => formatFacts[format])) {
          injectRoute({ pattern: `/[...page].${extension}`, entrypoint: './src/pages/_export-file.ts' });
        }
      },
      'astro:build:generated': ({ dir }) => {
        const started = performance.now();
        const count = writeCitationFiles(fileURLToPath(dir));
        stageReporter()(`wrote ${count} files of citations`, performance.now() - started);
      },
    },
  };
}

/** Writes into the folder of a site, from data/citations.json and data/collections.json there; gives the number of files. */
export function writeCitationFiles(folder: string): number {
  const read = (name: string): string => readFileSync(path.join(folder, 'data', name), 'utf8');
  const files = exportFiles(readCitations(read('citations.json')), readCollections(read('collections.json')));
  const folders = new Set<string>();
  let count = 0;
  for (const { path: file, format, citations } of files) {
    const target = path.join(folder, file);
    const parent = path.dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    // One after the other: thousands of open files are more than a system allows.
    writeFileSync(target, formatFacts[format].write(citations));
    count += 1;
  }
  return count;
}
