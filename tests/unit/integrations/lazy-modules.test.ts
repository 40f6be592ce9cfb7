import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { lazyModules } from '../../../src/integrations/lazy-modules.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lazy-modules-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The code of the script that loads `late.js` on demand. */
async function scriptOf(late: string): Promise<string> {
  const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
  await write('page.js', "addEventListener('click', () => import('./late.js'));");
  await write('late.js', late);
  await write('shared.js', 'export const word = () => document.title;');
  await write(
    'other.js',
    "import { word } from './shared.js'; addEventListener('keydown', () => console.log(word()));",
  );
  await write('late.css', 'p { color: red; }');
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [lazyModules('/survey/')],
    build: {
      write: false,
      rolldownOptions: {
        input: { page: path.join(folder, 'page.js'), other: path.join(folder, 'other.js') },
      },
    },
  });
  const chunks = 'output' in output ? output.output : [];
  const page = chunks.find((chunk) => chunk.type === 'chunk' && chunk.name === 'page');
  return page?.type === 'chunk' ? page.code : '';
}

describe('a module loaded on demand', () => {
  test('has what it imports fetched beside it, with little code', async () => {
    const code = await scriptOf("import { word } from './shared.js'; console.log(word());");
    expect(code).toMatch(/assets\/shared/);
    expect(code).toContain('/survey/');
    expect(code.length).toBeLessThan(700);
  });

  test('cannot have styles of its own', async () => {
    await expect(scriptOf("import './late.css'; console.log(1);")).rejects.toThrow(/has styles/);
  });
});
