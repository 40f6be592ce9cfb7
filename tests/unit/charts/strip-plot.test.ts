import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripPlot, type StripValue } from '../../../src/charts/strip-plot.ts';

const single = (...values: number[]): StripValue[] => values.map((value) => ({ value, low: null }));

test('equal factors are equal distances', () => {
  const [strip] = stripPlot([single(1, 10, 100)], false).strips;
  const [one, ten, hundred] = strip!.dots.map(({ x }) => x);
  expect(ten! - one!).toBeCloseTo(hundred! - ten!, 1);
});

test('the scale ends at the first of 2, 5, 10, 20 … that holds every value, and its ticks say so', () => {
  const labels = (...values: number[]): string[] =>
    stripPlot([single(...values)], false).ticks.map(({ label }) => label);
  expect(labels(3)).toEqual(['1×', '2×', '5×']);
  expect(labels(10)).toEqual(['1×', '2×', '5×', '10×']);
  expect(labels(1.1)).toEqual(['1×', '2×']);
  expect(labels()).toEqual(['1×', '2×']);
});

test('on a long scale only powers of ten are labelled', () => {
  const { ticks } = stripPlot([single(828)], false);
  expect(ticks.map(({ label }) => label).filter((label) => label !== '')).toEqual(['1×', '10×', '100×', '1000×']);
  expect(ticks).toHaveLength(10);
});

test('values that would overlap are stacked, others share a line', () => {
  const [strip] = stripPlot([single(2, 2, 2, 50)], false).strips;
  const [a, b, c, far] = strip!.dots;
  expect(new Set([a!.y, b!.y, c!.y]).size).toBe(3);
  expect(far!.y).toBe(Math.max(a!.y, b!.y, c!.y));
});

test('a range begins where its lower end stands', () => {
  const [strip] = stripPlot([[{ value: 50, low: 5 }, ...single(5)]], false).strips;
  const [range, five] = strip!.dots;
  expect(range!.from).toBe(five!.x);
  expect(five!.from).toBeNull();
});

test('labels get a line of their own above each strip', () => {
  const labelled = stripPlot([single(2), single(3)], true);
  const bare = stripPlot([single(2), single(3)], false);
  expect(labelled.height).toBeGreaterThan(bare.height);
  expect(bare.strips.map(({ labelY }) => labelY)).toEqual([null, null]);
  const [first, second] = labelled.strips;
  expect(second!.labelY!).toBeGreaterThan(first!.axisY);
});

const values = fc.array(fc.record({ value: fc.double({ min: 1, max: 1e6, noNaN: true }), low: fc.constant(null) }), {
  maxLength: 30,
});

test('every dot lies within the plot, between its own axis and the strip above, and no two overlap', () => {
  fc.assert(
    fc.property(fc.array(values, { maxLength: 6 }), fc.boolean(), (rows, labelled) => {
      const { strips, height } = stripPlot(rows, labelled);
      expect(strips.map(({ dots }) => dots.length)).toEqual(rows.map((row) => row.length));
      strips.forEach(({ dots, axisY }, index) => {
        const above = strips[index - 1]?.axisY ?? 0;
        expect(axisY).toBeLessThan(height);
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
          expect(y).toBeGreaterThan(above);
          expect(y).toBeLessThan(axisY);
        }
        for (const [i, a] of dots.entries()) {
          for (const b of dots.slice(i + 1)) expect(a.y !== b.y || Math.abs(a.x - b.x) > 2.5).toBe(true);
        }
      });
    }),
  );
});
