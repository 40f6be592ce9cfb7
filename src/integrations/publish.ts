/** Builds beside the published folder and swaps at the end, so that a failed build leaves it as it was. */
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stageReporter } from '../reporters/progress.ts';

/** `target`: the folder to publish to. Must be the last integration: those before it see the unpublished folder. */
export function publish(target: string): AstroIntegration {
  const staging = path.resolve('.cache', 'staging', String(process.pid));
  const started = performance.now();
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ outDir: pathToFileURL(`${staging}/`) });
      },
      'astro:build:done': async ({ dir, pages }) => {
        await swap(fileURLToPath(dir), path.resolve(target));
        stageReporter()(`published ${pages.length} pages to ${target}`, performance.now() - started);
      },
    },
  };
}

/** Puts `finished` in the place of `target`; between the two renames is the only moment without a site. */
async function swap(finished: string, target: string): Promise<void> {
  const previous = path.join(path.dirname(finished), `previous-${process.pid}`);
  await mkdir(path.dirname(target), { recursive: true });
  await rm(previous, { recursive: true, force: true });
  await rename(target, previous).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  await rename(finished, target);
  await rm(previous, { recursive: true, force: true });
}
