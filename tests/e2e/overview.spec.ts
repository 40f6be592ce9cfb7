import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { addressesOf } from '../support/links.ts';
import { readPapers } from '../support/site.ts';

const figure = (page: Page, name: string): Locator =>
  page.locator('.overview-figure').filter({ has: page.getByRole('heading', { name, exact: true }) });
const map = (page: Page): Locator => page.locator('[data-paper-map]');
const dots = (page: Page): Locator => map(page).locator('[data-part="plane"] a');

/** The map after its script has made one of the dots a stop of the Tab key. */
async function openMap(page: Page): Promise<void> {
  await page.goto('overview/');
  await map(page).scrollIntoViewIfNeeded();
  await expect(map(page).locator('a[tabindex="0"]')).toHaveCount(1);
}

/** Where in the window a dot is drawn. */
async function placeOf(dot: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await dot.locator('circle').boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every paper is a dot that leads to it and says its title; the table below has the same papers', async ({
    page,
  }) => {
    await page.goto('overview/');
    const papers = readPapers();
    await expect(dots(page)).toHaveCount(papers.length);
    const drawn = await addressesOf(dots(page));
    expect(new Set(drawn).size).toBe(papers.length);
    const titles = await dots(page).locator('title').allTextContents();
    expect(titles.toSorted()).toEqual(papers.map(({ title }) => title).toSorted());
    const listed = await addressesOf(figure(page, 'A map of the papers').locator('table td a'));
    const sorted = papers.filter(({ topic }) => topic !== null);
    expect(listed.toSorted()).toEqual(
      drawn.filter((address) => sorted.some(({ id }) => address.endsWith(`/papers/${id}/`))).toSorted(),
    );
    await expect(map(page).getByRole('button')).toHaveCount(0);
  });

  for (const [name, marks] of [
    ['Topics by year', '.matrix-cells a'],
    ['Topics by platform', '.matrix-cells a'],
    ['Reported speed-ups', '.speedup-plot g a'],
  ] as const) {
    test(`${name}: every mark is a link, and the table has the same links`, async ({ page }) => {
      await page.goto('overview/');
      const chart = await addressesOf(figure(page, name).locator(marks));
      const table = await addressesOf(
        figure(page, name).locator('tbody tr:has(td a):not(:last-child) td a, tbody tr:last-child td a'),
      );
      const totals =
        name === 'Reported speed-ups' ? [] : await addressesOf(figure(page, name).locator('.matrix-foot a'));
      expect(chart.length).toBeGreaterThan(30);
      expect(table.toSorted()).toEqual([...chart, ...totals].toSorted());
    });
  }

  test('papers per year add up to all papers, in the columns and in the table', async ({ page }) => {
    await page.goto('overview/');
    const all = readPapers().length;
    const years = figure(page, 'Papers per year');
    const sum = (texts: readonly string[]): number =>
      texts.reduce((total, text) => total + Number(text.replace(',', '')), 0);
    expect(sum(await years.locator('figure > .years-chart .chart-value').allTextContents())).toBe(all);
    expect(sum(await years.locator('.area-charts .chart-value').allTextContents())).toBe(all);
    expect(sum(await years.locator('tbody tr:last-child td a').allTextContents())).toBe(all);
  });
});

test('a field of a matrix leads to the papers of that topic and year', async ({ page }) => {
  await page.goto('overview/');
  const cell = figure(page, 'Topics by year')
    .locator('.matrix-cells a')
    .filter({ has: page.locator('title', { hasText: /, 2024: \d+ papers$/ }) })
    .first();
  const name = (await cell.locator('title').textContent()) ?? '';
  await cell.click();
  await expect(page).toHaveURL(/\/topics\/[\w-]+\/\?year=2024$/);
  await expect(page.getByRole('status').first()).toContainText(/(\d+) papers$/.exec(name)![1]!);
});

test('hovering over a dot and focusing it shows its title, a click opens it', async ({ page }) => {
  await openMap(page);
  const dot = dots(page).nth(40);
  const name = (await dot.getAttribute('aria-label')) ?? '';
  const tip = map(page).locator('[data-part="tip"]');
  const place = await placeOf(dot);
  await page.mouse.move(place.x, place.y);
  await expect(tip).toHaveText(name);
  await page.mouse.move(1, 1);
  await expect(tip).toBeHidden();
  await dot.focus();
  await expect(tip).toHaveText(name);
  await page.mouse.click(place.x, place.y);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('the map zooms by button, key and wheel, moves by dragging, and goes back to the whole', async ({ page }) => {
  await openMap(page);
  const plane = map(page).locator('[data-part="plane"]');
  const width = async (): Promise<number> => Number.parseFloat((await plane.getAttribute('width')) ?? '');
  const left = async (): Promise<number> => Number.parseFloat((await plane.getAttribute('x')) ?? '');
  await map(page).getByRole('button', { name: 'Zoom in' }).click();
  expect(await width()).toBe(150);
  await dots(page).first().focus();
  await page.keyboard.press('+');
  expect(await width()).toBe(225);
  await page.keyboard.press('0');
  expect(await width()).toBe(100);
  const box = (await map(page).locator('.map-frame').boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -120);
  expect(await width()).toBe(100);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(width).toBeGreaterThan(180);
  const before = await left();
  await page.mouse.down();
  await page.mouse.move(middle.x - 60, middle.y, { steps: 4 });
  await page.mouse.up();
  expect(await left()).toBeLessThan(before);
  await expect(page).toHaveURL(/\/overview\/$/);
  await map(page).getByRole('button', { name: 'Whole map' }).click();
  expect(await width()).toBe(100);
});

test('arrow keys go from paper to paper and keep it in view; Space selects, Enter opens', async ({ page }) => {
  await openMap(page);
  await map(page).getByRole('button', { name: 'List what is in view' }).focus();
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  const first = await focused.getAttribute('aria-label');
  const isAtFirst = async (): Promise<boolean> => (await focused.getAttribute('aria-label')) === first;
  // Where the first paper stands follows from the papers: it may have none on one side.
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp']) if (await isAtFirst()) await page.keyboard.press(key);
  expect(await isAtFirst()).toBe(false);
  const name = (await focused.getAttribute('aria-label')) ?? '';
  await expect(map(page).locator('a[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press(' ');
  await expect(map(page).getByRole('status')).toHaveText('1 paper selected');
  await expect(map(page).locator('[data-part="list"]')).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('an outline drawn by pointer lists the papers inside it, and what is in view can be listed without one', async ({
  page,
}) => {
  await openMap(page);
  const status = map(page).getByRole('status');
  await map(page).getByRole('button', { name: 'Select an area' }).click();
  const box = (await map(page).locator('.map-frame').boundingBox())!;
  const corner = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...corner(0.02, 0.02));
  await page.mouse.down();
  for (const [x, y] of [
    [0.45, 0.02],
    [0.45, 0.98],
    [0.02, 0.98],
  ] as const)
    await page.mouse.move(...corner(x, y), { steps: 5 });
  await page.mouse.up();
  await expect(status).toHaveText(/^\d+ papers selected$/);
  const inside = (await dots(page).all()).length;
  const chosen = Number.parseInt(await status.innerText());
  expect(chosen).toBeGreaterThan(30);
  expect(chosen).toBeLessThan(inside);
  await expect(map(page).locator('[data-part="list"] a')).toHaveCount(chosen);
  await expect(map(page).locator('.is-selected')).toHaveCount(chosen);
  await map(page).getByRole('button', { name: 'List what is in view' }).click();
  await expect(status).toHaveText(`${inside} papers selected`);
  await map(page).getByRole('button', { name: 'Clear' }).click();
  await expect(map(page).locator('.is-selected')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveText('Select an area');
});

test('on a phone nothing scrolls sideways, labels keep apart, and a tap names a paper before it opens it', async ({
  browser,
}, info) => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
    baseURL: info.project.use.baseURL ?? '',
  });
  const page = await context.newPage();
  await openMap(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await page.evaluate(() => document.fonts.ready);
  const labels = await map(page)
    .locator('.map-labels text')
    .filter({ visible: true })
    .evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent, left, right, top, bottom };
      }),
    );
  const overlaps = labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(labels.length).toBeGreaterThan(8);
  expect(overlaps).toEqual([]);
  const place = await placeOf(dots(page).first());
  await page.touchscreen.tap(place.x, place.y);
  const name = await map(page).locator('[data-part="tip"]').innerText();
  await expect(page).toHaveURL(/\/overview\/$/);
  await page.touchscreen.tap(place.x, place.y);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await context.close();
});

test('with a selection and zoomed in the map has no violation of WCAG 2.2 AA', async ({ page }) => {
  await openMap(page);
  for (let step = 0; step < 4; step += 1) await map(page).getByRole('button', { name: 'Zoom in' }).click();
  await map(page).getByRole('button', { name: 'List what is in view' }).click();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // The dots are those of the page as it is, which is judged with all others.
  const { violations } = await new AxeBuilder({ page })
    .include('.overview-figure:has([data-paper-map])')
    .exclude('[data-part="plane"]')
    .exclude('.chart-data')
    .withTags(tags)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
});
