/** Makes Pagefind's index of the same pages the same files in every build. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { compareText } from '../corpus/ordering.ts';

/** A file of the index, as Pagefind gives it. */
export interface IndexedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** By which Pagefind's script knows its own files. */
export const signature = 'pagefind_dcd';

const metaName = /^pagefind\.(.+)_([0-9a-f]+)\.pf_meta$/;

/** Version, pages, chunks of the index, filters, orders, names of what is known of a page. */
const metaSchema = z.tuple([z.string(), z.unknown(), z.unknown(), z.array(z.unknown()), z.unknown(), z.unknown()]);
const entrySchema = z.looseObject({ languages: z.record(z.string(), z.looseObject({ hash: z.string() })) });

/**
 * The files without Pagefind's filters, which it makes in another order each time, and which name the list of all files: what is
 * left follows from the pages alone. The list is named by its content. Throws when a language has no list: nothing could
 * be searched in it.
 */
export function stableIndex(files: readonly IndexedFile[]): IndexedFile[] {
  const renamed = new Map<string, string>();
  const kept = files.filter((file) => !file.path.endsWith('.pf_filter'));
  const lists = kept.flatMap((file) => {
    const [, language, hash] = metaName.exec(file.path) ?? [];
    if (language === undefined || hash === undefined) return [];
    const content = withoutFilters(file.content);
    const name = `${language}_${createHash('sha256').update(content).digest('hex').slice(0, hash.length)}`;
    renamed.set(`${language}_${hash}`, name);
    return [{ path: `pagefind.${name}.pf_meta`, content: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }) }];
  });
  const others = kept
    .filter((file) => !metaName.test(file.path))
    .map((file) => (path.basename(file.path) === 'pagefind-entry.json' ? renamedEntry(file, renamed) : file));
  return [...others, ...lists].toSorted((a, b) => compareText(a.path, b.path));
}

function withoutFilters(content: Uint8Array): Uint8Array {
  const [version, pages, chunks, , orders, names] = metaSchema.parse(
    decode(gunzipSync(content).subarray(signature.length)),
  );
  return Buffer.concat([Buffer.from(signature), encode([version, pages, chunks, [], orders, names])]);
}

function renamedEntry({ path: file, content }: IndexedFile, renamed: ReadonlyMap<string, string>): IndexedFile {
  const entry = entrySchema.parse(JSON.parse(new TextDecoder().decode(content)));
  const languages = Object.entries(entry.languages)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([language, index]) => {
      const hash = renamed.get(index.hash);
      if (hash === undefined)
        throw new Error(`Pagefind gave no list of pages for "${language}": expected pagefind.${index.hash}.pf_meta`);
      return [language, { ...index, hash }] as const;
    });
  return { path: file, content: Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) })) };
}
