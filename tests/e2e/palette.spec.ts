import { gzipSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { busiestAuthor, readPapers } from '../support/site.ts';

const papers = readPapers();
const acronym = papers.flatMap(({ title, id }) => {
  const name = /^([A-Z]{5,}): /.exec(title)?.[1];
  return name === undefined ? [] : [{ name, title, id }];
})[0]!;

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search titles' });
const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
const options = (page: Page): Locator => palette(page).getByRole('option');
const chosen = (page: Page): Locator => palette(page).locator('[aria-selected="true"]');
const status = (page: Page): Locator => palette(page).getByRole('status');

async function open(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
}

const keys = ['/', 'Control+k', 'Meta+k'];

test('the palette opens by key and by button, closes with Escape, and the focus returns', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto('method/');
  const link = page.getByRole('main').getByRole('link').first();
  for (const key of keys) {
    await link.focus();
    await page.keyboard.press(key);
    await expect(field(page), key).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(link, key).toBeFocused();
  }
  const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
  await button.click();
  await expect(field(page)).toBeFocused();
  await palette(page).getByRole('button', { name: 'Close' }).click();
  await expect(palette(page)).toBeHidden();
  await expect(button).toBeFocused();
  expect(faults).toEqual([]);
});

test('nothing of it is loaded before it is opened, then little, the full-text index when something is typed', async ({
  page,
}) => {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    sizes.set(
      response.url(),
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  await page.goto(`papers/${acronym.id}/`, { waitUntil: 'networkidle' });
  const before = new Set(sizes.keys());
  expect([...before].filter((url) => /palette|titles|pagefind/.test(url))).toEqual([]);
  await open(page);
  await page.waitForLoadState('networkidle');
  const opened = [...sizes].filter(([url]) => !before.has(url));
  expect(opened.map(([url]) => url).filter((url) => url.includes('pagefind'))).toEqual([]);
  const bytes = (await Promise.all(opened.map(([, size]) => size))).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(60_000);
  await page.keyboard.type('kv');
  await expect(status(page)).toHaveText(/full text/);
  expect([...sizes.keys()].some((url) => url.includes('pagefind.js'))).toBe(true);
});

test('an acronym leads to its paper with the keyboard alone', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto('about/');
  await open(page);
  await page.keyboard.type(acronym.name.toLowerCase());
  await expect(options(page).first()).toContainText(acronym.title);
  await expect(options(page).first().locator('mark').first()).toHaveText(acronym.name);
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText(acronym.title);
  // The full text must not take the choice away.
  await expect(status(page)).toHaveText(/full text/);
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id'))!);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/papers/${acronym.id}/$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(acronym.title);
  expect(faults).toEqual([]);
});

test('arrows, Home and End go through all options and back to the field', async ({ page }) => {
  await page.goto('about/');
  await open(page);
  await page.keyboard.type('quantization');
  await expect(status(page)).toHaveText(/suggestions, \d+ pages? in full text/);
  const count = await options(page).count();
  const place = (): Promise<number> =>
    options(page).evaluateAll((all) => all.findIndex((option) => option.getAttribute('aria-selected') === 'true'));
  await page.keyboard.press('ArrowUp');
  expect(await place()).toBe(count - 1);
  await expect(chosen(page)).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe(-1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe(1);
  await page.keyboard.press('Home');
  expect(await place()).toBe(0);
  await page.keyboard.press('End');
  expect(await place()).toBe(count - 1);
  await expect(field(page)).toBeFocused();
});

test('Enter without a choice goes to the search page; what was searched is offered next time', async ({ page }) => {
  await page.goto('about/');
  await open(page);
  await page.keyboard.type('speculative decoding');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=speculative\+decoding$/);
  await page.goto('about/');
  await open(page);
  await expect(options(page).first()).toHaveText('speculative decoding');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('speculative decoding');
  await expect(options(page).first()).toContainText(/speculative decoding/i);
  await field(page).fill('');
  await palette(page).getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(field(page)).toBeFocused();
  await expect(palette(page).getByRole('group', { name: 'Recent searches' })).toHaveCount(0);
  await expect(palette(page).getByRole('group', { name: 'Pages' })).toBeVisible();
});

test('damaged recent searches are ignored and replaced', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.addInitScript(() => {
    const key = `recent-searches:${location.pathname.replace(/about\/$/, '')}`;
    if (sessionStorage.getItem('damaged') === null) localStorage.setItem(key, '{"version":1,"searches":"oh');
    sessionStorage.setItem('damaged', 'once');
  });
  await page.goto('about/');
  await open(page);
  await expect(palette(page).getByRole('group', { name: 'Pages' })).toBeVisible();
  await expect(palette(page).getByRole('group', { name: 'Recent searches' })).toHaveCount(0);
  await page.keyboard.type('kv');
  await expect(status(page)).toHaveText(/full text/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=kv$/);
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await open(page);
  await expect(palette(page).getByRole('group', { name: 'Recent searches' }).getByRole('option')).toHaveText(['kv']);
  expect(faults).toEqual([]);
});

test('topics, authors and pages are found under their names, slips included', async ({ page }) => {
  const author = busiestAuthor(papers);
  await page.goto('about/');
  await open(page);
  for (const [typed, group, name] of [
    ['quantisaton', 'Topics and areas', 'Quantization'],
    [author, 'Authors', author],
    ['metho', 'Pages', 'Method'],
    ['fpga', 'Pages', 'FPGA'],
  ] as const) {
    await field(page).fill(typed);
    await expect(palette(page).getByRole('group', { name: group }).getByRole('option').first()).toContainText(name);
  }
});

test('full text stands below what is found by name, with the words marked', async ({ page }) => {
  const abstractWord = papers
    .flatMap(({ abstract }) => abstract.toLowerCase().match(/\b[a-z]{9,}\b/g) ?? [])
    .find((word) => !papers.some(({ title }) => title.toLowerCase().includes(word)))!;
  await page.goto('about/');
  await open(page);
  await page.keyboard.type(abstractWord);
  const texts = palette(page).getByRole('group', { name: 'In the text' });
  await expect(texts.getByRole('option').first()).toBeVisible();
  await expect(texts.locator('mark').first()).toHaveText(new RegExp(abstractWord.slice(0, 5), 'i'));
  await expect(palette(page).getByRole('group').last()).toHaveAccessibleName('In the text');

  // A slip: the last letters change places.
  const slip = abstractWord.replace(/(.)(.)$/, '$2$1');
  await field(page).fill(slip);
  await expect(palette(page).getByRole('group').last()).toHaveAccessibleName(/^In the text, for “\p{L}+”$/u);
  await expect(palette(page).getByRole('status')).toHaveText(/full text for “\p{L}+”$/u);
});

test('Ctrl with Enter opens a new tab and keeps the palette', async ({ page, context }) => {
  await page.goto('about/');
  await open(page);
  await page.keyboard.type(acronym.name);
  await page.keyboard.press('ArrowDown');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect(await opening).toHaveURL(new RegExp(`/papers/${acronym.id}/$`));
  await expect(palette(page)).toBeVisible();
});

test('a slash typed into a field is a slash; Ctrl and K open from there', async ({ page }) => {
  await page.goto('search/');
  const other = page.getByRole('main').getByRole('searchbox');
  await other.fill('w4');
  await page.keyboard.press('/');
  await expect(other).toHaveValue('w4/');
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('/');
  await expect(field(page)).toHaveValue('/');
});

test('while it is open the page behind stands still and cannot be reached', async ({ page }) => {
  await page.goto('papers/');
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const left = (): Promise<number> => page.locator('main').evaluate((main) => main.getBoundingClientRect().left);
  const [scrolled, at] = [await page.evaluate(() => scrollY), await left()];
  await open(page);
  expect(await left()).toBe(at);
  await page.mouse.move(20, 400);
  await page.mouse.wheel(0, 600);
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true);
  }
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('what is typed while it loads is not lost', async ({ page }) => {
  await page.goto('about/');
  await page.route('**/palette*.js', async (route) => {
    await page.waitForTimeout(300);
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('kv');
  await expect(field(page)).toHaveValue('kv');
});

test('without the file of titles the full text is still searched, and the palette says so', async ({ page }) => {
  await page.route('**/search/titles.json', (route) => route.abort());
  await page.goto('about/');
  await open(page);
  await expect(status(page)).toHaveText('Titles could not be loaded');
  await page.keyboard.type('quantization');
  await expect(palette(page).getByRole('group', { name: 'In the text' }).getByRole('option').first()).toBeVisible();
});

test('where the palette cannot be loaded its button leads to the search page', async ({ page }) => {
  await page.route('**/palette*.js', (route) => route.abort());
  await page.goto('about/');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/\??$/);
});

test('at 375 px it fills the screen, and everything in it can be touched', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto('about/');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await field(page).fill('cache');
  await expect(status(page)).toHaveText(/full text/);
  expect(await palette(page).boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  for (const target of [...(await options(page).all()), palette(page).getByRole('button', { name: 'Close' })]) {
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  }
  await options(page).first().click();
  await expect(page).not.toHaveURL(/about/);
});
