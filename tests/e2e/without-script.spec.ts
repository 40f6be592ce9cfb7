import { expect, test } from '@playwright/test';
import { pageKinds, readPapers } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

test('every kind of page can be read without JavaScript', async ({ page }) => {
  for (const { name, address } of pageKinds().filter((kind) => !kind.address.includes('?'))) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    expect((await page.getByRole('main').innerText()).length, name).toBeGreaterThan(60);
  }
});

test('a paper shows its abstract and its related papers without JavaScript', async ({ page }) => {
  const paper = readPapers()[0]!;
  await page.goto(`papers/${paper.id}/`);
  await expect(page.getByRole('main')).toContainText(paper.abstract.split(' ').slice(0, 3).join(' '));
  for (const { id } of paper.related)
    await expect(page.getByRole('main').locator(`a[href$="/papers/${id}/"]`).first()).toBeVisible();
});

test('the search page says that it needs JavaScript and leads to the index', async ({ page }) => {
  await page.goto('search/?q=attention');
  expect(await page.getByRole('main').innerText()).toContain('needs JavaScript');
  await page.getByRole('main').locator('a[href$="/papers/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Papers/);
});
