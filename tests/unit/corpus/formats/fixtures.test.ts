import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../../src/corpus/diagnostics.ts';
import { parseCapture } from '../../../../src/corpus/formats/index.ts';
import { listingSchema } from '../../../../src/corpus/paper.ts';

const folder = fileURLToPath(new URL('../../../fixtures/captures/', import.meta.url));
const cases = readdirSync(folder).sort();

/** `UPDATE_FIXTURES=1` writes what the parser gives, to be read before it is committed; never in CI. */
const mayWrite = process.env['UPDATE_FIXTURES'] === '1' && process.env['CI'] === undefined;

function readCase(name: string): unknown {
  const text = readFileSync(`${folder}${name}/capture.txt`, 'utf8');
  const { diagnostics, ...parsed } = parseCapture({ path: 'capture.txt', text });
  return { ...parsed, diagnostics: diagnostics.map(({ code, place }) => `${code} ${formatPlace(place)}`) };
}

describe('a capture of each kind', () => {
  it.each(cases)('%s', (name) => {
    const parsed = readCase(name);
    if (mayWrite) writeFileSync(`${folder}${name}/expected.json`, `${JSON.stringify(parsed, null, 2)}\n`);
    expect(parsed).toEqual(JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8')));
  });

  it.each(cases)('%s gives listings that fit their schema', (name) => {
    const { listings } = parseCapture({
      path: 'capture.txt',
      text: readFileSync(`${folder}${name}/capture.txt`, 'utf8'),
    });
    for (const listing of listings) expect(listingSchema.parse(listing)).toEqual(listing);
  });
});
