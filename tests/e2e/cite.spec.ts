import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from '@retorquere/bibtex-parser';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseRis } from '../support/citation-formats.ts';
import { authorSlug, busiestAuthor, readPapers } from '../support/site.ts';

const papers = readPapers();
const cited = papers.find(({ arxiv, authors }) => arxiv !== null && (authors?.length ?? 0) > 1)!;

test('a paper can be cited without script: reference, formats, files', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${baseURL ?? ''}papers/${cited.id}/`);
  const box = page.locator('.cite');
  await expect(box.getByText(cited.title).first()).toBeVisible();
  await expect(box.getByRole('button', { name: /Copy/ })).toHaveCount(0);
  await box.getByText('BibTeX', { exact: true }).click();
  const shown = (await box.locator('pre').first().textContent()) ?? '';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    box.getByRole('link', { name: 'Download BibTeX' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9]+\.bib$/);
  const file = readFileSync(await download.path(), 'utf8');
  expect(file.trimEnd()).toBe(shown);
  expect(parse(file, { sentenceCase: false }).entries).toMatchObject([{ fields: { eprint: cited.arxiv } }]);
  await page.context().close();
});

test('copying says that it has happened, and what', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL ?? '').origin });
  await page.goto(`papers/${cited.id}/`);
  const box = page.locator('.cite');
  await box.getByText('RIS', { exact: true }).click();
  await box.getByRole('button', { name: 'Copy RIS' }).click();
  await expect(box.getByRole('status')).toHaveText('Copied RIS.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(parseRis(`${copied.replace(/\r?\n/g, '\r\n').trimEnd()} \r\n`)).toHaveLength(1);
});

test('a refused clipboard is told', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto(`papers/${cited.id}/`);
  await page.getByRole('button', { name: 'Copy reference' }).click();
  await expect(page.locator('.cite').getByRole('status')).toContainText('could not be copied');
});

test('the papers of topics, areas, years and authors are files, and stand in the page for reference managers', async ({
  page,
  request,
}) => {
  for (const address of [
    `topics/${cited.topic ?? ''}/`,
    `areas/${cited.area ?? ''}/`,
    `years/${String(cited.year)}/`,
    `authors/${authorSlug(busiestAuthor(papers))}/`,
  ]) {
    await page.goto(address);
    const links = page.locator('.export-links a');
    await expect(links).toHaveText(['BibTeX', 'RIS', 'CSV', 'CSL-JSON']);
    const href = await links.first().evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
    const { entries } = parse(await (await request.get(href)).text(), { sentenceCase: false });
    // Reference managers find the same papers in the page itself.
    expect(await page.locator('span.Z3988').count()).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(0);
  }
});

test('the page about the data leads to files that are there, and says how to cite the survey', async ({
  page,
  request,
}) => {
  await page.goto('data/');
  const files = await page
    .getByRole('table', { name: 'Files with all papers' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) expect((await request.get(file)).status()).toBe(200);
  await expect(page.locator('.cite')).toContainText('Version');
});

test('a correction is suggested where a repository is named, and nowhere else', () => {
  const schema = z.object({ repository: z.string().nullable().default(null) });
  const { repository } = schema.parse(parseYaml(readFileSync('content/site.yaml', 'utf8')));
  const html = readFileSync(`dist/papers/${cited.id}/index.html`, 'utf8');
  expect(html.includes('Suggest a correction')).toBe(repository !== null);
});

test('every paper page describes its paper to reference managers', () => {
  for (const { id, title, authors } of papers) {
    const html = readFileSync(`dist/papers/${id}/index.html`, 'utf8');
    expect(html.match(/<meta name="citation_title"/g), title).toHaveLength(1);
    expect(html.match(/<meta name="citation_author"/g)?.length ?? 0, title).toBe(authors?.length ?? 0);
    expect(html.includes('Z3988'), title).toBe(false);
  }
});
