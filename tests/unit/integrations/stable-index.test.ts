import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import { expect, test } from 'vitest';
import { type IndexedFile, signature, stableIndex } from '../../../src/integrations/stable-index.ts';

const list = (name: string): IndexedFile => ({
  path: `pagefind.${name}.pf_meta`,
  content: gzipSync(Buffer.concat([Buffer.from(signature), encode(['1.0.0', ['a'], [], ['filter'], [], []])])),
});
const entry = (hash: string): IndexedFile => ({
  path: 'pagefind-entry.json',
  content: Buffer.from(JSON.stringify({ version: '1.0.0', languages: { en: { hash, page_count: 1 } } })),
});

test('the list of pages is named by its content, and the entry names it', () => {
  const files = stableIndex([entry('en_0123abc'), list('en_0123abc')]);
  const [named, kept] = files;
  const name = /^pagefind\.(en_[0-9a-f]{7})\.pf_meta$/.exec(kept?.path ?? '')?.[1];
  expect(name).not.toBe('en_0123abc');
  expect(JSON.parse(Buffer.from(named?.content ?? []).toString())).toEqual({
    version: '1.0.0',
    languages: { en: { hash: name, page_count: 1 } },
  });
  expect(stableIndex([entry('en_fffffff'), list('en_fffffff')])).toEqual(files);
});

test('an entry that names a list which is not there is no index', () => {
  const missing = /no list of pages for "en".*pagefind\.en_0123abc\.pf_meta/;
  expect(() => stableIndex([entry('en_0123abc')])).toThrow(missing);
  expect(() => stableIndex([entry('en_0123abc'), list('en_fffffff')])).toThrow(missing);
});
