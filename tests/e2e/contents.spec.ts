import { expect, type Locator, type Page, test } from '@playwright/test';

const contents = (page: Page): Locator => page.getByRole('navigation', { name: 'Contents' });
/** On a phone they are folded above the text, elsewhere they stand beside it. */
const isFolded = (page: Page): Promise<boolean> => contents(page).getByText('Contents', { exact: true }).isVisible();
const current = (page: Page): Locator => contents(page).locator('[aria-current="location"]');

for (const address of ['topics/quantization/', 'areas/inference-systems/']) {
  test(`${address}: the contents follow the reading position and stay in view`, async ({ page }) => {
    await page.goto(address);
    await expect(current(page)).toHaveCount(0);
    const folded = await isFolded(page);
    if (folded) await contents(page).getByText('Contents', { exact: true }).click();
    const links = await contents(page).getByRole('link').all();
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      const target = await link.getAttribute('href');
      await page.locator(target!).evaluate((heading) => {
        window.scrollTo({ top: heading.getBoundingClientRect().top + window.scrollY - 40, behavior: 'instant' });
      });
      await expect(current(page)).toHaveCount(1);
      if (!folded) await expect(link).toBeInViewport();
    }
    await expect(current(page)).toHaveText('References');
    await page.evaluate(() => {
      window.scrollTo({ top: 0, behavior: 'instant' });
    });
    await expect(current(page)).toHaveCount(0);
  });
}

test('the part being read is the one whose heading was passed last', async ({ page }) => {
  await page.goto('topics/quantization/');
  if (await isFolded(page)) await contents(page).getByText('Contents', { exact: true }).click();
  for (const name of ['Below four bits', 'Reported results', 'Papers', 'Reported results']) {
    await page.getByRole('heading', { name, exact: true }).evaluate((heading) => {
      window.scrollTo({ top: heading.getBoundingClientRect().top + window.scrollY - 40, behavior: 'instant' });
    });
    await expect(current(page)).toHaveText(name);
  }
});

test('on a phone the contents are folded, open on demand and lead to the headings', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto('topics/quantization/');
  const link = contents(page).getByRole('link', { name: 'Papers', exact: true });
  await expect(link).toBeHidden();
  await contents(page).getByText('Contents').click();
  await link.click();
  await expect(page.getByRole('heading', { name: 'Papers', exact: true })).toBeInViewport();
  await expect(page).toHaveURL(/#papers$/);
});

test('from a topic the reader goes to the next, back to it, and to the search within it', async ({ page }) => {
  await page.goto('topics/quantization/');
  const around = page.getByRole('navigation', { name: 'Topics before and after' });
  await expect(around.getByRole('link')).toHaveCount(1);
  await around.getByRole('link', { name: 'Next topic' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pruning and sparsity');
  await around.getByRole('link', { name: 'Previous topic' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quantization and low-bit numerics');
  await page.getByRole('link', { name: 'Search in this topic' }).click();
  await expect(page).toHaveURL(/\/search\/\?topic=quantization$/);
});
