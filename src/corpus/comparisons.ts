/** What a result is measured against, when its sentence says so. */
import type { Span } from './sentences.ts';

const marker =
  /\b(?:compared (?:to|with|against)|in comparison (?:to|with)|(?:when )?comparing (?:to|with)|relative to|with respect to(?: \(w\.r\.t\.\))?|w\.r\.t\.|versus|vs\.?|over|than|against|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|exceed(?:s|ing)?) (?=[\p{L}(])/giu;
const end =
  /[,;:()]|\.(?:\s|$)|\s(?:by|while|when|where|which|on|in|with|without|for|at|and (?:is|has|reduc|improv|achiev|deliver|surpass|up|by|also|the|a|an|\d|[+~])|under|across|using|via|both|respectively|to|that|is|are|as|through|from|along|despite|respect|such)(?=[\s,.;]|$)/u;
const notABaseline =
  /^(?:\d|(?:nearly|about|over|almost) \d|them$|the (?:model|method|system)$|an? (?:day|week|hour|minute|second)\b|(?:the )?(?:range|course|time|years?)\b|all\b|(?:both|multiple|various|several|\w+) (?:benchmarks?|datasets?|tasks?)\b|half\b|one\b|previously$|at\b|those?\b$|.*\b(?:benchmarks?|datasets?|tasks?)$)/i;

/** "vLLM" of "2.3× faster than vLLM in long contexts": the words after the comparison nearest to `value`, or null. */
export function comparedWith(text: string, sentence: Span, value: Span): string | null {
  return nearestComparison(text, sentence, value)?.words ?? null;
}

/**
 * The baselines of a list of values, one each: "2× and 3× compared to A and B, respectively" pairs them; otherwise each
 * value has the comparison nearest to it.
 */
export function comparedWithEach(text: string, sentence: Span, values: readonly Span[]): (string | null)[] {
  const last = values.at(-1);
  const comparison = last === undefined ? null : nearestComparison(text, sentence, last);
  if (values.length > 1 && comparison !== null && /\brespectively\b/.test(text.slice(sentence.start, sentence.end))) {
    const list = listBefore(text.slice(comparison.at, comparison.at + 160)) ?? parts(comparison.words);
    if (list.length === values.length) return isOfPlaces(list) ? values.map(() => comparison.words) : list;
  }
  return values.map((value) => comparedWith(text, sentence, value));
}

function listBefore(text: string): string[] | null {
  const words = /^([^.;:]{1,120}?),? respectively\b/.exec(text)?.[1];
  return words === undefined ? null : parts(words);
}

// "the best engines on CPUs and GPUs" lists where it was measured; the baseline is one.
function isOfPlaces([first = '', ...others]: readonly string[]): boolean {
  const place = / (?:on|in|for|at) /;
  return place.test(first) && !others.some((part) => place.test(part) || part.includes(' '));
}

function parts(list: string): string[] {
  return list.split(/, and |, | and /);
}

interface Comparison {
  readonly words: string;
  /** Where the words begin. */
  readonly at: number;
}

function nearestComparison(text: string, sentence: Span, value: Span): Comparison | null {
  const part = text.slice(sentence.start, sentence.end);
  const found = [...part.matchAll(marker)].flatMap((match) => {
    const at = sentence.start + match.index + match[0].length;
    const words = baselineAt(text.slice(at, Math.min(sentence.end, at + 120)));
    const distance = distanceBetween(text, sentence.start + match.index, value);
    return words === null || distance > farthest ? [] : [{ words, at, distance }];
  });
  return found.toSorted((a, b) => a.distance - b.distance)[0] ?? null;
}

const farthest = 250;

// A comparison mostly follows its value; one before it has to be nearer, and one in another statement is another's.
function distanceBetween(text: string, at: number, value: Span): number {
  if (at < value.start) return (value.start - at) * 2;
  const between = text.slice(value.end, at);
  return between.length + (/[;]|\swhile\s/.test(between) ? farthest : 0) + (/, and /.test(between) ? 60 : 0);
}

function baselineAt(text: string): string | null {
  const words = text.slice(0, end.exec(text)?.index ?? text.length).trim();
  if (words.length < 2 || words.length > 80 || notABaseline.test(words)) return null;
  return words;
}
