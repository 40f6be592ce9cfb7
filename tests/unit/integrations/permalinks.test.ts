import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseLedger } from '../../../src/corpus/permalinks.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { checkLedger, keepMoved } from '../../../src/integrations/permalinks.ts';

function siteOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'permalinks-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const ledgerOf = (...lines: readonly string[]) =>
  parseLedger({ path: 'content/permalinks.txt', text: lines.join('\n') });
const everything = { hasAddress: true, hasCards: true };
const redirect = '<a href="/years/" data-moved-to>moved</a>';

test('a page that was led away from and is back is told; so is one that vanished', async () => {
  const folder = siteOf({
    'years/index.html': 'all',
    'years/2024/index.html': redirect,
    'years/2025/index.html': '<h1>2025</h1>',
  });
  const permalinks = ledgerOf('/years/', '/years/2023/', '/years/2024/ -> /years/', '/years/2025/ -> /years/');
  const { faults } = await checkLedger(folder, { permalinks, removed: [] }, everything);
  expect(faults.map(({ code, place }) => `${code} ${formatPlace(place)}`)).toEqual([
    'vanished-url content/permalinks.txt:2:1',
    'returned-url content/permalinks.txt:4:1',
  ]);
});

test('a page that is back is told though its title names the mark of pages that lead on', async () => {
  const title = 'What data-moved-to means';
  const head = `<title>${title}</title><meta name="description" content="${title}">`;
  const folder = siteOf({
    'a/index.html': 'a',
    'b/index.html': `${head}<h1>${title}</h1><a href="/a/">data-moved-to</a>`,
  });
  const { faults } = await checkLedger(folder, { permalinks: ledgerOf('/a/', '/b/ -> /a/'), removed: [] }, everything);
  expect(faults.map(({ code, place }) => `${code} ${formatPlace(place)}`)).toEqual([
    'returned-url content/permalinks.txt:2:1',
  ]);
});

test('files beside a page that moved answer where they were, and hosts are told', async () => {
  const folder = siteOf({ 'papers/b/index.html': 'b', 'papers/b.bib': '@misc{b}', 'cards/papers/b.png': 'png' });
  const permalinks = ledgerOf('/cards/papers/*.png', '/papers/*.bib', '/papers/a/ -> /papers/b/', '/papers/b/');
  await keepMoved(folder, '/survey/', permalinks);
  expect(readFileSync(path.join(folder, 'papers/a.bib'), 'utf8')).toBe('@misc{b}');
  expect(readFileSync(path.join(folder, 'cards/papers/a.png'), 'utf8')).toBe('png');
  expect(readFileSync(path.join(folder, '_redirects'), 'utf8').split('\n').slice(1)).toEqual([
    '/survey/papers/a/ /survey/papers/b/ 301',
    '/survey/cards/papers/a.png /survey/cards/papers/b.png 301',
    '/survey/papers/a.bib /survey/papers/b.bib 301',
    '',
  ]);
});
