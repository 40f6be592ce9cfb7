/** Quantities in running text: numbers with units, ranges, and the words that stand for them. */
import type { Span } from './sentences.ts';

/** What a unit measures; `bare` has none, `none` is a number that measures nothing (a width in bits, a size in tokens). */
export type Dimension =
  | 'ratio'
  | 'share'
  | 'points'
  | 'rate'
  | 'time'
  | 'bytes'
  | 'power'
  | 'operations'
  | 'money'
  | 'bare'
  | 'count'
  | 'none';

/** How exactly a value is given. */
export const bounds = ['exactly', 'about', 'up to', 'more than', 'less than'] as const;
export type Bound = (typeof bounds)[number];

/** A number or a pair of numbers, as written at `start` to `end` of its text. */
export interface Quantity extends Span {
  /** One number, or the two ends of a range or change. */
  readonly numbers: readonly number[];
  /** Canonical ("×", "%", "tokens/s"); null for a bare number. */
  readonly unit: string | null;
  readonly dimension: Dimension;
  readonly bound: Bound;
  /** True when the two numbers are joined by "from … to …" or an arrow, not by a dash. */
  readonly joinedByTo: boolean;
  readonly signed: boolean;
}

interface UnitRule {
  /** Canonical name; null for a unit with a prefix, which stays as written. */
  readonly unit: string | null;
  readonly dimension: Dimension;
  readonly pattern: RegExp;
}

const unit = (name: string | null, dimension: Dimension, source: string): UnitRule => ({
  unit: name,
  dimension,
  pattern: new RegExp(source, 'uy'),
});

// Tried in this order directly behind a number.
const unitRules: readonly UnitRule[] = [
  unit(
    'points',
    'points',
    '(?: ?%|[ -]percent(?:age)?)?[ -](?:absolute |accuracy |percentage |EM |F1 )?points?\\b|[ -]pp\\b',
  ),
  unit('%', 'share', ' ?%|[ -]percent\\b'),
  unit('bits', 'none', '[ -]?bits?\\b'),
  unit('×', 'ratio', ' ?[x×X](?![\\p{L}\\p{N}]| ?\\d)(?: times\\b)?|[ -]times\\b|-?fold\\b'),
  unit('tokens/s', 'rate', ' tokens?(?: ?/ ?s(?:ec(?:ond)?)?| per second)\\b'),
  unit('FPS', 'rate', '[ -]?(?:fps|FPS)\\b| frames? ?(?:per|/) ?s(?:ec(?:ond)?)?\\b'),
  unit('requests/s', 'rate', ' (?:requests?|queries|samples|images) ?(?:per|/) ?s(?:ec(?:ond)?)?\\b'),
  unit(null, 'rate', ' ?[kMG]?Hz\\b'),
  unit(null, 'rate', ' ?[KMGTPE]FLOPS?(?:/s| per second)\\b| ?[TPE]?OPS\\b'),
  unit(null, 'operations', ' ?[KMGTBPE]? ?(?:FLOPs?|MACs?|multiply-adds?)\\b'),
  unit(null, 'bytes', ' ?[KMGT]i?B\\b'),
  unit(null, 'power', ' ?(?:[mµμk]?J|[mk]?W|k?Wh|TOPS/W)\\b(?!&)'),
  unit(null, 'points', ' ?dB\\b'),
  unit('ms', 'time', ' ?(?:ms|milliseconds?)\\b'),
  unit('µs', 'time', ' ?(?:[uµμ]s|microseconds?)\\b'),
  unit('s', 'time', ' ?s\\b| (?:secs?|seconds?)\\b'),
  unit('min', 'time', ' (?:mins?|minutes?)\\b'),
  unit('h', 'time', ' ?h\\b| (?:hrs?|hours?)\\b'),
  unit('d', 'time', ' days?\\b'),
  unit('count', 'count', ' ?[KkMBbT](?![\\p{L}\\p{N}])| (?:thousand|million|billion|trillion)\\b'),
];

const digits = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu;
const spelled: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, hundred: 100,
}; // prettier-ignore
const spelledRatio = /\b(two|three|four|five|six|seven|eight|nine|ten|hundred)(?: times|[ -]?fold)\b/gi;
const magnitudes = /\b(?:an|one|two|three|four|five|six) orders?[ -]of[ -]magnitude\b/gi;
const fractions =
  /\b(?:halv(?:es|ed|ing)|half(?= (?:of )?(?:the|its|that|their) )|(?<=\b(?:by|than) )half\b|twice(?= (?:as|the) )|doubl(?:es|ed|ing)(?= (?:the|its) )|tripl(?:es|ed|ing)(?= (?:the|its) ))/gi;

// Most sentences have none, and are done with here.
const anyQuantity = /\d|times|fold|magnitude|hal[fv]|twice|doubl|tripl/i;

/** All quantities of one sentence, in order. `sentence` is a stretch of `text`; places are those of `text`. */
export function findQuantities(text: string, sentence: Span): Quantity[] {
  const part = text.slice(sentence.start, sentence.end);
  if (!anyQuantity.test(part)) return [];
  const atoms = [...numbersIn(part), ...wordsIn(part)].toSorted((a, b) => a.start - b.start);
  return withSharedUnits(part, joinRanges(part, atoms))
    .map((quantity) => withBound(part, quantity))
    .map((quantity) => ({ ...quantity, start: quantity.start + sentence.start, end: quantity.end + sentence.start }));
}

const plain = { bound: 'exactly', joinedByTo: false, signed: false } as const;

function numbersIn(part: string): Quantity[] {
  return [...part.matchAll(digits)].flatMap((match) => {
    const after = match.index + match[0].length;
    const prefix = prefixOf(part, match.index);
    if (prefix === null) return [];
    const { rule, end } = unitAt(part, after, prefix.unit);
    if (/^[\p{L}_@]|^-(?!fold)(?=\p{L})|^\.\d|^ ?[x×] ?\d/u.test(part.slice(end, end + 4)) && !rangeFollows(part, end))
      return [];
    return [
      {
        ...plain,
        start: match.index - prefix.length,
        end,
        numbers: [Number(match[0].replaceAll(',', ''))],
        unit: rule === null ? null : (rule.unit ?? part.slice(after, end).trim()),
        dimension: rule?.dimension ?? 'bare',
        signed: prefix.signed,
      },
    ];
  });
}

// "5x-3y" is no name: a hyphen before a digit may join a range.
function rangeFollows(part: string, end: number): boolean {
  return /^\s?[-–—~]\s?~?\d/u.test(part.slice(end, end + 5));
}

interface Prefix {
  readonly length: number;
  readonly signed: boolean;
  /** The unit that stands before its number. */
  readonly unit: '×' | '$' | null;
}

/** The sign before a number; null where the number is part of a name ("GPT-4", "H100", "[3]"). */
function prefixOf(part: string, index: number): Prefix | null {
  const before = part.slice(Math.max(0, index - 4), index);
  if (/[\p{L}_@#\\[]$|(?<![\d×x%])\/$|[\p{L}\p{N}]\.$|'$|(?<!\d)[\p{L}_)][-–]$/u.test(before)) return null;
  const times = /[×]\s?$/u.exec(before);
  if (times !== null)
    return /[\p{N}]\s?[×]\s?$/u.test(before) ? null : { length: times[0].length, signed: false, unit: '×' };
  if (before.endsWith('$')) return { length: 1, signed: false, unit: '$' };
  if (/\bfactor of (?:up to |about |over )?$/u.test(part.slice(Math.max(0, index - 22), index)))
    return { length: 0, signed: false, unit: '×' };
  const sign = /(?:^|[\s(])([+−-])$/u.exec(before);
  return { length: sign === null ? 0 : 1, signed: sign !== null, unit: null };
}

function unitAt(
  part: string,
  at: number,
  before: Prefix['unit'],
): { rule: Pick<UnitRule, 'unit' | 'dimension'> | null; end: number } {
  for (const rule of unitRules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(part);
    if (match !== null) return { rule, end: at + match[0].length };
  }
  if (before === null) return { rule: null, end: at };
  return { rule: { unit: before, dimension: before === '$' ? 'money' : 'ratio' }, end: at };
}

function wordsIn(part: string): Quantity[] {
  const ratio = { ...plain, unit: '×', dimension: 'ratio' } as const;
  const at = (match: RegExpExecArray, value: number): Quantity => ({
    ...ratio,
    start: match.index,
    end: match.index + match[0].length,
    numbers: [value],
  });
  return [
    ...[...part.matchAll(spelledRatio)].map((match) => at(match, spelled[(match[1] ?? '').toLowerCase()] ?? 1)),
    ...[...part.matchAll(magnitudes)].map((match) => at(match, 10 ** (spelled[firstWord(match[0])] ?? 1))),
    ...[...part.matchAll(fractions)].map((match) => at(match, fractionOf(match[0].toLowerCase()))),
  ];
}

function firstWord(text: string): string {
  return text.toLowerCase().split(' ')[0] ?? '';
}

function fractionOf(word: string): number {
  if (word.startsWith('hal')) return 0.5;
  return word.startsWith('tripl') ? 3 : 2;
}

const joint = /^\s?(?:[-–—~]|→|to|and)\s?(?:(?:less than|more than|over|about|only|below)\s|~)?$/u;

/** Joins "1.4~7.0×", "19–50x", "from 73ms to 6.7ms" and "between 2% and 5%" into one quantity each. */
function joinRanges(part: string, atoms: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    const merged = last === undefined ? null : joinPair(part, last, atom);
    if (merged === null) joined.push(atom);
    else joined.splice(-1, 1, merged);
  }
  return joined;
}

function joinPair(part: string, first: Quantity, second: Quantity): Quantity | null {
  if (first.numbers.length !== 1 || second.numbers.length !== 1) return null;
  if (first.unit !== second.unit && first.unit !== null) return null;
  const between = joint.exec(part.slice(first.end, second.start))?.[0].trim();
  if (between === undefined) return null;
  const before = part.slice(Math.max(0, first.start - 16), first.start);
  if (between.startsWith('and') && !/between $/u.test(before)) return null;
  const joinedByTo = /^(?:to|→)/u.test(between);
  const from = joinedByTo ? (/(?<!rang(?:es|ing|ed) )from $/u.exec(before)?.[0].length ?? 0) : 0;
  return { ...second, start: first.start - from, numbers: [...first.numbers, ...second.numbers], joinedByTo };
}

/** In "+30.7 and +22.9 points" the first number has the unit of the second. */
function withSharedUnits(part: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, index) => {
    const next = quantities[index + 1];
    if (next === undefined || quantity.dimension !== 'bare' || next.dimension !== 'points') return quantity;
    const isListed = /^(?:,|,? and|\/) ?$/u.test(part.slice(quantity.end, next.start));
    return isListed && quantity.signed === next.signed
      ? { ...quantity, unit: next.unit, dimension: next.dimension }
      : quantity;
  });
}

const boundWords: readonly (readonly [Bound, RegExp])[] = [
  ['up to', /(?:\bup ?to(?: over)?|\bas much as|\bmaximum of|\bas high as|\bat most|\ba maximum of|\bmax\.?|≤)\s?$/iu],
  ['more than', /(?:\bmore than|\bover|\bat least|\bexceeding|\babove|\bexceeds|≥|>)\s?$/iu],
  ['less than', /(?:\bless than|\bunder|\bbelow|\bwithin|\bfewer than|<)\s?$/iu],
  ['about', /(?:\babout|\baround|\bapproximately|\broughly|\bnearly|\balmost|\bclose to|~|≈)\s?$/iu],
];

// "a peak speed-up of 4×", "2× or more"
const peak = /\b(?:peak|maximum) (?:[\w-]+ ){0,3}of (?:only )?$/iu;
const orMore = /^,? or (?:(more|higher|better)|less|fewer|lower)\b/iu;

/** Draws "up to", "over", "≤" and the like, directly before a quantity, into it; not across an article ("up to a 2×"). */
function withBound(part: string, quantity: Quantity): Quantity {
  const before = part.slice(Math.max(0, quantity.start - 20), quantity.start);
  const article = /\ban? $/u.exec(before)?.[0] ?? '';
  const words = before.slice(0, before.length - article.length);
  for (const [bound, pattern] of boundWords) {
    const found = pattern.exec(words);
    if (found !== null) return { ...quantity, bound, start: quantity.start - (article === '' ? found[0].length : 0) };
  }
  const alternative = orMore.exec(part.slice(quantity.end, quantity.end + 12));
  if (alternative !== null) return { ...quantity, bound: alternative[1] === undefined ? 'less than' : 'more than' };
  return peak.test(part.slice(Math.max(0, quantity.start - 60), quantity.start))
    ? { ...quantity, bound: 'up to' }
    : quantity;
}
