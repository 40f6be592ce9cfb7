/** Running text with the words that were looked for marked, as data: nothing here is ever parsed as HTML. */
import { spokenWords } from './query-text.ts';

/** A stretch of text; `marked` when it is a match. */
export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Reads an excerpt of Pagefind, which marks matches with `<mark>` and writes `<` and `>` of the text as
 * entities. Only `<mark>` is understood; any other markup comes out as the text it is.
 */
export function excerptParts(html: string): TextPart[] {
  const parts: TextPart[] = [];
  let marked = false;
  for (const piece of html.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') marked = true;
    else if (piece === '</mark>') marked = false;
    else if (piece !== '') parts.push({ text: piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), marked });
  }
  return parts;
}

/** Marks the words of a text that begin with one of the words looked for (in the form of `wordsOf`). */
export function markedParts(text: string, sought: readonly string[]): TextPart[] {
  const isMatch = (word: string): boolean =>
    spokenWords(word).some((spoken) => sought.some((seek) => spoken.startsWith(seek)));
  const parts: TextPart[] = [];
  for (const piece of text.split(/(\s+)/)) {
    if (piece === '') continue;
    const marked = isMatch(piece);
    const last = parts.at(-1);
    if (last?.marked === marked) parts[parts.length - 1] = { text: last.text + piece, marked };
    else parts.push({ text: piece, marked });
  }
  return parts;
}

/** The first `length` words of a text, with an ellipsis when something was left out. */
export function firstWords(text: string, length: number): string {
  const words = text.trim().split(/\s+/);
  return words.length <= length ? words.join(' ') : `${words.slice(0, length).join(' ')} …`;
}
