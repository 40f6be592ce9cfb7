import { expect, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { addressesOf } from '../support/links.ts';
import { readPapers } from '../support/site.ts';

test('from the home page through area and topic to a paper and the papers related to it', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  const heading = page.getByRole('heading', { level: 1 });
  const main = page.getByRole('main');
  await page.goto('./');

  await main.getByRole('link', { name: 'Model compression', exact: true }).first().click();
  await expect(heading).toHaveText('Model compression');

  await main.getByRole('heading', { name: 'Quantization and low-bit numerics' }).getByRole('link').click();
  await expect(heading).toHaveText('Quantization and low-bit numerics');

  const first = main.getByRole('article').getByRole('link').first();
  const title = await first.innerText();
  await first.click();
  await expect(heading).toHaveText(title);
  await expect(page.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(main).toContainText('Quantization and low-bit numerics');

  const paper = readPapers().find(({ id }) => page.url().endsWith(`/papers/${id}/`));
  expect(paper?.title).toBe(title);
  expect(paper!.related.length).toBeGreaterThanOrEqual(5);
  for (const { id } of paper!.related) await expect(main.locator(`a[href$="/papers/${id}/"]`).first()).toBeVisible();

  await main.locator(`a[href$="/papers/${paper!.related[0]!.id}/"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/papers/${paper!.related[0]!.id}/$`));
  await page.goBack();
  await expect(heading).toHaveText(title);
  expect(faults).toEqual([]);
});

test('breadcrumbs lead back from a paper to its topic, its area and the home page', async ({ page, baseURL }) => {
  const paper = readPapers().find(({ topic }) => topic === 'kv-cache')!;
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link');
  await page.goto(`papers/${paper.id}/`);
  const addresses = await addressesOf(crumbs);
  expect(addresses).toContain(`${baseURL ?? ''}topics/${paper.topic!}/`);
  expect(addresses).toContain(`${baseURL ?? ''}areas/${paper.area!}/`);
  await crumbs.last().click();
  await expect(page).toHaveURL(/\/topics\/kv-cache\/$/);
  await crumbs.last().click();
  await expect(page).toHaveURL(new RegExp(`/areas/${paper.area!}/$`));
  await crumbs.first().click();
  await expect(page).toHaveURL(baseURL ?? '');
});

test('the navigation names the current page and reaches every part', async ({ page }) => {
  await page.goto('./');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const names = await navigation.getByRole('link').allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(['Topics', 'Papers', 'Results', 'Method']));
  for (const name of names) {
    await navigation.getByRole('link', { name, exact: true }).click();
    await expect(navigation.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(name, 'i'));
  }
});

test('the index of papers holds every paper, by title and by year', async ({ page }) => {
  const papers = readPapers();
  for (const address of ['papers/', 'papers/by-year/']) {
    await page.goto(address);
    const hrefs = await addressesOf(page.getByRole('main').locator('a[href*="/papers/"]'));
    const listed = new Set(hrefs.map((href) => href.split('/').at(-2)));
    expect(papers.filter(({ id }) => !listed.has(id))).toEqual([]);
  }
});

test('a paper leads to arXiv, or to searches by title where its id is not known', async ({ page }) => {
  const papers = readPapers();
  const known = papers.find(({ arxiv }) => arxiv !== null)!;
  await page.goto(`papers/${known.id}/`);
  await expect(page.getByRole('main').locator(`a[href="https://arxiv.org/abs/${known.arxiv!}"]`).first()).toBeVisible();
  await expect(page.getByRole('main').locator(`a[href="https://arxiv.org/pdf/${known.arxiv!}"]`).first()).toBeVisible();

  const unknown = papers.find(({ arxiv }) => arxiv === null)!;
  await page.goto(`papers/${unknown.id}/`);
  const searches = page.getByRole('main').locator('a[href*="arxiv.org/"], a[href*="scholar.google."]');
  const hrefs = await addressesOf(searches);
  const words = unknown.title.split(/\W+/).filter((word) => word.length > 6);
  for (const host of ['arxiv.org', 'scholar.google.com']) {
    const href = hrefs.find((candidate) => new URL(candidate).host === host);
    for (const word of words) expect(decodeURIComponent(href ?? '')).toContain(word);
  }
});

test('a paper names the capture and line it comes from, and the capture page has that paper', async ({ page }) => {
  const paper = readPapers().find(({ sources }) => sources.length > 1)!;
  await page.goto(`papers/${paper.id}/`);
  for (const { seed, line } of paper.sources) {
    await expect(page.getByRole('main')).toContainText(seed);
    await expect(page.getByRole('main')).toContainText(String(line));
  }
  await page.getByRole('main').locator('a[href*="/sources/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(paper.sources[0]!.seed.replace(/\.[^.]+$/, ''));
  await expect(page.getByRole('main').locator(`a[href$="/papers/${paper.id}/"]`).first()).toBeVisible();
});
