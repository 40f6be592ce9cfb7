/** Where the nodes of a graph begin: along the two slowest modes of its random walk, found by power iteration. */
import { randomNumbers } from './random-numbers.ts';

/** Edges as columns; an edge leads from `from` to `to` and back. */
export interface Graph {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Greater than 0, at most 1. */
  readonly weight: Float64Array;
}

/** Coordinates of the nodes. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Rounds of power iteration: they sort out the large clusters, which is all that is asked of a start. */
const rounds = 80;

/** Both coordinates of each node from -1 to 1, evenly spread, nodes of one cluster together. */
export function spectralStart(graph: Graph): Places {
  const random = randomNumbers(1);
  const roots = degreesOf(graph).map((degree) => Math.sqrt(Math.max(degree, 1e-9)));
  const constant = normalised(roots);
  const first = slowestMode(graph, roots, [constant], random);
  const second = slowestMode(graph, roots, [constant, first], random);
  const evened = (mode: Float64Array): Float64Array => ranked(mode.map((value, node) => value / (roots[node] ?? 1)));
  return { x: evened(first), y: evened(second) };
}

function degreesOf({ count, from, to, weight }: Graph): Float64Array {
  const degrees = new Float64Array(count);
  for (let edge = 0; edge < weight.length; edge += 1) {
    addTo(degrees, from[edge] ?? 0, weight[edge] ?? 0);
    addTo(degrees, to[edge] ?? 0, weight[edge] ?? 0);
  }
  return degrees;
}

/** The vector that changes least along the edges and is at right angles to those given. */
function slowestMode(
  { count, from, to, weight }: Graph,
  roots: Float64Array,
  others: readonly Float64Array[],
  random: () => number,
): Float64Array {
  let vector: Float64Array = Float64Array.from({ length: count }, () => random() - 0.5);
  for (let round = 0; round < rounds; round += 1) {
    const next = vector.slice();
    for (let edge = 0; edge < weight.length; edge += 1) {
      const [a, b] = [from[edge] ?? 0, to[edge] ?? 0];
      const share = (weight[edge] ?? 0) / ((roots[a] ?? 1) * (roots[b] ?? 1));
      addTo(next, a, share * (vector[b] ?? 0));
      addTo(next, b, share * (vector[a] ?? 0));
    }
    for (const other of others) takeOut(next, other);
    vector = normalised(next);
  }
  return vector;
}

function addTo(values: Float64Array, index: number, value: number): void {
  values[index] = (values[index] ?? 0) + value;
}

/** Takes from `vector` its share along `direction`, which has length 1. */
function takeOut(vector: Float64Array, direction: Float64Array): void {
  const share = vector.reduce((sum, value, index) => sum + value * (direction[index] ?? 0), 0);
  direction.forEach((value, index) => {
    addTo(vector, index, -share * value);
  });
}

function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Each value replaced by its place in their order, from -1 to 1: a mode may differ on a few nodes only. */
export function ranked(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const ranks = new Float64Array(values.length);
  order.forEach((node, rank) => {
    ranks[node] = values.length < 2 ? 0 : (2 * rank) / (values.length - 1) - 1;
  });
  return ranks;
}
