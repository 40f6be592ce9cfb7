import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  focusFaults,
  forcedColourFaults,
  layOutAll,
  layoutFaults,
  movingParts,
  spaceText,
  textFaults,
} from '../support/layout-faults.ts';
import { pageKinds, readPapers } from '../support/site.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour scheme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Judges what may be wrong, and does not describe what is right. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });

/** What a builder finds, with its elements. */
async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

for (const { name, address } of pageKinds()) {
  test(`${name}: for everyone, in either scheme, enlarged, touched, by keyboard, in forced colours, without motion`, async ({
    page,
  }) => {
    // Every node is judged many times, and some pages have thousands.
    test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address, { waitUntil: 'networkidle' });
    await layOutAll(page);
    expect(await violationsOf(axe(page).withTags(standards))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(axe(page).withRules(colourRules))).toEqual([]);

    expect.soft(await layoutFaults(page), '1280 px').toEqual([]);
    for (const [width, height] of [
      [375, 812],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect.soft(await layoutFaults(page), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect.soft(await layoutFaults(page), 'text twice as large').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'active' });
    expect.soft(await movingParts(page), 'less motion').toEqual([]);
    expect.soft(await forcedColourFaults(page), 'forced colours').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    expect.soft(await focusFaults(page), 'focus').toEqual([]);
    await spaceText(page);
    expect.soft(await textFaults(page), 'spaced text').toEqual([]);
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
      expect(await violationsOf(axe(page).withTags(standards))).toEqual([]);
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      expect(await forcedColourFaults(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
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
      expect(await violationsOf(axe(page).withTags(standards))).toEqual([]);
    }
  }
});

test('what readers open, press and choose has no violation of WCAG 2.2 AA, in the scheme that they chose', async ({
  page,
}) => {
  const topic = readPapers().find((paper) => paper.topic !== null)?.topic ?? '';
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`topics/${topic}/?sort=title`);
  const main = page.getByRole('main');
  await page.getByRole('combobox', { name: 'Year', exact: true }).selectOption({ index: 1 });
  const listed = main.getByRole('button', { name: /^Reading list: / }).first();
  await listed.click();
  const read = main.getByRole('button', { name: /^Read: / }).first();
  await read.click();
  await main.getByText('Share', { exact: true }).click();
  for (const [chosen, system] of [
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption(chosen);
    await expect(main.getByRole('button', { name: 'Copy link' })).toBeVisible();
    expect(await violationsOf(axe(page).withTags(standards)), chosen).toEqual([]);
    for (const width of [320, 375]) {
      await page.setViewportSize({ width, height: 812 });
      expect(await textFaults(page), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await forcedColourFaults(page)).toEqual([]);
  await expect(listed).toHaveAttribute('aria-pressed', 'true');
  await expect(read).toHaveAttribute('aria-pressed', 'true');
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
