/** Finds the pairs of sets that have most of their elements in common. */

export interface SimilarPair {
  /** Indexes into the list of sets; `a` is the smaller. */
  readonly a: number;
  readonly b: number;
  /** Size of the intersection by size of the union. */
  readonly similarity: number;
}

/**
 * All pairs whose Jaccard similarity is at least `threshold` (above 0), sorted by index; exact.
 * Empty sets are similar to none. Prefix filtering: sorted from rare to common elements, two such
 * sets share one of their first |x| − ⌈threshold · |x|⌉ + 1 elements, so only those are indexed
 * (Chaudhuri, Ganti, Kaushik: A primitive operator for similarity joins, ICDE 2006).
 */
export function similarPairs(sets: readonly ReadonlySet<number>[], threshold: number): SimilarPair[] {
  const sorted = rareFirst(sets);
  const bySize = sorted.map((_, index) => index).sort((a, b) => sizeOf(sorted, a) - sizeOf(sorted, b) || a - b);
  const postings = new Map<number, number[]>();
  const pairs: SimilarPair[] = [];
  for (const index of bySize) {
    const own = sorted[index] ?? noElements;
    const candidates = new Set<number>();
    for (const element of own.subarray(0, own.length - Math.ceil(threshold * own.length) + 1)) {
      const posting = postings.get(element) ?? [];
      for (const other of posting) if (sizeOf(sorted, other) >= threshold * own.length) candidates.add(other);
      posting.push(index);
      postings.set(element, posting);
    }
    for (const other of candidates) {
      const similarity = overlap(own, sorted[other] ?? noElements);
      if (similarity >= threshold) pairs.push({ a: Math.min(index, other), b: Math.max(index, other), similarity });
    }
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

const noElements = new Uint32Array();

/** Jaccard similarity of two sets; 0 when both are empty. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const element of small) if (large.has(element)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Each set as ascending ranks, where rank 0 is the element that the fewest sets hold. */
function rareFirst(sets: readonly ReadonlySet<number>[]): Uint32Array[] {
  const { lists, elements } = densely(sets);
  const frequency = new Uint32Array(elements.length);
  for (const list of lists) for (const number of list) frequency[number] = (frequency[number] ?? 0) + 1;
  const ranking = Uint32Array.from(elements.keys()).sort(
    (a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || (elements[a] ?? 0) - (elements[b] ?? 0),
  );
  const ranks = new Uint32Array(elements.length);
  for (const [rank, number] of ranking.entries()) ranks[number] = rank;
  return lists.map((list) => list.map((number) => ranks[number] ?? 0).sort());
}

/** The elements numbered from 0, so that what is known of them fits into typed arrays. */
function densely(sets: readonly ReadonlySet<number>[]): { lists: Uint32Array[]; elements: number[] } {
  const numbers = new Map<number, number>();
  const lists = sets.map((set) => {
    const list = new Uint32Array(set.size);
    let at = 0;
    for (const element of set) {
      const number = numbers.get(element) ?? numbers.size;
      if (number === numbers.size) numbers.set(element, number);
      list[at] = number;
      at += 1;
    }
    return list;
  });
  return { lists, elements: [...numbers.keys()] };
}

function sizeOf(sets: readonly Uint32Array[], index: number): number {
  return sets[index]?.length ?? 0;
}

/** Jaccard similarity of two ascending lists. */
function overlap(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared / (a.length + b.length - shared);
}

/** The words of each text as numbers, equal words as equal numbers across all texts. */
function wordNumbers(texts: readonly string[]): { lists: number[][]; vocabulary: number } {
  const numbers = new Map<string, number>();
  const lists = texts.map((text) => {
    const words =
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return words.map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  });
  return { lists, vocabulary: numbers.size };
}

/** The set of words of each text. */
export function wordSets(texts: readonly string[]): Set<number>[] {
  return wordNumbers(texts).lists.map((list) => new Set(list));
}

/** The set of runs of three words of each text; empty for texts of fewer words. */
export function shingleSets(texts: readonly string[]): Set<number>[] {
  const { lists, vocabulary } = wordNumbers(texts);
  // Exact below 2^53: a vocabulary of 200,000 words.
  return lists.map(
    (list) =>
      new Set(
        list.slice(2).map((third, index) => {
          return ((list[index] ?? 0) * vocabulary + (list[index + 1] ?? 0)) * vocabulary + third;
        }),
      ),
  );
}
