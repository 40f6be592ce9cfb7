/** Whether a number in a sentence stands in the abstracts that the sentence cites. */
import { numbersInWords, quantitiesInWords } from './number-words.ts';
import { type NumberedName, numbersOf, type StatedNumber } from './numbers.ts';

/** The numbers of one text, in every way they are written. */
export interface NumberEvidence {
  readonly numbers: readonly StatedNumber[];
  /** Names with digits in them, in a form in which spelling variants are equal. */
  readonly names: ReadonlySet<string>;
}

/** What an abstract supports: its numbers in digits and words, and those within names ("INT8" has an 8). */
export function evidenceOf(text: string): NumberEvidence {
  const { numbers, names } = numbersOf(text);
  const inNames = names.flatMap((name) => numbersOf(digitsOf(name)).numbers);
  return { numbers: [...numbers, ...inNames, ...numbersInWords(text)], names: new Set(names.map(nameKey)) };
}

/** A number in a sentence for which there is no evidence. */
export interface UnsupportedNumber {
  readonly start: number;
  readonly end: number;
}

/**
 * The numbers of `sentence` that none of the cited texts states, in order.
 * Compared are values: "1,000" and "1K", "2×", "2x", "two times" and "twice", "10%" and "ten percent" are equal.
 * A unit must not differ; the cited text may leave it out of a number with decimals ("a score of 87.5"). Numbers in words are
 * looked at only where they are quantities. A name such as "INT8" must stand in a cited text, or its digits must;
 * in a sentence that cites nothing names are free.
 */
export function unsupportedNumbers(sentence: string, cited: readonly NumberEvidence[]): UnsupportedNumber[] {
  const { numbers, names } = numbersOf(sentence);
  const stated = [...numbers, ...quantitiesInWords(sentence)];
  const supported = new Set(
    stated.filter((number) => cited.some((evidence) => hasNumber(evidence, number))).map(({ start }) => start),
  );
  // One word can state a number in several ways; one of them is enough.
  const missing = new Map(stated.filter(({ start }) => !supported.has(start)).map(({ start, end }) => [start, end]));
  const unknownNames =
    cited.length === 0 ? [] : names.filter((name) => !cited.some((evidence) => hasName(evidence, name)));
  return [
    ...[...missing].map(([start, end]) => ({ start, end })),
    ...unknownNames.map(({ start, end }) => ({ start, end })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

function hasNumber(evidence: NumberEvidence, stated: StatedNumber): boolean {
  return evidence.numbers.some(
    (number) => unitsAgree(stated, number) && number.values.some((value) => stated.values.includes(value)),
  );
}

function unitsAgree(stated: StatedNumber, evidence: StatedNumber): boolean {
  if (stated.unit === evidence.unit || stated.unit === 'none') return true;
  // "a speed-up of 2.5" supports "2.5×", but "two GPUs" and "2:4" do not support "twice".
  return evidence.unit === 'none' && evidence.values.some((value) => value.includes('.')) && !evidence.inWords;
}

function hasName({ names, numbers }: NumberEvidence, name: NumberedName): boolean {
  if (names.has(nameKey(name))) return true;
  return numbersOf(digitsOf(name)).numbers.every(({ values }) =>
    numbers.some((number) => number.values.some((value) => values.includes(value))),
  );
}

function nameKey({ name }: NumberedName): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The numbers of a name with blanks between them. */
function digitsOf({ name }: NumberedName): string {
  return name.replace(/[^\d.]+/g, ' ');
}
