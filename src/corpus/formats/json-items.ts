/** The objects of a JSON array, one by one, so that a faulty one does not take the others with it. */
import type { Span } from './entry-reading.ts';

export type JsonPart =
  | (Span & { readonly kind: 'item'; readonly value: unknown })
  /** Brackets and commas between the items. */
  | (Span & { readonly kind: 'punctuation' })
  | (Span & { readonly kind: 'fault'; readonly offset: number; readonly expected: string });

/** The parts of the text in order; what is neither object nor bracket nor comma belongs to none. Linear in its length. */
export function jsonParts(text: string): JsonPart[] {
  const parts: JsonPart[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === '{') {
      const part = itemAt(text, at);
      parts.push(part);
      at = part.end;
    } else {
      if (/[[\],]/.test(character)) parts.push({ kind: 'punctuation', start: at, end: at + 1 });
      at += 1;
    }
  }
  return parts;
}

function itemAt(text: string, start: number): JsonPart {
  const extent = extentOf(text, start);
  if (extent.fault !== null) return { kind: 'fault', start, end: extent.end, ...extent.fault };
  try {
    const value: unknown = JSON.parse(text.slice(start, extent.end));
    return { kind: 'item', start, end: extent.end, value };
  } catch {
    return { kind: 'fault', start, end: extent.end, offset: start, expected: 'valid JSON' };
  }
}

interface Extent {
  readonly end: number;
  readonly fault: { readonly offset: number; readonly expected: string } | null;
}

/** Where an object ends; at the latest where a line begins with another one that is indented no deeper. */
function extentOf(text: string, start: number): Extent {
  const indent = indentAt(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        if (at > start && text.charAt(at) === '{' && indent !== null && (indentAt(text, at) ?? Infinity) <= indent) {
          return { end: at, fault: { offset: at, expected: 'the end of the item before it' } };
        }
        depth += 1;
        break;
      case '}':
      case ']':
        depth -= 1;
        if (depth === 0) return { end: at + 1, fault: null };
        break;
      case '"': {
        const end = stringEnd(text, at);
        if (end === null) {
          const fault = { offset: at, expected: 'a closing quotation mark on the same line' };
          return { end: nextItem(text, at, indent), fault };
        }
        at = end;
        break;
      }
    }
  }
  return { end: text.length, fault: { offset: start, expected: 'a closing brace' } };
}

/** How far a mark is indented when it is the first of its line; null when it is not. */
function indentAt(text: string, offset: number): number | null {
  for (let at = offset - 1; at >= Math.max(0, offset - 100); at -= 1) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') return offset - at - 1;
    if (character !== ' ' && character !== '\t') return null;
  }
  return offset <= 100 ? offset : null;
}

/** The offset of the quotation mark that ends a string; null when its line ends before. */
function stringEnd(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return at;
    if (character === '\n' || character === '\r') return null;
    if (character === '\\') at += 1;
  }
  return null;
}

function nextItem(text: string, from: number, indent: number | null): number {
  if (indent === null) return text.length;
  for (const { index, 0: line } of text.slice(from).matchAll(/[\n\r][ \t]{0,100}\{/g)) {
    if (line.length - 2 <= indent) return from + index + line.length - 1;
  }
  return text.length;
}
