/** content/removed.yaml: papers that were taken out of the survey, whose addresses still answer. */
import { z } from 'zod';
import { paperIdSchema } from './bibliography.ts';
import { type ContentLocator, parseContentFile } from './content-file.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { compareText } from './ordering.ts';
import { type Ledger, resolveMove } from './permalinks.ts';
import type { SourceText } from './source-text.ts';

/** A day as `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day in quotes: "2026-11-21"');

const removalSchema = z.strictObject({
  date: daySchema,
  /** In a sentence, shown to whoever opens the address. */
  reason: z.string().min(1),
  /** Left out where even the title should go. */
  title: z.string().min(1).optional(),
});

const removedFileSchema = z.strictObject({ papers: z.record(paperIdSchema, removalSchema).default({}) });

export const removedPaperSchema = z.object({
  id: z.string(),
  date: daySchema,
  reason: z.string(),
  title: z.string().nullable(),
});
/** A paper that the survey no longer shows. */
export type RemovedPaper = z.infer<typeof removedPaperSchema>;

export interface Removals {
  /** Sorted by id. */
  readonly papers: readonly RemovedPaper[];
  readonly borrowed: boolean;
  readonly locate: ContentLocator | null;
}

/** A survey that has removed nothing. */
export const noRemovals: Removals = { papers: [], borrowed: false, locate: null };

/** Invalid entries are reported and left out; diagnostics as `parseContentFile`. Never throws. */
export function parseRemovals(source: SourceText, borrowed = false): { removals: Removals; diagnostics: Diagnostic[] } {
  const content = parseContentFile(source, removedFileSchema, { entriesIn: 'papers' });
  const papers = Object.entries(content.data?.papers ?? {})
    .map(([id, { date, reason, title }]) => ({ id, date, reason, title: title ?? null }))
    .sort((a, b) => compareText(a.id, b.id));
  return { removals: { papers, borrowed, locate: content }, diagnostics: [...content.diagnostics] };
}

/**
 * Parts the papers that stay from those removed. Each removed paper is noted (`removed-paper`); one that was never
 * published and that no capture holds is an `unknown-paper`.
 */
export function withoutRemoved<P extends { readonly id: string }>(
  papers: readonly P[],
  removals: Removals,
  ledger: Ledger,
): { kept: P[]; removed: P[]; diagnostics: Diagnostic[] } {
  const ids = new Set(removals.papers.map(({ id }) => id));
  const parts = Map.groupBy(papers, ({ id }) => ids.has(id));
  const removed = parts.get(true) ?? [];
  const present = new Set(removed.map(({ id }) => id));
  const diagnostics = removals.papers.flatMap(({ id }) => {
    const position = removals.locate?.keyPositionOf(['papers', id]);
    if (position === undefined) return [];
    if (present.has(id)) return [diagnosticAt('removed-paper', position, `"${id}" is left out`)];
    if (removals.borrowed || resolveMove(ledger, `/papers/${id}/`) !== null) return [];
    return [diagnosticAt('unknown-paper', position, `no paper "${id}" was ever published or captured`)];
  });
  return { kept: parts.get(false) ?? [], removed, diagnostics };
}
