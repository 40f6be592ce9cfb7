/** XML and HTML as a sequence of elements and texts with their offsets, for captures of feeds and pages. */
import { Parser } from 'htmlparser2';
import type { Span } from './entry-reading.ts';

export interface MarkupHandler {
  /** An element begins; the offsets are those of its tag. */
  open(name: string, attributes: Readonly<Record<string, string>>, tag: Span): void;
  /** It ends; `isCut` when the text ends, or another element, before it was closed. */
  close(name: string, end: number, isCut: boolean): void;
  text(text: string, start: number, end: number): void;
  /** A comment, declaration or processing instruction. */
  aside(start: number, end: number): void;
}

/** Deeper than any page nests; beyond, closing an element would take time that grows with the depth. */
const maxDepth = 500;
const pieceLength = 4096;

/** Reads a text; returns the offset at which reading was given up, or null. */
export function readMarkup(text: string, xml: boolean, handler: MarkupHandler): number | null {
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        handler.open(name, attributes, { start: parser.startIndex, end: parser.endIndex + 1 });
      },
      onclosetag: (name, isImplied) => {
        depth -= 1;
        handler.close(name, parser.endIndex + 1, isImplied);
      },
      ontext: (part) => {
        handler.text(part, parser.startIndex, parser.endIndex + 1);
      },
      oncomment: () => {
        handler.aside(parser.startIndex, parser.endIndex + 1);
      },
      onprocessinginstruction: () => {
        handler.aside(parser.startIndex, parser.endIndex + 1);
      },
    },
    { xmlMode: xml, decodeEntities: true, recognizeCDATA: true },
  );
  for (let at = 0; at < text.length; at += pieceLength) {
    if (depth > maxDepth) return at;
    parser.write(text.slice(at, at + pieceLength));
  }
  parser.end();
  return null;
}
