import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CardStore } from '../../../src/cards/card-store.ts';
import { type Card, cardSize } from '../../../src/cards/card.ts';
import { glyphFilter, rangesOf } from '../../../src/cards/typefaces.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const kettle: Card = {
  eyebrow: 'Heating · Boiling',
  title: 'Kettles: 𝒪(n²) Steam for Ψ-Commutative Spouts',
  byline: 'José Spout, Łucja Lid et al.',
  facts: 'KETTLES 2026',
  result: '2.8× faster',
  site: 'Atlas of Kettles',
  colour: '#1f5f8b',
};

/** Width and height in the header of a PNG. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

describe('CardStore', () => {
  test('draws a PNG of the size that previews ask for, small enough for them', async () => {
    const png = await new CardStore(folder).png(kettle);
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(sizeOf(png)).toEqual(cardSize);
    expect(png.length).toBeLessThan(60_000);
  });

  test.each([
    ['one letter', 'K'],
    ['hundreds of letters', 'A Title That Does Not End '.repeat(20).trim()],
    ['one endless word', 'Kettle'.repeat(60)],
    ['only characters that no face has', '水壺🫖'],
  ])('sets a title of %s, the same each time', async (_, title) => {
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
    const png = await new CardStore(first).png({ ...kettle, title });
    expect(await new CardStore(second).png({ ...kettle, title })).toEqual(png);
    expect(png.length).toBeLessThan(60_000);
    expect(png).not.toEqual(await new CardStore(first).png(kettle));
  });

  test('draws a card once, and again when something on it changes', async () => {
    const own = path.join(folder, 'once');
    await new CardStore(own).prepare([kettle, kettle]);
    const [file = ''] = readdirSync(own);
    writeFileSync(path.join(own, file), 'kept');
    expect(new TextDecoder().decode(await new CardStore(own).png(kettle))).toBe('kept');
    await new CardStore(own).png({ ...kettle, colour: '#7a3b69' });
    expect(readdirSync(own)).toHaveLength(2);
  });
});

describe('glyphFilter', () => {
  test('keeps accents, Greek and mathematics, drops what would be an empty box', async () => {
    const shown = await glyphFilter();
    expect(shown('Nguyễn: ψ² ≤ 𝒪(ℝ) → ∞')).toBe('Nguyễn: ψ² ≤ 𝒪(ℝ) → ∞');
    expect(shown('Tea 🫖 水 time')).toBe('Tea time');
  });

  test('reads ranges as stylesheets write them', () => {
    expect(rangesOf('U+0000-00FF,U+0131')).toEqual([
      [0, 255],
      [0x131, 0x131],
    ]);
  });
});
