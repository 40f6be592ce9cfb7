/** What the formats with named fields (BibTeX, RIS, CSL-JSON, Atom, pages of Hugging Face) have in common. */
import { type ListingDateReading, parseIsoDate } from '../dates.ts';
import { diagnosticAt, type Diagnostic } from '../diagnostics.ts';
import { parseArxivId } from '../identifiers.ts';
import { cleanUrl, isCodeUrl } from '../links.ts';
import type { FieldPlace, Listing, ListingFormat, StatedFacts } from '../paper.ts';
import { excerptOf } from '../source-text.ts';
import type { Capture, CaptureReading, LineRole } from './format.ts';
import { placesIn, type TextPlace } from './text-places.ts';

/** A value of a field and the offset at which it is written. */
export interface PlacedText {
  readonly text: string;
  readonly offset: number;
}

/** A stretch of the capture; `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What one entry says, before it becomes a listing. */
export interface EntryFacts {
  readonly title: PlacedText | null;
  readonly abstract: PlacedText | null;
  /** "Given Family" or the name of a group. */
  readonly authors: readonly string[];
  readonly authorsComplete: boolean;
  /** Where the number is printed without the names. */
  readonly authorCount: number | null;
  readonly date: (PlacedText & { readonly reading: ListingDateReading }) | null;
  readonly venue: string | null;
  readonly category: string | null;
  readonly organizations: readonly string[];
  readonly comments: number | null;
  /** Whatever may be an arXiv id, a DOI or an address of the paper, of its code or of anything else; best first. */
  readonly addresses: readonly string[];
}

/** An entry that says nothing. */
export const noFacts: EntryFacts = {
  title: null,
  abstract: null,
  authors: [],
  authorsComplete: false,
  authorCount: null,
  date: null,
  venue: null,
  category: null,
  organizations: [],
  comments: null,
  addresses: [],
};

/** A date as ISO 8601 writes it; null where nothing is stated. */
export function isoDateIn(stated: PlacedText | null): EntryFacts['date'] {
  return stated === null ? null : { ...stated, reading: parseIsoDate(stated.text) };
}

/** Collects the entries of a capture and what became of its lines. */
export class EntryReading {
  readonly #capture: Capture;
  readonly #format: ListingFormat;
  readonly #placeOf: (offset: number) => TextPlace;
  readonly #filled: ReadonlySet<number>;
  readonly #entries: { readonly start: number; readonly listing: Listing }[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #roles = new Map<number, LineRole>();

  constructor(capture: Capture, format: ListingFormat) {
    this.#capture = capture;
    this.#format = format;
    this.#placeOf = placesIn(capture.text);
    this.#filled = new Set(capture.lines.map(({ number }) => number));
  }

  /** Adds an entry; one without a title is left out and reported. */
  add(facts: EntryFacts, span: Span): void {
    const { title, date } = facts;
    if (title === null || title.text === '') {
      this.skip(span, span.start, 'the entry has no title; it was left out', 'a title');
      return;
    }
    if (date?.reading.kind === 'invalid' || (date !== null && date.reading.kind === 'none')) {
      const message = `"${excerptOf(date.text)}" is not a date; the record was kept without it`;
      this.#diagnostics.push(diagnosticAt('invalid-date', this.#position(date.offset), message, 'a day that exists'));
    }
    this.#mark(span, 'record');
    this.#entries.push({ start: span.start, listing: this.#listingOf(facts, title, span) });
  }

  /** Leaves a stretch out with an error at `offset`. */
  skip(span: Span, offset: number, message: string, expected: string): void {
    this.#mark(span, 'reported');
    this.#diagnostics.push(diagnosticAt('truncated-record', this.#position(offset), message, expected));
  }

  /** Takes a stretch for what belongs to the format rather than to a record. */
  boilerplate(span: Span): void {
    this.#mark(span, 'boilerplate');
  }

  result(listedOn: string | null = null): CaptureReading {
    const listings = this.#entries.toSorted((a, b) => a.start - b.start).map(({ listing }) => listing);
    return { listings, listedOn, roles: this.#roles, diagnostics: this.#diagnostics };
  }

  /** A line with a fault in it is reported even if it holds a record, too. */
  #mark({ start, end }: Span, role: LineRole): void {
    const last = this.#placeOf(Math.max(start, end - 1)).line;
    for (let { line } = this.#placeOf(start); line <= last; line += 1) {
      const before = this.#roles.get(line);
      const isStronger = before === undefined || before === 'boilerplate' || role === 'reported';
      if (this.#filled.has(line) && isStronger) this.#roles.set(line, role);
    }
  }

  #fieldPlace({ text, offset }: PlacedText): FieldPlace {
    return { ...this.#placeOf(offset), isVerbatim: this.#capture.text.startsWith(text, offset) };
  }

  #position(offset: number): TextPlace & { path: string } {
    return { path: this.#capture.path, ...this.#placeOf(offset) };
  }

  #listingOf(facts: EntryFacts, title: PlacedText, { start, end }: Span): Listing {
    const authorCount = facts.authorsComplete && facts.authors.length > 0 ? facts.authors.length : facts.authorCount;
    const source = { line: this.#placeOf(start).line, endLine: this.#placeOf(Math.max(start, end - 1)).line };
    return {
      source: { seed: this.#capture.seed, ...source },
      format: this.#format,
      title: title.text,
      abstract: facts.abstract?.text ?? '',
      date: facts.date?.reading.kind === 'date' ? facts.date.reading.date : null,
      authors: [...facts.authors],
      authorsComplete: facts.authors.length > 0 && facts.authorsComplete,
      authorCount,
      organizations: [...facts.organizations],
      category: facts.category,
      hasCodeMark: false,
      comments: facts.comments,
      stated: statedFacts(facts),
      places: { title: this.#fieldPlace(title), abstract: this.#fieldPlace(facts.abstract ?? title) },
    };
  }
}

/** Runs of white space as single spaces, none at the ends: a value that was wrapped over several lines. */
export function unwrapped(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const doiPattern = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s{0,3})?(10\.\d{4,9}\/[^\s"<>{}\\^`|]{1,200})$/i;

/** The DOI that a text is, in lower case; null for anything else and for those that arXiv registers. */
export function parseDoi(text: string): string | null {
  const doi =
    doiPattern
      .exec(text.trim())?.[1]
      ?.toLowerCase()
      .replace(/[.,;]+$/, '') ?? null;
  return doi === null || doi.startsWith('10.48550/') ? null : doi;
}

/** A name of a preprint server is no venue. */
export function venueNamed(name: string | null | undefined): string | null {
  const venue = unwrapped(name ?? '');
  return venue === '' || /^(?:corr|arxiv)\b/i.test(venue) ? null : venue;
}

function statedFacts({ addresses, venue }: EntryFacts): StatedFacts {
  const stated = addresses.map(unwrapped);
  const own = stated.filter((address) => parseArxivId(address) === null && parseDoi(address) === null);
  const urls = own.flatMap((address) => (/^https?:\/\//i.test(address) ? (cleanUrl(address) ?? []) : []));
  const unique = [...new Set(urls)].filter((url) => !/^https?:\/\/(?:[a-z]+\.)?(?:arxiv|doi)\.org\//i.test(url));
  return {
    arxiv: stated.map(parseArxivId).find((id) => id !== null) ?? null,
    doi: stated.map(parseDoi).find((doi) => doi !== null) ?? null,
    venue,
    code: unique.filter(isCodeUrl),
    links: unique.filter((url) => !isCodeUrl(url)),
  };
}
