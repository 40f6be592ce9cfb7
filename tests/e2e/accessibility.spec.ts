import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pageKinds, readPapers } from '../support/site.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const { name, address } of pageKinds()) {
  test(`${name}: no violation of WCAG 2.2 AA in either scheme, and no scrolling sideways at 320 px`, async ({
    page,
  }) => {
    // Every node is judged twice, and the overview has thousands.
    test.slow(name === 'overview');
    await page.goto(address, { waitUntil: 'networkidle' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`${colorScheme} scheme`, async () => {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
      });
    }
    await test.step('320 px wide', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
    await test.step('text twice as large', async () => {
      await page.setViewportSize({ width: 640, height: 640 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    });
  });
}

for (const typed of ['', 'cache']) {
  test(`the palette with "${typed}" in it: no violation of WCAG 2.2 AA in either scheme`, async ({ page }) => {
    await page.goto('about/');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search titles' });
    await expect(field).toBeFocused();
    await field.fill(typed);
    if (typed !== '') await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/full text/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    }
  });
}

test('a reading list with a shared one, a message and an open menu: no violation of WCAG 2.2 AA', async ({ page }) => {
  const [first, second, third] = readPapers().map(({ id }) => id);
  await page.goto(`list/#papers=${first},${second}`);
  await page.getByRole('button', { name: 'Add all to mine' }).click();
  const addedNotice = page.getByRole('region', { name: 'Message' });
  await expect(addedNotice).toBeVisible();
  await page
    .getByRole('textbox', { name: /^Note on/ })
    .first()
    .fill('see table 2');
  await page.evaluate((hash) => (location.hash = hash), `#papers=${second},${third},kettle`);
  await expect(page.getByRole('button', { name: 'Replace mine' })).toBeVisible();
  await page.getByText('Share', { exact: true }).click();
  await page.getByText('Import', { exact: true }).click();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    }
  }
});

test('the dark scheme is dark and the light one light', async ({ page }) => {
  const lightness = (): Promise<number> =>
    page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  expect(await lightness()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await lightness()).toBeLessThan(60);
});

test('on paper, navigation and search are left out and the text is dark on light', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const kind = pageKinds().find(({ name }) => name === 'paper with the longest abstract');
  await page.goto(kind!.address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('search')).toBeHidden();
  const color = await page.locator('body').evaluate((body) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    canvas.fillStyle = getComputedStyle(body).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  });
  expect(Math.max(...color)).toBeLessThan(80);
});
