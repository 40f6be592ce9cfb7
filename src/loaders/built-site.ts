/** The files of a finished site. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  // Not with the option `recursive`, which takes three times as long.
  const visit = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${below}${entry.name}/`);
      else if (entry.isFile()) files.push(below + entry.name);
    }
  };
  visit('');
  return files.sort();
}

/** Whether a file of a site is a page of it. */
export function isPage(file: string): boolean {
  return file.endsWith('.html') && !file.startsWith('pagefind/');
}
