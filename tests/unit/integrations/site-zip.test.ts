import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { zipFolder } from '../../../src/integrations/site-zip.ts';

const made: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const files: readonly (readonly [string, string])[] = [
  ['index.html', '<p>Figs</p>'.repeat(5000)],
  ['papers/é.html', 'ü'],
  ['empty.txt', ''],
];

/** A folder named "site" with the files, written in the order given, each at its own time. */
function makeSite(entries: typeof files): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'zip-')), 'site');
  made.push(path.dirname(folder));
  entries.forEach(([name, text], index) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, 1_000_000 * (index + 1), 1_000_000 * (index + 1));
  });
  return folder;
}

async function pack(folder: string): Promise<Buffer> {
  await zipFolder(folder, `${folder}.zip`);
  return readFileSync(`${folder}.zip`);
}

test('packs every file, below one folder and in order, and leaves nothing beside the archive', async () => {
  const folder = makeSite(files);
  const entries = Object.entries(unzipSync(await pack(folder))).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(entries).toEqual([
    ['site/empty.txt', ''],
    ['site/index.html', files[0]?.[1]],
    ['site/papers/é.html', 'ü'],
  ]);
  expect(readdirSync(path.dirname(folder)).sort()).toEqual(['site', 'site.zip']);
});

test('gives the same bytes whenever and in whatever order the files were written, in every time zone', async () => {
  const first = await pack(makeSite(files));
  vi.stubEnv('TZ', 'America/Adak');
  const second = await pack(makeSite(files.toReversed()));
  expect(second.equals(first)).toBe(true);
});
