import { expect, type Locator, type Page, test } from '@playwright/test';

/** Whether the focused element shows that it is: an outline, or a look that differs from its look without focus. */
async function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && box.width > 0 && box.height > 0;
  });
}

async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the Tab key does not reach it');
}

test('the first Tab shows a skip link that moves on to the content', async ({ page }) => {
  await page.goto('topics/quantization/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test('every stop of the Tab key on a page is visible, in reading order, and never a trap', async ({ page }) => {
  await page.goto('topics/');
  const expected = await page
    .locator('a[href], button, input, select')
    .evaluateAll((elements) => elements.filter(({ tabIndex }) => tabIndex >= 0).length);
  const visited: number[] = [];
  const places: { readonly x: number; readonly y: number }[] = [];
  for (let stop = 0; stop < Math.min(expected, 40); stop += 1) {
    await page.keyboard.press('Tab');
    expect(await focusIsVisible(page), `stop ${stop + 1}`).toBe(true);
    visited.push(
      await page.evaluate(() =>
        [...document.querySelectorAll('a[href], button, input, select')].indexOf(document.activeElement!),
      ),
    );
    places.push(
      await page.evaluate(() => {
        const { left, top, height } = document.activeElement!.getBoundingClientRect();
        return { x: left + scrollX, y: top + scrollY + height / 2 };
      }),
    );
  }
  // Line by line, and within a line from left to right; the skip link lies over the first one.
  const inOrder = (index: number): boolean => {
    const [before, after] = [places[index - 1]!, places[index]!];
    return Math.abs(after.y - before.y) < 14 ? after.x > before.x : after.y > before.y;
  };
  expect(places.flatMap((_, index) => (index < 2 || inOrder(index) ? [] : [`stop ${index + 1}`]))).toEqual([]);
  expect(new Set(visited).size).toBe(visited.length);
});

test('with the keyboard alone from the home page to a related paper', async ({ page }) => {
  const heading = page.getByRole('heading', { level: 1 });
  const main = page.getByRole('main');
  await page.goto('./');
  await tabTo(page, main.getByRole('link', { name: 'KV cache and long-context inference' }).first(), 120);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('KV cache and long-context inference');

  const paper = main.getByRole('article').getByRole('link').first();
  const title = await paper.innerText();
  await tabTo(page, paper, 120);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(title);

  const related = main.getByRole('heading', { name: 'Related papers' });
  await expect(related).toBeVisible();
  const next = main
    .locator(
      'h2:has-text("Related papers") ~ * a[href*="/papers/"], section:has(h2:has-text("Related papers")) a[href*="/papers/"]',
    )
    .first();
  const nextTitle = await next.innerText();
  await tabTo(page, next);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(nextTitle);
});

test('a search begins with the keyboard on any page', async ({ page }) => {
  await page.goto('method/');
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Search' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeVisible();
});
