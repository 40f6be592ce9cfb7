/** Validates finished pages in a thread of its own, beside what else a build has to do. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type Diagnostic, diagnosticSchema } from '../corpus/diagnostics.ts';
import { filesBelow, isPage } from '../loaders/built-site.ts';
import { newlyInvalidHtml } from './html-validity.ts';

export interface Validation {
  /** Begins with the pages that are there. */
  start(folder: string): Promise<void>;
  /** What is wrong with the pages as they are now: those written since `start` are validated again. */
  finish(folder: string): Promise<Diagnostic[]>;
}

/** `memory`: see `newlyInvalidHtml`. */
export function validationBeside(memory: string): Validation {
  let early: { readonly times: ReadonlyMap<string, number>; readonly found: Promise<Diagnostic[]> } | null = null;
  return {
    start: async (folder) => {
      const times = await timesOf(folder);
      early = { times, found: inThread({ folder, files: [...times.keys()], memory }) };
      // A failure is told by `finish`; until then somebody has to listen.
      early.found.catch(() => undefined);
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
      return [...stillThere, ...(files.length === 0 ? [] : await inThread({ folder, files, memory }))];
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

const orderSchema = z.object({ folder: z.string(), files: z.array(z.string()), memory: z.string() });

function inThread(order: z.infer<typeof orderSchema>): Promise<Diagnostic[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      resolve(z.array(diagnosticSchema).parse(message));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the validation of pages ended without a result (${code})`));
    });
  });
}

const order = orderSchema.safeParse(workerData);
if (order.success) {
  const { folder, files, memory } = order.data;
  const { diagnostics } = await newlyInvalidHtml(folder, files, memory);
  parentPort?.postMessage(diagnostics);
}
