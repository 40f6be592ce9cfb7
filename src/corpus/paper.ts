/**
 * The concepts of the survey, one schema each; every type is inferred from its schema.
 *
 * listing → record → draft → paper: a listing is an entry as a capture prints it, a record the
 * same with its text repaired, a draft the merge of the records of one paper joined with
 * content/, a paper the draft with everything derived from the whole collection.
 */
import { z } from 'zod';
import { metricKinds } from './metrics.ts';
import { bounds } from './quantities.ts';

export const listingFormatSchema = z.enum([
  'hf-papers-text',
  'hf-papers-compact',
  'hf-papers-meta',
  'scholar-listing',
  'bibtex',
  'ris',
  'csl-json',
  'arxiv-atom',
  'hf-papers-markdown',
  'hf-papers-html',
]);
/** How a capture is laid out; see seeds/README.md. */
export type ListingFormat = z.infer<typeof listingFormatSchema>;

export const sourceSchema = z.object({
  /** File name of the capture. */
  seed: z.string().min(1),
  /** First line of the record, counted from 1. */
  line: z.int().positive(),
  /** Last line of the record. */
  endLine: z.int().positive(),
});
/** Where a record stands in the captures. */
export type Source = z.infer<typeof sourceSchema>;

export const listingDateSchema = z.object({
  year: z.int().nullable(),
  /** Null where only the year is given. */
  month: z.int().min(1).max(12).nullable(),
  /** Null where no day is given. */
  day: z.int().min(1).max(31).nullable(),
});
/** A date as a listing prints it; listings of a website often leave out the year, bibliographies the day. */
export type ListingDate = z.infer<typeof listingDateSchema>;

export const statedFactsSchema = z.object({
  /** arXiv id without version. */
  arxiv: z.string().nullable(),
  /** Of the published version, in lower case; never the one that arXiv registers. */
  doi: z.string().nullable(),
  /** Conference, workshop or journal, as printed. */
  venue: z.string().min(1).nullable(),
  /** Cleaned addresses of code repositories. */
  code: z.array(z.url()),
  /** Other cleaned addresses, but for those of the paper itself. */
  links: z.array(z.url()),
});
/** What a capture with fields of its own states about a paper beside what every listing prints. */
export type StatedFacts = z.infer<typeof statedFactsSchema>;

const fieldPlaceSchema = z.object({
  line: z.int().positive(),
  column: z.int().positive(),
  /** Whether the field stands there character by character, so that places inside of it are known as well. */
  isVerbatim: z.boolean(),
});
/** Where a field of a listing begins. */
export type FieldPlace = z.infer<typeof fieldPlaceSchema>;

export const listingSchema = z.object({
  source: sourceSchema,
  format: listingFormatSchema,
  /** Title as captured, one line, without glued authors. */
  title: z.string().min(1),
  /** Abstract as captured; empty when the capture has none. */
  abstract: z.string(),
  date: listingDateSchema.nullable(),
  /** Names as captured; empty when the listing prints none. */
  authors: z.array(z.string().min(1)),
  /** False when the listing abbreviates the list ("et al."). Meaningless without authors. */
  authorsComplete: z.boolean(),
  /** Number of authors where the listing prints the number. */
  authorCount: z.int().positive().nullable(),
  organizations: z.array(z.string().min(1)),
  /** arXiv category without its archive, as printed ("AI", "DC"). */
  category: z.string().nullable(),
  /** Whether the listing marks the paper as having code, without saying where. */
  hasCodeMark: z.boolean(),
  comments: z.int().nonnegative().nullable(),
  /** Only where the capture has fields for them. */
  stated: statedFactsSchema.optional(),
  /** Where title and abstract begin; that of a missing abstract is the title's. */
  places: z.object({ title: fieldPlaceSchema, abstract: fieldPlaceSchema }),
});
/** One entry of a capture, verbatim. */
export type Listing = z.infer<typeof listingSchema>;

export const publicationDateSchema = z.object({
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  precision: z.enum(['year', 'month', 'day']),
  /** True when the capture prints no year and it was inferred from the capture's other dates. */
  yearInferred: z.boolean(),
});
export type PublicationDate = z.infer<typeof publicationDateSchema>;

export const formattedTextSchema = z.object({
  /** As captured: the evidence. */
  raw: z.string(),
  /** Repaired, plain Unicode, no markup. */
  plain: z.string(),
  /** Repaired, safe HTML with MathML; everything else escaped. */
  html: z.string(),
  /** Repaired, LaTeX for BibTeX: special characters escaped, math kept in dollars. */
  latex: z.string(),
});
/** A piece of running text in the forms that pages, exports and search need. */
export type FormattedText = z.infer<typeof formattedTextSchema>;

export const recordSchema = z.object({
  source: sourceSchema,
  format: listingFormatSchema,
  title: formattedTextSchema,
  abstract: formattedTextSchema,
  published: publicationDateSchema.nullable(),
  authors: z.array(z.string().min(1)),
  authorsComplete: z.boolean(),
  authorCount: z.int().positive().nullable(),
  organizations: z.array(z.string().min(1)),
  category: z.string().nullable(),
  /** arXiv id without version, when the record itself names it as its own. */
  arxiv: z.string().nullable(),
  /** DOI of the published version, when the record names it. */
  doi: z.string().nullable(),
  venue: z.string().min(1).nullable(),
  /** Cleaned URLs of code repositories, stated or named in the abstract. */
  code: z.array(z.url()),
  /** Other cleaned URLs, stated or named in the abstract. */
  links: z.array(z.url()),
  hasCodeMark: z.boolean(),
  comments: z.int().nonnegative().nullable(),
});
/** A listing with its text repaired and its parts understood. */
export type PaperRecord = z.infer<typeof recordSchema>;

export const provenanceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('capture'), seed: z.string(), line: z.int().positive() }),
  /** `agree`: how many public bibliographies state the same. */
  z.object({ kind: z.literal('bibliography'), from: z.string(), agree: z.int().nonnegative().nullable() }),
  z.object({ kind: z.literal('curation') }),
  z.object({ kind: z.literal('derived'), from: z.enum(['arxiv', 'published', 'authors']) }),
]);
/** Where the value of one field comes from. */
export type Provenance = z.infer<typeof provenanceSchema>;

export const sourcedFieldSchema = z.enum([
  'title',
  'abstract',
  'authors',
  'authorCount',
  'published',
  'year',
  'arxiv',
  'doi',
  'venue',
  'category',
  'organizations',
  'code',
  'links',
  'comments',
]);
export type SourcedField = z.infer<typeof sourcedFieldSchema>;

export const conflictSchema = z.object({
  field: sourcedFieldSchema,
  kept: z.object({ value: z.string(), provenance: provenanceSchema }),
  dropped: z.object({ value: z.string(), provenance: provenanceSchema }),
});
/** Two sources that disagree about one field of one paper. */
export type Conflict = z.infer<typeof conflictSchema>;

export const mergeReasonSchema = z.enum(['arxiv', 'doi', 'title', 'similarity', 'curation']);
/** Why two records were taken for one paper. */
export type MergeReason = z.infer<typeof mergeReasonSchema>;

export const draftSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: formattedTextSchema,
  abstract: formattedTextSchema,
  /** "First Last" or a group name; null when no source names any. */
  authors: z.array(z.string().min(1)).nullable(),
  authorsComplete: z.boolean(),
  authorCount: z.int().positive().nullable(),
  published: publicationDateSchema.nullable(),
  year: z.int().nullable(),
  arxiv: z.string().nullable(),
  /** DOI of the published version; null when no source names it. */
  doi: z.string().nullable(),
  venue: z.string().nullable(),
  category: z.string().nullable(),
  organizations: z.array(z.string()),
  code: z.array(z.url()),
  links: z.array(z.url()),
  comments: z.int().nonnegative().nullable(),
  /** In the order of captures and lines; at least one. */
  sources: z.array(sourceSchema).min(1),
  /** Null for a paper that stands in one record only. */
  mergedBy: mergeReasonSchema.nullable(),
  provenance: z.partialRecord(sourcedFieldSchema, provenanceSchema),
  conflicts: z.array(conflictSchema),
});
/** A paper before anything is derived from the whole collection. */
export type PaperDraft = z.infer<typeof draftSchema>;

export const basisSchema = z.enum(['curated', 'rules', 'unclassified']);
/** Who or what chose the topic. */
export type Basis = z.infer<typeof basisSchema>;

export const reasonSchema = z.object({
  term: z.string(),
  where: z.enum(['title', 'abstract', 'curation']),
  /** Contribution to the topic's score; 0 for a curator's reason. */
  weight: z.number(),
});
/** A piece of evidence for a topic. */
export type Reason = z.infer<typeof reasonSchema>;

export const classificationSchema = z.object({
  /** Null only when `basis` is `unclassified`. */
  area: z.string().nullable(),
  topic: z.string().nullable(),
  also: z.array(z.string()).max(2),
  basis: basisSchema,
  confidence: z.number().min(0).max(1),
  reasons: z.array(reasonSchema),
  /** The best topics by the rules, best first, at most three, whatever was chosen. */
  candidates: z.array(z.object({ topic: z.string(), score: z.number() })),
  platforms: z.array(z.string()),
  modalities: z.array(z.string()),
  contributions: z.array(z.string()),
});
export type Classification = z.infer<typeof classificationSchema>;

export const claimSchema = z.object({
  /** Exact substring of the plain abstract, at most 200 characters, that contains `value`. */
  quote: z.string().min(1).max(200),
  /** As written: "up to 2.8×", "19–50x", "from 62.1 to 70.4". */
  value: z.string().min(1),
  metric: z.enum(metricKinds),
  /** The metric as the sentence names it; null where it names none. */
  words: z.string().min(1).nullable(),
  /** The value, or the two ends of a range or change, in `unit`. */
  numbers: z.array(z.number()).min(1).max(2),
  /** "×", "%", "points", "tokens/s"; null for a bare score. */
  unit: z.string().nullable(),
  bound: z.enum(bounds),
  /** Which way the metric changed; null for a value in itself. */
  change: z.enum(['increase', 'decrease']).nullable(),
  /** Which way the metric is better. */
  better: z.enum(['higher', 'lower']),
  /** What the value is measured against, as written, when the sentence says so. */
  against: z.string().nullable(),
});
/** A quantitative result a paper reports for its own contribution. */
export type Claim = z.infer<typeof claimSchema>;

export const relatedPaperSchema = z.object({
  id: z.string(),
  /** Cosine of the TF-IDF vectors, 0 to 1. */
  score: z.number().min(0).max(1),
  /** The terms that contribute most to the score, best first. */
  shared: z.array(z.string()),
});
export type RelatedPaper = z.infer<typeof relatedPaperSchema>;

export const paperSchema = z.object({
  ...draftSchema.shape,
  citeKey: z.string().regex(/^[a-z0-9]+$/i),
  ...classificationSchema.shape,
  claims: z.array(claimSchema),
  related: z.array(relatedPaperSchema),
});
/** A paper of the survey: all that is known and derived. */
export type Paper = z.infer<typeof paperSchema>;
