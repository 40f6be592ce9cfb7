import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { linkInOrder } from '../../../src/integrations/ordered-pages.ts';

test('the folder has the given files and no others, made in the order of their paths', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'ordered-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const [from, to] = [path.join(root, 'site'), path.join(root, 'pages')];
  for (const folder of ['tea', 'cups', 'milk']) {
    mkdirSync(path.join(from, folder), { recursive: true });
    writeFileSync(path.join(from, folder, 'index.html'), folder);
  }
  mkdirSync(path.join(to, 'left'), { recursive: true });
  linkInOrder(from, to, ['tea/index.html', 'cups/index.html', 'milk/index.html']);
  expect(readdirSync(to).sort()).toEqual(['cups', 'milk', 'tea']);
  expect(readFileSync(path.join(to, 'milk', 'index.html'), 'utf8')).toBe('milk');
  const [cups = 0n, milk = 0n, tea = 0n] = ['cups', 'milk', 'tea'].map(
    (folder) => statSync(path.join(to, folder), { bigint: true }).birthtimeNs,
  );
  expect(cups <= milk && milk <= tea).toBe(true);
});
