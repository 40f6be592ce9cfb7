import { expect, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { pageKinds } from '../support/site.ts';

test('every answer carries the headers that hosts are told to send', async ({ request }) => {
  const page = (await request.get('./')).headers();
  expect(page['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(page['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(page['content-security-policy']).not.toContain("'unsafe-");
  expect(page).toMatchObject({
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'public, max-age=0, must-revalidate',
  });
  expect(page['permissions-policy']).toContain('camera=()');
  const missing = await request.get('no-such-page/');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['content-security-policy']).toBe(page['content-security-policy']);
});

test('files named by their content are kept by browsers', async ({ page, request }) => {
  await page.goto('./');
  const script = await page.locator('script[type="module"][src]').first().getAttribute('src');
  const answer = await request.get(script!);
  expect(answer.headers()['cache-control']).toContain('immutable');
});

test('search, palette, list and overview need nothing that the policy forbids', async ({ page, baseURL }) => {
  const faults = watchFaults(page, baseURL);
  await page.goto('search/?q=quantization');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await page.goto('overview/');
  await page.locator('[data-palette-open]').click();
  await page.keyboard.type('cache');
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/overview/'));
  await page.goto(pageKinds().find(({ name }) => name === 'topic')!.address);
  await page.locator('[data-list-toggle]:visible').first().click();
  await page.goto('list/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Going on to the next page may cut off what the last one was still loading.
  expect(faults.filter((fault) => !fault.includes('ERR_ABORTED'))).toEqual([]);
});

test('no script can make markup or code from text, nor run from the page itself', async ({ page }) => {
  await page.goto('./');
  const outcomes = await page.evaluate(async () => {
    const tryOut = (action: () => unknown): string => {
      try {
        action();
        return 'allowed';
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    };
    const inline = document.createElement('a');
    inline.setAttribute('href', 'javascript:window.hacked=1');
    document.body.append(inline);
    inline.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return {
      markup: tryOut(() => (document.createElement('p').innerHTML = '<img src=x>')),
      script: tryOut(() => (document.createElement('script').src = '/a.js')),
      worker: tryOut(() => new Worker('/a.js')),
      hacked: 'hacked' in window,
    };
  });
  expect(outcomes).toEqual({
    markup: 'TypeError',
    script: 'TypeError',
    worker: 'TypeError',
    hacked: false,
  });
});
