/** What a browser transfers, as its own network log has it. */
import type { Page } from '@playwright/test';

export interface Transfer {
  readonly requests: number;
  /** Kilobytes (1,000 bytes) on the wire: compressed, headers of the answers included. */
  readonly total: number;
  readonly fonts: number;
  readonly scripts: number;
  readonly styles: number;
  readonly html: number;
}

interface Entry {
  readonly type: string;
  bytes: number;
}

/** Counts what a page transfers from now on; `sum` tells what it was, `reset` begins anew. */
export async function watchTransfer(page: Page): Promise<{ sum: () => Transfer; reset: () => void }> {
  const entries = new Map<string, Entry>();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.fromDiskCache && response.url.startsWith('http')) entries.set(requestId, { type, bytes: 0 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => entries.delete(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = entries.get(requestId);
    if (entry !== undefined) entry.bytes = encodedDataLength;
  });
  return {
    sum: () => sumOf([...entries.values()].filter(({ bytes }) => bytes > 0)),
    reset: () => {
      entries.clear();
    },
  };
}

function sumOf(entries: readonly Entry[]): Transfer {
  const kilobytes = (wanted: (type: string) => boolean): number =>
    entries.reduce((sum, { type, bytes }) => sum + (wanted(type) ? bytes / 1000 : 0), 0);
  return {
    requests: entries.length,
    total: kilobytes(() => true),
    fonts: kilobytes((type) => type === 'Font'),
    scripts: kilobytes((type) => type === 'Script'),
    styles: kilobytes((type) => type === 'Stylesheet'),
    html: kilobytes((type) => type === 'Document'),
  };
}
