import { existsSync, mkdirSync, mkdtempSync, opendirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { linkInOrder } from '../../../src/integrations/ordered-pages.ts';

// A folder in memory lists files as they came, many others in an order of their own.
const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** As the system lists them; `readdir` sorts. */
function entriesOf(folder: string): string[] {
  const names: string[] = [];
  const open = opendirSync(folder);
  for (let entry = open.readSync(); entry !== null; entry = open.readSync()) names.push(entry.name);
  open.closeSync();
  return names;
}

test('the folder lists the given files in the same order, in whatever order they are given', () => {
  const root = mkdtempSync(path.join(inMemory, 'ordered-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const [from, to] = [path.join(root, 'site'), path.join(root, 'pages')];
  for (const folder of ['tea', 'cups', 'milk', 'left']) {
    mkdirSync(path.join(from, folder), { recursive: true });
    writeFileSync(path.join(from, folder, 'index.html'), folder);
  }
  const listed = (folders: readonly string[]): string[] => {
    linkInOrder(
      from,
      to,
      folders.map((folder) => `${folder}/index.html`),
    );
    return entriesOf(to);
  };
  expect(listed(['left', 'tea'])).toHaveLength(2);
  const first = listed(['tea', 'cups', 'milk']);
  expect(first.toSorted()).toEqual(['cups', 'milk', 'tea']);
  expect(readFileSync(path.join(to, 'milk', 'index.html'), 'utf8')).toBe('milk');
  expect(listed(['milk', 'tea', 'cups'])).toEqual(first);
});
