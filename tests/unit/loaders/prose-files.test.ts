import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSurveyFiles } from '../../../src/loaders/survey-files.ts';

let folder = '';

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prose-files-'));
  write('seeds/one.txt', '');
  write('content/topics/b.md', 'B');
  write('content/topics/a.md', 'A');
  write('content/topics/.hidden.md', 'no');
  write('content/topics/notes.txt', 'no');
  write('content/pages/home.md', 'Home');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the prose of a survey', () => {
  const names = (sources: readonly { path: string }[]) => sources.map((source) => path.basename(source.path));

  it('is the Markdown of its content folder, by name; a folder that is not there holds none', async () => {
    const { prose } = await readSurveyFiles({
      seeds: path.join(folder, 'seeds'),
      content: path.join(folder, 'content'),
    });
    expect(names(prose.topic)).toEqual(['a.md', 'b.md']);
    expect(prose.topic[0]?.text).toBe('A');
    expect(prose.area).toEqual([]);
    expect(names(prose.page)).toEqual(['home.md']);
  });

  it('is not that of this repository when the captures are others, except for the pages about the survey itself', async () => {
    const { prose } = await readSurveyFiles({ seeds: path.join(folder, 'seeds'), content: null });
    expect(prose.topic).toEqual([]);
    expect(prose.area).toEqual([]);
    expect(names(prose.page)).toEqual(['about.md', 'method.md']);
  });

  it('is reported where it cannot be read', async () => {
    mkdirSync(path.join(folder, 'broken', 'areas', 'folder.md'), { recursive: true });
    const { prose, diagnostics } = await readSurveyFiles({ seeds: null, content: path.join(folder, 'broken') });
    expect(prose.area).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('unreadable-file');
  });
});
