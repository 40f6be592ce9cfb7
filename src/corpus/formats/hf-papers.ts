/** What the three captures of Daily Papers have in common: header, listing date, records in sequence. */
import { parseListingDate } from '../dates.ts';
import { diagnosticAt, type Diagnostic } from '../diagnostics.ts';
import type { Listing, ListingFormat } from '../paper.ts';
import { excerptOf } from '../source-text.ts';
import {
  placeOfLine,
  positionOf,
  type Capture,
  type CaptureLine,
  type CaptureReading,
  type LineRole,
} from './format.ts';
import { readLoneOrganization, readMetaLine, readOrganizationLine, type MetaFact } from './hf-papers-meta-line.ts';
import { isLong, looksLikeAbstract, looksLikeTitle, pairProse, type ProsePart } from './prose-pairs.ts';

/** Header lines that no other text is likely to hold, and those that prove nothing by themselves. */
const telltales =
  /^(?:Get trending papers in your email inbox(?: once a day)?!?|Daily Papers|by ?AK and the research community)$/;
const commonplaces = /^(?:new|Subscribe)$/;
const glue = 'Subscribe';

interface MetaLine {
  readonly line: CaptureLine;
  readonly fact: MetaFact;
}

type Part =
  | { readonly kind: 'boilerplate'; readonly line: CaptureLine }
  | { readonly kind: 'listed-on'; readonly line: CaptureLine }
  | { readonly kind: 'prose'; readonly line: CaptureLine }
  | ({ readonly kind: 'meta' } & MetaLine);

/** Lines of prose in sequence, and the meta lines right after them, which belong to the last record. */
interface Segment {
  readonly prose: CaptureLine[];
  readonly meta: MetaLine[];
}

/** What tells the captures of Daily Papers from other texts and from each other. */
export interface HfPapersTraits {
  /** Whether there is a header line that hardly any other text holds. */
  readonly header: boolean;
  /** Lines with a count of authors, a dot or a date, not counting the date of the listing. */
  readonly metaLines: number;
  /** Whether blank lines stand between title and abstract. */
  readonly spaced: boolean;
  /** 0 for a text that is not Daily Papers, to 1. */
  readonly certainty: number;
}

/** Describes the lines of a capture as far as telling the formats apart needs it. */
export function describeHfPapers(lines: readonly CaptureLine[]): HfPapersTraits {
  const parts = partsOf(lines, true);
  const header = lines.some(({ text }) => telltales.test(text)) || (beginsGlued(lines, parts) && isBareListing(parts));
  const facts = parts.flatMap((part) => (part.kind === 'meta' ? [part.fact.kind] : []));
  const prose = parts.flatMap((part) => (part.kind === 'prose' ? [part.line] : []));
  const gaps = prose.filter(({ number }, index) => index > 0 && number > (prose[index - 1]?.number ?? 0) + 1).length;
  const spaced = gaps * 2 >= prose.length - 1;
  const certainty = header || facts.includes('authors') ? 0.9 : isBareListing(parts) ? 0.5 : 0;
  return { header, metaLines: facts.filter((kind) => kind !== 'organization').length, spaced, certainty };
}

/** Whether all that is left of the header is the word that the first title is glued to. */
function beginsGlued([line]: readonly CaptureLine[], [part]: readonly Part[]): boolean {
  return line !== undefined && part?.kind === 'prose' && part.line.text !== line.text;
}

/** Whether a text without header is nothing but titles and abstracts, each looking like one. */
function isBareListing(parts: readonly Part[]): boolean {
  const segments = segmentsOf(parts);
  return (
    segments.length > 0 &&
    segments.every(
      ({ prose }) =>
        prose.length >= 2 &&
        prose.length % 2 === 0 &&
        prose.every(({ text }, index) =>
          index % 2 === 0 ? looksLikeTitle(text) && !/^[#>*<{[|-]/.test(text) : looksLikeAbstract(text),
        ),
    )
  );
}

/** Reads a capture of Daily Papers; `withMeta` when lines under the abstracts are to be understood. */
export function readHfPapers(
  capture: Capture,
  { format, withMeta }: { readonly format: ListingFormat; readonly withMeta: boolean },
): CaptureReading {
  const parts = partsOf(capture.lines, withMeta);
  const hasLongAbstracts = parts.some((part) => part.kind === 'prose' && isLong(part.line.text));
  const reading: RecordReading = { listings: [], diagnostics: [], roles: new Map() };
  for (const part of parts) {
    if (part.kind === 'boilerplate' || part.kind === 'listed-on') reading.roles.set(part.line.number, 'boilerplate');
  }
  for (const segment of segmentsOf(parts))
    readSegment(segment, { capture, format, withMeta, hasLongAbstracts }, reading);
  const listedOn = parts.find((part) => part.kind === 'listed-on')?.line.text ?? null;
  return { ...reading, listedOn };
}

/** Names the part every line plays; only a line under a header, or the first, can be the date of the listing. */
function partsOf(lines: readonly CaptureLine[], withMeta: boolean): Part[] {
  const parts: Part[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = parts.at(-1)?.kind;
    const inHeader = previous === undefined || previous === 'boilerplate';
    parts.push(
      headerPartOf(line, previous === undefined, inHeader) ?? bodyPartOf(line, lines[index + 1], previous, withMeta),
    );
  }
  return parts;
}

function headerPartOf(line: CaptureLine, isFirst: boolean, inHeader: boolean): Part | null {
  if (telltales.test(line.text) || commonplaces.test(line.text)) return { kind: 'boilerplate', line };
  if (!inHeader) return null;
  if (parseListingDate(line.text).kind === 'date') return { kind: 'listed-on', line };
  const glued = line.text.startsWith(glue) && (isFirst ? /^[\p{Lu}\p{N}]/u : /^\S/).test(line.text.slice(glue.length));
  if (!glued) return null;
  return { kind: 'prose', line: { ...line, column: line.column + glue.length, text: line.text.slice(glue.length) } };
}

function bodyPartOf(
  line: CaptureLine,
  next: CaptureLine | undefined,
  previous: Part['kind'] | undefined,
  withMeta: boolean,
): Part {
  const afterRecord = previous === 'prose' || previous === 'meta';
  if (!withMeta || !afterRecord) return { kind: 'prose', line };
  const fact = readMetaLine(line.text) ?? (previous === 'prose' ? readOrganizationLine(line, next) : null);
  return fact === null ? { kind: 'prose', line } : { kind: 'meta', line, fact };
}

/** Meta lines and header lines end a segment. */
function segmentsOf(parts: readonly Part[]): Segment[] {
  const segments: Segment[] = [];
  let previous: Part['kind'] | undefined;
  for (const part of parts) {
    if (part.kind === 'prose') {
      if (previous !== 'prose') segments.push({ prose: [], meta: [] });
      segments.at(-1)?.prose.push(part.line);
    } else if (part.kind === 'meta') {
      segments.at(-1)?.meta.push(part);
    }
    previous = part.kind;
  }
  return segments;
}

interface RecordReading {
  readonly listings: Listing[];
  readonly diagnostics: Diagnostic[];
  readonly roles: Map<number, LineRole>;
}

interface ReadingContext {
  readonly capture: Capture;
  readonly format: ListingFormat;
  readonly withMeta: boolean;
  readonly hasLongAbstracts: boolean;
}

function readSegment({ prose, meta }: Segment, context: ReadingContext, reading: RecordReading): void {
  const parts = pairProse(
    prose.map((line) => line.text),
    context.hasLongAbstracts,
  );
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const organization = part?.kind === 'pair' ? organizationAt(parts[index + 1], prose, context) : [];
    index += organization.length;
    const ownMeta = [...organization, ...(index >= parts.length - 1 ? meta : [])];
    if (part?.kind === 'half') {
      const line = prose[part.line];
      if (line !== undefined) reportHalf(line, ownMeta, context, reading);
    } else if (part !== undefined) {
      const [title, abstract] = [prose[part.title], prose[part.abstract]];
      if (title !== undefined && abstract !== undefined)
        addRecord({ title, abstract, meta: ownMeta }, context, reading);
    }
  }
}

/** An organisation with neither dot nor date below: a line under an abstract that is no half of a record. */
function organizationAt(
  part: ProsePart | undefined,
  prose: readonly CaptureLine[],
  { withMeta }: ReadingContext,
): MetaLine[] {
  const line = withMeta && part?.kind === 'half' ? prose[part.line] : undefined;
  const fact = line === undefined ? null : readLoneOrganization(line.text);
  return line === undefined || fact === null ? [] : [{ line, fact }];
}

function reportHalf(
  line: CaptureLine,
  meta: readonly MetaLine[],
  { capture }: ReadingContext,
  reading: RecordReading,
): void {
  const [half, missing] = looksLikeAbstract(line.text) ? ['abstract', 'title'] : ['title', 'abstract'];
  const message = `the ${half} "${excerptOf(line.text)}" has no ${missing}; the record was left out`;
  reading.diagnostics.push(
    diagnosticAt('truncated-record', positionOf(capture, line), message, 'a title and an abstract, each on one line'),
  );
  for (const { number } of [line, ...meta.map((entry) => entry.line)]) reading.roles.set(number, 'reported');
}

interface RecordLines {
  readonly title: CaptureLine;
  readonly abstract: CaptureLine;
  readonly meta: readonly MetaLine[];
}

function addRecord({ title, abstract, meta }: RecordLines, context: ReadingContext, reading: RecordReading): void {
  const { capture, format } = context;
  const own = firstOfEachKind(meta);
  const date = own.find(({ fact }) => fact.kind === 'date');
  if (date !== undefined && date.fact.kind === 'date' && date.fact.reading.kind === 'invalid') {
    const message = `"${excerptOf(date.line.text)}" is not a date; the record was kept without it`;
    reading.diagnostics.push(
      diagnosticAt('invalid-date', positionOf(capture, date.line), message, 'a day that exists'),
    );
  }
  const lines = [title, abstract, ...own.map(({ line }) => line)];
  for (const { number } of lines) reading.roles.set(number, 'record');
  reading.listings.push({
    source: { seed: capture.seed, line: title.number, endLine: lines.at(-1)?.number ?? abstract.number },
    format,
    title: title.text,
    abstract: abstract.text,
    authors: [],
    authorsComplete: false,
    category: null,
    hasCodeMark: false,
    places: { title: placeOfLine(title), abstract: placeOfLine(abstract) },
    ...factsOf(own.map(({ fact }) => fact)),
  });
}

/** A record has one line of each kind; further ones are left for the caller to report. */
function firstOfEachKind(meta: readonly MetaLine[]): MetaLine[] {
  const seen = new Set<MetaFact['kind']>();
  return meta.filter(({ fact }) => !seen.has(fact.kind) && seen.add(fact.kind));
}

function factsOf(facts: readonly MetaFact[]): Pick<Listing, 'date' | 'comments' | 'authorCount' | 'organizations'> {
  let date: Listing['date'] = null;
  let comments: number | null = null;
  let authorCount: number | null = null;
  const organizations: string[] = [];
  for (const fact of facts) {
    switch (fact.kind) {
      case 'authors':
        authorCount = fact.count > 0 ? fact.count : null;
        break;
      case 'organization':
        organizations.push(fact.name);
        break;
      case 'date':
        date = fact.reading.kind === 'date' ? fact.reading.date : null;
        comments = fact.comments;
        break;
      case 'dot':
        break;
    }
  }
  return { date, comments, authorCount, organizations };
}
