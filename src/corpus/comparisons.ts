/** What a result is measured against, when its sentence says so. */
import type { Span } from './sentences.ts';

/** A value of which it is known whether it tells a change ("3× faster") or stands for itself ("30 FPS"). */
export interface ComparedValue extends Span {
  readonly isChange: boolean;
}

// Those that complete a comparative ("faster than") and those that compare the whole statement.
const comparative = 'over|than';
const verbs = 'outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|exceed(?:s|ing)?';
const methods =
  '(?:[\\w-]+ ){0,4}(?:models|LLMs|VLMs|MLLMs|baselines|methods|approaches|agents|systems|engines|pipelines)';
const stating = [
  'compared (?:to|with|against)|in comparison (?:to|with)|(?:when )?comparing (?:to|with)|relative to',
  'with respect to(?: \\(w\\.r\\.t\\.\\))?|w\\.r\\.t\\.|against|(?:versus|vs\\.?)(?: \\d[\\d.,]*\\s?%? (?:for|of|by))?',
  `(?:improvements?|gains?|improves|improved|improving) over|improv(?:es|ed|ing)(?= ${methods} by\\b)`,
  `(?:improvement|degradation|reduction|drop) from(?= ${methods}\\b)|from(?= ${methods} by\\b)`,
  '(?:same|similar|comparable|equal) (?:performance|accuracy|quality|results?) (?:as|to|with)',
  '(?:performance|accuracy|quality|results?) (?:similar|comparable|equal) to',
].join('|');
const marker = new RegExp(`\\b(?:(${comparative})|(?:${stating}|${verbs})) (?=[\\p{L}(])`, 'giu');
const end =
  /[,;:()]|\.(?:\s|$)|\s(?:by|while|when|where|which|in|with|without|for|at|and (?:is|has|reduc|improv|achiev|deliver|surpass|up|by|also|the|a|an|\d|[+~])|under|across|via|both|respectively|to|that|is|are|as|through|from|along|despite|respect|such|used|w\.r\.t)(?=[\s,.;]|$)|(?<!\b(?:based|built|relying))\son(?=[\s,.;]|$)/u;
// "(RAG)" of "existing RAG (retrieval) systems": words behind the bracket belong to those before it.
const aside =
  / \([^()\d]{1,40}\)(?= (?:(?:and|or) [\w-]+ (?:\([^()]{1,40}\) )?)?(?:systems?|methods?|models?|baselines|approach(?:es)?|techniques?|agents?)\b)/gu;
const notABaseline =
  /^(?:\d|(?:nearly|about|over|almost) \d|them$|the (?:model|method|system)$|an? (?:day|week|hour|minute|second)\b|(?:the )?(?:range|course|time|years?)\b|all\b|(?:both|multiple|various|several|\w+) (?:benchmarks?|datasets?|tasks?)\b|half\b|one(?: of\b|$)|previously$|at\b|those?\b$|.*\b(?:benchmarks?|datasets?|tasks?|requirements?|thresholds?|limits?|(?:reading|human) speed)$)/i;

/**
 * The baselines of a list of values, one each: "2× and 3× compared to A and B, respectively" pairs them; otherwise each
 * value has the words behind the comparison nearest to it ("vLLM" of "2.3× faster than vLLM in long contexts"), or null.
 */
export function comparedWithEach(text: string, sentence: Span, values: readonly ComparedValue[]): (string | null)[] {
  const comparisons = comparisonsIn(text, sentence);
  const last = values.at(-1);
  const comparison = last === undefined ? null : nearest(text, sentence, comparisons, last);
  const pairs = comparison === null || values.length < 2 ? null : listAt(text.slice(comparison.at, sentence.end));
  if (comparison !== null && pairs?.length === values.length)
    return isOfPlaces(pairs) ? values.map(() => comparison.words) : pairs.map(withoutPossessive);
  return values.map(
    (value) => multipliedBy(text, sentence, value) ?? nearest(text, sentence, comparisons, value)?.words ?? null,
  );
}

// "A, B and C, respectively", or "A and B by 3% and 5%, respectively".
function listAt(text: string): string[] | null {
  const words = /^((?:[^.;:]|\.\d){1,120}?),? respectively\b/.exec(text.slice(0, 160))?.[1];
  return words === undefined ? null : parts(words.replace(/ by .*$/, ''));
}

// "the best engines on CPUs and GPUs" lists where it was measured; the baseline is one.
function isOfPlaces([first = '', ...others]: readonly string[]): boolean {
  const place = / (?:on|in|for|at) /;
  return place.test(first) && !others.some((part) => place.test(part) || part.includes(' '));
}

function parts(list: string): string[] {
  return list.split(/, and |, | and /);
}

// "16 times the size of the model", "half the memory of the baseline"
function multipliedBy(text: string, sentence: Span, { start, end: valueEnd }: Span): string | null {
  if (/^(?:halv|doubl|tripl)/i.test(text.slice(start, valueEnd))) return null;
  const after = text.slice(valueEnd, Math.min(sentence.end, valueEnd + 160));
  if (!/(?:[x×X]|times|fold|half|twice)$/i.test(text.slice(start, valueEnd))) return null;
  const found = /^ (the (?:(sizes?)|(?!number\b)[\w -]{1,30}?) of )(?=\p{L})/u.exec(after);
  if (found === null) return null;
  const words = baselineAt(after.slice(found[0].length));
  return words === null || found[2] === undefined ? words : `${found[1] ?? ''}${words}`;
}

interface Comparison {
  readonly words: string;
  /** Where the marker begins, and where the words do. */
  readonly start: number;
  readonly at: number;
  /** Whether it completes a comparative, so that it speaks of a change only. */
  readonly isComparative: boolean;
}

function comparisonsIn(text: string, sentence: Span): Comparison[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(marker)].flatMap((match) => {
    const start = sentence.start + match.index;
    const at = start + match[0].length;
    const words = baselineAt(text.slice(at, Math.min(sentence.end, at + 140)));
    return words === null ? [] : [{ words, start, at, isComparative: match[1] !== undefined }];
  });
}

const farthest = 250;

function nearest(
  text: string,
  sentence: Span,
  comparisons: readonly Comparison[],
  value: ComparedValue,
): Comparison | null {
  return (
    comparisons
      .filter((comparison) => value.isChange || !comparison.isComparative || isAsideOf(text, comparison, value))
      .map((comparison) => ({ comparison, distance: distanceBetween(text, sentence, comparison, value) }))
      .filter(({ distance }) => distance <= farthest)
      .toSorted((a, b) => a.distance - b.distance)[0]?.comparison ?? null
  );
}

// "better than MRI (accuracy 0.91)"
function isAsideOf(text: string, { at, words }: Comparison, { start }: Span): boolean {
  return start > at && /^ \([\w -]{0,20}$/.test(text.slice(at + words.length, start));
}

const otherStatement = /;|\s\(?\d\)\s/;

/** A comparison mostly follows its value; one before it has to be nearer, and one in another statement is another's. */
function distanceBetween(
  text: string,
  sentence: Span,
  { start, at, isComparative }: Comparison,
  value: ComparedValue,
): number {
  if (start < value.start) {
    const between = text.slice(at, value.start);
    if (otherStatement.test(between)) return Infinity;
    const distance = (value.start - start) * 2;
    // What a whole statement is compared with holds to its end.
    const governs = start === sentence.start || (!isComparative && !newStatement.test(between));
    return governs ? Math.min(distance, farthest - 10) : distance;
  }
  const between = text.slice(value.end, start);
  if (otherStatement.test(between) || (isComparative && ownComparative.test(between))) return Infinity;
  const isAside = /\swhile\s(?!also being\b)/.test(between) && !between.endsWith(', ');
  return between.length + (isAside ? farthest : 0) + (/, and /.test(between) ? 60 : 0);
}

// "…, and reduces latency by 60%"
const newStatement =
  /, and (?:\w+ly )?(?:reduces|achieves|saves|cuts|lowers|delivers|runs|has|is|needs|requires|uses)\s/;
// "…by 8× and enabling Cup to be faster than…", "…by 8%) and achieves 5× over…"
const ownComparative = /\sand \w+ing\s|\) and \w+s\s/;

function baselineAt(text: string): string | null {
  const masked = text.replace(aside, (found) => ` ${'_'.repeat(found.length - 1)}`);
  const first = end.exec(masked)?.index ?? text.length;
  // "the model" alone says nothing; "the model with fine-tuning" does.
  const next = /^the (?:model|method|system)$/i.test(text.slice(0, first)) ? end.exec(masked.slice(first + 1)) : null;
  const words = text.slice(0, next === null ? first : first + 1 + next.index).trim();
  if (words.length < 2 || words.length > 80 || notABaseline.test(words)) return null;
  return withoutPossessive(words);
}

function withoutPossessive(words: string): string {
  return words.replace(/^(?:its|their) (?:own )?/i, '');
}
