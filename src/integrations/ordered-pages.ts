/** The pages of a site in the order of their paths, for a program that takes them as their folders list them. */
import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes the folder `to`, in place of what is there, with the given files below `from`, one after the other: folders
 * list files in an order that follows from the one in which they came, and pages are written several at a time.
 */
export function linkInOrder(from: string, to: string, files: readonly string[]): void {
  rmSync(to, { recursive: true, force: true });
  for (const file of files.toSorted()) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    link(path.join(from, file), target);
  }
}

/** Some file systems have no second names for files. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
