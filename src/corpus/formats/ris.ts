/** Bibliographies in RIS: a line for each field, from "TY  - " to "ER  - ". */
import {
  type EntryFacts,
  EntryReading,
  isoDateIn,
  noFacts,
  type PlacedText,
  type Span,
  unwrapped,
  venueNamed,
} from './entry-reading.ts';
import type { Capture, CaptureFormat, CaptureLine, CaptureReading } from './format.ts';
import { nameFromParts } from './name-parts.ts';
import { lineStarts } from './text-places.ts';

const fieldLine = /^([A-Z][A-Z0-9]) {0,3}-(?: +|$)/;

export const ris: CaptureFormat = {
  id: 'ris',
  shape: 'lines such as "TY  - JOUR" and "TI  - a title", each record ended by "ER  - "',
  fit: (lines) => {
    const tags = lines.filter(({ text }) => fieldLine.test(text)).length;
    if (lines.length > 0 && /^TY {0,3}-/.test(lines[0]?.text ?? '')) return 0.95;
    return lines.some(({ text }) => /^TY {0,3}-/.test(text)) && tags * 2 > lines.length ? 0.6 : 0;
  },
  read: readRis,
};

interface RisField extends PlacedText {
  readonly tag: string;
}

interface OpenRecord {
  readonly start: number;
  end: number;
  readonly fields: RisField[];
}

function readRis(capture: Capture): CaptureReading {
  const reading = new EntryReading(capture, 'ris');
  const starts = lineStarts(capture.text);
  let open: OpenRecord | null = null;
  for (const line of capture.lines) {
    const start = (starts[line.number - 1] ?? 0) + line.column - 1;
    const field = fieldOf(line, start);
    const end = start + line.text.length;
    if (field?.tag === 'TY') {
      if (open !== null) reportOpen(reading, open);
      open = { start, end, fields: [] };
    } else if (open !== null) {
      open.end = end;
      if (field === null) continueLast(open.fields, line.text);
      else if (field.tag !== 'ER') open.fields.push(field);
      else {
        reading.add(factsOf(open.fields), open);
        open = null;
      }
    }
  }
  if (open !== null) reportOpen(reading, open);
  return reading.result();
}

function reportOpen(reading: EntryReading, span: Span): void {
  reading.skip(span, span.start, 'this record of RIS does not end; it was left out', 'a line "ER  - "');
}

function fieldOf({ text }: CaptureLine, start: number): RisField | null {
  const match = fieldLine.exec(text);
  if (match === null) return null;
  return { tag: match[1] ?? '', text: text.slice(match[0].length), offset: start + match[0].length };
}

/** A line without a tag goes on with the field before it. */
function continueLast(fields: RisField[], text: string): void {
  const last = fields.pop();
  if (last !== undefined) fields.push({ ...last, text: `${last.text}\n${text}` });
}

function factsOf(fields: readonly RisField[]): EntryFacts {
  const first = (...tags: readonly string[]): RisField | null =>
    tags.flatMap((tag) => fields.find((field) => field.tag === tag) ?? [])[0] ?? null;
  const all = (...tags: readonly string[]): string[] =>
    fields.filter(({ tag, text }) => tags.includes(tag) && text.trim() !== '').map(({ text }) => unwrapped(text));
  const authors = all('AU', 'A1');
  const isEtAl = (name: string): boolean => /^(?:et al\.?|others)$/i.test(name);
  const date = first('DA', 'PY', 'Y1');
  return {
    ...noFacts,
    title: placed(first('TI', 'T1', 'CT')),
    abstract: placed(first('AB', 'N2')),
    authors: authors.filter((name) => !isEtAl(name)).map(nameOf),
    authorsComplete: !authors.some(isEtAl),
    date: isoDateIn(date && { ...date, text: date.text.replace(/\/+$/, '') }),
    venue: venueNamed(first('T2', 'JO', 'JF', 'JA', 'BT', 'C3')?.text),
    addresses: all('DO', 'UR', 'L1', 'L2', 'LK', 'AN', 'M1'),
  };
}

function placed(field: RisField | null): PlacedText | null {
  return field === null ? null : { text: unwrapped(field.text), offset: field.offset };
}

/** "Family, Given, Suffix", or as printed. */
function nameOf(name: string): string {
  const [family = '', given = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return nameFromParts({ given, family, suffix });
}
