import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separate } from '../../../src/charts/separate.ts';

const box = { width: 288, height: 384 };

test('points that are far enough apart stay where they are', () => {
  const points = [
    { x: 20, y: 20 },
    { x: 30, y: 20 },
    { x: 200, y: 300 },
  ];
  expect(separate(points, 9, box)).toEqual(points);
});

test('no two dots overlap and none leaves the box, also when all want one place', () => {
  const crowd = fc.array(fc.record({ x: fc.integer({ min: 100, max: 110 }), y: fc.integer({ min: 0, max: 20 }) }), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(crowd, (points) => {
      const placed = separate(points, 9, box);
      expect(placed).toHaveLength(points.length);
      for (const [index, a] of placed.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(4.5);
        expect(a.y).toBeGreaterThanOrEqual(4.5);
        expect(a.x).toBeLessThanOrEqual(box.width - 4.5);
        expect(a.y).toBeLessThanOrEqual(box.height - 4.5);
        for (const b of placed.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8.999);
      }
    }),
    { numRuns: 50 },
  );
});

test('a box without room is a fault', () => {
  const points = Array.from({ length: 20 }, () => ({ x: 5, y: 5 }));
  expect(() => separate(points, 9, { width: 20, height: 20 })).toThrow('no room');
});
