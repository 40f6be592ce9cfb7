/** The result of the corpus stage: plain data, everything the site, the exports and the CLI need. */
import { z } from 'zod';
import type { Abbreviations } from './abbreviations.ts';
import type { PublishedKeys } from './citation-keys.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { History } from './history.ts';
import { listingFormatSchema, type Paper } from './paper.ts';
import type { Permalinks } from './permalinks.ts';
import type { ProsePage } from './prose.ts';
import type { RemovedPaper } from './removed.ts';
import type { Taxonomy } from './taxonomy.ts';

export const captureAccountSchema = z.object({
  /** File name of the capture. */
  seed: z.string(),
  /** File name without extension: the path segment under /sources/. */
  slug: z.string(),
  /** Null when no format fits. */
  format: listingFormatSchema.nullable(),
  /** The listing's own date line ("Apr 13"), verbatim, when it prints one. */
  listedOn: z.string().nullable(),
  /** SHA-256 of the file's bytes in hexadecimal digits; null for a text that was never a file. */
  sha256: z.string().nullable(),
  /** Dates of its oldest and newest record, `YYYY[-MM[-DD]]`; the capture is no older than the latter. Null without dates. */
  dates: z.object({ oldest: z.string(), newest: z.string() }).nullable(),
  /** The year that dates without one were given. */
  inferredYear: z.int().nullable(),
  lines: z.object({
    total: z.int().nonnegative(),
    blank: z.int().nonnegative(),
    records: z.int().nonnegative(),
    boilerplate: z.int().nonnegative(),
    unaccounted: z.int().nonnegative(),
  }),
  records: z.int().nonnegative(),
  /** Ids of the papers this capture gave, in the order of its lines. */
  papers: z.array(z.string()),
});
/** What became of every line of one capture. */
export type CaptureAccount = z.infer<typeof captureAccountSchema>;

export const countsSchema = z.object({
  captures: z.int(),
  records: z.int(),
  /** Records that were merged into another one. */
  merged: z.int(),
  /** Records of papers that were removed from the survey. */
  removed: z.int(),
  papers: z.int(),
  curated: z.int(),
  byRules: z.int(),
  unclassified: z.int(),
});
/** How many went into and came out of each stage. */
export type CorpusCounts = z.infer<typeof countsSchema>;

/** Stages in the order they run; the build reports each. */
export const corpusStages = [
  'content',
  'parse',
  'normalise',
  'deduplicate',
  'join',
  'classify',
  'extract',
  'relate',
  'prose',
] as const;
export type CorpusStage = (typeof corpusStages)[number];

export interface Corpus {
  /** Sorted by id. */
  readonly papers: readonly Paper[];
  readonly taxonomy: Taxonomy;
  readonly abbreviations: Abbreviations;
  /** Sorted by file name. */
  readonly captures: readonly CaptureAccount[];
  readonly counts: CorpusCounts;
  /** Sorted by kind and id. */
  readonly prose: readonly ProsePage[];
  /** Every URL ever published. */
  readonly permalinks: Permalinks;
  /** The citation keys ever published, by paper. */
  readonly publishedKeys: PublishedKeys;
  /** Ids that papers merged into others had, each with the id of the paper it is part of now. */
  readonly formerIds: ReadonlyMap<string, string>;
  /** Papers taken out of the survey, sorted by id. */
  readonly removed: readonly RemovedPaper[];
  readonly history: History;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}
