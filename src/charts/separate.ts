/** Moves dots apart so that none covers another. */
import type { Point } from './neighbour-layout.ts';

/** How many directions are tried at each distance. */
const directions = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [0.7071, 0.7071],
  [-0.7071, 0.7071],
  [-0.7071, -0.7071],
  [0.7071, -0.7071],
] as const;

export interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * The points with every two at least `distance` apart, each as near to its place as those before it
 * leave room, and within the box by half of `distance`. The box has to have room: dots should fill
 * no more than a third of it.
 */
export function separate(points: readonly Point[], distance: number, box: Box): Point[] {
  const grid = new Map<number, Point[]>();
  const columns = Math.ceil(box.width / distance) + 2;
  const cellOf = ({ x, y }: Point): number => (Math.floor(y / distance) + 1) * columns + Math.floor(x / distance) + 1;
  const isFree = (place: Point): boolean => {
    const cell = cellOf(place);
    for (const row of [-columns, 0, columns]) {
      for (const column of [-1, 0, 1]) {
        if (grid.get(cell + row + column)?.some((other) => near(place, other, distance))) return false;
      }
    }
    return true;
  };
  return points.map((point) => {
    const place = nearestFree(within(point, distance / 2, box), distance, box, isFree);
    const cell = cellOf(place);
    grid.set(cell, [...(grid.get(cell) ?? []), place]);
    return place;
  });
}

function near(a: Point, b: Point, distance: number): boolean {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return dx * dx + dy * dy < distance * distance;
}

/** Tries wider and wider rings around the place wanted. */
function nearestFree(wanted: Point, distance: number, box: Box, isFree: (place: Point) => boolean): Point {
  if (isFree(wanted)) return wanted;
  for (let reach = distance / 3; reach <= box.width + box.height; reach += distance / 3) {
    for (const [dx, dy] of directions) {
      const place = within({ x: wanted.x + dx * reach, y: wanted.y + dy * reach }, distance / 2, box);
      if (isFree(place)) return place;
    }
  }
  throw new Error(`The box has no room for another dot of ${distance}.`);
}

function within({ x, y }: Point, margin: number, { width, height }: Box): Point {
  return {
    x: Math.min(width - margin, Math.max(margin, x)),
    y: Math.min(height - margin, Math.max(margin, y)),
  };
}
