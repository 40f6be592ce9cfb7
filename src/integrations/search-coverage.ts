/** Whether the search index holds what it should. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The paths of all pages in the search index of a site, without its base path. Throws where there is no index. */
export function indexedPages(folder: string): Set<string> {
  const fragments = path.join(folder, 'pagefind', 'fragment');
  return new Set(readdirSync(fragments).map((name) => urlOf(path.join(fragments, name))));
}

/** A fragment is a packed JSON text behind a mark; its first field is the page's address. */
function urlOf(file: string): string {
  const text = new TextDecoder().decode(gunzipSync(readFileSync(file)));
  const url = /"url":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (url === undefined)
    throw new Error(`${file} names no page: this version of Pagefind writes fragments differently.`);
  return url;
}
