import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnChart } from '../../../src/charts/columns.ts';

test('the highest column has the height of the plot and stands on the baseline', () => {
  const { columns, baseline } = columnChart([[1, 3], [2]], 100);
  expect(columns.map(({ top, total }) => [baseline - top, total])).toEqual([
    [100, 4],
    [50, 2],
  ]);
});

test('parts are put on top of each other in the order given, as high as their values', () => {
  const { columns, baseline } = columnChart([[1, 0, 3]], 100);
  expect(columns[0]!.parts.map(({ y, height }) => [baseline - y, height])).toEqual([
    [25, 25],
    [25, 0],
    [100, 75],
  ]);
});

test('nothing to show is columns without height', () => {
  expect(columnChart([], 50).columns).toEqual([]);
  const { columns, baseline } = columnChart([[0]], 50);
  expect(columns[0]!.top).toBe(baseline);
});

test('columns lie side by side within the chart, equally wide, and parts within their column', () => {
  const stacks = fc.array(fc.array(fc.nat(5000), { maxLength: 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(stacks, fc.integer({ min: 20, max: 400 }), (values, plotHeight) => {
      const { columns, baseline, height } = columnChart(values, plotHeight);
      expect(columns).toHaveLength(values.length);
      expect(new Set(columns.map(({ width }) => width)).size).toBe(1);
      for (const [index, { x, width, centre, top, parts }] of columns.entries()) {
        expect(x).toBeGreaterThanOrEqual(index === 0 ? 0 : columns[index - 1]!.x + columns[index - 1]!.width - 0.11);
        expect(x + width).toBeLessThanOrEqual(100.11);
        expect(Math.abs(centre - x - width / 2)).toBeLessThan(0.11);
        for (const part of parts) {
          expect(part.y).toBeGreaterThanOrEqual(top - 0.11);
          expect(part.y + part.height).toBeLessThanOrEqual(baseline + 0.11);
        }
      }
      expect(baseline).toBeLessThan(height);
    }),
  );
});
