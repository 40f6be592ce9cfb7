/**
 * Places points in the plane so that neighbours stay near each other: the stochastic gradient of UMAP with
 * the kernel 1 / (1 + d²), from a spectral start. The two ends of an edge attract each other, points drawn
 * at random repel each other. The random numbers follow from a fixed seed and only sums, products,
 * quotients and roots are taken, so that the same graph gives the same picture on every machine.
 */
import { randomNumbers } from './random-numbers.ts';
import { type Graph, type Places, ranked, spectralStart } from './spectral-start.ts';

/** A neighbour of a point; `weight` is greater than 0 and at most 1. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many points repel each end of an edge that attracts. */
const repulsions = 5;
/** Half the width of the start; at distance 1 attraction and repulsion change over. */
const startExtent = 5;
/** No step is longer, before it is shortened by the round. */
const longestStep = 4;

/** The places of points 0 to `count` - 1, from 0 to 1 in both directions; the greatest spread lies along x. */
export function layOutNeighbours(count: number, edges: readonly Edge[]): Point[] {
  const graph = undirected(count, edges);
  const start = spectralStart(graph);
  const places = { x: start.x.map((value) => value * startExtent), y: start.y.map((value) => value * startExtent) };
  descend(places, graph, roundsFor(count));
  const { x, y } = turned(places);
  const [across, down] = [evened(x), evened(y)];
  return Array.from({ length: count }, (_, point) => ({ x: across[point] ?? 0.5, y: down[point] ?? 0.5 }));
}

/** Many points need fewer rounds: more edges pull at each cluster. */
function roundsFor(count: number): number {
  return Math.round(Math.min(200, Math.max(100, 400_000 / Math.max(1, count))));
}

/**
 * Every two neighbours once, in the order of their points. As in UMAP an edge that both ends have is
 * stronger than one that only one end has.
 */
function undirected(count: number, edges: readonly Edge[]): Graph {
  const weights = new Map<number, number>();
  const directed = edges.filter(({ from, to }) => from !== to).toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to, weight } of directed) {
    const key = Math.min(from, to) * count + Math.max(from, to);
    const other = weights.get(key) ?? 0;
    weights.set(key, other + weight - other * weight);
  }
  const sorted = [...weights].sort(([a], [b]) => a - b);
  return {
    count,
    from: Uint32Array.from(sorted, ([key]) => Math.floor(key / count)),
    to: Uint32Array.from(sorted, ([key]) => key % count),
    weight: Float64Array.from(sorted, ([, weight]) => weight),
  };
}

/** Moves the points; an edge takes part in as many of the rounds as it weighs. */
function descend(places: Places, { count, from, to, weight }: Graph, rounds: number): void {
  const random = randomNumbers(2);
  for (let round = 0; round < rounds; round += 1) {
    const pace = 1 - round / rounds;
    for (let edge = 0; edge < weight.length; edge += 1) {
      const share = weight[edge] ?? 0;
      if (Math.floor(share * (round + 1)) === Math.floor(share * round)) continue;
      const [a, b] = [from[edge] ?? 0, to[edge] ?? 0];
      attract(places, a, b, pace);
      for (let draw = 0; draw < repulsions; draw += 1) {
        repel(places, a, Math.floor(random() * count), pace);
        repel(places, b, Math.floor(random() * count), pace);
      }
    }
  }
}

function attract({ x, y }: Places, a: number, b: number, pace: number): void {
  const dx = (x[a] ?? 0) - (x[b] ?? 0);
  const dy = (y[a] ?? 0) - (y[b] ?? 0);
  const pull = -2 / (1 + dx * dx + dy * dy);
  const [stepX, stepY] = [step(pull * dx) * pace, step(pull * dy) * pace];
  x[a] = (x[a] ?? 0) + stepX;
  y[a] = (y[a] ?? 0) + stepY;
  x[b] = (x[b] ?? 0) - stepX;
  y[b] = (y[b] ?? 0) - stepY;
}

function repel({ x, y }: Places, a: number, b: number, pace: number): void {
  if (a === b) return;
  const dx = (x[a] ?? 0) - (x[b] ?? 0);
  const dy = (y[a] ?? 0) - (y[b] ?? 0);
  const distance = dx * dx + dy * dy;
  const push = 2 / ((0.001 + distance) * (1 + distance));
  x[a] = (x[a] ?? 0) + step(push * dx) * pace;
  y[a] = (y[a] ?? 0) + step(push * dy) * pace;
}

function step(length: number): number {
  return Math.max(-longestStep, Math.min(longestStep, length));
}

/** Turned about the centre so that the points spread most along x. */
function turned({ x, y }: Places): Places {
  const [left, top] = [meanOf(x), meanOf(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let point = 0; point < x.length; point += 1) {
    const [dx, dy] = [(x[point] ?? 0) - left, (y[point] ?? 0) - top];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  // The direction of the first principal axis, from the half-angle formulas.
  const difference = xx - yy;
  const length = Math.sqrt(difference * difference + 4 * xy * xy);
  const cosine = length === 0 ? 1 : Math.sqrt((1 + difference / length) / 2);
  const sine = length === 0 ? 0 : Math.sqrt((1 - difference / length) / 2) * (xy < 0 ? -1 : 1);
  return {
    x: x.map((value, point) => (value - left) * cosine + ((y[point] ?? 0) - top) * sine),
    y: y.map((value, point) => (value - top) * cosine - ((x[point] ?? 0) - left) * sine),
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** From 0 to 1, half way to even spacing: wide gaps shrink, crowds get room, the order stays. */
function evened(values: Float64Array): Float64Array {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const ranks = ranked(values);
  return values.map((value, point) => {
    const place = most > least ? (value - least) / (most - least) : 0.5;
    return (place + ((ranks[point] ?? 0) + 1) / 2) / 2;
  });
}
