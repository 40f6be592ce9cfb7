/** What a browser transfers for a page of a built site: every request of a cold visit, gzip-compressed as a host would. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { serve } from '../../src/cli/serve.ts';
import { resolveBrowser } from '../support/browser.ts';

export interface Visit {
  readonly name: string;
  readonly path: string;
}

export interface Payload extends Visit {
  readonly requests: number;
  /** Kilobytes (1,000 bytes) of all bodies, compressed. */
  readonly total: number;
  readonly html: number;
  readonly scripts: number;
  readonly styles: number;
  readonly fonts: number;
  readonly other: number;
}

const kinds: ReadonlyMap<string, 'html' | 'scripts' | 'styles' | 'fonts'> = new Map([
  ['.html', 'html'],
  ['.js', 'scripts'],
  ['.css', 'styles'],
  ['.woff2', 'fonts'],
]);

/** Visits each page with an empty cache. A path with a query that searches counts the search as well. */
export async function measurePayloads(folder: string, visits: readonly Visit[]): Promise<Payload[]> {
  const { server, address } = await serve({ folder, base: '/', port: 0 });
  const { executablePath, environment } = await resolveBrowser('.cache');
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    env: { ...process.env, ...environment },
  });
  try {
    const payloads: Payload[] = [];
    for (const visit of visits) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const requested: string[] = [];
      page.on('request', (request) => requested.push(new URL(request.url()).pathname));
      await page.goto(new URL(visit.path, address).href, { waitUntil: 'networkidle' });
      payloads.push(payloadOf(visit, folder, requested));
      await context.close();
    }
    return payloads;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

function payloadOf(visit: Visit, folder: string, requested: readonly string[]): Payload {
  const sizes = { html: 0, scripts: 0, styles: 0, fonts: 0, other: 0 };
  for (const pathname of requested) {
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const bytes = gzipSync(readFileSync(path.join(folder, decodeURIComponent(file)))).length;
    sizes[kinds.get(path.extname(file)) ?? 'other'] += bytes / 1000;
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  return { ...visit, requests: requested.length, total, ...sizes };
}
