/**
 * content/history: what every published version of the survey added or changed, one file a version. The last
 * published state is what remains when all files are read in the order of their versions.
 */
import { z } from 'zod';
import { paperIdSchema } from './bibliography.ts';
import { parseContentFile } from './content-file.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { compareText } from './ordering.ts';
import { daySchema } from './removed.ts';
import type { Position, SourceText } from './source-text.ts';

const digestSchema = z.string().regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits in quotes');

const recordedPaperSchema = z.strictObject({
  title: z.string().min(1),
  topic: z.string().nullable(),
  published: z.string().optional(),
  arxiv: z.string().optional(),
  venue: z.string().optional(),
  /** Digests of what is too long to keep. */
  abstract: digestSchema,
  authors: digestSchema.optional(),
  code: digestSchema.optional(),
});
/** What the history keeps of a paper, to tell later what changed. */
export type RecordedPaper = z.infer<typeof recordedPaperSchema>;

const recordedTextSchema = z.strictObject({ title: z.string().min(1), text: digestSchema.optional() });
/** A topic or area: its title and the digest of its text, if it has one. */
export type RecordedText = z.infer<typeof recordedTextSchema>;

const departureSchema = z.union([
  z.strictObject({ to: z.string().min(1) }),
  z.strictObject({ reason: z.string().min(1) }),
]);
/** Where something that is no longer there has gone, or why it was removed. */
export type Departure = z.infer<typeof departureSchema>;

export const versionNameSchema = z.string().regex(/^\d+(\.\d+)*$/, 'a version in quotes: "1.2.0"');

/** `topics/<id>` or `areas/<id>`. */
const textKeySchema = z.string().regex(/^(topics|areas)\/[a-z0-9-]+$/, 'topics/… or areas/…');

const versionFileSchema = z.strictObject({
  version: versionNameSchema,
  date: daySchema,
  note: z.string().min(1).optional(),
  /** Papers added or changed, as they are in this version. */
  papers: z.record(paperIdSchema, recordedPaperSchema).default({}),
  texts: z.record(textKeySchema, recordedTextSchema).default({}),
  /** Papers, and topics and areas by their keys, that this version no longer has. */
  gone: z.record(z.string(), departureSchema).default({}),
});
/** One file of the history. */
export type VersionFile = z.infer<typeof versionFileSchema>;

/** The survey as it was last published. */
export interface PublishedState {
  readonly papers: ReadonlyMap<string, RecordedPaper>;
  readonly texts: ReadonlyMap<string, RecordedText>;
}

export const recordedFields = ['title', 'authors', 'abstract', 'published', 'arxiv', 'venue', 'code'] as const;
export type RecordedField = (typeof recordedFields)[number];

const paperReferenceSchema = z.object({ id: z.string(), title: z.string() });

export const versionChangesSchema = z.object({
  version: z.string(),
  date: z.string(),
  note: z.string().nullable(),
  /** Whether no version came before it. */
  isFirst: z.boolean(),
  /** Number of papers in this version. */
  papers: z.int().nonnegative(),
  added: z.array(paperReferenceSchema),
  /** Put under another topic. */
  moved: z.array(paperReferenceSchema.extend({ from: z.string().nullable(), to: z.string().nullable() })),
  corrected: z.array(
    paperReferenceSchema.extend({ fields: z.array(z.enum(recordedFields)), formerTitle: z.string().nullable() }),
  ),
  /** Papers found to be parts of another. */
  merged: z.array(paperReferenceSchema.extend({ to: z.string() })),
  removed: z.array(paperReferenceSchema.extend({ reason: z.string() })),
  /** Topics and areas by their keys. */
  texts: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      change: z.enum(['added', 'renamed', 'revised', 'moved', 'removed']),
    }),
  ),
});
/** What a version changed, from the one before it. */
export type VersionChanges = z.infer<typeof versionChangesSchema>;

export interface History {
  /** Newest first. */
  readonly versions: readonly VersionChanges[];
  /** Day of the version that last changed a paper (`papers/<id>`), topic or area. */
  readonly changedOn: ReadonlyMap<string, string>;
  readonly state: PublishedState;
}

const emptyState: PublishedState = { papers: new Map(), texts: new Map() };

/** A survey that was never published. */
export const noHistory: History = { versions: [], changedOn: new Map(), state: emptyState };

/**
 * Reads all files of the history. Never throws; a file that cannot be used is left out. Diagnostics as
 * `parseContentFile`, and `history-conflict` for a version that stands twice, an earlier day than that of the version
 * before, and the departure of something that was not there.
 */
export function readHistory(sources: readonly SourceText[]): { history: History; diagnostics: Diagnostic[] } {
  const parsed = sources.map((source) => ({ source, content: parseContentFile(source, versionFileSchema) }));
  const files = parsed
    .flatMap(({ source, content }) =>
      content.data === null ? [] : [{ file: content.data, place: () => content.positionOf([]), path: source.path }],
    )
    .sort((a, b) => compareVersions(a.file.version, b.file.version) || compareText(a.path, b.path));
  const diagnostics = [
    ...parsed.flatMap(({ content }) => content.diagnostics),
    ...files.flatMap(({ file, place }, index) => outOfOrder(file, files[index - 1]?.file ?? null, place)),
  ];
  let history = noHistory;
  for (const { file, place } of files) {
    diagnostics.push(...unknownDepartures(file, history.state, place));
    history = withVersion(history, file);
  }
  return { history, diagnostics };
}

/** Numbers by their size, so that 0.10 comes after 0.9. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function outOfOrder(file: VersionFile, before: VersionFile | null, place: () => Position): Diagnostic[] {
  if (before === null) return [];
  if (compareVersions(before.version, file.version) === 0) {
    return [diagnosticAt('history-conflict', place(), `version ${file.version} stands twice`, 'each version once')];
  }
  if (before.date <= file.date) return [];
  const message = `version ${file.version} of ${file.date} follows ${before.version} of ${before.date}`;
  return [diagnosticAt('history-conflict', place(), message, 'a day not before that of the version before')];
}

function unknownDepartures(file: VersionFile, { papers, texts }: PublishedState, place: () => Position): Diagnostic[] {
  return Object.keys(file.gone)
    .filter((key) => !papers.has(key) && !texts.has(key))
    .map((key) => diagnosticAt('history-conflict', place(), `"${key}" goes, but was not there`));
}

/** The history with one more version. */
export function withVersion({ versions, changedOn, state }: History, file: VersionFile): History {
  const next: PublishedState = {
    papers: replaced(state.papers, file.papers, file.gone),
    texts: replaced(state.texts, file.texts, file.gone),
  };
  const touched = [...Object.keys(file.papers).map((id) => `papers/${id}`), ...Object.keys(file.texts)];
  return {
    versions: [changesOf(file, state, next, versions.length === 0), ...versions],
    changedOn: new Map([...changedOn, ...touched.map((key) => [key, file.date] as const)]),
    state: next,
  };
}

function replaced<T>(
  before: ReadonlyMap<string, T>,
  changed: Readonly<Record<string, T>>,
  gone: VersionFile['gone'],
): Map<string, T> {
  const after = new Map([...before, ...Object.entries(changed)]);
  for (const key of Object.keys(gone)) after.delete(key);
  return new Map([...after].sort(([a], [b]) => compareText(a, b)));
}

function changesOf(
  { version, date, note, papers, texts, gone }: VersionFile,
  before: PublishedState,
  after: PublishedState,
  isFirst: boolean,
): VersionChanges {
  const entries = Object.entries(papers).sort(([a], [b]) => compareText(a, b));
  const known = entries.flatMap(([id, now]) => {
    const then = before.papers.get(id);
    return then === undefined ? [] : [{ id, title: now.title, now, then }];
  });
  return {
    version,
    date,
    note: note ?? null,
    isFirst,
    papers: after.papers.size,
    added: entries.filter(([id]) => !before.papers.has(id)).map(([id, { title }]) => ({ id, title })),
    moved: known
      .filter(({ now, then }) => now.topic !== then.topic)
      .map(({ id, title, now, then }) => ({ id, title, from: then.topic, to: now.topic })),
    corrected: known.flatMap(({ id, title, now, then }) => {
      const fields = recordedFields.filter((field) => now[field] !== then[field]);
      const formerTitle = then.title === title ? null : then.title;
      return fields.length === 0 ? [] : [{ id, title, fields, formerTitle }];
    }),
    ...departuresOf(gone, before),
    texts: textChanges(texts, gone, before),
  };
}

function departuresOf(
  gone: VersionFile['gone'],
  { papers }: PublishedState,
): Pick<VersionChanges, 'merged' | 'removed'> {
  const left = Object.entries(gone)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([id, departure]) => {
      const title = papers.get(id)?.title;
      return title === undefined ? [] : [{ id, title, departure }];
    });
  return {
    merged: left.flatMap(({ id, title, departure }) => ('to' in departure ? [{ id, title, to: departure.to }] : [])),
    removed: left.flatMap(({ id, title, departure }) =>
      'reason' in departure ? [{ id, title, reason: departure.reason }] : [],
    ),
  };
}

function textChanges(
  texts: VersionFile['texts'],
  gone: VersionFile['gone'],
  before: PublishedState,
): VersionChanges['texts'] {
  const changed = Object.entries(texts).map(([key, { title }]) => ({
    key,
    title,
    change: textChange(title, before.texts.get(key)),
  }));
  const left = Object.entries(gone).flatMap(([key, departure]) => {
    const title = before.texts.get(key)?.title;
    const change = 'to' in departure ? ('moved' as const) : ('removed' as const);
    return title === undefined ? [] : [{ key, title, change }];
  });
  return [...changed, ...left].sort((a, b) => compareText(a.key, b.key));
}

function textChange(title: string, before: RecordedText | undefined): 'added' | 'renamed' | 'revised' {
  if (before === undefined) return 'added';
  return before.title === title ? 'revised' : 'renamed';
}
