/** Work that would keep the main thread busy, done in a thread of its own: one order after the other. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import path from 'node:path';
import { z } from 'zod';

interface Job {
  readonly done: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly failed: (error: Error) => void;
}

const answerSchema = z.union([
  z.object({ bytes: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)) }),
  z.object({ failure: z.string() }),
]);

/** What the thread sends. */
type Answer = { readonly bytes: Uint8Array } | { readonly failure: string };

/** Gives orders to a module that calls `takeOrders`. The thread is there while it has something to do. */
export class JobThread<Order> {
  readonly #module: string;
  readonly #jobs: Job[] = [];
  #thread: Worker | null = null;

  /** `module`: its path from the project's folder; a built site bundles who asks elsewhere. */
  constructor(module: string) {
    this.#module = path.resolve(module);
  }

  /** What the module makes of the order. */
  run(order: Order): Promise<Uint8Array<ArrayBuffer>> {
    this.#thread ??= this.#open();
    this.#thread.postMessage(order);
    return new Promise((done, failed) => {
      this.#jobs.push({ done, failed });
    });
  }

  #open(): Worker {
    const thread = new Worker(this.#module);
    thread.on('message', (message: unknown) => {
      this.#settle(answerSchema.parse(message));
    });
    thread.on('error', (error: Error) => {
      this.#fail(error);
    });
    thread.on('exit', (code) => {
      // Also one that is closed when it has nothing to do.
      if (this.#thread === thread) this.#fail(new Error(`${this.#module} ended with jobs undone (${code})`));
    });
    return thread;
  }

  #settle(answer: z.output<typeof answerSchema>): void {
    const job = this.#jobs.shift();
    if (this.#jobs.length === 0) this.#close();
    if ('bytes' in answer) job?.done(answer.bytes);
    else job?.failed(new Error(answer.failure));
  }

  #fail(error: Error): void {
    this.#close();
    for (const { failed } of this.#jobs.splice(0)) failed(error);
  }

  #close(): void {
    const thread = this.#thread;
    this.#thread = null;
    void thread?.terminate();
  }
}

/** For a module that runs in such a thread: does what it is told in the order it is told. */
export function takeOrders<Order>(schema: z.ZodType<Order>, work: (order: Order) => Promise<Uint8Array>): void {
  const port = parentPort;
  if (isMainThread || port === null) return;
  let last = Promise.resolve();
  const answer = (given: Answer): void => {
    port.postMessage(given);
  };
  port.on('message', (message: unknown) => {
    last = last
      .then(() => work(schema.parse(message)))
      .then(
        (bytes) => {
          answer({ bytes });
        },
        (error: unknown) => {
          answer({ failure: error instanceof Error ? error.message : String(error) });
        },
      );
  });
}
