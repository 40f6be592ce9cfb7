import { expect, type Locator, type Page, test } from '@playwright/test';
import { readPapers } from '../support/site.ts';

const paper = readPapers().find(({ arxiv, topic, authors }) => arxiv !== null && topic !== null && authors !== null);
if (paper === undefined) throw new Error('no paper has all that is to be shared');

const menu = (page: Page): Locator => page.locator('.share-menu').first();
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function open(page: Page): Promise<void> {
  await page.getByText('Share', { exact: true }).first().click();
  await expect(menu(page)).toBeVisible();
}

async function copied(page: Page, what: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await menu(page).getByRole('button', { name: what }).click();
  await expect.poll(() => clipboard(page)).not.toBe('');
  await expect(menu(page).getByRole('status')).toHaveText(/copied\.$/);
  return clipboard(page);
}

test.describe('where copying is allowed', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a paper is copied as link, as Markdown and as reference', async ({ page }) => {
    await page.goto(`papers/${paper.id}/`);
    await open(page);
    const link = await copied(page, 'Copy link');
    expect(link).toMatch(new RegExp(`^https?://.*/papers/${paper.id}/$`));
    const [author = ''] = paper.authors ?? [];
    const markdown = await copied(page, 'Copy as Markdown');
    expect(markdown).toContain(`](${link}), ${author}`);
    expect(markdown.replaceAll('\\', '')).toContain(`[${paper.title}]`);
    const citation = await copied(page, 'Copy citation');
    expect(citation).toContain(paper.title);
    expect(citation).toContain(`https://doi.org/10.48550/arXiv.${paper.arxiv ?? ''}`);
  });

  for (const [kind, address, title] of [
    ['a topic with its filters', `topics/${paper.topic ?? ''}/?code=yes`, null],
    ['an area', `areas/${paper.area ?? ''}/`, null],
    ['a search', 'search/?q=kv+cache&year=2025', 'Search: kv cache'],
  ] as const) {
    test(`${kind} is copied with its address`, async ({ page }) => {
      await page.goto(address);
      await open(page);
      const link = await copied(page, 'Copy link');
      expect(link.endsWith(address)).toBe(true);
      const name = title ?? (await page.getByRole('heading', { level: 1 }).textContent())!.trim();
      expect(await copied(page, 'Copy as Markdown')).toBe(`[${name.replaceAll('&', '\\&')}](${link})`);
      expect(await copied(page, 'Copy citation')).toMatch(
        new RegExp(`^“${name}”. .+ Version [0-9.]+, \\d{4}-\\d\\d-\\d\\d\\. https?://.*`),
      );
    });
  }

  test('a list is copied as a link that brings it back', async ({ page }) => {
    await page.goto(`list/#papers=${paper.id}`);
    await page.getByRole('button', { name: 'Add all to mine' }).click();
    await open(page);
    const link = await copied(page, 'Copy link');
    expect(new URL(link).hash).toBe(`#n=1&papers=${paper.id}`);
    expect(await copied(page, 'Copy as Markdown')).toContain('[Reading list, 1 paper](');
  });

  test('a heading is a link to itself that is copied by a click', async ({ page }) => {
    await page.goto(`papers/${paper.id}/`);
    await page.getByRole('heading', { name: 'Abstract' }).getByRole('link').click();
    await expect(page.locator('[data-announcer]')).toHaveText('Link to this section copied.');
    expect(new URL(page.url()).hash).toBe('#abstract');
    expect(await clipboard(page)).toMatch(new RegExp(`/papers/${paper.id}/#abstract$`));
  });
});

test('where copying is refused, the text is selected in a field', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(`papers/${paper.id}/`);
  await open(page);
  await menu(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(menu(page).getByRole('status')).toContainText('does not allow copying');
  const field = menu(page).getByRole('textbox', { name: 'Text to copy' });
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(new RegExp(`/papers/${paper.id}/$`));
  await page.getByRole('heading', { name: 'Abstract' }).getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#abstract');
});

test('the browser’s own sharing is offered where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    const share = (data: ShareData): Promise<void> => {
      document.documentElement.dataset['shared'] = JSON.stringify(data);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'share', { value: share });
  });
  await page.goto(`papers/${paper.id}/`);
  await open(page);
  await menu(page).getByRole('button', { name: 'Send …' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-shared', /./);
  const shared: unknown = JSON.parse((await page.locator('html').getAttribute('data-shared')) ?? '');
  expect(shared).toMatchObject({ title: paper.title, url: expect.stringContaining(`/papers/${paper.id}/`) });
});

test('without it the menu works by keyboard and closes with Escape', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'share');
  });
  await page.goto(`papers/${paper.id}/`);
  const summary = page.locator('.share > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('button')).toHaveText(['Copy link', 'Copy as Markdown', 'Copy citation']);
  await page.keyboard.press('Tab');
  await expect(menu(page).getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(summary).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page shows its permanent address, and the list page says why it is empty', async ({ page }) => {
    await page.goto(`papers/${paper.id}/`);
    await expect(page.getByText('Permanent address:')).toContainText(`/papers/${paper.id}/`);
    await expect(page.locator('.share')).toBeHidden();
    await expect(page.locator('[data-list-toggle]:visible')).toHaveCount(0);
    await page.goto('list/');
    expect(await page.getByRole('main').innerText()).toContain('The list is kept by JavaScript');
    await page.getByRole('main').locator('a[href$="/papers/"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Papers/);
  });
});
