import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { locationFromEnvironment, readSurveyFiles } from '../../../src/loaders/survey-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'survey-'));
});

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

const location = (content: string | null) => ({
  seeds: path.join(folder, 'seeds'),
  content: content && path.join(folder, content),
});

describe('readSurveyFiles', () => {
  test('reads the captures in the order of their names and passes over README and hidden files', async () => {
    for (const name of ['b.txt', 'a.txt', 'README.md', '.swp']) write(`seeds/${name}`, name);
    const { seeds, diagnostics } = await readSurveyFiles(location(null));
    expect(seeds.map(({ text }) => text)).toEqual(['a.txt', 'b.txt']);
    expect(diagnostics).toEqual([]);
  });

  test('tells the checksum of the bytes, not of the text they stand for', async () => {
    write('seeds/a.txt', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]));
    const [seed] = (await readSurveyFiles(location(null))).seeds;
    expect(seed?.sha256).toBe('afc9f727b36e662fd8b1e16b5ed63bd4c8990e54dab6d4accc1c6935e72a65dd');
  });

  test('captures from elsewhere borrow the content of this repository', async () => {
    write('seeds/a.txt', 'a');
    const { taxonomy, curation } = await readSurveyFiles(location(null));
    expect([taxonomy?.borrowed, curation?.borrowed]).toEqual([true, true]);
  });

  test('content of its own is not borrowed; a taxonomy it lacks is', async () => {
    write('seeds/a.txt', 'a');
    write('content/bibliography.yaml', 'papers: {}');
    const { taxonomy, bibliography, permalinks } = await readSurveyFiles(location('content'));
    expect(bibliography).toMatchObject({ borrowed: false, source: { text: 'papers: {}' } });
    expect(taxonomy?.borrowed).toBe(true);
    expect(permalinks).toBeNull();
  });

  test('a survey with the taxonomy of this repository learns from the papers curated here, one with its own does not', async () => {
    write('seeds/a.txt', 'a');
    write('content/taxonomy.yaml', 'areas: []');
    const borrowing = await readSurveyFiles(location(null));
    expect(borrowing.training?.seeds.length).toBeGreaterThan(0);
    expect(borrowing.training?.curation.path).toMatch(/content\/curation\.yaml$/);
    expect((await readSurveyFiles(location('content'))).training).toBeNull();
    expect((await readSurveyFiles({ seeds: null, content: null })).training).toBeNull();
  });

  test('a folder that does not exist is an error', async () => {
    const { seeds, diagnostics } = await readSurveyFiles(location(null));
    expect(seeds).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'unreadable-file', severity: 'error' }]);
  });

  test('a file that cannot be read is an error, and the others are read', async () => {
    write('seeds/b.txt', 'b');
    mkdirSync(path.join(folder, 'seeds', 'a.txt'));
    const { seeds, diagnostics } = await readSurveyFiles(location(null));
    expect(seeds.map(({ text }) => text)).toEqual(['b']);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['unreadable-file', 'cannot be read (EISDIR)'],
    ]);
  });

  test('bytes that are not UTF-8 are a warning at their place, and the rest of the file is read', async () => {
    write('seeds/a.txt', new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x63]));
    const { seeds, diagnostics } = await readSurveyFiles(location(null));
    expect(seeds[0]?.text).toBe('a\nb\uFFFDc');
    expect(diagnostics).toMatchObject([{ code: 'invalid-utf8', severity: 'warning', place: { line: 2, column: 2 } }]);
  });
});

describe('locationFromEnvironment', () => {
  test('takes the folders that are named and nothing from empty names', () => {
    expect(locationFromEnvironment({ SEEDS_DIR: 's', CONTENT_DIR: 'c' })).toEqual({ seeds: 's', content: 'c' });
    expect(locationFromEnvironment({ SEEDS_DIR: '', CONTENT_DIR: '' })).toEqual({ seeds: null, content: null });
  });
});
