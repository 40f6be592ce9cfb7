/** Numbers written in words: "three times", "tenfold", "half", "an order of magnitude". */
import { type StatedNumber, unitAt } from './numbers.ts';

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const large: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const valueOfWord: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...large,
]);
const longestFirst = [...valueOfWord.keys()].sort((a, b) => b.length - a.length).join('|');
const numeral = new RegExp(
  `(?<!\\p{L})((?:${tens.join('|')})[-\\s](?:${small.slice(1, 10).join('|')})|${longestFirst})` +
    `(?:[-\\s](${[...large.keys()].join('|')}))?(?=fold|(?!\\p{L}))`,
  'giu',
);

interface Phrase {
  readonly pattern: RegExp;
  readonly values: readonly string[];
  readonly unit: StatedNumber['unit'];
}

/** Words that are a number and its unit in one; "half" is 50 % and 0.5, halving also a factor of two. */
const phrases: readonly Phrase[] = [
  { pattern: /\b(?:twice|doubl(?:e|es|ed|ing)|twofold)\b/giu, values: ['2'], unit: 'times' },
  { pattern: /\b(?:thrice|tripl(?:e|es|ed|ing))\b/giu, values: ['3'], unit: 'times' },
  { pattern: /\bquadrupl(?:e|es|ed|ing)\b/giu, values: ['4'], unit: 'times' },
  { pattern: /\b(?:half|halve|halves|halved|halving)\b/giu, values: ['50'], unit: 'percent' },
  { pattern: /\b(?:half|halve|halves|halved|halving)\b/giu, values: ['0.5'], unit: 'none' },
  { pattern: /\b(?:halve|halves|halved|halving)\b/giu, values: ['2'], unit: 'times' },
  { pattern: /\b(?:third|thirds)\b/giu, values: ['1', '3'], unit: 'none' },
  { pattern: /\b(?:quarter|quarters)\b/giu, values: ['1', '4', '0.25'], unit: 'none' },
  { pattern: /\bquarters?\b/giu, values: ['25'], unit: 'percent' },
  { pattern: /\border(?:s)? of magnitude\b/giu, values: ['10'], unit: 'times' },
];

// What a sentence claims with a word alone; "double" and "triple" are left out, being parts of names.
const claiming =
  /\b(?:twice|thrice|doubles|doubled|doubling|triples|tripled|tripling|quadrupled|halve|halves|halved|halving|half (?:the|of|as|that)|orders? of magnitude)\b/iu;

/** Every number that `text` states in words, in no particular order. */
export function numbersInWords(text: string): StatedNumber[] {
  return [...numeralsOf(text), ...phrases.flatMap((phrase) => matchesOf(text, phrase))];
}

/**
 * The numbers in words that are quantities: with a unit ("three times", "ten percent"), or words that
 * measure ("twice", "half of"). "Two lines of work" is a way to speak, not a figure.
 * Words that state one number in several ways stand at the same place.
 */
export function quantitiesInWords(text: string): StatedNumber[] {
  return [
    ...numeralsOf(text).filter(({ unit }) => unit !== 'none'),
    ...phrases
      .flatMap((phrase) => matchesOf(text, phrase))
      .filter(({ start, end }) => claiming.exec(text.slice(start, end + 5))?.index === 0),
  ];
}

function numeralsOf(text: string): StatedNumber[] {
  return Array.from(text.matchAll(numeral), ({ 0: written, 1: first = '', 2: scale, index: start }) => {
    const base = first.toLowerCase().split(/[-\s]/).reduce((sum, word) => sum + (valueOfWord.get(word) ?? 0), 0); // prettier-ignore
    const value = base * (scale === undefined ? 1 : (large.get(scale.toLowerCase()) ?? 1));
    const { unit, end } = unitAt(text, start, start + written.length);
    const fold = /^folds?/i.exec(text.slice(start + written.length))?.[0] ?? '';
    if (fold !== '')
      return {
        start,
        end: start + written.length + fold.length,
        values: [String(value)],
        unit: 'times',
        inWords: true,
      };
    return { start, end, values: [String(value)], unit, inWords: true };
  });
}

function matchesOf(text: string, { pattern, values, unit }: Phrase): StatedNumber[] {
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    values,
    unit,
    inWords: true,
  }));
}
