/** Numbers in running text, in a form in which two ways to write one number are equal. */

export type NumberUnit = 'percent' | 'times' | 'none';

/** A number as a text states it. */
export interface StatedNumber {
  /** UTF-16 offsets of the number with its unit. */
  readonly start: number;
  readonly end: number;
  /** Its possible values in plain decimal notation: the first number of "1.5–2 million" has two. */
  readonly values: readonly string[];
  readonly unit: NumberUnit;
  /** Whether it is written in words: "three times", "half". */
  readonly inWords: boolean;
}

/** A name with digits in it: "INT8", "Llama-2", "3D". */
export interface NumberedName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export interface NumbersOfText {
  readonly numbers: readonly StatedNumber[];
  readonly names: readonly NumberedName[];
}

const digits = String.raw`\d+(?:[,\u2009\u202f\u00a0]\d{3}(?!\d))*(?:\.\d+)?|\.\d+`;
const exponent = String.raw`(?:\^\{?[-−]?\d+\}?|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|e[-+]?\d+(?![\p{L}\p{N}]))?`;
const number = new RegExp(`(?<![\\p{L}\\p{N}])(?:${digits})${exponent}`, 'gu');
const name = /(?<![\p{L}\p{N}])(?:\p{L}[\p{L}\p{M}\p{N}]*(?:[-‑._][\p{L}\p{N}]+)*|[1-4]D(?![\p{L}\p{N}]))/gu;

const multipliers: ReadonlyMap<string, number> = new Map([
  ['k', 3], ['thousand', 3], ['m', 6], ['million', 6], ['b', 9], ['billion', 9], ['t', 12], ['trillion', 12],
]); // prettier-ignore
const multiplier = /^(?:[KkMBT](?![\p{L}\p{N}])|[\s-]?(?:thousand|million|billion|trillion)(?!\p{L}))/u;
const percent = /^[\s\u00a0\u202f-]?(?:%|per\s?cent(?!\p{L})|percentage)/u;
const times = /^(?:[\s\u00a0\u202f]?[xX×✕](?![\p{L}\p{N}])|[\s-]times(?!\p{L})|[\s-]?folds?(?!\p{L}))/u;
const timesBefore = /(?:(?<![\p{L}\p{N}])[x×✕]\s?|factors? of (?:(?:about|around|roughly|nearly|over|up to) )?)$/u;
const rangeMark = /^\s?(?:[-–—~]|to|or|and|\/)\s?$/;

/** The numbers written in digits and the names that hold digits, in the order of the text. */
export function numbersOf(text: string): NumbersOfText {
  const names = Array.from(text.matchAll(name), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    name: found,
  })).filter((candidate) => /\d/.test(candidate.name));
  const outside = (at: number): boolean => !names.some(({ start, end }) => at >= start && at < end);
  const found = Array.from(text.matchAll(number))
    .filter(({ index }) => outside(index))
    .map(({ 0: written, index }) => readNumber(text, written, index));
  return { numbers: shareUnits(text, found), names };
}

function readNumber(text: string, written: string, start: number): StatedNumber {
  let end = start + written.length;
  const scale = multiplier.exec(text.slice(end, end + 12))?.[0] ?? '';
  end += scale.length;
  const power = multipliers.get(scale.replace(/^[\s-]/, '').toLowerCase()) ?? 0;
  const unit = unitAt(text, start, end);
  return { start, end: unit.end, values: [scaled(decimalOf(written), power)], unit: unit.unit, inWords: false };
}

/** The unit of the number that stands from `start` to `end`, and where number and unit end. */
export function unitAt(text: string, start: number, end: number): { unit: NumberUnit; end: number } {
  const after = text.slice(end, end + 14);
  const percentMark = percent.exec(after);
  if (percentMark !== null) return { unit: 'percent', end: end + percentMark[0].length };
  const timesMark = times.exec(after);
  if (timesMark !== null) return { unit: 'times', end: end + timesMark[0].length };
  return { unit: timesBefore.test(text.slice(Math.max(0, start - 24), start)) ? 'times' : 'none', end };
}

/** In "2–3×" and "1.5 to 2 million" the first number has the unit of the second. */
function shareUnits(text: string, numbers: readonly StatedNumber[]): StatedNumber[] {
  return numbers.map((stated, index) => {
    const next = numbers[index + 1];
    if (next === undefined || !rangeMark.test(text.slice(stated.end, next.start))) return stated;
    const unit = stated.unit === 'none' ? next.unit : stated.unit;
    const written = text.slice(next.start, next.end);
    const scale = /[\d\s-](?:([KkMBT])(?![\p{L}\p{N}])|(thousand|million|billion|trillion))/u.exec(written);
    const power = multipliers.get((scale?.[1] ?? scale?.[2] ?? '').toLowerCase()) ?? 0;
    const values = new Set([...stated.values, ...stated.values.map((value) => scaled(value, power))]);
    return { ...stated, unit, values: [...values] };
  });
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Plain decimal notation: "1,000", "10³" and "1e3" are "1000", "2.50" is "2.5". */
function decimalOf(written: string): string {
  const flat = written
    .replace(/[,\u2009\u202f\u00a0]/g, '')
    .replace(/[{}]/g, '')
    .replace(/⁻/g, '^-')
    .replace(/(?<![⁰¹²³⁴⁵⁶⁷⁸⁹^-])(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])/g, '^')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)))
    .replaceAll('−', '-');
  const [base = '', power] = flat.split('^');
  const value = power === undefined ? Number(base) : Number(base) ** Number(power);
  return String(Number(value.toPrecision(12)));
}

function scaled(value: string, power: number): string {
  return power === 0 ? value : String(Number((Number(value) * 10 ** power).toPrecision(12)));
}
