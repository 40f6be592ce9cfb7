import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { emptyCache } from '../../support/empty-cache.ts';
import { cutFontsEarly } from '../../../src/loaders/early-fonts.ts';
import { fontBytes, fontFiles } from '../../../src/site/fonts.ts';

test('pages find the fonts of a survey in the cache', async () => {
  const cache = await emptyCache();
  cutFontsEarly({ papers: [], prose: [] });
  const kept = async (): Promise<string[]> => readdir(path.join(cache, 'fonts')).catch(() => []);
  // Both faces, and the font of formulas.
  await vi.waitFor(
    async () => {
      expect((await kept()).filter((name) => /^[\w.]+\.woff2$/.test(name))).toHaveLength(3);
    },
    { timeout: 20_000 },
  );
  const before = await kept();
  for (const file of fontFiles('')) await fontBytes(file, path.join(cache, 'fonts'));
  expect(await kept()).toEqual(before);
});
