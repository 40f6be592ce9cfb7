/** Builds beside the published folder and swaps at the end, so that a failed build leaves it as it was. */
import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stageReporter } from '../reporters/progress.ts';

const stagingRoot = path.resolve('.cache', 'staging');

/** `target`: the folder to publish to. Must be the last integration: those before it see the unpublished folder. */
export function publish(target: string): AstroIntegration {
  const staging = path.join(stagingRoot, String(process.pid));
  const started = performance.now();
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'build') return;
        await removeAbandoned(stagingRoot);
        process.once('exit', () => {
          rmSync(staging, { recursive: true, force: true });
        });
        updateConfig({ outDir: pathToFileURL(`${staging}/`) });
      },
      'astro:build:done': async ({ dir, pages }) => {
        await swapFolder(fileURLToPath(dir), path.resolve(target));
        stageReporter()(`published ${pages.length} pages to ${target}`, performance.now() - started);
      },
    },
  };
}

/**
 * Puts the folder `finished` in the place of `target`, which need not exist. Everything slow happens
 * before the two renames, between which alone there is no folder at `target`.
 */
export async function swapFolder(finished: string, target: string): Promise<void> {
  const incoming = `${target}.incoming-${process.pid}`;
  const previous = `${target}.previous-${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true });
  await move(finished, incoming);
  await rename(target, previous).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  await rename(incoming, target);
  await rm(previous, { recursive: true, force: true });
}

// Another disk cannot be reached by renaming.
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: unknown) => {
    if (!hasCode(error, 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}

/** Removes what builds left behind that were killed before they could clean up; folders are named by process. */
export async function removeAbandoned(root: string): Promise<void> {
  const names = await readdir(root).catch(() => []);
  const abandoned = names.filter((name) => /^\d+$/.test(name) && !isRunning(Number(name)));
  await Promise.all(abandoned.map((name) => rm(path.join(root, name), { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
