/** The math font cut to the glyphs that the formulas of this survey use. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { type CutFont, cutFont } from './fonts.ts';

const fontFile = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

/**
 * The characters that formulas show. A single letter in `<mi>` is set in italic although the
 * markup holds the upright one, so its italic form is included.
 * Source: MathML Core, "The math-auto transform".
 */
export function mathCharacters(html: Iterable<string>): string {
  const characters = new Set<string>();
  for (const piece of html) {
    for (const [formula] of piece.matchAll(/<math[\s>].*?<\/math>/gs)) {
      for (const [, content = ''] of formula.matchAll(/>([^<]+)</g)) {
        const text = decodeEntities(content);
        for (const character of text) characters.add(character);
        const [letter = ''] = text;
        if (text === letter) characters.add(italicOf(letter));
      }
    }
  }
  return [...characters]
    .filter((character) => character.trim() !== '')
    .sort()
    .join('');
}

/** The font as WOFF2 with exactly the glyphs that `characters` need, stretched forms included. */
export function mathFont(characters: string): CutFont {
  // The built site bundles this module elsewhere, so packages are found from the project's folder.
  const source = createRequire(path.resolve('package.json')).resolve(fontFile);
  return cutFont('math', { source, characters, options: { targetFormat: 'woff2' } });
}

/** The mathematical italic form of a Latin or Greek letter; other characters as they are. */
function italicOf(letter: string): string {
  // U+1D455 is reserved: the italic h is the Planck constant.
  if (letter === 'h') return '\u210E';
  const code = letter.codePointAt(0) ?? 0;
  for (const [first, last, italic] of italicRanges) {
    if (code >= first && code <= last) return String.fromCodePoint(italic + code - first);
  }
  return letter;
}

/** First and last letter of a range, and the italic form of the first. */
const italicRanges = [
  [0x41, 0x5a, 0x1d434],
  [0x61, 0x7a, 0x1d44e],
  [0x391, 0x3a9, 0x1d6e2],
  [0x3b1, 0x3c9, 0x1d6fc],
] as const;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities.get(name ?? '') ?? entity;
    },
  );
}
