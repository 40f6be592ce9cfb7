/** Places labels on a map of dots so that none covers another and few dots are covered. */
import type { Point } from './neighbour-layout.ts';
import type { Box } from './separate.ts';

export interface Label {
  readonly text: string;
  /** Where it should stand: the middle of its dots. */
  readonly at: Point;
}

export interface PlacedLabel {
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Its place in the order given. */
  readonly index: number;
}

/** Width of a letter and height of a line, in the unit of the box; generous, since faces differ. */
export interface LetterSize {
  readonly width: number;
  readonly height: number;
}

/** How far from its dots a label may stand, in lines up or down. */
const offsets = [0, -1, 1, -2, 2, -3, 3];

/** Labels that fit, the first given first; each where it covers fewest dots. A label without room is left out. */
export function placeLabels(
  labels: readonly Label[],
  dots: readonly Point[],
  letter: LetterSize,
  box: Box,
): PlacedLabel[] {
  const taken: Frame[] = [];
  return labels.flatMap(({ text, at }, index) => {
    const half = { width: (text.length * letter.width) / 2, height: letter.height / 2 };
    const x = Math.min(box.width - half.width, Math.max(half.width, at.x));
    const candidates = offsets
      .map((lines) => ({ x, y: at.y + lines * letter.height * 0.75 }))
      .filter(({ y }) => y >= half.height && y <= box.height - half.height)
      .map((middle) => ({ ...middle, frame: frameAround(middle, half) }))
      .filter(({ frame }) => !taken.some((other) => overlap(frame, other)));
    const best = fewest(candidates, ({ frame }) => dots.filter((dot) => covers(frame, dot)).length);
    if (best === null || 2 * half.width > box.width) return [];
    taken.push(best.frame);
    return [{ x: best.x, y: best.y, index }];
  });
}

/** Which of the labels, placed in another box, would overlap none kept before them in this one. */
export function keepApart(
  placed: readonly (PlacedLabel & { readonly text: string })[],
  letter: LetterSize,
  box: Box,
): number[] {
  const taken: Frame[] = [];
  return placed.flatMap(({ x, y, text, index }) => {
    const half = { width: (text.length * letter.width) / 2, height: letter.height / 2 };
    const frame = frameAround({ x, y }, half);
    const isInside = frame.left >= 0 && frame.top >= 0 && frame.right <= box.width && frame.bottom <= box.height;
    if (!isInside || taken.some((other) => overlap(frame, other))) return [];
    taken.push(frame);
    return [index];
  });
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function frameAround({ x, y }: Point, { width, height }: { width: number; height: number }): Frame {
  return { left: x - width, right: x + width, top: y - height, bottom: y + height };
}

function overlap(a: Frame, b: Frame): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function covers({ left, right, top, bottom }: Frame, { x, y }: Point): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** The first of those for which `count` is least; null when there are none. */
function fewest<T>(candidates: readonly T[], count: (candidate: T) => number): T | null {
  let best: { readonly candidate: T; readonly size: number } | null = null;
  for (const candidate of candidates) {
    const size = count(candidate);
    if (best === null || size < best.size) best = { candidate, size };
  }
  return best?.candidate ?? null;
}
