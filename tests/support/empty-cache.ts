/** A cache of its own for one test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** Makes an empty folder the cache of builds until the running test ends; gives the folder. */
export async function emptyCache(): Promise<string> {
  const cache = await mkdtemp(path.join(tmpdir(), 'cache-'));
  vi.stubEnv('CACHE_DIR', cache);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(cache, { recursive: true });
  });
  return cache;
}
