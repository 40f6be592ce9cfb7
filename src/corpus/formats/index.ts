/** The listing formats and the one way into them: text of a capture → its listings and an account of every line. */
import type { CaptureAccount } from '../corpus.ts';
import { inferCaptureYear, toPublicationDate } from '../dates.ts';
import { compareDiagnostics, diagnosticAt, type Diagnostic } from '../diagnostics.ts';
import type { Listing, ListingDate, ListingFormat } from '../paper.ts';
import { excerptOf, fileNameOf, linesOf, type SourceLine, type SourceText } from '../source-text.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { positionOf, type Capture, type CaptureFormat, type CaptureLine, type CaptureReading } from './format.ts';
import { hfPapersCompact } from './hf-papers-compact.ts';
import { hfPapersHtml } from './hf-papers-html.ts';
import { hfPapersMarkdown } from './hf-papers-markdown.ts';
import { hfPapersMeta } from './hf-papers-meta.ts';
import { hfPapersText } from './hf-papers-text.ts';
import { ris } from './ris.ts';
import { scholarListing } from './scholar-listing.ts';

/** Every known format; of two that fit equally well the first is taken. */
export const captureFormats: readonly CaptureFormat[] = [
  scholarListing,
  hfPapersMeta,
  hfPapersText,
  hfPapersCompact,
  bibtex,
  ris,
  cslJson,
  arxivAtom,
  hfPapersMarkdown,
  hfPapersHtml,
];

/** One capture, read: its listings in the order of its lines, and what became of every line. */
export interface ParsedCapture {
  /** File name of the capture. */
  readonly seed: string;
  /** Null when no format fits. */
  readonly format: ListingFormat | null;
  /** The listing's own date line, verbatim, when it prints one. */
  readonly listedOn: string | null;
  readonly listings: readonly Listing[];
  readonly lines: CaptureAccount['lines'];
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a capture in whichever format its content has. Never throws: what cannot be read is in the diagnostics
 * (`empty-capture`, `unknown-format`, `unaccounted-line`, `truncated-record`, `invalid-date`, `uncertain-author-split`).
 */
export function parseCapture(source: SourceText): ParsedCapture {
  const all = linesOf(source);
  const lines = all.map(toCaptureLine).filter((line) => line.text !== '');
  const capture: Capture = { path: source.path, seed: fileNameOf(source.path), text: withoutMark(source.text), lines };
  const format = detectFormat(lines);
  const reading = format === null ? notRead(capture) : format.read(capture);
  const strays = format === null ? [] : unaccounted(capture, reading);
  const checked = withoutImpossibleLeapDays(capture, reading.listings);
  return {
    seed: capture.seed,
    format: format?.id ?? null,
    listedOn: reading.listedOn,
    listings: checked.listings,
    lines: accountOf(all.length, lines.length, reading),
    diagnostics: [...reading.diagnostics, ...strays, ...checked.diagnostics].sort(compareDiagnostics),
  };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The format whose shape the lines have best; null when they have none of the shapes. */
export function detectFormat(lines: readonly CaptureLine[]): CaptureFormat | null {
  let best: { format: CaptureFormat; fit: number } | null = null;
  for (const format of captureFormats) {
    const fit = format.fit(lines);
    if (fit > (best?.fit ?? 0)) best = { format, fit };
  }
  return best?.format ?? null;
}

function toCaptureLine({ number, text }: SourceLine): CaptureLine {
  return { number, column: text.length - text.trimStart().length + 1, text: text.trim() };
}

function notRead(capture: Capture): CaptureReading {
  const start = { path: capture.path, line: 1, column: 1 };
  const known = captureFormats.map((format) => `${format.id} (${format.shape})`).join(', ');
  const first = capture.lines[0];
  const diagnostic =
    first === undefined
      ? diagnosticAt('empty-capture', start, 'the capture holds no text', 'a listing of papers')
      : diagnosticAt(
          'unknown-format',
          start,
          `the capture is in none of the known formats; it begins "${excerptOf(first.text)}"`,
          `one of ${known}`,
        );
  return { listings: [], listedOn: null, roles: new Map(), diagnostics: [diagnostic] };
}

function unaccounted(capture: Capture, reading: CaptureReading): Diagnostic[] {
  return capture.lines
    .filter((line) => !reading.roles.has(line.number))
    .map((line) =>
      diagnosticAt(
        'unaccounted-line',
        positionOf(capture, line),
        `"${excerptOf(line.text)}" is neither part of a record nor known boilerplate`,
      ),
    );
}

function accountOf(total: number, filled: number, reading: CaptureReading): CaptureAccount['lines'] {
  const roles = [...reading.roles.values()];
  const records = roles.filter((role) => role === 'record').length;
  const boilerplate = roles.filter((role) => role === 'boilerplate').length;
  return { total, blank: total - filled, records, boilerplate, unaccounted: filled - records - boilerplate };
}

/** Drops "Feb 29" where the year that follows from the capture's other dates has no such day. */
function withoutImpossibleLeapDays(
  capture: Capture,
  listings: readonly Listing[],
): { listings: readonly Listing[]; diagnostics: readonly Diagnostic[] } {
  const year = inferCaptureYear(datesOf(listings));
  if (year === null) return { listings, diagnostics: [] };
  const impossible = new Set(listings.filter(({ date }) => date !== null && toPublicationDate(date, year) === null));
  return {
    listings: listings.map((listing) => (impossible.has(listing) ? { ...listing, date: null } : listing)),
    diagnostics: [...impossible].map(({ source }) =>
      diagnosticAt(
        'invalid-date',
        { path: capture.path, line: source.line, column: 1 },
        `"Feb 29" does not exist in ${year}, the year inferred from the other dates of this capture`,
        'a date with its year',
      ),
    ),
  };
}

function datesOf(listings: readonly Listing[]): ListingDate[] {
  return listings.flatMap(({ date }) => (date === null ? [] : [date]));
}
