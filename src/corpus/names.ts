/** Names of authors: which part is the family name, and which names belong to a group. */
import { asciiFolded } from './titles.ts';

export interface ParsedName {
  /** Family name with its particles ("van der Merwe"), a single name, or the whole name of a group. */
  readonly family: string;
  /** Null for single names and groups. */
  readonly given: string | null;
  /** "Jr.", "III" and the like. */
  readonly suffix: string | null;
  readonly isGroup: boolean;
}

const LOWER_PARTICLES = new Set(
  'van von vom der den de del della di da dos das do du la le el al bin ibn ben ter ten te zu zum zur af av op y e'.split(' '),
); // prettier-ignore

/** Capitalised particles; "Da", "Di" and "Du" are left out because they are common Chinese given names. */
const CAPITAL_PARTICLES = new Set('Van Von De Del Della Dos La Le El Al Ter Den Der Ten'.split(' '));

/** Before these, "Van" and "Le" are Vietnamese middle names. */
const VIETNAMESE_FAMILIES = new Set(
  'nguyen tran le pham hoang huynh vu vo dang bui do ho ngo duong ly phan truong dinh'.split(' '),
);

const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

const GROUP_WORD =
  /^(?:team|teams|group|lab|labs|laboratory|research|consortium|collaboration|community|project|initiative|institute|university|inc\.?|corp\.?|ltd\.?|foundation|workshop|contributors|authors|ai)$/i;

/**
 * Splits a name as it is printed, "Given Family" or "Family, Given".
 *
 * Without a comma the family name is the last word, with the particles before it. Two family
 * names in a row ("José García Márquez") cannot be told from a middle name and are split before
 * the last word. Names printed family first are not recognised.
 */
export function parseName(name: string): ParsedName {
  const known = parsed.get(name) ?? split(name);
  parsed.set(name, known);
  return known;
}

/** Lists name the same authors over and over. */
const parsed = new Map<string, ParsedName>();

function split(name: string): ParsedName {
  const whole = name.replace(/\s+/g, ' ').trim();
  if (isGroupName(whole)) return { family: whole, given: null, suffix: null, isGroup: true };
  const parts = whole.split(/\s*,\s*/).filter((part) => part !== '');
  const [head = '', ...rest] = parts;
  const suffix = rest.find((part) => SUFFIX.test(part)) ?? null;
  const given = rest.filter((part) => !SUFFIX.test(part)).join(' ');
  if (given !== '') return { family: head, given, suffix, isGroup: false };
  return splitPrinted(head, suffix);
}

function splitPrinted(printed: string, commaSuffix: string | null): ParsedName {
  const words = printed.split(' ');
  const last = words.at(-1) ?? '';
  const hasSuffix = words.length > 2 && SUFFIX.test(last);
  const nameWords = hasSuffix ? words.slice(0, -1) : words;
  const start = familyStart(nameWords);
  return {
    family: nameWords.slice(start).join(' '),
    given: start > 0 ? nameWords.slice(0, start).join(' ') : null,
    suffix: hasSuffix ? last : commaSuffix,
    isGroup: false,
  };
}

/** The index of the word with which the family name begins. */
function familyStart(words: readonly string[]): number {
  const lastWord = words.length - 1;
  const mayHaveCapitalParticle = !VIETNAMESE_FAMILIES.has(asciiFolded(words[0] ?? ''));
  for (let index = 1; index < lastWord; index += 1) {
    const word = words[index] ?? '';
    // The "y" of "Ortega y Gasset" joins two family names.
    if ((word === 'y' || word === 'e') && index > 1) return index - 1;
    if (LOWER_PARTICLES.has(word)) return index;
    if (mayHaveCapitalParticle && CAPITAL_PARTICLES.has(word)) return index;
  }
  return Math.max(0, lastWord);
}

function isGroupName(name: string): boolean {
  const words = name.split(' ');
  if (words.length === 1) return /\p{Ll}\p{Lu}.*(?:AI|Lab|Team)$|\p{L}-AI$|\p{Ll}AI$|\d/u.test(name);
  return !name.includes(',') && words.some((word, index) => isGroupWord(word, index, words.length));
}

function isGroupWord(word: string, index: number, count: number): boolean {
  // "Ai" is a Chinese given name and family name; "AI" in capitals is neither.
  if (/^ai$/i.test(word)) return word === 'AI' && (index === 0 || index === count - 1);
  return GROUP_WORD.test(word) || /\d/.test(word);
}

/** "Family, Given" with a suffix last ("King, Martin Luther, Jr."); a group or single name unchanged. */
export function citationName(name: string): string {
  const { family, given, suffix } = parseName(name);
  return [family, given, suffix].filter((part) => part !== null).join(', ');
}

/** The name as an ASCII key of lower-case letters and digits: "van der Mérwe" gives `vandermerwe`; may be empty. */
export function familyKey(name: string): string {
  return asciiFolded(parseName(name).family).replace(/[^a-z0-9]+/g, '');
}
