/** Watches a page for everything that must never happen: errors, failed requests, requests to other hosts. */
import type { Page } from '@playwright/test';

/** The faults seen so far; grows while the page is used. */
export function watchFaults(page: Page, baseURL: string | undefined): readonly string[] {
  const faults: string[] = [];
  const origin = new URL(baseURL ?? '').origin;
  page.on('console', (message) => {
    // A violated security policy shows up here too.
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:')
      faults.push(`other host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
