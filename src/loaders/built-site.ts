/** The files of a finished site. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  const root = path.resolve(folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(path.sep)
        .join('/'),
    )
    .sort();
}

/** Whether a file of a site is a page of it. */
export function isPage(file: string): boolean {
  return file.endsWith('.html') && !file.startsWith('pagefind/');
}
