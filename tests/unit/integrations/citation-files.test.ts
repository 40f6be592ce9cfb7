import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { citationsJson } from '../../../src/exports/citations-json.ts';
import { collectionsJson } from '../../../src/exports/collections.ts';
import { writeCitationFiles } from '../../../src/integrations/citation-files.ts';
import { citationWith } from '../../support/citations.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function siteWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'data'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'data', name), text);
  return folder;
}

test('writes files beside pages, also where there is no folder yet', () => {
  const folder = siteWith({
    'citations.json': citationsJson([citationWith({ id: 'a', title: 'Kettles' })]),
    'collections.json': collectionsJson([
      { kind: 'year', id: '2024', title: '2024', path: 'years/2024', papers: ['a'] },
    ]),
  });
  expect(writeCitationFiles(folder)).toBe(3 + 4 + 3);
  expect(readFileSync(path.join(folder, 'years', '2024.csv'), 'utf8')).toContain('Kettles');
  expect(readFileSync(path.join(folder, 'papers', 'a.ris'), 'utf8')).toMatch(/^TY {2}- UNPB\r\n/);
});

test('does not go on without the data it is made from', () => {
  expect(() => writeCitationFiles(siteWith({}))).toThrow(/citations\.json/);
});
