/** content/bibliography.yaml: what public bibliographies know about the papers, with where it comes from. */
import { z } from 'zod';
import { type ContentLocator, parseContentFile } from './content-file.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { parseArxivId } from './identifiers.ts';
import { nearestOf } from './nearest.ts';
import type { Provenance } from './paper.ts';
import type { SourceText } from './source-text.ts';

/** The last part of a paper's URL. */
export const paperIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the id of a paper, such as a-title-in-lower-case');

/** arXiv id without version: YYMM.NNNNN since April 2007, archive/YYMMNNN before. */
export const arxivIdSchema = z
  .string()
  .refine((text) => parseArxivId(text) === text, 'an arXiv id without version, such as "2401.01234"');

function statedSchema<S extends z.ZodType>(value: S) {
  return z.strictObject({
    value,
    /** A key of `sources`. */
    from: z.string(),
    /** How many public bibliographies agree. */
    agree: z.int().nonnegative().optional(),
  });
}

export const bibliographyEntrySchema = z.strictObject({
  /** As the captures print it, repaired: guards against an id that has come to mean another paper. */
  title: z.string().min(1),
  arxiv: statedSchema(arxivIdSchema).optional(),
  /** All authors, "First Last"; a last entry "et al." marks an abbreviated list. */
  authors: statedSchema(z.array(z.string().min(1)).min(1)).optional(),
  venue: statedSchema(z.string().min(1)).optional(),
  /** Of the version the bibliographies know: the venue's, or the preprint's. */
  year: statedSchema(z.int().min(1900).max(2100)).optional(),
  code: statedSchema(z.array(z.url({ protocol: /^https?$/ })).min(1)).optional(),
});
export type BibliographyEntry = z.infer<typeof bibliographyEntrySchema>;

const bibliographySchema = z.strictObject({
  sources: z.record(z.string(), z.string().min(1)).default({}),
  papers: z.record(paperIdSchema, bibliographyEntrySchema).default({}),
});

export interface Bibliography {
  /** What the short names in `from` stand for. */
  readonly sources: ReadonlyMap<string, string>;
  /** By paper id. */
  readonly papers: ReadonlyMap<string, BibliographyEntry>;
  /** Whether the file belongs to another set of captures. */
  readonly borrowed: boolean;
  /** Null when there is no file. */
  readonly locate: ContentLocator | null;
}

/** The bibliography of a survey that has none. */
export const emptyBibliography: Bibliography = {
  sources: new Map(),
  papers: new Map(),
  borrowed: false,
  locate: null,
};

/** Invalid entries are reported and left out; diagnostics as `parseContentFile`. Never throws. */
export function parseBibliography(
  source: SourceText,
  borrowed = false,
): { bibliography: Bibliography; diagnostics: Diagnostic[] } {
  const content = parseContentFile(source, bibliographySchema, { entriesIn: 'papers' });
  const sources = new Map(Object.entries(content.data?.sources ?? {}));
  const papers = new Map(Object.entries(content.data?.papers ?? {}));
  const bibliography = { sources, papers, borrowed, locate: content };
  return { bibliography, diagnostics: [...content.diagnostics, ...unknownSources(bibliography, content)] };
}

const statedFields = ['arxiv', 'authors', 'venue', 'year', 'code'] as const;

function unknownSources({ sources, papers }: Bibliography, locate: ContentLocator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [id, entry] of papers) {
    for (const field of statedFields) {
      const from = entry[field]?.from;
      if (from === undefined || sources.has(from)) continue;
      const position = locate.positionOf(['papers', id, field, 'from']);
      const known = nearestOf(from, sources.keys()) ?? [...sources.keys()].join(', ');
      diagnostics.push(
        diagnosticAt('invalid-content', position, `unknown source "${from}"`, `one of sources: ${known}`),
      );
    }
  }
  return diagnostics;
}

/** Where a stated field comes from, in the words of the bibliography's `sources`. */
export function provenanceOfStated(
  { sources }: Bibliography,
  stated: { readonly from: string; readonly agree?: number | undefined },
): Provenance {
  return { kind: 'bibliography', from: sources.get(stated.from) ?? stated.from, agree: stated.agree ?? null };
}
