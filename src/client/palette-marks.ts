/** Which letters of a name were typed, as data. */
import { asciiFolded } from '../corpus/titles.ts';
import type { TextPart } from './excerpt.ts';
import { partsOf } from './palette-match.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Marks every beginning of a word, or of a part of one, that is among `found` (folded, letters and digits only). */
export function markedBeginnings(text: string, found: readonly string[]): TextPart[] {
  const spans: Span[] = [];
  const longestFirst = found.toSorted((a, b) => b.length - a.length);
  for (const run of text.matchAll(/\S+/g)) {
    for (const { start } of partsOf(run[0])) {
      const from = run.index + start;
      if (from < (spans.at(-1)?.end ?? 0)) continue;
      const rest = run[0].slice(start);
      const length = longestFirst.map((word) => lengthOf(rest, word)).find((letters) => letters > 0) ?? 0;
      if (length > 0) spans.push({ start: from, end: from + length });
    }
  }
  return withSpans(text, spans);
}

/** Marks the first letters of words that follow each other and spell `letters`. */
export function markedInitials(text: string, letters: string): TextPart[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const initials = words.map((word) => asciiFolded(word[0]).slice(0, 1)).join('');
  const first = initials.indexOf(letters);
  const marked = first < 0 ? [] : words.slice(first, first + letters.length);
  return withSpans(
    text,
    marked.map(({ index }) => ({ start: index, end: index + 1 })),
  );
}

/** How much of `text` folds to `word`, signs between letters included; 0 when it does not begin with it. */
function lengthOf(text: string, word: string): number {
  let matched = 0;
  let length = 0;
  for (const letter of text) {
    if (matched >= word.length) break;
    const plain = asciiFolded(letter).replace(/[^\p{L}\p{N}]+/gu, '');
    const wanted = word.slice(matched, matched + plain.length);
    if (!plain.startsWith(wanted)) return 0;
    matched += plain.length;
    length += letter.length;
  }
  return matched >= word.length ? length : 0;
}

function withSpans(text: string, spans: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== '');
}
