import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { parse } from '@retorquere/bibtex-parser';
import { SaxesParser } from 'saxes';
import { serve } from '../../src/cli/serve.ts';
import { runProject } from '../support/commands.ts';
import { watchFaults } from '../support/faults.ts';
import { readAttacks, writeHostileSurvey } from '../support/hostile-survey.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** How many pages are looked at beside each other. */
const tabs = 4;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Every file of a folder with its content, apart from what a build may write. */
function state(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => !file.startsWith(`dist${path.sep}`) && !file.startsWith(`cache${path.sep}`))
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex')}`,
    );
}

/** The cells of a table; throws where it is not well-formed. */
function cellsOf(csv: string): string[] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const cells: string[] = [];
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const [, text] = cell.exec(csv) ?? [];
    if (text === undefined) throw new Error(`not a table: ${csv.slice(at, at + 80)}`);
    cells.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  }
  return cells;
}

/** What is wrong with a file that is no page; null when it is well-formed. */
function faultOf(file: string, text: string): string | null {
  try {
    switch (path.extname(file)) {
      case '.json':
        JSON.parse(text);
        return null;
      case '.xml':
        new SaxesParser({ xmlns: true }).write(text).close();
        return null;
      case '.csv':
        return cellsOf(text).find((value) => /^[=+\-@\t\r]/.test(value)) ?? null;
      case '.bib': {
        // A formula may hold macros of mathematics that the parser does not know.
        const { errors } = parse(text, { sentenceCase: false });
        const fault = errors.find(({ error }) => !error.startsWith('unhandled macro'));
        return fault === undefined ? null : fault.error.slice(0, 200);
      }
      case '.ris':
        return text.split(/\r?\n/).find((line) => line !== '' && !/^[A-Z][A-Z0-9] {2}- /.test(line)) ?? null;
      default:
        return null;
    }
  } catch (error) {
    return String(error);
  }
}

/** Opens one page in a narrow window and tells everything that is wrong with it. */
async function faultsOnPage(page: Page, address: string): Promise<string[]> {
  const answer = await page.goto(address, { waitUntil: 'load' });
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll('h1').length,
    landmarks: ['header', 'main', 'footer'].filter((name) => document.querySelector(`body ${name}`) === null),
    foreign: document.querySelectorAll(
      'main script:not([src^="/_astro/"]), iframe, object, embed, base, main style, main link, main meta, [onclick], [onerror], [onload], [style]:not([data-part="room"]), a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i]',
    ).length,
    rooms: Array.from(document.querySelectorAll('[data-part="room"]'), (room) => room.getAttribute('style')),
  }));
  // The search page makes room for its results.
  const styles = found.rooms.filter((style) => style !== null && !/^min-block-size: max\(100vh, \d+px\);$/.test(style));
  return [
    ...(answer?.ok() || address.endsWith('/404.html') ? [] : [`status ${String(answer?.status())}`]),
    ...(found.hacked ? ['a script ran'] : []),
    ...(found.width > 320 ? [`${String(found.width)} px wide`] : []),
    ...(found.headings === 1 ? [] : [`${String(found.headings)} main headings`]),
    ...found.landmarks.map((name) => `no ${name}`),
    ...styles.map((style) => `a room with the style ${String(style)}`),
    ...(found.foreign === 0 ? [] : [`${String(found.foreign)} elements that are not the site's`]),
  ];
}

/** Looks at all pages, several at a time; what is wrong with each. */
async function faultsOfSite(context: BrowserContext, address: string, pages: readonly string[]): Promise<string[]> {
  const waiting = [...pages];
  const faults: string[] = [];
  const look = async (): Promise<void> => {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      faults.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const watched = watchFaults(page, address);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const before = watched.length;
      const found = await faultsOnPage(page, new URL(name.replace(/index\.html$/, ''), address).href);
      // Going on to the next page cuts off what this one was still loading.
      const seen = watched.slice(before).filter((fault) => !fault.includes('ERR_ABORTED'));
      faults.push(...[...found, ...seen].map((fault) => `${name}: ${fault}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, look));
  return faults;
}

test('a survey whose every field means harm is built, and harms nobody', async ({ browser }, info) => {
  expect(readAttacks().length).toBeGreaterThanOrEqual(100);
  const folder = info.outputPath('survey');
  await writeHostileSurvey(folder);
  const before = state(folder);
  const build = await runProject('src/cli/build.ts', [], {
    SEEDS_DIR: path.join(folder, 'seeds'),
    CONTENT_DIR: path.join(folder, 'content'),
    OUT_DIR: path.join(folder, 'dist'),
    CACHE_DIR: path.join(folder, 'cache'),
    SOCIAL_CARDS: 'on',
    CI: '1',
  });
  expect(build.exitCode, build.stderr.slice(-3000)).toBe(0);
  // What is told of captures cannot command the terminal.
  expect(`${build.stdout}${build.stderr}`).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/);

  expect(state(folder), 'files outside dist/').toEqual(before);
  const dist = path.join(folder, 'dist');
  const files = filesBelow(dist);
  expect(files.filter((file) => !/^[\w.@/-]+$/.test(file))).toEqual([]);
  const broken = files.flatMap((file) => {
    const fault = faultOf(file, readFileSync(path.join(dist, file), 'utf8'));
    return fault === null ? [] : [`${file}: ${fault}`];
  });
  expect(broken).toEqual([]);

  const { server, address } = await serve({ folder: dist, base: '/', port: 0 });
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const requests: string[] = [];
  await context.route(
    (url) => url.origin !== new URL(address).origin,
    async (route) => {
      requests.push(route.request().url());
      await route.abort();
    },
  );
  try {
    const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'));
    expect(await faultsOfSite(context, address, pages)).toEqual([]);
    expect(await faultsOfSite(context, address, ['search/?q=%3Cscript%3E+hostile'])).toEqual([]);
    expect(requests).toEqual([]);
  } finally {
    await context.close();
    server.close();
    server.closeAllConnections();
  }
});
