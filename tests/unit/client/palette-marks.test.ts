import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextPart } from '../../../src/client/excerpt.ts';
import { markedBeginnings, markedInitials } from '../../../src/client/palette-marks.ts';

const written = (parts: readonly TextPart[]): string =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test.each([
  ['Mixture of Experts', ['exp'], 'Mixture of [Exp]erts'],
  ['José Núñez', ['nun'], 'José [Núñ]ez'],
  ['Low-Bit KV-Cache', ['kvca', 'bit'], 'Low-[Bit] [KV-Ca]che'],
  ['BitDecoding', ['dec'], 'Bit[Dec]oding'],
  ['kettle kettles', ['kettles', 'kettle'], '[kettle] [kettles]'],
  ['Straße', ['strass'], '[Straß]e'],
  ['“Kettle”', ['kettle'], '“[Kettle]”'],
  ['nothing', ['thing'], 'nothing'],
])('beginnings of %s', (text, found, marked) => {
  expect(written(markedBeginnings(text, found))).toBe(marked);
});

test.each([
  ['Mixture of Experts', 'moe', '[M]ixture [o]f [E]xperts'],
  ['A Mixture-of-Experts Garden', 'moe', 'A [M]ixture-[o]f-[E]xperts Garden'],
  ['Nothing here', 'moe', 'Nothing here'],
])('initials of %s', (text, letters, marked) => {
  expect(written(markedInitials(text, letters))).toBe(marked);
});

test('marking changes no letter, whatever is looked for', () => {
  const found = fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), found, (text, words) => {
      expect(
        markedBeginnings(text, words)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      expect(
        markedInitials(text, words.join(''))
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
