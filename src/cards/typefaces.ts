/** The typefaces that cards are set in, and what they can show. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import { z } from 'zod';

const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const weights = [400, 600] as const;

// Arrows, operators, letter-like symbols, brackets and mathematical letters stand in the math font.
const mathRanges = [
  [0x2032, 0x2037],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0x2190, 0x22ff],
  [0x27c0, 0x27ef],
  [0x2980, 0x2aff],
  [0x1d400, 0x1d7ff],
] as const;

// The built site bundles this module elsewhere, so packages are found from the project's folder.
const packages = createRequire(path.resolve('package.json'));

/** Registers all faces with a renderer. */
export async function registerTypefaces(renderer: Renderer): Promise<void> {
  for (const subset of subsets) {
    for (const weight of weights) {
      const file = packages.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`);
      await renderer.registerFont({ data: await readFile(file), name: 'Inter', weight });
    }
  }
  const math = packages.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2');
  await renderer.registerFont({ data: await readFile(math), name: 'STIX Two Math', weight: 400 });
}

type Range = readonly [first: number, last: number];

/** A function that leaves out of a text the characters that no face can show, emoji for example. */
export async function glyphFilter(): Promise<(text: string) => string> {
  const file = packages.resolve('@fontsource/inter/unicode.json');
  const declared = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
  const ranges: Range[] = [...mathRanges, ...subsets.flatMap((subset) => rangesOf(declared[subset] ?? ''))];
  const isShown = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => code >= first && code <= last);
  };
  return (text) =>
    Array.from(text.normalize('NFC'), (character) => (isShown(character) ? character : ' '))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
}

/** "U+0000-00FF,U+0131" as pairs of numbers. */
export function rangesOf(declaration: string): Range[] {
  return [...declaration.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, first = '', last]) => [
    parseInt(first, 16),
    parseInt(last ?? first, 16),
  ]);
}
