import { expect, type Page, test } from '@playwright/test';
import { readPapers } from '../support/site.ts';

const rows = (page: Page) => page.locator('[data-results] tbody tr');

test('without script the page is complete: every result with its sentence, paper and topic', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: info.project.use.baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('results/');
  const stated = Number((await page.getByRole('main').innerText()).match(/(\d+) results that/)?.[1]);
  expect(stated).toBeGreaterThan(300);
  await expect(rows(page)).toHaveCount(stated);
  await expect(page.getByRole('main')).toContainText('not a ranking');
  const row = rows(page).first();
  await expect(row).toBeVisible();
  const value = await row.getByRole('rowheader').innerText();
  await expect(row.locator('q b')).toContainText(/[\d.]+/.exec(value)?.[0] ?? value);
  await expect(row.locator('a[href*="/papers/"]')).toHaveCount(1);
  await expect(page.getByRole('form')).toBeHidden();
  await context.close();
});

test('the table can be narrowed to a topic and a platform, and the address keeps it', async ({ page }) => {
  await page.goto('results/');
  const all = await rows(page).count();
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Quantization and low-bit numerics' });
  await expect(page).toHaveURL(/\?topic=[\w-]+$/);
  const shown = rows(page).filter({ visible: true });
  const narrowed = await shown.count();
  expect(narrowed).toBeGreaterThan(0);
  expect(narrowed).toBeLessThan(all);
  await expect(page.getByRole('status')).toHaveText(`${narrowed} of ${all} results`);
  for (const row of await shown.all()) await expect(row).toContainText('Quantization and low-bit numerics');
  await page.reload();
  await expect(shown).toHaveCount(narrowed);
  await expect(page.getByLabel('Topic', { exact: true }).locator('option:checked')).toHaveText(
    'Quantization and low-bit numerics',
  );
  await page.getByLabel('Platform', { exact: true }).selectOption({ index: 1 });
  expect(await shown.count()).toBeLessThanOrEqual(narrowed);
  await page.goBack();
  await expect(shown).toHaveCount(narrowed);
});

test('the rows can be sorted by value, largest first', async ({ page }) => {
  await page.goto('results/?sort=value');
  const section = page.locator('[data-group]').filter({ has: page.getByRole('heading', { name: 'Speed-up' }) });
  const values = await section.getByRole('rowheader').allInnerTexts();
  const factors = values.filter((value) => /^[\d.]+×$/.test(value)).map((value) => Number.parseFloat(value));
  expect(factors.length).toBeGreaterThan(10);
  expect(factors).toEqual(factors.toSorted((a, b) => b - a));
});

test('a filter that the page does not offer is as none', async ({ page }) => {
  await page.goto('results/?topic=no-such-topic&sort=best');
  await expect(page.getByRole('status')).toHaveText(/^(\d+) of \1 results$/);
});

test('a dot of the plot leads to the paper that reports it, and the topic page leads back to its results', async ({
  page,
}) => {
  await page.goto('results/');
  const dot = page.locator('.speedup-plot a[href*="/papers/"]').first();
  const name = (await dot.locator('title').textContent()) ?? '';
  await dot.locator('circle').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name.slice(name.indexOf(': ') + 2));
  const quote = page.locator('blockquote').first();
  await expect(page.getByRole('heading', { name: 'Reported results' })).toBeVisible();
  await expect(quote).toBeVisible();
  await page
    .getByRole('navigation', { name: /breadcrumb/i })
    .getByRole('link')
    .last()
    .click();
  await page.getByRole('link', { name: 'with the sentences that report them' }).click();
  await expect(page).toHaveURL(/\/results\/\?topic=/);
});

test('every dot of a topic has its row there, and best cases are hollow', async ({ page }) => {
  await page.goto('topics/architecture-search/');
  const dots = page.locator('.speedup-plot g a');
  const labels = await dots.locator('title').allTextContents();
  expect(labels.length).toBeGreaterThan(3);
  const rows = page.getByRole('table', { name: 'Results by paper' }).locator('tbody tr');
  const stated = await rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const title = row.querySelector('th')?.textContent.trim();
      return [...row.querySelectorAll('li')].map((item) => {
        const against = item.querySelector('span')?.textContent ?? '';
        return `${item.textContent.replace(against, '').replace(/\s+/g, ' ').trim()}: ${title}`;
      });
    }),
  );
  for (const label of labels) expect(stated).toContain(label);
  await expect(dots.filter({ hasText: 'up to ' }).locator('.speedup-best').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Marks of the plot' })).toContainText('best case');
  // Beyond the first few they are shown on demand, without a script.
  const further = rows.locator('details').first();
  await expect(further.locator('li').first()).toBeHidden();
  await further.locator('summary').click();
  await expect(further.locator('li').first()).toBeVisible();
});

test('on a phone nothing scrolls sideways, and a result stands there with its sentence and its paper', async ({
  page,
}) => {
  for (const width of [320, 375]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('results/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const row = page
      .getByRole('main')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
      .first();
    await row.scrollIntoViewIfNeeded();
    for (const part of await row.locator('.quote, .paper').all()) await expect(part).toBeInViewport({ ratio: 1 });
  }
});

test('what a topic page says above its results stands in sentences of their own', async ({ request }) => {
  const topics = new Set(readPapers().flatMap(({ topic }) => topic ?? []));
  const notes = await Promise.all(
    [...topics].map(async (topic) => {
      const html = await (await request.get(`topics/${topic}/`)).text();
      return /with the sentences that report them<\/a>([^<]*)/.exec(html)?.[1]?.trim() ?? '';
    }),
  );
  expect(new Set(notes.filter((note) => note !== ''))).toEqual(
    new Set(['.', '. None of them is a speed-up as a factor.']),
  );
});
