/** Validates the pages of a site in a thread of its own, beside what else a build has to do. */
import { setTimeout } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type Diagnostic, diagnosticSchema } from '../corpus/diagnostics.ts';
import { JudgedPages } from './judged-pages.ts';
import type { PageMemory } from './valid-pages.ts';

export interface Validation {
  /** Begins with the pages of a folder while more of them are written. */
  follow(folder: string): void;
  /** What is wrong with the pages as they are now, whether they were followed or not. */
  finish(folder: string): Promise<Diagnostic[]>;
}

/** `memory`: see `newlyInvalidHtml`. */
export function validationBeside(memory: PageMemory): Validation {
  let followed: { readonly thread: Worker; readonly found: Promise<Diagnostic[]> } | null = null;
  const begin = (folder: string): NonNullable<typeof followed> => {
    const thread = openThread({ folder, memory });
    const found = resultOf(thread);
    // A failure is told by `finish`; until then somebody has to listen.
    found.catch(() => undefined);
    return { thread, found };
  };
  return {
    follow: (folder) => {
      followed ??= begin(folder);
    },
    finish: async (folder) => {
      const { thread, found } = followed ?? begin(folder);
      followed = null;
      thread.postMessage('finish');
      try {
        return await found;
      } finally {
        await thread.terminate();
      }
    },
  };
}

const orderSchema = z.object({
  /** Tells this module that it runs in the thread. */
  role: z.literal('validate-html'),
  folder: z.string(),
  memory: z.object({ folder: z.string(), site: z.string() }),
});

type Order = z.infer<typeof orderSchema>;

function openThread(order: Omit<Order, 'role'>): Worker {
  // A large survey's pages take some hundred megabytes, never more: what is not needed is let go.
  return new Worker(new URL(import.meta.url), {
    name: 'validate',
    workerData: { role: 'validate-html', ...order } satisfies Order,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  });
}

function resultOf(thread: Worker): Promise<Diagnostic[]> {
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

/** Milliseconds between two looks at a folder with so many pages: a look takes a tenth of that. */
function pauseFor(pages: number): number {
  return 250 + pages / 4;
}

async function validate({ folder, memory }: Order, isLast: () => boolean): Promise<Diagnostic[]> {
  // Only here: what validates takes a fifth of a second to load.
  const { newlyInvalidHtml } = await import('./html-validity.ts');
  const judge = await newlyInvalidHtml(memory);
  const pages = new JudgedPages(folder, async (...page) => (await judge.page(...page)).faults);
  for (let last = isLast(); ; last = isLast()) {
    // Files come and go while pages are written; what is wrong in the end is told.
    const judged = await pages.catchUp().catch((error: unknown) => {
      if (last) throw error;
      return 0;
    });
    if (last) break;
    // While a heap of them was judged, others were written.
    if (judged <= pages.count / 20) await setTimeout(pauseFor(pages.count));
  }
  await judge.keep();
  return pages.faults();
}

const order = orderSchema.safeParse(workerData);

if (order.success) {
  let isFinishing = false;
  parentPort?.once('message', () => {
    isFinishing = true;
  });
  parentPort?.postMessage(await validate(order.data, () => isFinishing));
}
