import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { removeAbandoned, repairSwap, swapFolder } from '../../../src/integrations/folder-swap.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'publish-'));
});

function site(name: string, text: string): string {
  const root = path.join(folder, name);
  mkdirSync(path.join(root, 'papers'), { recursive: true });
  writeFileSync(path.join(root, 'papers', 'index.html'), text);
  return root;
}

const pageOf = (root: string): string => readFileSync(path.join(root, 'papers', 'index.html'), 'utf8');

describe('swapFolder', () => {
  test('the finished folder takes the place of the published one and nothing else is left', async () => {
    const [finished, target] = [site('finished', 'new'), site('dist', 'old')];
    writeFileSync(path.join(target, 'gone.html'), 'old');
    await swapFolder(finished, target);
    expect(pageOf(target)).toBe('new');
    expect(existsSync(path.join(target, 'gone.html'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('the first build makes the folder and those above it', async () => {
    const target = path.join(folder, 'a', 'b', 'dist');
    await swapFolder(site('finished', 'new'), target);
    expect(pageOf(target)).toBe('new');
  });

  test('without a finished folder the published one stays', async () => {
    const target = site('dist', 'old');
    await expect(swapFolder(path.join(folder, 'missing'), target)).rejects.toThrow('ENOENT');
    expect(pageOf(target)).toBe('old');
  });
});

/** No process has this number. */
const unused = 2 ** 22 + 1;

describe('swapFolder, twice at once', () => {
  test('the folder is one of the two, complete, and nothing else is left', async () => {
    const target = site('dist', 'old');
    await Promise.all(['one', 'two', 'three'].map((name) => swapFolder(site(name, name), target)));
    expect(['one', 'two', 'three']).toContain(pageOf(target));
    expect(readdirSync(folder).filter((name) => name.startsWith('dist.'))).toEqual([]);
  });
});

describe('repairSwap', () => {
  test('brings back what a killed build had set aside, and removes what it brought', async () => {
    site(`dist.previous-${unused}.0`, 'old');
    site(`dist.incoming-${unused}`, 'new');
    const target = path.join(folder, 'dist');
    await repairSwap(target);
    expect(pageOf(target)).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('removes what a killed build left beside a folder that is there', async () => {
    const target = site('dist', 'new');
    site(`dist.previous-${unused}.0`, 'old');
    site('dist.notes', 'of somebody');
    await repairSwap(target);
    expect(pageOf(target)).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.notes']);
  });

  test('leaves a build alone that is swapping now', async () => {
    site(`dist.previous-${process.ppid}.0`, 'old');
    await repairSwap(path.join(folder, 'dist'));
    expect(readdirSync(folder)).toEqual([`dist.previous-${process.ppid}.0`]);
  });

  test('brings back the one set aside last, also where a killed build had the number of this process', async () => {
    site(`dist.previous-${process.pid}.b.0`, 'older');
    site('newer', 'newer');
    await new Promise((resolve) => setTimeout(resolve, 20));
    renameSync(path.join(folder, 'newer'), path.join(folder, `dist.previous-${process.pid}.a.0`));
    await repairSwap(path.join(folder, 'dist'));
    expect(pageOf(path.join(folder, 'dist'))).toBe('newer');
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

describe('removeAbandoned', () => {
  test('keeps the folder of a running build and removes that of a killed one', async () => {
    site(String(process.pid), 'running');
    site(String(unused), 'killed');
    site('notes', 'of somebody');
    await removeAbandoned(folder);
    expect(readdirSync(folder).sort()).toEqual([String(process.pid), 'notes'].sort());
  });

  test('a folder that does not exist is no fault', async () => {
    await expect(removeAbandoned(path.join(folder, 'missing'))).resolves.toBeUndefined();
  });
});
