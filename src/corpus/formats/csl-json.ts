/** Bibliographies in CSL-JSON, as Zotero, pandoc and citation processors exchange them. */
import { listingDateOf, type ListingDateReading } from '../dates.ts';
import {
  type EntryFacts,
  EntryReading,
  isoDateIn,
  noFacts,
  type PlacedText,
  unwrapped,
  venueNamed,
} from './entry-reading.ts';
import type { Capture, CaptureFormat, CaptureReading } from './format.ts';
import { jsonParts } from './json-items.ts';
import { nameFromParts } from './name-parts.ts';

export const cslJson: CaptureFormat = {
  id: 'csl-json',
  shape: 'an array of objects such as {"title": "…", "author": […], "issued": {…}}',
  fit: (lines) => {
    const isJson = /^(?:\{|\[(?:$|\s|\{))/.test(lines[0]?.text ?? '');
    return isJson && lines.some(({ text }) => /"(?:title|author|issued|type)"\s{0,5}:/.test(text)) ? 0.95 : 0;
  },
  read: readCslJson,
};

function readCslJson(capture: Capture): CaptureReading {
  const reading = new EntryReading(capture, 'csl-json');
  for (const part of jsonParts(capture.text)) {
    switch (part.kind) {
      case 'punctuation':
        reading.boilerplate(part);
        break;
      case 'fault':
        reading.skip(part, part.offset, 'this item of JSON is not understood; it was left out', part.expected);
        break;
      case 'item':
        reading.add(factsOf(part.value, fieldOffsets(capture.text, part.start, part.end)), part);
        break;
    }
  }
  return reading.result();
}

type OffsetOf = (name: string) => number;

function fieldOffsets(text: string, start: number, end: number): OffsetOf {
  const item = text.slice(start, end);
  return (name) => {
    const value = new RegExp(`"${name}"\\s{0,20}:\\s{0,20}"?`).exec(item);
    return value === null ? start : start + value.index + value[0].length;
  };
}

function factsOf(item: unknown, offsetOf: OffsetOf): EntryFacts {
  const text = (name: string): string | null => textIn(item, name);
  const placed = (name: string): PlacedText | null => {
    const value = text(name);
    return value === null ? null : { text: withoutMarkup(value), offset: offsetOf(name) };
  };
  const authors = listIn(item, 'author').map(nameOf);
  const names = authors.filter((name) => name !== '' && !/^(?:et al\.?|others)$/i.test(name));
  return {
    ...noFacts,
    title: placed('title'),
    abstract: placed('abstract'),
    authors: names,
    authorsComplete: names.length === authors.length,
    date: dateOf(valueIn(item, 'issued'), offsetOf('issued')),
    venue: venueNamed(text('container-title') ?? text('event-title')),
    addresses: [text('number'), text('archive_location'), text('DOI'), text('URL'), text('code')].filter(
      (address) => address !== null,
    ),
  };
}

/** The marks for italics and the like that the format allows in titles. */
function withoutMarkup(text: string): string {
  return unwrapped(text.replace(/<\/?(?:i|b|sc|sub|sup|span)(?:\s[^<>]{0,80})?>/g, ''));
}

function nameOf(name: unknown): string {
  const part = (key: string): string => unwrapped(textIn(name, key) ?? '');
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family')];
  const given = part('given');
  return (
    part('literal') ||
    nameFromParts({ given, family: family.filter((word) => word !== '').join(' '), suffix: part('suffix') })
  );
}

function dateOf(issued: unknown, offset: number): EntryFacts['date'] {
  const [parts] = listIn(issued, 'date-parts');
  if (Array.isArray(parts)) return { text: parts.join('-'), offset, reading: readParts(parts) };
  const text = textIn(issued, 'raw') ?? textIn(issued, 'literal');
  return isoDateIn(text === null ? null : { text, offset });
}

function readParts(parts: readonly unknown[]): ListingDateReading {
  const [year, month, day] = parts.map((part) => (part === null || part === '' ? Number.NaN : Number(part)));
  return year === undefined ? { kind: 'none' } : listingDateOf(year, month ?? null, day ?? null);
}

function valueIn(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return undefined;
  return Object.entries(object).find(([name]) => name === key)?.[1];
}

function textIn(object: unknown, key: string): string | null {
  const value = valueIn(object, key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function listIn(object: unknown, key: string): unknown[] {
  const value = valueIn(object, key);
  return Array.isArray(value) ? value : [];
}
