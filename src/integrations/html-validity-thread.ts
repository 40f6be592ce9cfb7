/** Validates finished pages in a thread of its own, beside what else a build has to do. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type Diagnostic, diagnosticSchema } from '../corpus/diagnostics.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import { newlyInvalidHtml } from './html-validity.ts';
import type { PageMemory } from './valid-pages.ts';

export interface Validation {
  /** Has the thread load what it needs, which takes half a second; or else `start` does. */
  open(): void;
  /** Begins with the pages that are there. */
  start(folder: string): Promise<void>;
  /** Resolves when those pages are judged, whatever comes of it. */
  readonly settled: Promise<void>;
  /** What is wrong with the pages as they are now: those written since `start` are validated again. */
  finish(folder: string): Promise<Diagnostic[]>;
}

/** `memory`: see `newlyInvalidHtml`. */
export function validationBeside(memory: PageMemory): Validation {
  let thread: Worker | null = null;
  const validate = (folder: string, files: string[]): Promise<Diagnostic[]> => {
    thread ??= openThread();
    return resultOf(thread, { folder, files, memory });
  };
  let early: { readonly times: ReadonlyMap<string, number>; readonly found: Promise<Diagnostic[]> } | null = null;
  const ignore = (): void => undefined;
  let settled = Promise.resolve();
  return {
    open: () => {
      thread ??= openThread();
    },
    start: async (folder) => {
      const times = await timesOf(folder);
      early = { times, found: validate(folder, [...times.keys()]) };
      // A failure is told by `finish`; until then somebody has to listen.
      settled = early.found.then(ignore, ignore);
    },
    get settled() {
      return settled;
    },
    finish: async (folder) => {
      const before = early;
      const found = (await before?.found) ?? [];
      const now = await timesOf(folder);
      const files = [...now.keys()].filter((file) => now.get(file) !== before?.times.get(file));
      const written = new Set(files);
      const stillThere = found.filter(
        ({ place }) => 'path' in place && now.has(place.path) && !written.has(place.path),
      );
      const late = files.length === 0 ? [] : await validate(folder, files);
      await thread?.terminate();
      thread = null;
      return [...stillThere, ...late];
    },
  };
}

/** The pages of a site, each with the time of its last change. */
async function timesOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const pages = (await filesBelow(folder)).filter(isPage);
  return new Map(
    await Promise.all(pages.map(async (file) => [file, (await stat(path.join(folder, file))).mtimeMs] as const)),
  );
}

const orderSchema = z.object({
  folder: z.string(),
  files: z.array(z.string()),
  memory: z.object({ folder: z.string(), site: z.string() }),
});

function openThread(): Worker {
  // A large survey's pages take some hundred megabytes, never more: what is not needed is let go.
  return new Worker(new URL(import.meta.url), {
    workerData: role,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  });
}

/** One order after the other: the next is given when the last is done. */
function resultOf(thread: Worker, order: z.infer<typeof orderSchema>): Promise<Diagnostic[]> {
  thread.postMessage(order);
  return new Promise((resolve, reject) => {
    thread.once('message', (message: unknown) => {
      resolve(z.array(diagnosticSchema).parse(message));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`the validation of pages ended without a result (${code})`));
    });
  });
}

/** Tells this module that it runs in the thread. */
const role = 'validate-html';

if (workerData === role) {
  let judge: ReturnType<typeof newlyInvalidHtml> | undefined;
  const judged = async (message: unknown): Promise<void> => {
    const { folder, files, memory } = orderSchema.parse(message);
    judge ??= newlyInvalidHtml(memory);
    const { diagnostics } = await (await judge)(folder, files);
    parentPort?.postMessage(diagnostics);
  };
  parentPort?.on('message', (message: unknown) => void judged(message));
}
