/** The part of a map that is in view, and how it moves. All lengths are shares of the frame. */
import type { Point } from './neighbour-layout.ts';

/** The map is drawn `scale` times as large as its frame; `left` and `top` of it are out of view. */
export interface MapWindow {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export const wholeMap: MapWindow = { scale: 1, left: 0, top: 0 };

const largestScale = 16;

/** Larger by `factor`; the place of the frame under `at` stays where it is, as far as the edges allow. */
export function zoomed({ scale, left, top }: MapWindow, factor: number, at: Point): MapWindow {
  const next = Math.min(largestScale, Math.max(1, scale * factor));
  const growth = next / scale;
  return contained({ scale: next, left: (left + at.x) * growth - at.x, top: (top + at.y) * growth - at.y });
}

/** Moved with the pointer by `dx` and `dy`. */
export function moved({ scale, left, top }: MapWindow, dx: number, dy: number): MapWindow {
  return contained({ scale, left: left - dx, top: top - dy });
}

/** Moved as little as brings a point of the map into the frame with some margin. */
export function showing(window: MapWindow, point: Point): MapWindow {
  const margin = 0.08;
  const { x, y } = inFrame(window, point);
  const shift = (place: number): number => Math.max(0, margin - place) - Math.max(0, place - 1 + margin);
  return moved(window, shift(x), shift(y));
}

/** Where a point of the map, a share of its size, stands in the frame. */
export function inFrame({ scale, left, top }: MapWindow, { x, y }: Point): Point {
  return { x: x * scale - left, y: y * scale - top };
}

function contained({ scale, left, top }: MapWindow): MapWindow {
  const inside = (value: number): number => Math.min(scale - 1, Math.max(0, value));
  return { scale, left: inside(left), top: inside(top) };
}
