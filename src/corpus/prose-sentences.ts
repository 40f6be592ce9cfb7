/** The sentences of prose, each with the papers it cites. */
import { citationGroups } from './citations.ts';
import type { ProseBlock, ProseText } from './prose-blocks.ts';
import { placeIn } from './prose-file.ts';

export interface ProseSentence {
  /** Its text, each citation replaced by as many blanks. */
  readonly text: string;
  /** Ids of the papers cited in it, known or not, in order. */
  readonly cited: readonly string[];
  /** The place in the file of a character of `text`. */
  readonly placeOf: (index: number) => number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The sentences of one block. A row of a table is one sentence: what it states is cited in one of its cells. */
export function sentencesOfBlock(block: ProseBlock): ProseSentence[] {
  return block.texts.flatMap((text) => {
    const stretches = block.kind === 'row' ? [{ start: 0, end: text.text.length }] : sentencesOf(text.text);
    return stretches.map(({ start, end }) => sentenceAt(text, start, end));
  });
}

function sentenceAt(text: ProseText, start: number, end: number): ProseSentence {
  const written = text.text.slice(start, end);
  const groups = citationGroups(written);
  const plain = groups.reduce(
    (rest, group) => rest.slice(0, group.start) + ' '.repeat(group.end - group.start) + rest.slice(group.end),
    written,
  );
  return {
    text: plain,
    cited: groups.flatMap(({ papers }) => papers.map(({ id }) => id)),
    placeOf: (index) => placeIn(text, start + index),
  };
}

// A full stop after these, or after a single capital (an initial), does not end a sentence.
const abbreviation = /(?:^|[\s([])(?:e\.g|i\.e|al|vs|cf|etc|approx|resp|ca|Figs?|Eqs?|Sec|Tab|No|Dr|St|\p{Lu})\.$/u;
// Closing quotes and brackets, and citations behind the full stop, still belong to the sentence.
const boundary = /[.!?…]+["'”’)\]]*(?:\s*\[@[^[\]]*\])*(?=\s|$)/g;

/**
 * Where the sentences of English text stand, in order, without the space between them. Unlike those of abstracts they
 * do not end at a semicolon, and citations right behind the full stop are part of them.
 */
export function sentencesOf(text: string): Stretch[] {
  const groups = citationGroups(text);
  const ends = Array.from(text.matchAll(boundary))
    .filter(({ 0: mark, index }) => endsSentence(text, index, index + mark.length))
    .filter(({ index }) => !groups.some(({ start, end }) => index > start && index < end))
    .map(({ 0: mark, index }) => index + mark.length);
  return [0, ...ends].flatMap((from, index) => trimmed(text, from, ends[index] ?? text.length));
}

function endsSentence(text: string, mark: number, end: number): boolean {
  if (text[mark] === '.' && abbreviation.test(text.slice(Math.max(0, mark - 10), mark + 1))) return false;
  const next = /^\s*(\S*)/.exec(text.slice(end, end + 80))?.[1] ?? '';
  // Names such as vLLM begin a sentence with a small letter.
  return !/^\p{Ll}[^\p{Lu}]*$/u.test(next);
}

function trimmed(text: string, from: number, to: number): Stretch[] {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const end = from + part.trimEnd().length;
  return start < end ? [{ start, end }] : [];
}
