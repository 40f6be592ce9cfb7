/** What follows from a title: the deduplication key, slugs, the sort key, the system's name. */

const COMBINING_DIACRITICS = /[\u0300-\u036f]/g;

/** Letters without a decomposition into an ASCII letter and a diacritic, and signs read aloud as letters. */
const ASCII_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng', ħ: 'h', ŧ: 't', '×': 'x',
    α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota',
    κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma',
    τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', '∞': 'infinity',
  }),
); // prettier-ignore

/**
 * The key under which two spellings of one title meet: compatibility-decomposed, without
 * diacritics, case-folded, letters and digits only. Empty for a title without any of them,
 * which then equals no other title.
 */
export function normalisedTitle(plain: string): string {
  return lettersAndDigits(foldCase(lettersAndDigits(plain)));
}

function lettersAndDigits(text: string): string {
  return text
    .replaceAll('×', 'x')
    .normalize('NFKD')
    .replace(COMBINING_DIACRITICS, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** Upper, then lower case: the nearest to Unicode case folding that the language has (ß becomes ss). */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

/**
 * A text in lower-case ASCII, diacritics dropped and Greek letters spelled out, so far as that
 * is known; what has no ASCII form stays as it is.
 */
export function asciiFolded(text: string): string {
  const folded = text.normalize('NFKD').replace(COMBINING_DIACRITICS, '').toLowerCase();
  // Lower-casing can compose a diacritic anew (İ gives i and a dot).
  const letters = folded.replace(COMBINING_DIACRITICS, '');
  return letters.replace(/[^\0-\x7f]/gu, (letter) => ASCII_NAMES.get(letter) ?? letter);
}

/** The words of a title as they stand in slugs: ASCII letters and digits, lower-case. */
function slugWords(plain: string): string[] {
  return asciiFolded(plain)
    .replace(/['’‘ʼ]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * The slug of a title, cut at a word at `maxLength` characters. At least one word is kept; a
 * first word that is longer is cut. `untitled` when nothing of the title can be written in ASCII.
 */
export function slugOfTitle(plain: string, maxLength = 60): string {
  const words = slugWords(plain);
  return words.slice(0, wordsThatFit(words, maxLength)).join('-').slice(0, maxLength) || 'untitled';
}

function wordsThatFit(words: readonly string[], maxLength: number): number {
  let length = -1;
  for (const [index, word] of words.entries()) {
    length += word.length + 1;
    if (length > maxLength) return Math.max(1, index);
  }
  return words.length;
}

/**
 * The slugs a paper may get, best first: the one of `slugOfTitle`, then one more word each time
 * up to the full title. A paper takes the first that no other paper has.
 */
export function slugCandidates(plain: string, maxLength = 60): string[] {
  const words = slugWords(plain);
  const candidates = [slugOfTitle(plain, maxLength)];
  for (let count = wordsThatFit(words, maxLength) + 1; count <= words.length; count += 1) {
    candidates.push(words.slice(0, count).join('-'));
  }
  return candidates;
}

/**
 * The key of an alphabetical index, to be compared by code unit: folded, without leading
 * punctuation or English article, words separated by one space.
 */
export function sortKeyOfTitle(plain: string): string {
  const words = asciiFolded(plain)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const first = words[0];
  const hasArticle = words.length > 1 && (first === 'a' || first === 'an' || first === 'the');
  return words.slice(hasArticle ? 1 : 0).join(' ');
}

/** Broad terms that titles abbreviate in parentheses without naming a system. */
const BROAD_ACRONYM = /^(?:[A-Z]*LMs?|AI|GPUs?|CPUs?|NPUs?|FPGAs?|IoT|RL|NLP|MoE)$/;

/**
 * The name a title gives its system: the one or two words before the colon ("SwiftPruner: …"),
 * or an acronym in parentheses ("Low-Rank Adaptation (LoRA) …"). Null when there is none.
 * Two words count only when one of them is spelled like a name, with an inner capital or a digit.
 */
export function systemNameOf(title: string): string | null {
  const colon = title.search(/:\s/);
  const head = colon > 0 ? title.slice(0, colon).trim() : '';
  if (isSystemName(head)) return head;
  for (const [, acronym] of title.matchAll(/\(([A-Za-z][A-Za-z0-9-]{1,19})\)/g)) {
    if (acronym !== undefined && /[A-Z].*[A-Z]/.test(acronym) && !BROAD_ACRONYM.test(acronym)) return acronym;
  }
  return null;
}

function isSystemName(head: string): boolean {
  // A macro cannot explain a macro, and markup is no part of a name.
  if (head === '' || head.length > 40 || /[\\${}<>*]/.test(head)) return false;
  const words = head.split(/\s+/);
  if (words.length === 1) return /\p{Lu}/u.test(head);
  return words.length === 2 && words.some((word) => /\p{L}.*[\p{Lu}\d]/u.test(word));
}
