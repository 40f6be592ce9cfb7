/** Tables as CSV (RFC 4180): commas, quotes where needed, CR LF. */
import type { Citation } from './citation.ts';
import { writerOf } from './writer.ts';

/** A column and how to fill it. */
export type Column<Row> = readonly [name: string, valueOf: (row: Row) => string | number | null];

const columns: readonly Column<Citation>[] = [
  ['id', ({ id }) => id],
  ['cite_key', ({ citeKey }) => citeKey],
  ['title', ({ title }) => title],
  ['authors', ({ authors }) => listText(authors ?? [])],
  ['authors_complete', ({ authors, authorsComplete }) => (authors === null ? null : String(authorsComplete))],
  ['published', ({ published, year }) => published ?? year],
  ['venue', ({ venue }) => venue],
  ['arxiv', ({ arxiv }) => arxiv],
  ['doi', ({ doi }) => doi],
  ['url', ({ url }) => url],
  ['code', ({ code }) => code],
  ['area', ({ area }) => area],
  ['topic', ({ topic }) => topic],
  ['page', ({ page }) => page],
];

/** One row per citation in the order given, below a row of names; a reader’s notes, where there are any, come last. */
export function csv(citations: readonly Citation[]): string {
  const hasNotes = citations.some(({ readerNote }) => readerNote !== undefined);
  return hasNotes
    ? csvTable([...columns, ['note', ({ readerNote = null }) => readerNote]], citations)
    : plainCsv(citations);
}

const plainCsv = writerOf(
  (citation) => csvRow(columns.map(([, valueOf]) => valueOf(citation))),
  (rows) => csvRow(columns.map(([name]) => name)) + rows.join(''),
);

/** A table of any rows; a value that is not known is an empty cell. */
export function csvTable<Row>(table: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [table.map(([name]) => name), ...rows.map((row) => table.map(([, valueOf]) => valueOf(row)))];
  return lines.map(csvRow).join('');
}

function csvRow(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => quoted(cellOf(value))).join(',')}\r\n`;
}

/** Several values in one cell. */
export function listText(values: readonly string[]): string {
  return values.join('; ');
}

// A spreadsheet takes text that begins like this for a formula and runs it; the apostrophe says that it is text.
function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
