import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edge, layOutNeighbours, type Point } from '../../../src/charts/neighbour-layout.ts';

/** Groups of points, everyone tied to everyone of their own group, and each group to the next by one weak edge. */
function groups(count: number, size: number): { points: number; edges: Edge[]; groupOf: (point: number) => number } {
  const groupOf = (point: number): number => Math.floor(point / size);
  const all = Array.from({ length: count * size }, (_, point) => point);
  const within = all.flatMap((from) =>
    all.filter((to) => to !== from && groupOf(to) === groupOf(from)).map((to) => ({ from, to, weight: 1 })),
  );
  const between = Array.from({ length: count - 1 }, (_, group) => ({
    from: group * size,
    to: (group + 1) * size,
    weight: 0.1,
  }));
  return { points: all.length, edges: [...within, ...between], groupOf };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

test('neighbours stay near: in five groups the nearest points of each point are of its own group', () => {
  const { points, edges, groupOf } = groups(5, 12);
  const places = layOutNeighbours(points, edges);
  const kept = places.map((place, point) => {
    const nearest = places
      .map((other, index) => ({ index, gap: distance(place, other) }))
      .filter(({ index }) => index !== point)
      .sort((a, b) => a.gap - b.gap)
      .slice(0, 8);
    return nearest.filter(({ index }) => groupOf(index) === groupOf(point)).length / 8;
  });
  expect(kept.reduce((sum, share) => sum + share, 0) / kept.length).toBeGreaterThan(0.9);
});

test('the order in which edges are given makes no difference', () => {
  const { points, edges } = groups(4, 6);
  expect(layOutNeighbours(points, edges.toReversed())).toEqual(layOutNeighbours(points, edges));
});

test('points fill the unit square and are numbers, whatever the graph', () => {
  const graph = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.tuple(
      fc.constant(count),
      fc.array(
        fc.record({
          from: fc.nat(count - 1),
          to: fc.nat(count - 1),
          weight: fc.double({ min: 0.0001, max: 1, noNaN: true }),
        }),
        { maxLength: 80 },
      ),
    ),
  );
  fc.assert(
    fc.property(graph, ([count, edges]) => {
      const places = layOutNeighbours(count, edges);
      expect(places).toHaveLength(count);
      for (const value of places.flatMap(({ x, y }) => [x, y])) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 40 },
  );
});

test('no points, no places', () => {
  expect(layOutNeighbours(0, [])).toEqual([]);
});
