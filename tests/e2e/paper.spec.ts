import { expect, test } from '@playwright/test';
import { readPapers } from '../support/site.ts';

const papers = readPapers();
const paper = papers.find(({ topic }) => topic === 'kv-cache')!;

test('a paper says why it stands under its topic, and on demand with all of the evidence', async ({ page }) => {
  await page.goto(`papers/${paper.id}/`);
  const why = page.getByRole('heading', { name: 'Why here' }).locator('..');
  await expect(why).toContainText('chosen');
  await expect(why.getByRole('link')).toHaveCount(2);
  const weights = why.getByText('In the abstract:');
  await expect(weights).toBeHidden();
  await why.getByText('All of the evidence').click();
  await expect(weights).toBeVisible();
  await expect(why).toContainText(/\+\d/);
});

test('the facts stand beside the abstract, on a phone above it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`papers/${paper.id}/`);
  const facts = page.getByRole('region', { name: 'Facts' });
  const abstract = page.getByRole('heading', { name: 'Abstract' });
  const topOf = async (target: typeof facts): Promise<number> => (await target.boundingBox())!.y;
  await expect(facts.getByText('Published')).toBeInViewport();
  await expect(abstract).toBeInViewport();
  expect(Math.abs((await topOf(facts)) - (await topOf(abstract)))).toBeLessThan(40);
  await page.setViewportSize({ width: 375, height: 740 });
  expect(await topOf(facts)).toBeLessThan(await topOf(abstract));
  await expect(facts.getByText('Published')).toBeInViewport();
});

test('from paper to paper through a topic, newest first, and back', async ({ page }) => {
  await page.goto('topics/kv-cache/');
  const cards = page.locator('[data-group]').first().locator('.card-title');
  const titles = await cards.allInnerTexts();
  await cards.first().click();
  const heading = page.getByRole('heading', { level: 1 });
  const around = page.getByRole('navigation', { name: 'Papers of this topic' });
  for (const title of titles) {
    await expect(heading).toHaveText(title);
    if (title !== titles.at(-1)) await around.getByRole('link', { name: 'Older in this topic' }).click();
  }
  await expect(around.getByRole('link', { name: 'Older in this topic' })).toHaveCount(0);
  await around.getByRole('link', { name: 'Newer in this topic' }).click();
  await expect(heading).toHaveText(titles.at(-2)!);
});

test('a related paper comes with its reason', async ({ page }) => {
  await page.goto(`papers/${paper.id}/`);
  const related = page.getByRole('heading', { name: 'Related papers' }).locator('..');
  await expect(related.getByRole('article')).toHaveCount(paper.related.length);
  await expect(related.getByText(/^Both speak of: \S/)).toHaveCount(paper.related.length);
});
