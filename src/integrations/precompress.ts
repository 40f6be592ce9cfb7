/** Writes a compressed copy beside every text file, for servers that send such copies as they are. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../loaders/built-site.ts';
import { stageReporter } from '../reporters/progress.ts';

const textFiles = /\.(?:html|css|js|json|svg|xml|txt|md|bib|ris|csv)$/;

/** Below this, in bytes, compression saves no packet. */
const smallest = 1024;

const compressions = [
  {
    extension: 'br',
    compress: (text: Buffer) =>
      promisify(brotliCompress)(text, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          // The best takes ten times as long, for three hundredths less.
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
  },
  { extension: 'gz', compress: (text: Buffer) => promisify(gzip)(text, { level: 9 }) },
] as const;

/** Has to stand after everything that writes files. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const started = performance.now();
        const count = await compressFiles(fileURLToPath(dir));
        stageReporter()(`compressed ${count} files with brotli and gzip`, performance.now() - started);
      },
    },
  };
}

/** Compresses the text files below a folder; gives their number. The same file gives the same bytes. */
export async function compressFiles(folder: string): Promise<number> {
  let count = 0;
  for (const file of filesBelow(folder).filter((name) => textFiles.test(name))) {
    const text = await readFile(path.join(folder, file));
    if (text.length < smallest) continue;
    await Promise.all(
      compressions.map(async ({ extension, compress }) =>
        writeFile(path.join(folder, `${file}.${extension}`), await compress(text)),
      ),
    );
    count += 1;
  }
  return count;
}
