/** Whether the search index holds what it should. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unpack = promisify(gunzip);

/** Fragments read at a time; more files than that need not be open. */
const groupSize = 64;

/** The paths of all pages in the search index of a site, without its base path. Throws where there is no index. */
export async function indexedPages(folder: string): Promise<Set<string>> {
  const fragments = path.join(folder, 'pagefind', 'fragment');
  const names = (await readdir(fragments)).sort();
  const pages = new Set<string>();
  for (let start = 0; start < names.length; start += groupSize) {
    const group = names.slice(start, start + groupSize);
    for (const url of await Promise.all(group.map((name) => urlOf(path.join(fragments, name))))) pages.add(url);
  }
  return pages;
}

/** A fragment is a packed JSON text behind a mark; its first field is the page's address. */
async function urlOf(file: string): Promise<string> {
  const text = new TextDecoder().decode(await unpack(await readFile(file)));
  const url = /"url":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (url === undefined)
    throw new Error(`${file} names no page: this version of Pagefind writes fragments differently.`);
  return url;
}
