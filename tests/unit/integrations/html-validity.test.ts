import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { invalidHtml } from '../../../src/integrations/html-validity.ts';

test('names what is not valid with its place, and leaves templates alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'validity-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const page = (body: string): string =>
    `<!doctype html>\n<html lang="en"><head><title>Tea</title></head>\n<body>${body}</body></html>\n`;
  writeFileSync(path.join(folder, 'sound.html'), page('<h1>Tea</h1><template><p><div></div></p></template>'));
  writeFileSync(path.join(folder, 'broken.html'), page('<h1>Tea</h1><p><div></div></p>'));
  const found = await invalidHtml(folder, ['sound.html', 'broken.html']);
  expect(found.length).toBeGreaterThan(0);
  for (const { code, place } of found) {
    expect(code).toBe('invalid-html');
    expect(place).toMatchObject({ path: 'broken.html', line: 3 });
  }
});
