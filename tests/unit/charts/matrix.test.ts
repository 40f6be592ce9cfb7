import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrix, shades } from '../../../src/charts/matrix.ts';

test('only what is counted has a shade, the greatest count the darkest', () => {
  expect(matrix([[0, 1, 9]], 3).shades).toEqual([[0, 2, 5]]);
  expect(matrix([[0, 0]], 2).shades).toEqual([[0, 0]]);
});

test('columns divide the width; shades never fall where counts rise', () => {
  const rows = fc
    .integer({ min: 1, max: 14 })
    .chain((width) =>
      fc.tuple(
        fc.constant(width),
        fc.array(fc.array(fc.nat(400), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
      ),
    );
  fc.assert(
    fc.property(rows, ([width, counts]) => {
      const { columns, shades: shaded } = matrix(counts, width);
      expect(columns).toHaveLength(width);
      expect(columns[0]!.x).toBe(0);
      expect(columns.at(-1)!.x + columns.at(-1)!.width).toBeCloseTo(100, 0);
      const pairs = counts
        .flatMap((row, y) => row.map((count, x) => ({ count, shade: shaded[y]![x]! })))
        .sort((a, b) => a.count - b.count);
      for (const [index, { count, shade }] of pairs.entries()) {
        expect(shade > 0).toBe(count > 0);
        expect(shade).toBeLessThanOrEqual(shades);
        expect(shade).toBeGreaterThanOrEqual(pairs[index - 1]?.shade ?? 0);
      }
    }),
  );
});
