/** Questions about sets of points: which lie inside an outline, which is next in a direction. */
import type { Point } from './neighbour-layout.ts';

/** Whether a point lies inside a closed outline; the last corner is joined to the first. */
export function isInside({ x, y }: Point, outline: readonly Point[]): boolean {
  let inside = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before !== undefined && corner.y > y !== before.y > y) {
      const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** The index of the point nearest to a place, none further than `reach`; null when there is none. */
export function nearestPoint(points: readonly Point[], { x, y }: Point, reach: number): number | null {
  return best(points, (point) => {
    const distance = Math.hypot(point.x - x, point.y - y);
    return distance <= reach ? distance : null;
  });
}

/**
 * The index of the next point in a direction of length 1: near, and not far off the straight line; null when
 * nothing lies that way. Points within 60° of the direction count.
 */
export function nextPoint(points: readonly Point[], from: Point, direction: Point): number | null {
  return best(points, ({ x, y }) => {
    const along = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y - (y - from.y) * direction.x);
    return along > 0 && aside <= along * 1.732 ? along + 2 * aside : null;
  });
}

/** The first point whose cost is least; null costs are out of question. */
function best(points: readonly Point[], costOf: (point: Point) => number | null): number | null {
  let found: { readonly index: number; readonly cost: number } | null = null;
  for (const [index, point] of points.entries()) {
    const cost = costOf(point);
    if (cost !== null && (found === null || cost < found.cost)) found = { index, cost };
  }
  return found?.index ?? null;
}
