/** Disjoint groups of indexes, some of which must stay apart. */
import type { MergeReason } from './paper.ts';

/** From the surest to the weakest. */
const reasonsByStrength: readonly MergeReason[] = ['arxiv', 'title', 'curation', 'similarity'];

export interface IndexGroup {
  /** Ascending. */
  readonly members: readonly number[];
  /** The weakest reason among the links that made the group; null for a single member. */
  readonly reason: MergeReason | null;
}

/**
 * Union of indexes under two constraints: members of one group carry at most one identifier, and
 * separated indexes never meet, not even through others. A link that would break one is refused,
 * so the result depends on the order of the links: give them in a fixed order.
 */
export class Grouping {
  readonly #parents: number[];
  readonly #members: Map<number, number[]>;
  readonly #reasons = new Map<number, MergeReason>();
  readonly #separated: (readonly [number, number])[] = [];
  #identifiers: readonly (string | null)[];

  /** One index for each identifier. */
  constructor(identifiers: readonly (string | null)[]) {
    this.#identifiers = identifiers;
    this.#parents = identifiers.map((_, index) => index);
    this.#members = new Map(identifiers.map((_, index) => [index, [index]]));
  }

  /** Replaces the identifiers for all further links; groups that exist stay. */
  identify(identifiers: readonly (string | null)[]): void {
    this.#identifiers = identifiers;
  }

  separate(a: number, b: number): void {
    this.#separated.push([a, b]);
  }

  /** Puts the groups of `a` and `b` together unless a constraint forbids it; whether they are one now. */
  link(a: number, b: number, reason: MergeReason): boolean {
    const [left, right] = [this.#root(a), this.#root(b)];
    if (left === right) return true;
    const members = [...this.#membersOf(left), ...this.#membersOf(right)];
    if (this.separated(a, b) || this.#identifiersOf(members) > 1) return false;
    const [root, other] = left < right ? [left, right] : [right, left];
    this.#parents[other] = root;
    this.#members.set(root, members);
    this.#members.delete(other);
    const weakest = [this.#reasons.get(root), this.#reasons.get(other), reason]
      .map((known) => (known === undefined ? -1 : reasonsByStrength.indexOf(known)))
      .reduce((x, y) => Math.max(x, y));
    this.#reasons.set(root, reasonsByStrength[weakest] ?? reason);
    return true;
  }

  together(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  /** Whether the groups of `a` and `b` are kept apart by a separation. */
  separated(a: number, b: number): boolean {
    const [left, right] = [this.#root(a), this.#root(b)];
    return this.#separated.some(([x, y]) => {
      const [p, q] = [this.#root(x), this.#root(y)];
      return (p === left && q === right) || (p === right && q === left);
    });
  }

  /** All groups, by their first member. */
  groups(): IndexGroup[] {
    return [...this.#members]
      .sort(([a], [b]) => a - b)
      .map(([root, members]) => ({
        members: members.toSorted((a, b) => a - b),
        reason: this.#reasons.get(root) ?? null,
      }));
  }

  #root(index: number): number {
    let at = index;
    for (let parent = this.#parents[at]; parent !== undefined && parent !== at; parent = this.#parents[at]) at = parent;
    return at;
  }

  #membersOf(root: number): readonly number[] {
    return this.#members.get(root) ?? [];
  }

  #identifiersOf(members: readonly number[]): number {
    return new Set(members.flatMap((member) => this.#identifiers[member] ?? [])).size;
  }
}
