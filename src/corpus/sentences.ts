/** Running text as sentences, with their places. */

/** A stretch of a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A quotation in a claim is at most this long. */
export const maxQuoteLength = 200;

/** No sentence is longer than this, so that work on one sentence is bounded whatever the text. */
export const maxSentenceLength = 2000;

// A mark that ends a sentence, closing brackets or quotes, then space and something that can begin one.
const sentenceEnd = /[.!?;][)\]”’"']{0,2}(?:\s+|(?=\(\d{1,2}\) \p{Lu}))(?=[\p{Lu}\p{N}(“"‘'`[+~])/gu;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|et al|vs|cf|w\.r\.t|resp|approx|Fig|Sec|Eq|Tab|No|St|Dr|Mr|Ms|[A-Z])\.$/;

/** The sentences of `text` in order, without the space around them. A semicolon ends a sentence too. */
export function sentenceSpans(text: string): Span[] {
  const ends = [...text.matchAll(sentenceEnd)]
    .filter(({ index }) => !abbreviation.test(text.slice(Math.max(0, index - 10), index + 1)))
    .map((match) => match.index + match[0].length);
  const starts = [0, ...ends];
  return starts.flatMap((start, index) => pieces(text, start, ends[index] ?? text.length));
}

function pieces(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; from += maxSentenceLength) {
    const span = trimmed(text, from, Math.min(end, from + maxSentenceLength));
    if (span.start < span.end) spans.push(span);
  }
  return spans;
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  return { start: start + part.length - part.trimStart().length, end: end - (part.length - part.trimEnd().length) };
}

const clauseBreak = /[;:]\s|\s[–—]\s|\.\s/g;
const phraseBreak = /[,)]\s|\s(?=\()/g;
const wordBreak = /\s+/g;

/**
 * The part of a sentence to quote for the stretch `inner`: the whole sentence when it is at most `limit` characters
 * long, else the longest run of whole clauses around `inner`, else of phrases, else of words. Null when `inner` itself
 * is longer than `limit`.
 */
export function quoteAround(text: string, sentence: Span, inner: Span, limit: number): Span | null {
  if (inner.end - inner.start > limit) return null;
  if (sentence.end - sentence.start <= limit) return sentence;
  const window = {
    start: Math.max(sentence.start, inner.start - limit),
    end: Math.min(sentence.end, inner.end + limit),
  };
  let breaks: number[] = [sentence.start, sentence.end].filter((at) => at >= window.start && at <= window.end);
  for (const pattern of [clauseBreak, phraseBreak, wordBreak]) {
    breaks = [...breaks, ...breaksIn(text, window, pattern)].toSorted((a, b) => a - b);
    const run = longestRun(breaks, inner, limit);
    const span = run === null ? null : trimmedClause(text, trimmed(text, run.start, run.end), inner);
    if (span !== null && span.end - span.start >= limit / 3) return span;
  }
  return inner;
}

function breaksIn(text: string, { start, end }: Span, pattern: RegExp): number[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => start + match.index + match[0].length);
}

/** The longest stretch between two of the sorted `breaks` that holds `inner` and keeps to the limit. */
function longestRun(breaks: readonly number[], inner: Span, limit: number): Span | null {
  const starts = breaks.filter((at) => at <= inner.start);
  const ends = breaks.filter((at) => at >= inner.end);
  let best: Span | null = null;
  let last = 0;
  for (const start of starts) {
    while ((ends[last + 1] ?? Infinity) - start <= limit) last += 1;
    const end = ends[last];
    if (end !== undefined && end - start <= limit && end - start > (best === null ? 0 : best.end - best.start)) {
      best = { start, end };
    }
  }
  return best;
}

/** A clause without the comma behind it and the "and" before it. */
function trimmedClause(text: string, { start, end }: Span, inner: Span): Span {
  const part = text.slice(start, end);
  const conjunction = /^and (?!\W)/.exec(part)?.[0].length ?? 0;
  return {
    start: start + conjunction <= inner.start ? start + conjunction : start,
    end: Math.max(inner.end, start + part.replace(/[\s,;:(–—-]+$/u, '').length),
  };
}
