/** The records of one paper. */
import { compareText } from './ordering.ts';
import type { MergeReason, PaperRecord, Source } from './paper.ts';
import type { Position } from './source-text.ts';

export interface RecordGroup {
  /** In the order of captures and lines. */
  readonly records: readonly [PaperRecord, ...PaperRecord[]];
  /** What holds the group together, the weakest reason; null for a single record. */
  readonly mergedBy: MergeReason | null;
}

/** A group of records with its permanent id. */
export interface IdentifiedGroup extends RecordGroup {
  readonly id: string;
  /** Ids that parts of the group would have on their own; content files may use them too. Sorted. */
  readonly otherIds: readonly string[];
}

/** The path of a capture by its file name. */
export type CapturePath = (seed: string) => string;

/** The order of captures (by file name) and lines. */
export function compareSources(a: Source, b: Source): number {
  return compareText(a.seed, b.seed) || a.line - b.line || a.endLine - b.endLine;
}

/** Where a record begins. */
export function positionOfSource({ seed, line }: Source, pathOf: CapturePath): Position {
  return { path: pathOf(seed), line, column: 1 };
}
