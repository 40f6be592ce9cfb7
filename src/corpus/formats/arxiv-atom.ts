/** Answers of the arXiv API: Atom feeds with an entry for each paper. */
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
import type { Capture, CaptureFormat, CaptureReading } from './format.ts';
import { type MarkupHandler, readMarkup } from './markup-reader.ts';

export const arxivAtom: CaptureFormat = {
  id: 'arxiv-atom',
  shape: 'an Atom feed: <feed> with an <entry> for each paper',
  fit: (lines) => {
    const first = lines[0]?.text ?? '';
    if (!first.startsWith('<')) return 0;
    const isFeed = lines.some(({ text }) => /<feed[\s>]|<entry[\s>]/.test(text));
    return isFeed && !/^<(?:!doctype html|html)/i.test(first) ? 0.95 : 0;
  },
  read: readAtom,
};

/** What stands in an entry; texts by the name of their element, without its prefix. */
interface OpenEntry {
  readonly start: number;
  readonly texts: Map<string, PlacedText>;
  readonly authors: string[];
  readonly organizations: string[];
  readonly addresses: string[];
  category: string | null;
}

const openEntry = (start: number): OpenEntry => ({
  start,
  texts: new Map(),
  authors: [],
  organizations: [],
  addresses: [],
  category: null,
});

function readAtom(capture: Capture): CaptureReading {
  const reader = new AtomReader(new EntryReading(capture, 'arxiv-atom'));
  const stop = readMarkup(capture.text, true, reader);
  return reader.result(stop, capture.text.length);
}

class AtomReader implements MarkupHandler {
  readonly #reading: EntryReading;
  #entry: OpenEntry | null = null;
  #path: { readonly name: string; readonly start: number }[] = [];
  /** Text of the innermost element, and where it begins. */
  #text = '';
  #textStart: number | null = null;
  #updated: string | null = null;

  constructor(reading: EntryReading) {
    this.#reading = reading;
  }

  open(qualified: string, attributes: Readonly<Record<string, string>>, tag: Span): void {
    const name = localName(qualified);
    const { start } = tag;
    this.#path.push({ name, start });
    this.#text = '';
    this.#textStart = null;
    if (name === 'entry') {
      if (this.#entry !== null) this.#leaveOut(this.#entry, start);
      this.#entry = openEntry(start);
    } else if (this.#entry !== null) {
      takeAttributes(this.#entry, name, attributes);
    } else if (name === 'feed') {
      this.#reading.boilerplate(tag);
    }
  }

  text(text: string, start: number): void {
    if (this.#textStart === null && text.trim() === '') return;
    this.#textStart ??= start + (text.length - text.trimStart().length);
    this.#text += text;
  }

  close(qualified: string, end: number, isCut: boolean): void {
    const name = localName(qualified);
    const opened = this.#path.pop();
    const parent = this.#path.at(-1)?.name;
    if (name === 'entry') this.#closeEntry(end, isCut);
    else if (this.#entry !== null) this.#take(this.#entry, name, parent);
    else if (parent === 'feed' || name === 'feed') {
      if (name === 'updated') this.#updated = unwrapped(this.#text) || null;
      const start = name === 'feed' ? end - 1 : (opened?.start ?? end - 1);
      this.#reading.boilerplate({ start, end });
    }
    this.#text = '';
    this.#textStart = null;
  }

  aside(start: number, end: number): void {
    if (this.#entry === null) this.#reading.boilerplate({ start, end });
  }

  result(stop: number | null, length: number): CaptureReading {
    if (this.#entry !== null) this.#leaveOut(this.#entry, length);
    if (stop !== null) {
      this.#reading.skip(
        { start: stop, end: length },
        stop,
        'elements are nested too deeply; the rest was left out',
        'a feed',
      );
    }
    return this.#reading.result(this.#updated);
  }

  #closeEntry(end: number, isCut: boolean): void {
    if (this.#entry === null) return;
    if (isCut) this.#leaveOut(this.#entry, end);
    else this.#reading.add(factsOf(this.#entry), { start: this.#entry.start, end });
    this.#entry = null;
  }

  #leaveOut({ start }: OpenEntry, end: number): void {
    this.#reading.skip({ start, end }, start, 'this entry does not end; it was left out', '"</entry>"');
    this.#entry = null;
  }

  #take(entry: OpenEntry, name: string, parent: string | undefined): void {
    const value = { text: unwrapped(this.#text), offset: this.#textStart ?? entry.start };
    if (value.text === '') return;
    if (name === 'name' && parent === 'author') entry.authors.push(value.text);
    else if (name === 'affiliation') entry.organizations.push(value.text);
    else if (parent === 'entry' && !entry.texts.has(name)) entry.texts.set(name, value);
  }
}

function takeAttributes(entry: OpenEntry, name: string, { href, term }: Readonly<Record<string, string>>): void {
  if (name === 'link' && href !== undefined) entry.addresses.push(href);
  if (name === 'primary_category') entry.category = term ?? entry.category;
  if (name === 'category') entry.category ??= term ?? null;
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

function factsOf({ texts, authors, organizations, addresses, category }: OpenEntry): EntryFacts {
  const text = (name: string): string[] => [texts.get(name)?.text ?? []].flat();
  return {
    ...noFacts,
    title: texts.get('title') ?? null,
    abstract: texts.get('summary') ?? null,
    authors,
    authorsComplete: true,
    date: isoDateIn(texts.get('published') ?? null),
    venue: venueNamed(texts.get('journal_ref')?.text),
    category,
    organizations: [...new Set(organizations)],
    addresses: [...text('id'), ...text('doi'), ...addresses],
  };
}
