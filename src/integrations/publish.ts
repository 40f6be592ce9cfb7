/** Builds beside the published folder and swaps at the end, so that a failed build leaves it as it was. */
import { rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stageReporter } from '../reporters/progress.ts';
import { removeAbandoned, repairSwap, swapFolder } from './folder-swap.ts';

const stagingRoot = path.resolve('.cache', 'staging');

/** `target`: the folder to publish to. Must be the last integration: those before it see the unpublished folder. */
export function publish(target: string): AstroIntegration {
  const staging = path.join(stagingRoot, String(process.pid));
  const published = path.resolve(target);
  const started = performance.now();
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'build') return;
        await removeAbandoned(stagingRoot);
        await repairSwap(published);
        await probe(published);
        process.once('exit', () => {
          rmSync(staging, { recursive: true, force: true });
        });
        // Astro writes its store of content anew in every build; two builds at once must not share it.
        updateConfig({
          outDir: pathToFileURL(`${path.join(staging, 'site')}/`),
          cacheDir: pathToFileURL(`${path.join(staging, 'cache')}/`),
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        await swapFolder(fileURLToPath(dir), published);
        stageReporter()(`published ${pages.length} pages to ${target}`, performance.now() - started);
      },
    },
  };
}

/** Fails at once where the site could not be published in the end. */
async function probe(target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const file = `${target}.probe-${process.pid}`;
  await writeFile(file, '');
  await rm(file);
}
