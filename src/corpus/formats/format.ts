/** What every listing format has to offer, and what it is given. */
import type { Diagnostic } from '../diagnostics.ts';
import type { FieldPlace, Listing, ListingFormat } from '../paper.ts';
import type { Position } from '../source-text.ts';

/** A line that holds text, without the white space around it. */
export interface CaptureLine {
  /** Counted from 1. */
  readonly number: number;
  /** Column of the first character of `text`, counted from 1. */
  readonly column: number;
  readonly text: string;
}

/** A capture as the formats see it. */
export interface Capture {
  readonly path: string;
  /** File name: how the capture is named in sources. */
  readonly seed: string;
  /** All of it, without a byte-order mark. */
  readonly text: string;
  /** The lines that are not blank, in order. */
  readonly lines: readonly CaptureLine[];
}

/** What a format takes a line for; `reported` lines belong to a record left out with a diagnostic. */
export type LineRole = 'record' | 'boilerplate' | 'reported';

/** What a format found; lines without a role are reported by the caller. */
export interface CaptureReading {
  readonly listings: readonly Listing[];
  readonly listedOn: string | null;
  /** By line number. */
  readonly roles: ReadonlyMap<number, LineRole>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CaptureFormat {
  readonly id: ListingFormat;
  /** What such a capture looks like, in a few words, for messages. */
  readonly shape: string;
  /** How well the lines have the shape of this format, 0 (not at all) to 1. */
  readonly fit: (lines: readonly CaptureLine[]) => number;
  /** Reads a capture; never throws, whatever the text. */
  readonly read: (capture: Capture) => CaptureReading;
}

/** The place of a line, or of a character in it. */
export function positionOf(capture: Capture, line: CaptureLine, offset = 0): Position {
  return { path: capture.path, line: line.number, column: line.column + offset };
}

/** Where a field begins that has the rest of its line to itself. */
export function placeOfLine({ number, column }: CaptureLine): FieldPlace {
  return { line: number, column, isVerbatim: true };
}
