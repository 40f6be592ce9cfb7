/** `npm run offline` for a small survey, opened from the disk as with a double click. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { filesBelow } from '../../src/loaders/built-site.ts';
import { runProject } from '../support/commands.ts';
import { addressesOf } from '../support/links.ts';
import { makeSurvey, soundCapture } from '../support/small-survey.ts';

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ actionTimeout: 10_000 });

const curation = `papers:
  alpha-wider-caches-for-longer-prompts: { topic: kv-cache }
  beta-fewer-bits-for-smaller-phones: { topic: kv-cache }
`;

let folder = '';

test.beforeAll(async ({}, info) => {
  info.setTimeout(120_000);
  const variables = { SITE_URL: 'https://survey.example', BASE_PATH: '/~group/atlas/' };
  const { environment, ...survey } = makeSurvey(
    info,
    { 'a.txt': soundCapture },
    { 'curation.yaml': curation },
    variables,
  );
  const { exitCode, stdout, stderr } = await runProject('src/cli/offline.ts', [], environment);
  expect(exitCode, stderr).toBe(0);
  const [name = ''] = readdirSync(path.join(survey.folder, 'dist'));
  folder = path.join(survey.folder, 'dist', name);
  expect(stdout).toContain(path.join(name, 'index.html'));
});

/** What must not happen on a page opened from the disk. */
function watch(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`not a file: ${request.url()}`);
  });
  return faults;
}

const addressOf = (file: string): string => pathToFileURL(path.join(folder, file)).href;

test('every page opens without a fault, has its fonts and styles, and leads to files only', async ({ page }) => {
  const faults = watch(page);
  const pages = filesBelow(folder).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(20);
  for (const file of pages) {
    await page.goto(addressOf(file));
    const own = (await addressesOf(page.locator('a[href]'))).filter((href) => !/^(?:https?|mailto):/.test(href));
    const missing = own.filter((href) => {
      const target = new URL(href);
      return target.protocol !== 'file:' || !/\.\w+$/.test(target.pathname) || !existsSync(fileURLToPath(target));
    });
    expect(missing, file).toEqual([]);
  }
  const fonts = page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').length;
  });
  expect(await fonts).toBeGreaterThan(0);
  await expect(page.getByRole('banner')).toHaveCSS('border-bottom-style', 'solid');
  expect(faults).toEqual([]);
});

test('reads from page to page, keeps the colours chosen, sorts a topic, and prints', async ({ page }) => {
  const faults = watch(page);
  await page.goto(addressOf('index.html'));
  await page.getByRole('banner').getByRole('link', { name: 'Papers' }).click();
  await page.getByLabel('Colour scheme').selectOption('dark');
  await page.getByRole('main').getByRole('link', { name: 'Beta: Fewer Bits' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beta');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://survey.example/~group/atlas/papers/beta-fewer-bits-for-smaller-phones/',
  );
  expect((await page.pdf()).length).toBeGreaterThan(5000);

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last().click();
  await page.getByLabel('Order', { exact: true }).selectOption({ label: 'by title' });
  await expect(page).toHaveURL(/\/topics\/[^/]+\/index\.html\?sort=title$/);
  for (const hidden of ['Share', 'Reading list', 'Save these as', 'Search in this topic']) {
    await expect(page.getByText(hidden, { exact: true }).filter({ visible: true }), hidden).toHaveCount(0);
  }
  expect(faults).toEqual([]);
});

test('the search says why it needs a server, where it is on the web, and what there is instead', async ({ page }) => {
  await page.goto(addressOf('papers/index.html'));
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Searching needs a server');
  await expect(main.getByRole('link', { name: 'https://survey.example/~group/atlas/search/' })).toBeVisible();
  await main.getByRole('link', { name: 'index of titles' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Papers by title');
});

test('the archive holds the same folder', () => {
  const archive = readFileSync(`${folder}.zip`);
  const files = filesBelow(folder);
  // The last record of the format says how many files there are.
  expect(archive.readUInt16LE(archive.length - 12)).toBe(files.length);
  for (const file of files) expect(archive.includes(`${path.basename(folder)}/${file}`)).toBe(true);
});
