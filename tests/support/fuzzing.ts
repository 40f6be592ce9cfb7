/** What has to hold for any text whatever that is given to the parsers. */
import { z } from 'zod';
import { randomNumbers } from '../../src/charts/random-numbers.ts';
import { parseBibliography } from '../../src/corpus/bibliography.ts';
import { buildCorpus } from '../../src/corpus/build-corpus.ts';
import { parsePublishedKeys } from '../../src/corpus/citation-keys.ts';
import { parseContentFile } from '../../src/corpus/content-file.ts';
import { parseCuration } from '../../src/corpus/curation.ts';
import type { Diagnostic } from '../../src/corpus/diagnostics.ts';
import { parseCapture } from '../../src/corpus/formats/index.ts';
import { readHistory } from '../../src/corpus/history.ts';
import { normaliseListing } from '../../src/corpus/normalise.ts';
import { listingSchema, recordSchema } from '../../src/corpus/paper.ts';
import { parseLedger } from '../../src/corpus/permalinks.ts';
import { parseRemovals } from '../../src/corpus/removed.ts';
import { linesOf } from '../../src/corpus/source-text.ts';
import { parseTaxonomy } from '../../src/corpus/taxonomy.ts';
import { siteConfigSchema } from '../../src/site/config.ts';
import { fabricatedSurvey } from './fabricated-survey.ts';
import { mutate, pick } from './mutations.ts';

export const fuzzedKindSchema = z.enum([
  'capture',
  'taxonomy',
  'bibliography',
  'curation',
  'permalinks',
  'citation-keys',
  'removed',
  'history',
  'site',
]);
/** What a text is read as. */
export type FuzzedKind = z.infer<typeof fuzzedKindSchema>;

export interface FuzzedText {
  readonly kind: FuzzedKind;
  readonly text: string;
}

/** What is wrong with how a text is read; null when nothing is. */
export function faultOf({ kind, text }: FuzzedText): string | null {
  try {
    const perCharacter = kind === 'capture' ? allowed.perCharacter : allowed.perCharacterOfYaml;
    const work = (): void => void read(kind, text);
    const slow = slowness(work, text.length, perCharacter);
    return slow ?? (kind === 'capture' ? captureFault(text) : contentFault(kind, text));
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Far above what any text needs on a busy machine, far below what time that grows faster than the text takes. */
const allowed = { base: 400, perCharacter: 0.01, perCharacterOfYaml: 0.04 };

/** The best of three attempts counts, since other work may get in the way of one. */
function slowness(work: () => void, length: number, perCharacter: number): string | null {
  const limit = allowed.base + perCharacter * length;
  let best = Infinity;
  for (let attempt = 0; attempt < 3 && best > limit; attempt += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best > limit ? `takes ${best.toFixed(0)} ms for ${length} characters` : null;
}

/** Reads a text and what follows from it; the diagnostics. */
function read(kind: FuzzedKind, text: string): readonly Diagnostic[] {
  const source = { path: 'any.txt', text };
  switch (kind) {
    case 'capture': {
      const { listings, diagnostics } = parseCapture(source);
      const problems = listings.flatMap((listing) => normaliseListing(listing, 2025, source.path).problems);
      return [...diagnostics, ...problems.map(({ diagnostic }) => diagnostic)];
    }
    case 'taxonomy':
      return parseTaxonomy(source).diagnostics;
    case 'bibliography':
      return parseBibliography(source).diagnostics;
    case 'curation':
      return parseCuration(source).diagnostics;
    case 'permalinks':
      return parseLedger(source).diagnostics;
    case 'citation-keys':
      return parsePublishedKeys(source).diagnostics;
    case 'removed':
      return parseRemovals(source).diagnostics;
    case 'history':
      return readHistory([source]).diagnostics;
    case 'site':
      return parseContentFile(source, siteConfigSchema).diagnostics;
  }
}

function captureFault(text: string): string | null {
  const { lines, listings, diagnostics } = parseCapture({ path: 'any.txt', text });
  const { total, blank, records, boilerplate, unaccounted } = lines;
  const counted = blank + records + boilerplate + unaccounted;
  if (counted !== total) return `accounts for ${counted} of ${total} lines`;
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  if (unaccounted > 0 !== hasError) return `${unaccounted} lines unaccounted for, ${hasError ? 'an' : 'no'} error`;
  for (const listing of listings) {
    listingSchema.parse(listing);
    recordSchema.parse(normaliseListing(listing, 2025, 'any.txt').record);
    const { line, endLine } = listing.source;
    if (endLine < line || endLine > total) return `a record on lines ${line} to ${endLine} of ${total}`;
    const strays = Object.values(listing.places).filter((place) => !isInside(place, text));
    if (strays.length > 0) return `a field at ${JSON.stringify(strays)}`;
  }
  return placeFault(read('capture', text), text) ?? corpusFault(text);
}

/** A whole corpus of one capture; only of short ones, to spend the time on many. */
function corpusFault(text: string): string | null {
  if (text.length > 20_000) return null;
  const { papers } = buildCorpus(fabricatedSurvey({ seeds: [{ path: 'any.txt', text }] }));
  return new Set(papers.map(({ id }) => id)).size === papers.length ? null : 'two papers have one id';
}

function contentFault(kind: FuzzedKind, text: string): string | null {
  return placeFault(read(kind, text), text);
}

function placeFault(diagnostics: readonly Diagnostic[], text: string): string | null {
  for (const { code, place } of diagnostics) {
    if (place.kind === 'position' && !isInside(place, text)) {
      return `${code} at ${place.line}:${place.column}, outside of the file`;
    }
  }
  return null;
}

/** A place just behind the last character of a line, or of the file, is inside. */
function isInside({ line, column }: { readonly line: number; readonly column: number }, text: string): boolean {
  const lines = linesOf({ path: '', text });
  if (line < 1 || column < 1) return false;
  if (line > lines.length) return line === lines.length + 1 && column === 1;
  // A byte-order mark belongs to no line, but some readers count it.
  return column <= (lines[line - 1]?.text.length ?? 0) + 2;
}

export interface FuzzReport {
  readonly runs: number;
  readonly found: (FuzzedText & { readonly fault: string }) | null;
}

/** Damages the texts until the time is over or one is read wrongly. */
export function fuzz(texts: readonly [FuzzedText, ...FuzzedText[]], seconds: number, seed: number): FuzzReport {
  const random = randomNumbers(seed);
  const end = performance.now() + seconds * 1000;
  let runs = 0;
  while (performance.now() < end) {
    const { kind, text } = pick(texts, random);
    const damaged = { kind, text: mutate(text, pick(texts, random).text, random) };
    const fault = faultOf(damaged);
    runs += 1;
    if (fault !== null) return { runs, found: { ...damaged, fault } };
  }
  return { runs, found: null };
}

/** A shorter text that is still read wrongly, by leaving out stretches; stops after some seconds. */
export function shrink({ kind, text }: FuzzedText, seconds = 20): FuzzedText {
  const end = performance.now() + seconds * 1000;
  let smallest = text;
  for (let length = Math.ceil(text.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < smallest.length && performance.now() < end;) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + length);
      if (faultOf({ kind, text: shorter }) === null) at += length;
      else smallest = shorter;
    }
  }
  return { kind, text: smallest };
}
