import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { repacked } from '../../../src/integrations/repack.ts';

test('holds the same content in fewer bytes, and is made once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'repack-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const content = Array.from({ length: 3000 }, (_, index) => `kettle ${index * 7919}`).join(' ');
  const packed = gzipSync(content);
  const smaller = await repacked(packed, folder);
  expect(smaller.length).toBeLessThan(packed.length);
  expect(gunzipSync(smaller).toString()).toBe(content);
  const [file = ''] = readdirSync(folder);
  writeFileSync(path.join(folder, file), 'kept');
  expect(Buffer.from(await repacked(packed, folder)).toString()).toBe('kept');
});
