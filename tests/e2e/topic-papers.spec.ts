import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { watchLayoutShift } from '../support/layout-shift.ts';
import { readPapers } from '../support/site.ts';

const topic = 'quantization';
const address = `topics/${topic}/`;
const papers = readPapers();
const own = papers.filter((paper) => paper.topic === topic);
const also = papers.filter((paper) => paper.also.includes(topic));
const total = own.length + also.length;

const section = (page: Page): Locator => page.locator('[data-topic-papers]');
const shown = (page: Page): Locator => section(page).getByRole('article').filter({ visible: true });
const status = (page: Page): Locator => section(page).getByRole('status');
const controls = (page: Page): Locator => section(page).getByRole('group', { name: 'Sort and narrow the papers' });
const order = (page: Page): Locator => page.getByRole('combobox', { name: 'Order', exact: true });
const year = (page: Page): Locator => page.getByRole('combobox', { name: 'Year', exact: true });
const code = (page: Page): Locator => page.getByRole('checkbox', { name: /^Has code/ });
const titles = (page: Page): Promise<string[]> => section(page).locator('.card-title:visible').allInnerTexts();

test('without script every paper of the topic is listed, newest first, and nothing asks for a script', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: info.project.use.baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`${address}?year=2024&sort=title`);
  await expect(shown(page)).toHaveCount(total);
  await expect(controls(page)).toBeHidden();
  const years = await section(page).locator('[data-group]').first().locator('li').evaluateAll(yearsOf);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const fold = contents.getByText('Contents', { exact: true });
  if (await fold.isVisible()) await fold.click();
  await expect(contents.getByRole('link', { name: 'Papers' })).toBeVisible();
  await context.close();
});

function yearsOf(items: Element[]): number[] {
  return items.map((item) => Number(item.getAttribute('data-year')));
}

test('papers can be narrowed and sorted; the address keeps it over reload, back, forward and in another window', async ({
  page,
  context,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL);
  await page.goto(address);
  await expect(status(page)).toHaveText(`${total} papers`);
  await year(page).selectOption('2024');
  const of2024 = [...own, ...also].filter(({ year }) => year === 2024).length;
  await expect(shown(page)).toHaveCount(of2024);
  await expect(status(page)).toHaveText(`${of2024} of ${total} papers, newest first`);
  await expect(page).toHaveURL(/\?year=2024$/);

  await order(page).selectOption('title');
  await expect(page).toHaveURL(/\?sort=title&year=2024$/);
  await expect(shown(page)).toHaveCount(of2024);
  const byTitle = await titles(page);
  await code(page).check();
  await expect(page).toHaveURL(/\?sort=title&year=2024&code=yes$/);
  const narrow = await titles(page);
  expect(narrow.length).toBeLessThan(byTitle.length);

  await page.reload();
  expect(await titles(page)).toEqual(narrow);
  await expect(code(page)).toBeChecked();
  await page.goBack();
  await expect(code(page)).not.toBeChecked();
  expect(await titles(page)).toEqual(byTitle);
  await page.goForward();
  await expect.poll(() => titles(page)).toEqual(narrow);

  const other = await context.newPage();
  await other.goto(page.url());
  expect(await titles(other)).toEqual(narrow);
  await expect(controls(other)).toBeInViewport();

  await section(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(shown(page)).toHaveCount(total);
  await expect(page).toHaveURL(/\?sort=title$/);
  expect(faults).toEqual([]);
});

test('the values say how many papers they would leave, and none leads to nothing', async ({ page }) => {
  await page.goto(address);
  await code(page).check();
  const options = year(page).locator('option:not([value=""]):not(:disabled)');
  for (const option of await options.all()) {
    const text = await option.innerText();
    await year(page).selectOption({ label: text });
    await expect(shown(page)).toHaveCount(Number(/\((\d+)\)$/.exec(text)?.[1]));
  }
});

test('papers can be put in the order of their reported speed-up and of their related papers', async ({ page }) => {
  await page.goto(`${address}?sort=speedup`);
  const list = section(page).locator('[data-group]').first();
  const factors = (await list.locator('.measure-speedup').allInnerTexts()).map((text) =>
    Number(/([\d.]+)×$/.exec(text)?.[1] ?? 0),
  );
  expect(factors).toHaveLength(own.length);
  expect(factors.filter((factor) => factor > 0).length).toBeGreaterThan(1);
  expect(factors).toEqual(factors.toSorted((a, b) => b - a));
  await order(page).selectOption('related');
  const counts = (await list.locator('.measure-related').allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts[0]).toBeGreaterThan(0);
});

test('what the page does not offer is as nothing asked; what leaves nothing says so', async ({ page }) => {
  await page.goto(`${address}?year=1066&platform=abacus&sort=best`);
  await expect(shown(page)).toHaveCount(total);
  await page.goto('topics/pruning-sparsity/?year=2018&code=yes&contribution=survey&platform=cpu');
  await expect(shown(page)).toHaveCount(0);
  await expect(section(page).getByText('No paper here fits these filters.').first()).toBeVisible();
  await section(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(shown(page)).not.toHaveCount(0);
});

test('with the keyboard alone: nothing shifts, the controls stay where they are, the focus is kept', async ({
  page,
}) => {
  const shift = await watchLayoutShift(page);
  // Without smooth scrolling, every key finds the page where it will stay.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await order(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\?sort=title$/);
  for (const name of ['Year', 'Platform', 'Contribution']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(code(page)).toBeFocused();
  const before = await code(page).evaluate((element) => element.getBoundingClientRect().top);
  await page.keyboard.press('Space');
  await expect(status(page)).toContainText(`of ${total} papers, by title`);
  expect(await code(page).evaluate((element) => element.getBoundingClientRect().top)).toBe(before);
  await page.keyboard.press('Tab');
  await expect(section(page).getByRole('button', { name: 'Clear filters' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`${total} papers, by title`);
  await expect(order(page)).toBeFocused();
  expect(await shift()).toBe(0);
});

for (const [name, query] of [
  ['as it is', ''],
  ['narrowed by its address', '?year=2024&sort=title'],
] as const) {
  test(`a topic ${name} does not shift while it loads, also far down and when it is loaded again`, async ({ page }) => {
    const shift = await watchLayoutShift(page);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(address + query, { waitUntil: 'load' });
      await page.waitForTimeout(200);
      expect(await shift(), `${width} px`).toBe(0);
    }
    await section(page).scrollIntoViewIfNeeded();
    await page.reload({ waitUntil: 'load' });
    await page.waitForTimeout(200);
    expect(await shift(), 'loaded again').toBe(0);
  });
}

test('at the very end of a page that becomes shorter, the controls do not move', async ({ page }) => {
  await page.goto(address);
  // A page that ends with its papers.
  await section(page).evaluate((element) => {
    while (element.nextElementSibling !== null) element.nextElementSibling.remove();
    document.querySelector('footer')?.remove();
  });
  await order(page).evaluate((element) => {
    element.scrollIntoView({ behavior: 'instant', block: 'start' });
  });
  const top = (): Promise<number> => order(page).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await year(page).selectOption({ index: 1 });
  expect(await top()).toBe(before);
});

test('the narrowed list has no violation of WCAG 2.2 AA in either scheme, and fits a phone', async ({ page }) => {
  await page.goto(`${address}?year=2024&code=yes&sort=speedup`);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .include('[data-topic-papers]')
      .include('[data-contents]')
      .withTags(tags)
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
  }
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('what is shown can be saved as a file, in the order shown', async ({ page }) => {
  await page.goto(`${address}?year=2024&sort=title`);
  const ids = await shown(page).evaluateAll((cards) => cards.map((card) => card.getAttribute('data-paper')));
  const download = page.waitForEvent('download');
  await section(page).getByRole('button', { name: 'CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${ids.length}-papers.csv`);
  const text = readFileSync(await file.path(), 'utf8');
  const places = ids.map((id) => text.indexOf(`/papers/${id!}/`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('papers that cannot be fetched are said to be missing', async ({ page }) => {
  await page.route('**/citations.json', (route) => route.abort());
  await page.goto(address);
  await section(page).getByRole('button', { name: 'BibTeX' }).click();
  await expect(status(page)).toHaveText(/could not be fetched/);
});
