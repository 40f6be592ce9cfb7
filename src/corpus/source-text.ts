/** A text with the path it came from, and the means to say where in it something stands. */

/** A file's content as read, before any interpretation. `path` is relative to the project. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes it was read from, in hexadecimal digits; absent for a text that was never a file. */
  readonly sha256?: string;
}

/** A place in a file; `line` and `column` count from 1, columns in UTF-16 units. */
export interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One line of a text without its terminator; `number` counts from 1. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/**
 * Splits a text into lines at LF, CRLF or CR, dropping a leading byte-order mark.
 * A terminator at the very end does not make a further, empty line; the empty text has no lines.
 */
export function linesOf(source: SourceText): SourceLine[] {
  const text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text;
  if (text === '') return [];
  const parts = text.split(/\r\n|\n|\r/);
  if (parts.at(-1) === '') parts.pop();
  return parts.map((part, index) => ({ number: index + 1, text: part }));
}

/** The position of a UTF-16 offset into `source.text`. */
export function positionAt(source: SourceText, offset: number): Position {
  const before = source.text.slice(0, offset).split(/\r\n|\n|\r/);
  return { path: source.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The file name without folders: how a capture is named in sources and bibliographies. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A short, single-line excerpt for messages: at most `length` characters, cut with an ellipsis. */
export function excerptOf(text: string, length = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= length ? flat : `${flat.slice(0, length - 1)}…`;
}
