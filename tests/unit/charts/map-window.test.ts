import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFrame, moved, showing, wholeMap, zoomed } from '../../../src/charts/map-window.ts';

const middle = { x: 0.5, y: 0.5 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: share, y: share });
const window = fc
  .tuple(fc.double({ min: 1, max: 16, noNaN: true }), place, place)
  .map(([factor, at, shift]) => moved(zoomed(wholeMap, factor, at), shift.x, shift.y));

test('what is under the pointer stays there while zooming in', () => {
  fc.assert(
    fc.property(window, fc.double({ min: 1, max: 1.5, noNaN: true }), place, (before, factor, at) => {
      const point = { x: (at.x + before.left) / before.scale, y: (at.y + before.top) / before.scale };
      const after = inFrame(zoomed(before, factor, at), point);
      expect(after.x).toBeCloseTo(at.x, 6);
      expect(after.y).toBeCloseTo(at.y, 6);
    }),
  );
});

test('the map always fills its frame and is never smaller than it', () => {
  fc.assert(
    fc.property(window, fc.double({ min: 0.01, max: 100, noNaN: true }), place, (before, factor, at) => {
      const after = zoomed(before, factor, at);
      const [start, end] = [inFrame(after, { x: 0, y: 0 }), inFrame(after, { x: 1, y: 1 })];
      for (const value of [start.x, start.y]) expect(value).toBeLessThan(1e-9);
      for (const value of [end.x, end.y]) expect(value).toBeGreaterThan(1 - 1e-9);
      expect(after.scale).toBeLessThanOrEqual(16);
    }),
  );
  expect(zoomed(zoomed(wholeMap, 3, { x: 0.1, y: 0.9 }), 0.01, middle)).toEqual(wholeMap);
});

test('a point out of view is brought into it, one in view does not move the map', () => {
  const near = zoomed(wholeMap, 4, { x: 0, y: 0 });
  const after = inFrame(showing(near, { x: 0.9, y: 0.5 }), { x: 0.9, y: 0.5 });
  expect(after.x).toBeCloseTo(0.92);
  expect(after.y).toBeLessThanOrEqual(0.92);
  expect(showing(near, { x: 0.1, y: 0.1 })).toEqual(near);
});
