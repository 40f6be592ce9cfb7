import { expect, test } from '@playwright/test';
import { watchFaults } from '../support/faults.ts';
import { addressesOf } from '../support/links.ts';
import { pageKinds } from '../support/site.ts';

for (const { name, address } of pageKinds()) {
  test(`${name}: complete, contained and without a fault`, async ({ page, baseURL }) => {
    const faults = watchFaults(page, baseURL);
    await page.goto(address);

    await test.step('has one main landmark, one main heading, a title, a description and a language', async () => {
      await expect(page.getByRole('main')).toHaveCount(1);
      await expect(page.getByRole('banner')).toHaveCount(1);
      await expect(page.getByRole('contentinfo')).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/\S/);
      await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\S/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    });

    await test.step('has a content security policy that allows no inline code and no other host', async () => {
      const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("'unsafe-inline'");
      expect(policy).not.toMatch(/https?:/);
    });

    await test.step('stays below the base path with every link', async () => {
      const { origin } = new URL(baseURL ?? '');
      const own = (await addressesOf(page.locator('a[href]'))).filter((href) => href.startsWith(origin));
      expect(own.length).toBeGreaterThan(5);
      expect(own.filter((href) => !href.startsWith(baseURL ?? ''))).toEqual([]);
    });

    await test.step('gave no error and no violation of the policy, and asked no other host', async () => {
      await page.waitForLoadState('networkidle');
      expect(faults).toEqual([]);
    });
  });
}

test('an address that does not exist answers with the page for it', async ({ page }) => {
  const response = await page.goto('papers/no-such-paper/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await page.getByRole('main').getByRole('link', { name: 'Topics' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics');
});
