import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, nearestPoint, nextPoint } from '../../../src/charts/point-sets.ts';

test('an outline holds what it surrounds, not what lies in a bay of it', () => {
  const bay = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 5, y: 2 },
    { x: 0, y: 10 },
  ];
  expect(isInside({ x: 1, y: 4 }, bay)).toBe(true);
  expect(isInside({ x: 5, y: 6 }, bay)).toBe(false);
  expect(isInside({ x: 12, y: 4 }, bay)).toBe(false);
  expect(isInside({ x: 1, y: 1 }, [])).toBe(false);
});

test('the nearest point within reach is found, the first of two', () => {
  const points = [
    { x: 5, y: 0 },
    { x: 0, y: 5 },
    { x: 9, y: 9 },
  ];
  expect(nearestPoint(points, { x: 0, y: 0 }, 6)).toBe(0);
  expect(nearestPoint(points, { x: 0, y: 0 }, 4)).toBeNull();
});

const point = fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) });
const right = { x: 1, y: 0 };

test('the next point lies in the direction asked for, and one straight ahead is taken', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 25 }), point, (points, from) => {
      const next = nextPoint(points, from, right);
      if (next === null) expect(points.every(({ x, y }) => x <= from.x || y !== from.y)).toBe(true);
      else expect(points[next]!.x).toBeGreaterThan(from.x);
    }),
  );
  const row = [1, 2, 3].map((x) => ({ x, y: 7 }));
  expect(nextPoint(row, row[0]!, right)).toBe(1);
  expect(nextPoint(row, row[2]!, right)).toBeNull();
});
