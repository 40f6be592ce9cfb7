import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { readPapers } from '../support/site.ts';

/** The first topic by name that has prose. */
const topic = path.basename(readdirSync('content/topics').sort()[0]!, '.md');

test('a citation leads from a topic to its paper, and "Discussed in" back to the heading', async ({
  page,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL);
  await page.goto(`topics/${topic}/`);
  const topicTitle = await page.getByRole('heading', { level: 1 }).innerText();
  const citation = page.locator('.prose a.citation').last();
  const mention = await citation.evaluate((link) => {
    const headings = [...document.querySelectorAll('.prose :is(h2, h3, h4)')];
    const before = headings.filter(
      (heading) => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return before.at(-1)?.id ?? null;
  });
  const target = await citation.getAttribute('href');
  const paper = readPapers().find(({ id }) => target?.endsWith(`/papers/${id}/`))!;
  await expect(citation).toHaveAccessibleDescription(paper.title);

  await citation.click();
  await expect(page).toHaveURL(new RegExp(`/papers/${paper.id}/$`));
  await expect(page.getByRole('heading', { name: 'Discussed in' })).toBeVisible();
  const address = `topics/${topic}/${mention === null ? '' : `#${mention}`}`;
  const back = page.getByRole('main').locator(`a[href$="/${address}"]`, { hasText: topicTitle }).last();
  await back.click();
  await expect(page).toHaveURL(`${baseURL ?? ''}${address}`);
  if (mention !== null) await expect(page.locator(`[id="${mention}"]`)).toBeInViewport();
  expect(faults).toEqual([]);
});

test('the references of a topic name each cited paper once, and lead to its first mention', async ({ page }) => {
  await page.goto(`topics/${topic}/`);
  const cited = await page
    .locator('.prose a.citation')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const entries = page.getByRole('heading', { name: 'References' }).locator('..').getByRole('listitem');
  expect(cited.length).toBeGreaterThan(0);
  await expect(entries).toHaveCount(new Set(cited).size);

  const last = entries.last();
  const target = await last.getByRole('link').first().getAttribute('href');
  await last.getByRole('link', { name: 'first mention' }).click();
  const first = page.locator(`.prose a.citation[href="${target!}"]`).first();
  await expect(first).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`#${(await first.getAttribute('id'))!}$`));
});

test('the contents of a text lead to its headings', async ({ page }) => {
  await page.goto(`topics/${topic}/`);
  const headings = await page.locator('.prose h2').allInnerTexts();
  test.skip(headings.length < 2, 'this text is too short to need contents');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const fold = contents.getByText('Contents', { exact: true });
  if (await fold.isVisible()) await fold.click();
  for (const heading of headings) {
    await contents.getByRole('link', { name: heading, exact: true }).click();
    await expect(page.locator('.prose').getByRole('heading', { name: heading })).toBeInViewport();
  }
});

test('a search finds the text of a topic and leads to the heading', async ({ page }) => {
  await page.goto(`topics/${topic}/`);
  const heading = page.locator('.prose h2').first();
  const [words, id] = [await heading.innerText(), await heading.getAttribute('id')];
  await page.goto(`search/?${new URLSearchParams({ q: `"${words}"` }).toString()}`);
  await page.getByRole('main').locator(`ol a[href$="/topics/${topic}/#${id!}"]`).click();
  await expect(page.locator(`[id="${id!}"]`)).toBeInViewport();
});
