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

/** A value with where it comes from. */
interface Stated<T> {
  readonly value: T;
  /** A key of `sources`. */
  readonly from: string;
  /** How many public bibliographies agree. */
  readonly agree?: number | undefined;
}

const originShape = { from: z.string().optional(), agree: z.int().nonnegative().optional() };

/** A field as the file gives it: the value alone, with the origin of its entry, or with an origin of its own. */
function fieldSchema<S extends z.ZodType>(value: S) {
  return z.union([value, z.strictObject({ value, ...originShape })]).optional();
}

const entryFileSchema = z.strictObject({
  /** As the captures print it, repaired: guards against an id that has come to mean another paper. */
  title: z.string().min(1),
  /** Where the fields of this entry come from, unless they say otherwise. */
  ...originShape,
  arxiv: fieldSchema(arxivIdSchema),
  /** All authors, "First Last"; a last entry "et al." marks an abbreviated list. */
  authors: fieldSchema(z.array(z.string().min(1)).min(1)),
  venue: fieldSchema(z.string().min(1)),
  /** Of the version the bibliographies know: the venue's, or the preprint's. */
  year: fieldSchema(z.int().min(1900).max(2100)),
  code: fieldSchema(z.array(z.url({ protocol: /^https?$/ })).min(1)),
});
type EntryFile = z.infer<typeof entryFileSchema>;

const bibliographySchema = z.strictObject({
  sources: z.record(z.string(), z.string().min(1)).default({}),
  papers: z.record(paperIdSchema, entryFileSchema).default({}),
});

/** What is known of one paper. */
export interface BibliographyEntry {
  readonly title: string;
  readonly arxiv: Stated<string> | undefined;
  readonly authors: Stated<readonly string[]> | undefined;
  readonly venue: Stated<string> | undefined;
  readonly year: Stated<number> | undefined;
  readonly code: Stated<readonly string[]> | undefined;
}

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
  const entries = Object.entries(content.data?.papers ?? {});
  const papers = new Map(entries.map(([id, entry]) => [id, withOrigins(entry)]));
  const bibliography = { sources, papers, borrowed, locate: content };
  return { bibliography, diagnostics: [...content.diagnostics, ...unknownSources(bibliography, content)] };
}

function withOrigins({ title, from, agree, ...fields }: EntryFile): BibliographyEntry {
  // An empty name is no source; it is reported with the unknown ones.
  const origin = { from: from ?? '', agree };
  return {
    title,
    arxiv: stated(fields.arxiv, origin),
    authors: stated(fields.authors, origin),
    venue: stated(fields.venue, origin),
    year: stated(fields.year, origin),
    code: stated(fields.code, origin),
  };
}

type Origin = Omit<Stated<unknown>, 'value'>;
type FileField<T> = T | { value: T; from?: string | undefined; agree?: number | undefined };

function stated<T extends string | number | readonly string[]>(
  field: FileField<T> | undefined,
  origin: Origin,
): Stated<T> | undefined {
  if (field === undefined) return undefined;
  if (typeof field !== 'object' || !('value' in field)) return { value: field, ...origin };
  return field.from === undefined ? { ...origin, ...field, from: origin.from } : { ...field, from: field.from };
}

const statedFields = ['arxiv', 'authors', 'venue', 'year', 'code'] as const;

function unknownSources({ sources, papers }: Bibliography, locate: ContentLocator): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [id, entry] of papers) {
    for (const field of statedFields) {
      const from = entry[field]?.from;
      if (from === undefined || sources.has(from)) continue;
      const position = locate.positionOf(['papers', id, field, 'from']);
      const message = from === '' ? `"${field}" does not say where it comes from` : `unknown source "${from}"`;
      const known = nearestOf(from, sources.keys()) ?? [...sources.keys()].join(', ');
      diagnostics.push(diagnosticAt('invalid-content', position, message, `one of sources: ${known}`));
    }
  }
  return diagnostics;
}

/** Where a stated field comes from, in the words of the bibliography's `sources`. */
export function provenanceOfStated({ sources }: Bibliography, stated: Origin): Provenance {
  return { kind: 'bibliography', from: sources.get(stated.from) ?? stated.from, agree: stated.agree ?? null };
}
