/** Makes one set of fields of the records of one paper; says where each came from and what was dropped. */
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import type { Conflict, PaperDraft, PaperRecord, Provenance, PublicationDate, SourcedField } from './paper.ts';
import { type CapturePath, positionOfSource, type RecordGroup } from './record-group.ts';
import { excerptOf } from './source-text.ts';
import { normalisedTitle } from './titles.ts';

/** A paper as the captures alone give it. */
export type MergedFields = Omit<PaperDraft, 'id' | 'year'>;

/** A diagnostic with the field it is about. */
export interface FieldDiagnostic {
  readonly field: SourcedField;
  readonly diagnostic: Diagnostic;
}

/**
 * Merges the records of a group. Of single values the first in the order of captures and lines is
 * kept; of dates the more precise one; of author lists a complete one before an abbreviated one.
 * Organizations, code and links are united. Diagnostics: `merge-conflict` for values that differ by
 * more than spelling, also listed in `conflicts`. Counts of comments grow; they are no conflict.
 */
export function mergeRecords(
  { records, mergedBy }: RecordGroup,
  pathOf: CapturePath,
): { fields: MergedFields; diagnostics: FieldDiagnostic[] } {
  const merger = new Merger(records, pathOf);
  const title =
    merger.pick(
      'title',
      ({ title }) => title,
      sameText,
      ({ plain }) => plain,
    ) ?? records[0].title;
  const abstract = merger.pick(
    'abstract',
    ({ abstract }) => (abstract.plain === '' ? null : abstract),
    sameText,
    ({ plain }) => plain,
  );
  const listed = merger.pick('authors', authorsOf, agreeingAuthors, ({ names }) => names.join(', '), completeFirst);
  const count = merger.pick('authorCount', ({ authorCount }) => authorCount, Object.is, String);
  const published = merger.pick(
    'published',
    (r) => r.published,
    agreeingDates,
    ({ value }) => value,
    preciseFirst,
  );
  const arxiv = merger.pick('arxiv', (record) => record.arxiv, Object.is, String);
  const doi = merger.pick('doi', (record) => record.doi, Object.is, String);
  const venue = merger.pick('venue', (record) => record.venue, sameSpelling, String);
  const category = merger.pick('category', (record) => record.category, Object.is, String);
  const comments = merger.pick(
    'comments',
    (record) => record.comments,
    () => true,
    String,
  );
  const fields: MergedFields = {
    title,
    abstract: abstract ?? records[0].abstract,
    authors: listed?.names ?? null,
    authorsComplete: listed?.complete ?? false,
    authorCount: count,
    published,
    arxiv,
    doi,
    venue,
    category,
    organizations: merger.unite('organizations', ({ organizations }) => organizations),
    code: merger.unite('code', ({ code }) => code),
    links: merger.unite('links', ({ links }) => links),
    comments,
    sources: records.map(({ source }) => source),
    mergedBy,
    provenance: merger.provenance,
    conflicts: merger.conflicts,
  };
  return { fields, diagnostics: merger.diagnostics };
}

interface ListedAuthors {
  readonly names: string[];
  readonly complete: boolean;
}

function authorsOf({ authors, authorsComplete }: PaperRecord): ListedAuthors | null {
  return authors.length === 0 ? null : { names: authors, complete: authorsComplete };
}

function completeFirst(a: ListedAuthors, b: ListedAuthors): number {
  return Number(b.complete) - Number(a.complete) || (a.complete ? 0 : b.names.length - a.names.length);
}

function agreeingAuthors(a: ListedAuthors, b: ListedAuthors): boolean {
  if (a.complete && b.complete && a.names.length !== b.names.length) return false;
  const shared = Math.min(a.names.length, b.names.length);
  return a.names.slice(0, shared).every((name, index) => sameSpelling(name, b.names[index] ?? ''));
}

/** A printed year before an inferred one, then the more precise date. */
function preciseFirst(a: PublicationDate, b: PublicationDate): number {
  return b.value.length - a.value.length || Number(a.yearInferred) - Number(b.yearInferred);
}

function agreeingDates(a: PublicationDate, b: PublicationDate): boolean {
  return a.value.startsWith(b.value) || b.value.startsWith(a.value);
}

function sameText(a: { readonly plain: string }, b: { readonly plain: string }): boolean {
  return sameSpelling(a.plain, b.plain);
}

/** Equal but for case, diacritics, spaces and punctuation, where damage to a text shows. */
export function sameSpelling(a: string, b: string): boolean {
  return normalisedTitle(a) === normalisedTitle(b);
}

class Merger {
  readonly provenance: Partial<Record<SourcedField, Provenance>> = {};
  readonly conflicts: Conflict[] = [];
  readonly diagnostics: FieldDiagnostic[] = [];
  readonly #records: readonly PaperRecord[];
  readonly #pathOf: CapturePath;

  constructor(records: readonly PaperRecord[], pathOf: CapturePath) {
    this.#records = records;
    this.#pathOf = pathOf;
  }

  /** The preferred value of the records that have one; those that do not agree with it are conflicts. */
  pick<T>(
    field: SourcedField,
    valueOf: (record: PaperRecord) => T | null,
    agree: (kept: T, other: T) => boolean,
    show: (value: T) => string,
    prefer: (a: T, b: T) => number = () => 0,
  ): T | null {
    const stated = this.#records.flatMap((record) => {
      const value = valueOf(record);
      return value === null ? [] : [{ value, record }];
    });
    const [kept, ...others] = stated.toSorted((a, b) => prefer(a.value, b.value));
    if (kept === undefined) return null;
    this.provenance[field] = captureProvenance(kept.record);
    for (const { value, record } of others) {
      if (agree(kept.value, value)) continue;
      this.#reportConflict(field, [show(kept.value), kept.record], [show(value), record]);
    }
    return kept.value;
  }

  /** All values of all records, once each. */
  unite(field: SourcedField, valuesOf: (record: PaperRecord) => readonly string[]): string[] {
    const first = this.#records.find((record) => valuesOf(record).length > 0);
    if (first !== undefined) this.provenance[field] = captureProvenance(first);
    return unitedValues(this.#records.flatMap(valuesOf));
  }

  #reportConflict(field: SourcedField, kept: [string, PaperRecord], dropped: [string, PaperRecord]): void {
    this.conflicts.push({
      field,
      kept: { value: kept[0], provenance: captureProvenance(kept[1]) },
      dropped: { value: dropped[0], provenance: captureProvenance(dropped[1]) },
    });
    const { source } = kept[1];
    const message =
      `${field} "${excerptOf(dropped[0])}" differs from "${excerptOf(kept[0])}" ` +
      `at ${this.#pathOf(source.seed)}:${source.line}, which was kept`;
    const position = positionOfSource(dropped[1].source, this.#pathOf);
    this.diagnostics.push({ field, diagnostic: diagnosticAt('merge-conflict', position, message) });
  }
}

function captureProvenance({ source }: PaperRecord): Provenance {
  return { kind: 'capture', seed: source.seed, line: source.line };
}

/** Each value once, in its first spelling. */
export function unitedValues(values: readonly string[]): string[] {
  const united = new Map<string, string>();
  for (const value of values) {
    const key = /^https?:/i.test(value) ? addressKey(value) : value.toLowerCase();
    if (!united.has(key)) united.set(key, value);
  }
  return [...united.values()];
}

/** Addresses that differ in scheme, `www.`, case of host, final slash or `.git` are one; on GitHub case never counts. */
function addressKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, pathname, search, hash } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const path = `${pathname.replace(/\/$/, '').replace(/\.git$/, '')}${search}${hash}`;
  return `${host}${host === 'github.com' ? path.toLowerCase() : path}`;
}
