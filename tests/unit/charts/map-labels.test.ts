import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepApart, placeLabels } from '../../../src/charts/map-labels.ts';

const box = { width: 592, height: 444 };
const letter = { width: 6.6, height: 15 };

test('a label stands at the middle of its dots, beside them where it would cover one', () => {
  const label = { text: 'KV cache', at: { x: 300, y: 200 } };
  expect(placeLabels([label], [], letter, box)).toEqual([{ x: 300, y: 200, index: 0 }]);
  const [moved] = placeLabels([label], [{ x: 300, y: 202 }], letter, box);
  expect(moved!.x).toBe(300);
  expect(Math.abs(moved!.y - 202)).toBeGreaterThan(letter.height / 2);
});

test('at the edge a label moves inwards; a label wider than the map is left out', () => {
  const at = { x: 0, y: 200 };
  expect(placeLabels([{ text: 'KV cache', at }], [], letter, box)[0]!.x).toBeCloseTo(26.4);
  expect(placeLabels([{ text: 'x'.repeat(100), at }], [], letter, box)).toEqual([]);
});

const labels = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 24 }),
    at: fc.record({ x: fc.integer({ min: 0, max: 592 }), y: fc.integer({ min: 0, max: 444 }) }),
  }),
  { maxLength: 60 },
);

test('no two labels overlap and none leaves the map, in either size', () => {
  const apart = (placed: readonly { x: number; y: number; text: string }[], size: typeof box): void => {
    for (const [index, a] of placed.entries()) {
      const half = (a.text.length * letter.width) / 2;
      expect(a.x - half).toBeGreaterThan(-0.001);
      expect(a.x + half).toBeLessThan(size.width + 0.001);
      for (const b of placed.slice(index + 1)) {
        const across = half + (b.text.length * letter.width) / 2;
        expect(Math.abs(a.x - b.x) >= across - 0.001 || Math.abs(a.y - b.y) >= letter.height - 0.001).toBe(true);
      }
    }
  };
  fc.assert(
    fc.property(labels, (given) => {
      const placed = placeLabels(given, [], letter, box).map((label) => ({ ...label, text: given[label.index]!.text }));
      apart(placed, box);
      const narrow = { width: 288, height: 384 };
      const scaled = placed.map((label) => ({ ...label, x: (label.x * 288) / 592, y: (label.y * 384) / 444 }));
      const kept = new Set(keepApart(scaled, letter, narrow));
      apart(
        scaled.filter(({ index }) => kept.has(index)),
        narrow,
      );
    }),
    { numRuns: 50 },
  );
});
