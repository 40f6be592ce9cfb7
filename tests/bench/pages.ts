/** Measures the built site in a real browser: bytes, times, layout shift and Lighthouse, beside the budgets. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import lighthouse from 'lighthouse';
import { resolveBrowser } from '../support/browser.ts';
import { watchLayoutShift } from '../support/layout-shift.ts';
import { type BudgetName, budgets, verdictOf } from './budgets.ts';
import { serveCompressed } from './compressing-server.ts';
import { type Transfer, watchTransfer } from './transfer.ts';

/** What is said of a page or a step on the way to the figures. */
export interface PagesReport {
  readonly transfers: readonly (Transfer & { readonly page: string })[];
  readonly shifts: readonly { readonly page: string; readonly unasked: number; readonly afterInput: number }[];
  readonly scores: readonly Scores[];
  readonly figures: readonly {
    readonly measure: string;
    readonly ours: number;
    readonly reach: number;
    readonly aim: number;
    readonly unit: string;
    readonly verdict: string;
  }[];
}

interface Scores {
  readonly page: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
}

const warmQueries = [
  'quantization',
  'attention',
  'kv cache',
  'robot',
  'pruning',
  'speculative decoding',
  'benchmark',
  'mixture of experts',
  'grounding',
  'agents',
];
const firstHit = '[data-part="hits"] h3 a';

/** The slow phone: 1.6 Mbit/s, 150 ms round trip, a processor four times slower. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowProcessor = 4;

/** Measures the site in `folder`, which was built for the base path `/`. */
export async function measurePages(folder: string): Promise<PagesReport> {
  const { address, close } = await serveCompressed(folder);
  const debugging = await launch();
  try {
    const bench = new PageBench(debugging.browser, address, pagesOf(folder));
    const transfers = await bench.transfers();
    const times = await bench.times();
    const shifts = await bench.shifts();
    const scores = await scoresOf(debugging.port, address, bench.pages);
    const ours = { ...transfers.figures, ...times, ...shifts.figures, ...worst(scores) };
    return { transfers: transfers.rows, shifts: shifts.rows, scores, figures: figuresOf(ours) };
  } finally {
    await debugging.browser.close();
    close();
  }
}

async function launch(): Promise<{ browser: Browser; port: number }> {
  const { executablePath, environment } = await resolveBrowser('.cache');
  const port = 9300 + (process.pid % 500);
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [`--remote-debugging-port=${port}`],
    env: { ...process.env, ...environment },
  });
  return { browser, port };
}

interface BenchPages {
  readonly paper: string;
  readonly nextPaper: string;
  readonly topic: string;
  readonly area: string;
}

/** The paper of median length and the longest topic and area. */
function pagesOf(folder: string): BenchPages {
  return {
    paper: pageAt(folder, 'papers', 0.5),
    nextPaper: pageAt(folder, 'papers', 0.75),
    topic: pageAt(folder, 'topics', 1),
    area: pageAt(folder, 'areas', 1),
  };
}

/** The page that stands at `share` of the way from the shortest to the longest below a folder. */
function pageAt(folder: string, section: string, share: number): string {
  const pages = readdirSync(path.join(folder, section), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'by-year')
    .map(({ name }) => ({
      address: `${section}/${name}/`,
      size: statSync(path.join(folder, section, name, 'index.html')).size,
    }))
    .toSorted((a, b) => a.size - b.size || (a.address < b.address ? -1 : 1));
  const page = pages[Math.round(share * (pages.length - 1))];
  if (page === undefined) throw new Error(`no pages in ${section}/`);
  return page.address;
}

class PageBench {
  readonly pages: BenchPages;
  readonly #browser: Browser;
  readonly #address: string;

  constructor(browser: Browser, address: string, pages: BenchPages) {
    this.#browser = browser;
    this.#address = address;
    this.pages = pages;
  }

  async transfers(): Promise<{ rows: PagesReport['transfers']; figures: Partial<Record<BudgetName, number>> }> {
    const { paper, nextPaper, topic, area } = this.pages;
    const first = (address: string): Promise<Transfer> => this.#fresh((page, wire) => this.#load(page, wire, address));
    const paperCost = await first(paper);
    const topicCost = await first(topic);
    const second = await this.#fresh(async (page, wire) => {
      await this.#load(page, wire, paper);
      return this.#load(page, wire, nextPaper);
    });
    const search = await first('search/?q=quantization');
    const palette = await this.#fresh(async (page, wire) => {
      await this.#load(page, wire, paper);
      wire.reset();
      await page.keyboard.press('/');
      await page.getByRole('dialog').waitFor();
      await page.waitForLoadState('networkidle');
      return wire.sum();
    });
    const others: [string, Transfer][] = [];
    for (const address of ['', area, 'topics/', 'papers/', 'overview/', 'results/', 'list/', 'search/']) {
      others.push([address === '' ? 'home' : address, await first(address)]);
    }
    const rows: [string, Transfer][] = [
      [paper, paperCost],
      [topic, topicCost],
      ['another paper after the first', second],
      ['search/?q=quantization', search],
      ['palette opened', palette],
      ...others,
    ];
    return {
      rows: rows.map(([page, transfer]) => ({ page, ...transfer })),
      figures: {
        paper: paperCost.total,
        paperRequests: paperCost.requests,
        paperWithoutFonts: paperCost.total - paperCost.fonts,
        paperScript: paperCost.scripts,
        topicScript: topicCost.scripts,
        topicWithoutFonts: topicCost.total - topicCost.fonts,
        secondPage: second.total,
        firstSearch: search.total,
        palette: palette.total,
      },
    };
  }

  async times(): Promise<Partial<Record<BudgetName, number>>> {
    const warmResult = await this.#fresh(async (page) => {
      await page.goto(`${this.#address}search/?q=survey`, { waitUntil: 'networkidle' });
      const times: number[] = [];
      for (const query of warmQueries) times.push(await timeOfQuery(page, query));
      return median(times);
    });
    const slowPhone = await this.#fresh(async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slowNetwork);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
      await page.goto(`${this.#address}search/?q=quantization`, { waitUntil: 'commit' });
      return timeOfFirstHit(page);
    });
    return { warmResult, slowPhone };
  }

  /** Shifts of every kind of page while it loads, and of what a reader does to some of them. */
  async shifts(): Promise<{ rows: PagesReport['shifts']; figures: { layoutShift: number } }> {
    const { paper, topic, area } = this.pages;
    const addresses = [
      ...[paper, topic, area, '', 'topics/', 'papers/', 'papers/by-year/', 'overview/', 'results/', 'search/'],
      ...['search/?q=quantization', 'list/', 'years/', 'authors/', 'platforms/', 'platforms/gpu/', 'changes/'],
      ...['sources/', 'method/', 'data/', 'about/', '404.html'],
    ];
    const rows: PagesReport['shifts'][number][] = [];
    for (const address of addresses) {
      const context = await this.#browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const shift = await watchLayoutShift(page);
      await page.goto(this.#address + address, { waitUntil: 'networkidle' });
      await page.mouse.wheel(0, 2000);
      await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
      const reached = page.locator('[data-list-toggle]:visible').first();
      if ((await reached.count()) > 0) await reached.click();
      if (address === topic) await page.locator('#papers-sort').selectOption('title');
      await page.waitForTimeout(200);
      rows.push({ page: address || 'home', unasked: await shift(), afterInput: await shift(true) });
      await context.close();
    }
    return { rows, figures: { layoutShift: Math.max(...rows.map(({ unasked }) => unasked)) } };
  }

  async #load(page: Page, wire: Awaited<ReturnType<typeof watchTransfer>>, address: string): Promise<Transfer> {
    wire.reset();
    await page.goto(this.#address + address, { waitUntil: 'networkidle' });
    return wire.sum();
  }

  /** With an empty cache. */
  async #fresh<T>(visit: (page: Page, wire: Awaited<ReturnType<typeof watchTransfer>>) => Promise<T>): Promise<T> {
    const context: BrowserContext = await this.#browser.newContext();
    try {
      const page = await context.newPage();
      return await visit(page, await watchTransfer(page));
    } finally {
      await context.close();
    }
  }
}

/** Milliseconds from the moment the words stand in the field to the first new result on the page. */
function timeOfQuery(page: Page, query: string): Promise<number> {
  return page.evaluate(
    ({ query, hits }) =>
      new Promise<number>((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement>('main input[name="q"]');
        const list = document.querySelector(hits)?.closest('section');
        if (field === null || !list) {
          reject(new Error('the search page has no results to follow'));
          return;
        }
        let started = 0;
        const observer = new MutationObserver((changes) => {
          if (!changes.some(({ addedNodes }) => addedNodes.length > 0)) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            resolve(performance.now() - started);
          });
        });
        observer.observe(list, { childList: true, subtree: true });
        started = performance.now();
        field.value = query;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    { query, hits: firstHit },
  );
}

/** Milliseconds from the start of the visit to the first result. */
async function timeOfFirstHit(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    (hits) => (document.querySelector(hits)?.textContent ? performance.now() : null),
    firstHit,
    { polling: 'raf', timeout: 60_000 },
  );
  const time = await handle.jsonValue();
  if (time === null) throw new Error('no result came');
  return time;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

async function scoresOf(port: number, address: string, { paper, topic }: BenchPages): Promise<Scores[]> {
  const scores: Scores[] = [];
  for (const page of [paper, topic, 'search/', '']) {
    const result = await lighthouse(`${address}${page}`, { port, logLevel: 'error', output: 'json' });
    if (result === undefined) throw new Error(`Lighthouse measured nothing of ${page}`);
    const points = (category: string): number => Math.round((result.lhr.categories[category]?.score ?? 0) * 100);
    for (const audit of Object.values(result.lhr.audits)) {
      if (audit.score !== null && audit.score < 0.9)
        console.error(`  ${page || 'home'}: ${audit.id} ${audit.score} ${audit.displayValue ?? ''}`);
    }
    scores.push({
      page: page || 'home',
      performance: points('performance'),
      accessibility: points('accessibility'),
      bestPractices: points('best-practices'),
      seo: points('seo'),
    });
  }
  return scores;
}

function worst(scores: readonly Scores[]): Partial<Record<BudgetName, number>> {
  const least = (of: (score: Scores) => number): number => Math.min(...scores.map(of));
  return {
    performance: least(({ performance }) => performance),
    accessibility: least(({ accessibility }) => accessibility),
    bestPractices: least(({ bestPractices }) => bestPractices),
    seo: least(({ seo }) => seo),
  };
}

function figuresOf(ours: Partial<Record<string, number>>): PagesReport['figures'] {
  return Object.entries(budgets).map(([name, budget]) => {
    const value = ours[name];
    if (value === undefined) throw new Error(`${name} was not measured`);
    const { measure, unit, reach, aim } = budget;
    return { measure, ours: Number(value.toPrecision(3)), reach, aim, unit, verdict: verdictOf(budget, value) };
  });
}
