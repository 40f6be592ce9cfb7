/** Listings of a scholarly site, three lines a record: category and date, title glued to authors, abstract. */
import { listingDatePattern, parseListingDate } from '../dates.ts';
import { diagnosticAt, type Diagnostic } from '../diagnostics.ts';
import type { Listing } from '../paper.ts';
import { excerptOf } from '../source-text.ts';
import { certainTitleOf, splitTitleAndAuthors, wholeNamesOf, type AuthorSplit } from './author-split.ts';
import { captureWords, type CaptureWords } from './capture-words.ts';
import {
  placeOfLine,
  positionOf,
  type Capture,
  type CaptureFormat,
  type CaptureLine,
  type CaptureReading,
  type LineRole,
} from './format.ts';

/** "AIJun 1Code", "LGOct 12, 2025", "q-bio.NCMay 3". */
const headPattern = new RegExp(`^([A-Za-z][A-Za-z.-]{0,30}?) {0,3}(${listingDatePattern}) {0,3}(Code)?$`);
const longestHead = 80;

export const scholarListing: CaptureFormat = {
  id: 'scholar-listing',
  shape: 'a line such as "LGJun 1, 2025Code", title with authors, abstract',
  fit: (lines) => {
    const heads = lines.filter((line) => readHead(line.text) !== null).length;
    return heads * linesPerRecord * 2 < lines.length ? 0 : Math.min(1, (heads * linesPerRecord) / lines.length);
  },
  read: readScholarListing,
};

const linesPerRecord = 3;

interface Head {
  readonly category: string;
  /** As printed. */
  readonly date: string;
  readonly hasCodeMark: boolean;
}

/** A head and the lines up to the next one. */
interface Entry {
  readonly line: CaptureLine;
  readonly head: Head;
  readonly rest: CaptureLine[];
}

function readHead(text: string): Head | null {
  if (text.length > longestHead) return null;
  const match = headPattern.exec(text.replace(/\s/g, ' '));
  if (match === null) return null;
  return { category: match[1] ?? '', date: match[2] ?? '', hasCodeMark: match[3] !== undefined };
}

function readScholarListing(capture: Capture): CaptureReading {
  const entries = entriesOf(capture.lines);
  const words = wordsOf(entries);
  const roles = new Map<number, LineRole>();
  const diagnostics: Diagnostic[] = [];
  const listings: Listing[] = [];
  for (const entry of entries) {
    const [title, abstract] = entry.rest;
    if (title === undefined || abstract === undefined) {
      diagnostics.push(truncated(capture, entry));
      for (const { number } of [entry.line, ...entry.rest]) roles.set(number, 'reported');
      continue;
    }
    for (const { number } of [entry.line, title, abstract]) roles.set(number, 'record');
    const split = splitTitleAndAuthors(title.text, words);
    diagnostics.push(...doubtsAbout(capture, entry, title, split));
    listings.push(toListing(capture, entry, { title, abstract, split }));
  }
  return { listings, listedOn: null, roles, diagnostics };
}

function entriesOf(lines: readonly CaptureLine[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const head = readHead(line.text);
    if (head !== null) entries.push({ line, head, rest: [] });
    else entries.at(-1)?.rest.push(line);
  }
  return entries;
}

/** What the capture's abstracts, titles and unglued names tell about words. */
function wordsOf(entries: readonly Entry[]): CaptureWords {
  const titles = entries.flatMap(({ rest }) => rest.slice(0, 1).map(({ text }) => text));
  const abstracts = entries.flatMap(({ rest }) => rest.slice(1, 2).map(({ text }) => text));
  return captureWords([...abstracts, ...titles.map(certainTitleOf)], titles.flatMap(wholeNamesOf));
}

function toListing(
  capture: Capture,
  { line, head }: Entry,
  {
    title,
    abstract,
    split,
  }: { readonly title: CaptureLine; readonly abstract: CaptureLine; readonly split: AuthorSplit },
): Listing {
  const reading = parseListingDate(head.date);
  const complete = split.authors.length > 0 && !split.abbreviated;
  return {
    source: { seed: capture.seed, line: line.number, endLine: abstract.number },
    format: 'scholar-listing',
    title: split.title,
    abstract: abstract.text,
    date: reading.kind === 'date' ? reading.date : null,
    authors: [...split.authors],
    authorsComplete: complete,
    authorCount: complete ? split.authors.length : null,
    organizations: [...split.organizations],
    category: head.category,
    hasCodeMark: head.hasCodeMark,
    comments: null,
    places: { title: placeOfLine(title), abstract: placeOfLine(abstract) },
  };
}

function truncated(capture: Capture, { line, rest }: Entry): Diagnostic {
  const has = rest.length === 0 ? 'neither title nor abstract' : 'only one line after it, a title or an abstract';
  const message = `the record "${excerptOf(line.text)}" has ${has}; it was left out`;
  const expected = 'a line with category and date, a title with authors, and an abstract';
  return diagnosticAt('truncated-record', positionOf(capture, line), message, expected);
}

function doubtsAbout(capture: Capture, { line, head }: Entry, title: CaptureLine, split: AuthorSplit): Diagnostic[] {
  const doubts: Diagnostic[] = [];
  if (parseListingDate(head.date).kind === 'invalid') {
    const place = positionOf(capture, line, line.text.indexOf(head.date.slice(0, 3), head.category.length));
    const message = `"${head.date}" is not a date; the record was kept without it`;
    doubts.push(diagnosticAt('invalid-date', place, message, 'a day that exists'));
  }
  const [author] = split.authors;
  const place = positionOf(capture, title, split.title.length);
  if (author === undefined) {
    const message = `no author was found in "${excerptOf(title.text)}"`;
    doubts.push(diagnosticAt('uncertain-author-split', place, message, 'names glued to the end of the title'));
  } else if (split.rival !== null) {
    const readings = [split, split.rival].map(
      (reading) => `"…${reading.title.slice(-25)}" by "${excerptOf(reading.authors[0] ?? '')}"`,
    );
    doubts.push(
      diagnosticAt('uncertain-author-split', place, `the title reads ${readings.join(', or ')}; the first was kept`),
    );
  }
  return doubts;
}
