import { expect, type Page, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { addressesOf } from '../support/links.ts';
import { authorSlug, busiestAuthor, readPapers } from '../support/site.ts';

const papers = readPapers();

/** The ids of the papers that a page lists, in order. */
async function listedPapers(page: Page): Promise<string[]> {
  const hrefs = await addressesOf(page.getByRole('main').locator('a[href*="/papers/"]'));
  return hrefs.flatMap((href) => /\/papers\/([^/#]+)\/$/.exec(href)?.[1] ?? []).filter((id) => id !== 'by-year');
}

test('from a paper to all papers on its platform, and on to another paper', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  const heading = page.getByRole('heading', { level: 1 });
  const own = papers.filter(({ platforms }) => platforms.includes('cpu'));
  await page.goto(`papers/${own[0]!.id}/`);
  await page.getByRole('main').getByRole('link', { name: 'CPU', exact: true }).click();
  await expect(heading).toHaveText('Platform: CPU');
  await expect(page.getByRole('main')).toContainText(`${String(own.length)} papers`);
  expect((await listedPapers(page)).sort()).toEqual(own.map(({ id }) => id).sort());

  await page.getByRole('main').locator(`a[href$="/papers/${own[1]!.id}/"]`).click();
  await expect(heading).toHaveText(own[1]!.title);
  expect(faults).toEqual([]);
});

test('counts on a page of a platform lead across to topics, years and authors', async ({ page }) => {
  await page.goto('platforms/gpu/');
  const counts = page.getByRole('region', { name: 'Counts by topic and facet' });
  const topic = papers.find(({ platforms, topic: own }) => platforms.includes('gpu') && own === 'llm-serving')!.topic!;
  const expected = papers.filter((paper) => paper.topic === topic && paper.platforms.includes('gpu')).length;
  const entry = counts.getByRole('listitem').filter({ has: page.locator(`a[href$="/topics/${topic}/"]`) });
  await expect(entry).toContainText(new RegExp(`\\u00a0${String(expected)}$`));
  for (const folder of ['years', 'authors', 'modalities', 'contributions']) {
    await expect(counts.locator(`a[href*="/${folder}/"]`).first()).toBeVisible();
  }
});

test('an author of several papers has a page of them, with co-authors; the index leads there', async ({ page }) => {
  const name = busiestAuthor(papers);
  const own = papers.filter(({ authors }) => authors?.includes(name));
  await page.goto(`papers/${own[0]!.id}/`);
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/authors/${authorSlug(name)}/$`));
  expect((await listedPapers(page)).sort()).toEqual(own.map(({ id }) => id).sort());
  await expect(page.getByText('Co-authors', { exact: true })).toBeVisible();

  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Authors' }).click();
  await expect(
    page
      .getByRole('main')
      .locator(`a[href$="/authors/${authorSlug(name)}/"]`)
      .first(),
  ).toBeVisible();
});

test('an author of one paper is a name without a link', async ({ page }) => {
  const names = papers.flatMap(({ authors }) => authors ?? []);
  const once = papers.find(({ authors }) =>
    authors?.some((name) => names.filter((other) => other.toLowerCase() === name.toLowerCase()).length === 1),
  )!;
  const name = once.authors!.find((author) => names.filter((other) => other === author).length === 1)!;
  await page.goto(`papers/${once.id}/`);
  await expect(page.getByRole('main')).toContainText(name);
  await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('the years count all their papers, from the newest; those without a date are listed too', async ({ page }) => {
  await page.goto('years/');
  const links = await addressesOf(page.getByRole('main').locator('a[href*="/years/"]'));
  const years = [...new Set(papers.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  expect(links.map((href) => Number(href.split('/').at(-2)))).toEqual(years);

  await page
    .getByRole('main')
    .getByRole('link', { name: String(years[1]), exact: true })
    .click();
  const own = papers.filter(({ year }) => year === years[1]);
  await expect(page.getByRole('main')).toContainText(`${String(own.length)} papers`);
  expect((await listedPapers(page)).sort()).toEqual(own.map(({ id }) => id).sort());

  await page.goBack();
  await page.getByRole('link', { name: 'Undated' }).click();
  await expect(page.getByRole('heading', { name: 'Date not in the sources' })).toBeVisible();
});

test('the table of topics counts what the papers say, and scrolls within itself on a narrow screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('topics/');
  const region = page.getByRole('region', { name: /^Papers of each topic/ });
  const row = region.getByRole('row').filter({ has: page.locator('a[href$="/topics/llm-serving/"]') });
  const own = papers.filter(({ topic }) => topic === 'llm-serving');
  const onGpu = own.filter(({ platforms }) => platforms.includes('gpu'));
  expect(await row.getByRole('cell').first().innerText()).toBe(String(own.length));
  expect(await row.getByRole('cell').nth(1).innerText()).toBe(String(onGpu.length));

  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
