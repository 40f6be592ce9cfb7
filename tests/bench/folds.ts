/** Parts of a collection to hold out in turn; the same for the same ids, in any order. */
import { compareText } from '../../src/corpus/ordering.ts';

interface Labelled {
  readonly id: string;
  readonly topic: string;
}

/** Divides papers into `count` parts with about as many of each topic. */
export function foldsOf<Item extends Labelled>(items: readonly Item[], count: number): Item[][] {
  const sorted = items.toSorted(
    (a, b) => compareText(a.topic, b.topic) || hashOf(a.id) - hashOf(b.id) || compareText(a.id, b.id),
  );
  return Array.from({ length: count }, (_, fold) => sorted.filter((__, index) => index % count === fold));
}

/** FNV-1a, so that neighbours in the alphabet do not stay neighbours. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
