/** The look that a reader chooses, keeps and prints. */
import { expect, type Page, test } from '@playwright/test';
import { watchLayoutShift } from '../support/layout-shift.ts';
import { addressesOf } from '../support/links.ts';
import { readPapers } from '../support/site.ts';

const paper = readPapers().find(({ arxiv, abstract }) => arxiv !== null && abstract.length > 600)!;
const topic = `topics/${paper.topic!}/`;

/** The mean of red, green and blue behind the page. */
function ground(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });
}

const isDark = async (page: Page): Promise<boolean> => (await ground(page)) < 128;

test.describe('the switch of the colour scheme', () => {
  test('offers light, dark and system, and the page follows at once', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    const choice = page.getByRole('combobox', { name: 'Colour scheme' });
    await expect(choice).toHaveValue('system');
    expect(await isDark(page)).toBe(false);
    await choice.selectOption({ label: 'Dark' });
    expect(await isDark(page)).toBe(true);
    await choice.selectOption({ label: 'Light' });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await isDark(page)).toBe(false);
    await choice.selectOption({ label: 'System' });
    expect(await isDark(page)).toBe(true);
  });

  test('is remembered on other pages, and forgotten with "system"', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
    await page.goto('about/');
    expect(await isDark(page)).toBe(true);
    await expect(page.getByRole('combobox', { name: 'Colour scheme' })).toHaveValue('dark');
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('system');
    await page.goto('./');
    expect(await isDark(page)).toBe(false);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('is there from the first paint, before any other script has run', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
    // Without them the page shows what it looks like until they arrive.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('about/', { waitUntil: 'domcontentloaded' });
    expect(await isDark(page)).toBe(true);
  });

  test('holds for the page where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
    expect(await isDark(page)).toBe(true);
  });
});

test('without script there is no switch, and the system decides', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await expect(page.getByRole('combobox', { name: 'Colour scheme' })).toBeHidden();
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\//);
  await context.close();
});

test('nothing moves while a page loads', async ({ page }) => {
  for (const address of ['./', `papers/${paper.id}/`, topic, 'papers/']) {
    const shift = await watchLayoutShift(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect(await shift(), address).toBe(0);
  }
});

test('the faces of the survey are in use, from two files that the page loads at once', async ({ page }) => {
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2') && response.ok()) fonts.push(response.url());
  });
  await page.goto('about/', { waitUntil: 'networkidle' });
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', ''));
  });
  expect(loaded).toEqual(expect.arrayContaining(['Survey Text', 'Survey Sans']));
  const preloads = await addressesOf(page.locator('link[rel=preload][as=font]'));
  expect(preloads).toHaveLength(2);
  expect(fonts).toEqual(expect.arrayContaining(preloads));
});

test('the home page answers in one screen: what, how big, how fresh, where to start', async ({ page }) => {
  await page.goto('./');
  const main = page.getByRole('main');
  const areas = main.getByRole('region', { name: 'Start with an area' }).getByRole('listitem');
  const parts = [
    main.getByRole('heading', { level: 1 }),
    main.getByRole('searchbox'),
    main.getByText(`${readPapers().length} papers`).first(),
    main.getByText(/newest of \d/),
    areas.first(),
  ];
  // On a phone the other areas follow one below the other.
  const partsOfWidePage = [
    main.getByRole('group', { name: /year/i }).first(),
    areas.last(),
    main.getByRole('region', { name: 'Latest' }).getByRole('link').first(),
  ];
  const isWide = (page.viewportSize()?.width ?? 0) >= 1280;
  for (const part of isWide ? [...parts, ...partsOfWidePage] : parts) {
    await expect(part).toBeInViewport({ ratio: 0.5 });
  }
  await expect(areas).toHaveCount(9);
});

test('a heading puts its address into the bar with one click', async ({ page }) => {
  await page.goto(`papers/${paper.id}/`);
  await page.getByRole('heading', { name: 'Abstract' }).getByRole('link').click();
  await expect(page).toHaveURL(/#abstract$/);
});

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark' });

  test('a topic is its text and its papers, with their addresses, dark on light', async ({ page }) => {
    await page.goto(topic);
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Footer' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const card = page.locator('.card').first();
    const address = await card
      .locator('.print-address')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://');
    expect(await card.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid');
    const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
    expect(ink).toMatch(/^(rgb\((\d|[1-5]\d), |lab\(|oklch\(|color\()/);
    await expect(page.locator('.card-toggle').first()).toBeHidden();
  });
});

test('forced colours keep text, marks and the borders of controls apart from the ground, and areas apart, as on paper', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./');
  const mark = page.getByRole('region', { name: 'Start with an area' }).locator('.area-mark').first();
  const [colour, behind] = await mark.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(colour).not.toBe(behind);
  const coloursOfMarks = (): Promise<number> =>
    page.locator('main .chart-bar').evaluateAll((bars) => new Set(bars.map((bar) => getComputedStyle(bar).fill)).size);
  expect(await coloursOfMarks()).toBeGreaterThanOrEqual(9);
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  expect(await coloursOfMarks(), 'on paper').toBeGreaterThanOrEqual(9);
  await page.emulateMedia({ forcedColors: 'active', media: null });
  await page.getByRole('searchbox').focus();
  expect(await page.getByRole('searchbox').evaluate((field) => getComputedStyle(field).outlineStyle)).not.toBe('none');
});
