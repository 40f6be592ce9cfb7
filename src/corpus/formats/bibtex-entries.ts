/**
 * The grammar of BibTeX files, as far as a survey needs it: where each entry stands, its fields, and where each value
 * begins. Every character is looked at a bounded number of times.
 *
 * Written here because the libraries that read BibTeX do not say where a field stands, and read a faulty entry together
 * with those behind it.
 */
import { type PlacedText, type Span, unwrapped } from './entry-reading.ts';

export interface BibtexEntry extends Span {
  readonly kind: 'entry';
  /** By name in lower case; values with their white space made single, without the outer braces or quotes. */
  readonly fields: ReadonlyMap<string, PlacedText>;
}

export type BibtexPart =
  | BibtexEntry
  /** A comment, preamble or macro, and lines that begin with "%". */
  | (Span & { readonly kind: 'boilerplate' })
  /** An entry that is not understood, up to where the next one begins. */
  | (Span & { readonly kind: 'fault'; readonly offset: number; readonly expected: string });

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const entryHead = /@[ \t]{0,20}([A-Za-z][\w-]{0,60})[ \t]{0,20}([{(])/y;
/** An entry begins here whatever was left open before. */
const lineHead = /^[ \t]{0,40}@[ \t]{0,20}[A-Za-z][\w-]{0,60}[ \t]{0,20}[{(]/gm;

/** The parts of a BibTeX file in order; text between them belongs to none. */
export function bibtexParts(text: string): BibtexPart[] {
  const starts = [...text.matchAll(lineHead)].map(({ index, 0: head }) => index + head.indexOf('@'));
  const macros = new Map(months.map((month) => [month, month]));
  const parts: BibtexPart[] = commentLines(text);
  for (const [index, start] of starts.entries()) {
    const limit = starts[index + 1] ?? text.length;
    let at = start;
    while (at >= 0 && at < limit) {
      const part = new EntryScanner(text, limit, macros).part(at);
      if (part !== null) parts.push(part);
      at = text.indexOf('@', part === null ? at + 1 : Math.max(part.end, at + 1));
    }
  }
  return parts.sort((a, b) => a.start - b.start);
}

function commentLines(text: string): BibtexPart[] {
  return [...text.matchAll(/^[ \t]*%.*/gm)].map(({ index, 0: line }) => ({
    kind: 'boilerplate',
    start: index,
    end: index + line.length,
  }));
}

/** What stops the scanner: where, and what should stand there. */
class BibtexFault extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

class EntryScanner {
  readonly #text: string;
  readonly #limit: number;
  readonly #macros: Map<string, string>;
  #at = 0;

  constructor(text: string, limit: number, macros: Map<string, string>) {
    this.#text = text;
    this.#limit = limit;
    this.#macros = macros;
  }

  /** The part that begins at an "@"; null when none does. */
  part(start: number): BibtexPart | null {
    entryHead.lastIndex = start;
    const head = entryHead.exec(this.#text);
    if (head === null) return null;
    this.#at = start + head[0].length;
    try {
      return this.#body(start, (head[1] ?? '').toLowerCase(), head[2] === '(' ? ')' : '}');
    } catch (error) {
      if (!(error instanceof BibtexFault)) throw error;
      return { kind: 'fault', start, end: this.#limit, offset: error.offset, expected: error.expected };
    }
  }

  #body(start: number, type: string, close: string): BibtexPart {
    switch (type) {
      case 'comment':
      case 'preamble':
        this.#balanced(close);
        return { kind: 'boilerplate', start, end: this.#at };
      case 'string':
        for (const [name, { text }] of this.#fields(close)) this.#macros.set(name, text);
        return { kind: 'boilerplate', start, end: this.#at };
      default:
        this.#key(close);
        return { kind: 'entry', start, fields: this.#fields(close), end: this.#at };
    }
  }

  #key(close: string): void {
    const start = this.#at;
    while (this.#at < this.#limit && !/[,=\s{}()"]/.test(this.#peek())) this.#at += 1;
    this.#blank();
    if (this.#peek() === ',') this.#at += 1;
    else if (this.#peek() !== close) throw new BibtexFault(this.#at, 'a comma after the key');
    else if (this.#at === start) throw new BibtexFault(start, 'a key');
  }

  #fields(close: string): Map<string, PlacedText> {
    const fields = new Map<string, PlacedText>();
    for (;;) {
      this.#blank();
      if (this.#peek() === close) break;
      const name = this.#word();
      if (name === '') throw new BibtexFault(this.#at, `the name of a field or "${close}"`);
      this.#blank();
      if (this.#peek() !== '=') throw new BibtexFault(this.#at, 'an equals sign');
      this.#at += 1;
      const value = this.#value();
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
      this.#blank();
      if (this.#peek() === ',') this.#at += 1;
      else if (this.#peek() !== close) throw new BibtexFault(this.#at, `a comma or "${close}"`);
    }
    this.#at += 1;
    return fields;
  }

  /** Pieces joined by "#". */
  #value(): PlacedText {
    this.#blank();
    const offset = this.#at + (/[{"]/.test(this.#peek()) ? 1 : 0);
    const pieces = [this.#piece()];
    this.#blank();
    while (this.#peek() === '#') {
      this.#at += 1;
      this.#blank();
      pieces.push(this.#piece());
      this.#blank();
    }
    return { text: unwrapped(pieces.join('')), offset };
  }

  #piece(): string {
    const first = this.#peek();
    if (first === '{' || first === '"') {
      this.#at += 1;
      return this.#balanced(first === '{' ? '}' : '"');
    }
    const word = this.#word();
    if (word === '') throw new BibtexFault(this.#at, 'a value in braces or quotes');
    return this.#macros.get(word.toLowerCase()) ?? word;
  }

  /** The text up to a closing mark outside of braces, which is passed over. */
  #balanced(close: string): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.#limit; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (character === close && depth === 0) {
        this.#at += 1;
        return this.#text.slice(start, this.#at - 1);
      }
      if (character === '{') depth += 1;
      else if (character === '}') depth = Math.max(0, depth - 1);
    }
    throw new BibtexFault(start - 1, `a closing "${close}"`);
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#limit && /[\w:.+/'-]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #blank(): void {
    while (this.#at < this.#limit && /\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #peek(): string {
    return this.#at < this.#limit ? this.#text.charAt(this.#at) : '';
  }
}
