/** Finds what a misspelt name was probably meant to be. */

/**
 * The candidate that `name` most likely means: the one with the fewest edits, at most a third of the
 * name's length and at most twelve; null when none is that near. Ties go to the first in code-unit order.
 */
export function nearestOf(name: string, candidates: Iterable<string>): string | null {
  let best: { candidate: string; edits: number } | null = null;
  const limit = Math.max(1, Math.min(12, Math.floor(name.length / 3)));
  for (const candidate of candidates) {
    const allowed = best === null ? limit : best.edits;
    if (Math.abs(candidate.length - name.length) > allowed) continue;
    const edits = editDistance(name, candidate, allowed);
    if (edits > allowed) continue;
    if (best === null || edits < best.edits || candidate < best.candidate) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}

/**
 * Edits that turn one text into the other, in UTF-16 units; two neighbouring letters swapped are one edit.
 * More than `limit` edits are not counted to the end: the result is then `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  return Math.min(editsOfBeginnings(a, b, limit)?.[b.length] ?? Infinity, limit + 1);
}

/** Edits that turn `a` into the beginning of `b` that is nearest to it; counted like those of `editDistance`. */
export function editsToBeginning(a: string, b: string, limit: number): number {
  return Math.min(...(editsOfBeginnings(a, b, limit) ?? []), limit + 1);
}

/** The edits that turn `a` into each beginning of `b`, from the empty one on; null when all take more than `limit`. */
function editsOfBeginnings(a: string, b: string, limit: number): number[] | null {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity;
      const edits = Math.min(substitution, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    // A swap reaches back over one row, so both must be beyond the limit.
    if (Math.min(least, leastBefore) > limit) return null;
    leastBefore = least;
    beforePrevious = previous;
    previous = current;
  }
  return previous;
}
