/** content/curation.yaml: what a person decided about single papers. */
import { z } from 'zod';
import { arxivIdSchema, paperIdSchema } from './bibliography.ts';
import { type ContentLocator, parseContentFile } from './content-file.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { SourceText } from './source-text.ts';

const urlSchema = z.url({ protocol: /^https?$/ });

/** Replaces the value of a field; null states that the paper has none. */
export const correctionsSchema = z.strictObject({
  /** As a capture would print it; LaTeX allowed. */
  title: z.string().min(1).optional(),
  abstract: z.string().min(1).optional(),
  /** The complete list, "First Last". */
  authors: z.array(z.string().min(1)).min(1).nullable().optional(),
  published: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date in quotes: "2024", "2024-05" or "2024-05-31"')
    .nullable()
    .optional(),
  arxiv: arxivIdSchema.nullable().optional(),
  venue: z.string().min(1).nullable().optional(),
  category: z.string().min(1).nullable().optional(),
  organizations: z.array(z.string().min(1)).optional(),
  code: z.array(urlSchema).optional(),
  links: z.array(urlSchema).optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

export const curationEntrySchema = z.strictObject({
  /** The paper's primary topic. */
  topic: z.string().min(1).optional(),
  /** Further topics it belongs to. */
  also: z.array(z.string().min(1)).max(2).optional(),
  platforms: z.array(z.string().min(1)).optional(),
  modalities: z.array(z.string().min(1)).optional(),
  contributions: z.array(z.string().min(1)).optional(),
  /** Why, in one line; shown on the paper's page. */
  reason: z
    .string()
    .regex(/^[^\n]+$/, 'one line')
    .optional(),
  corrections: correctionsSchema.optional(),
  /** The records of this paper are records of that one. */
  sameAs: paperIdSchema.optional(),
  /** These papers look alike but are not one. */
  distinctFrom: z.array(paperIdSchema).min(1).optional(),
});
export type CurationEntry = z.infer<typeof curationEntrySchema>;

const curationSchema = z.strictObject({ papers: z.record(paperIdSchema, curationEntrySchema).default({}) });

export interface Curation {
  /** By paper id. */
  readonly papers: ReadonlyMap<string, CurationEntry>;
  /** Whether the file belongs to another set of captures. */
  readonly borrowed: boolean;
  /** Paths begin with `papers` and the id. Null when there is no file. */
  readonly locate: ContentLocator | null;
}

/** The curation of a survey that has none. */
export const emptyCuration: Curation = { papers: new Map(), borrowed: false, locate: null };

/** Invalid entries are reported and left out; diagnostics as `parseContentFile`. Never throws. */
export function parseCuration(source: SourceText, borrowed = false): { curation: Curation; diagnostics: Diagnostic[] } {
  const content = parseContentFile(source, curationSchema, { entriesIn: 'papers' });
  const papers = new Map(Object.entries(content.data?.papers ?? {}));
  return { curation: { papers, borrowed, locate: content }, diagnostics: [...content.diagnostics] };
}
