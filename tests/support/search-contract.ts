/** Asks the search page many questions and says how well it answered. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';

const expectationSchema = z.strictObject({
  q: z.string().min(1),
  expect: z.array(z.string().regex(/^(topic:)?[a-z0-9-]+$/)).min(1),
  within: z.union([z.literal(1), z.literal(3), z.literal(10)]),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** The contract, its groups of queries by name. */
export function readContract(): ReadonlyMap<string, readonly Expectation[]> {
  const text = readFileSync(path.resolve('tests', 'fixtures', 'search.yaml'), 'utf8');
  return new Map(Object.entries(z.record(z.string(), z.array(expectationSchema)).parse(parse(text))));
}

export interface Answer {
  /** The first ten results: ids of papers, `topic:` and `area:` before those of topics and areas. */
  readonly results: readonly string[];
  readonly status: string;
  /** From the input to the results on the page. */
  readonly milliseconds: number;
}

/** Types each query into the search page, which has to be open, and reads the first ten results. */
export async function ask(page: Page, queries: readonly string[]): Promise<Answer[]> {
  const answers = await page.evaluate(async (texts) => {
    const field = document.querySelector<HTMLInputElement>('[data-part="form"] input[name="q"]');
    const panel = document.querySelector<HTMLElement>('[data-part="results"]');
    const more = document.querySelector<HTMLButtonElement>('[data-part="more"]');
    if (field === null || panel === null || more === null) throw new Error('This is not the search page');
    const links = (): HTMLAnchorElement[] => [...panel.querySelectorAll<HTMLAnchorElement>('ol h3 a')];
    const until = async (isDone: () => boolean): Promise<void> => {
      const deadline = performance.now() + 5000;
      while (!isDone() && performance.now() < deadline) {
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve();
          };
          port2.postMessage(null);
        });
      }
    };
    const given = [];
    for (const text of texts) {
      delete panel.dataset['answers'];
      field.value = text;
      const started = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => panel.dataset['answers'] === text.trim());
      const milliseconds = performance.now() - started;
      const first = links().length;
      if (!panel.hidden && !more.hidden && first < 10) {
        more.click();
        await until(() => links().length > first);
      }
      const status = document.querySelector('[data-part="status"]')?.textContent ?? '';
      given.push({ milliseconds, status, paths: panel.hidden ? [] : links().map(({ pathname }) => pathname) });
    }
    return given;
  }, queries);
  return answers.map(({ paths, ...rest }) => ({ ...rest, results: paths.slice(0, 10).map(nameOf) }));
}

function nameOf(pathname: string): string {
  const [kind = '', id = ''] = pathname.split('/').slice(-3);
  return kind === 'papers' ? id : `${kind.replace(/s$/, '')}:${id}`;
}

/** The place of the first result that is among `wanted`, from 1; null without one. */
export function placeOf(wanted: readonly string[], { results }: Answer): number | null {
  const place = results.findIndex((result) => wanted.includes(result));
  return place < 0 ? null : place + 1;
}

/** "success@1 90 %, @3 97 %, @10 100 % of 97". */
export function successReport(places: readonly (number | null)[]): string {
  const within = (limit: number): string => {
    const count = places.filter((place) => place !== null && place <= limit).length;
    return `${((100 * count) / places.length).toFixed(1)} %`;
  };
  return `success@1 ${within(1)}, @3 ${within(3)}, @10 ${within(10)} of ${places.length}`;
}
