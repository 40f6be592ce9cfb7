import { expect, test } from '@playwright/test';
import { addressesOf } from '../support/links.ts';
import { readPapers } from '../support/site.ts';

// The only numbers of the real captures that the tests know: what a person counted in them.
const recordsOf: Readonly<Record<string, number>> = {
  '000_5930549250184d8d.txt': 7,
  '001_8cb4f93a4a798ac3.txt': 119,
  '002_10942fdd03f6d194.txt': 59,
  '003_4d601af0841d1226.txt': 50,
  '004_5198a49b558af8ba.txt': 97,
};

test('the method page accounts for 5 captures, 332 records and 329 papers', async ({ page }) => {
  await page.goto('method/');
  for (const [stage, count] of Object.entries({ Captures: 5, Records: 332, Merged: 3, Papers: 329 })) {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: stage, exact: true }) });
    await expect(row.first().getByRole('cell').first()).toHaveText(String(count));
  }
  expect(readPapers()).toHaveLength(329);
});

test('the sources page gives the records of each capture, and no line that was not understood', async ({ page }) => {
  await page.goto('sources/');
  const headers = await page.getByRole('columnheader').allInnerTexts();
  const column = (name: string): number => headers.findIndex((header) => header.toLowerCase() === name) - 1;
  for (const [seed, records] of Object.entries(recordsOf)) {
    const cells = page.getByRole('row', { name: seed }).getByRole('cell');
    await expect(cells.nth(column('records'))).toHaveText(String(records));
    await expect(cells.nth(column('not understood'))).toHaveText('0');
  }
});

test('each source page lists the papers of its capture', async ({ page }) => {
  for (const [seed, records] of Object.entries(recordsOf)) {
    await page.goto(`sources/${seed.replace('.txt', '')}/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(seed.replace('.txt', ''));
    const hrefs = await addressesOf(page.getByRole('main').locator('a[href*="/papers/"]'));
    expect(new Set(hrefs).size).toBe(records);
  }
});
