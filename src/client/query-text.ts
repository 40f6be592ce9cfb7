/** What is typed, brought into the forms that the index and the comparison of words need. */

/** Lower case without diacritics, so that "João" and "joao" are one. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The query as it is put to Pagefind, which drops hyphens and slashes and would look for "kvcache"
 * when asked for "KV-cache". Its index holds a hyphenated word whole and in parts, so the parts find
 * both spellings. A part of one letter ("T-MAC") would match nearly every page and stays joined.
 * A quoted query is an exact phrase and is left alone.
 */
export function indexQuery(text: string): string {
  const trimmed = text.trim();
  if (/^".+"$/.test(trimmed)) return trimmed;
  return trimmed.replace(/[^\s]+/g, (word) => {
    const parts = word.split(/[\p{Pd}/]+/u).filter((part) => part !== '');
    return parts.join(parts.some((part) => part.length === 1 && /\p{L}/u.test(part)) ? '' : ' ');
  });
}

/** The words looked for: folded, letters and digits only. */
export function wordsOf(text: string): string[] {
  return indexQuery(text)
    .split(/\s+/)
    .map((word) => folded(word).replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
}

/** What follows the common stem in forms of one English word; British "-isation" is not among them on purpose. */
const endings =
  /^(e?s|e?d|ed|ing|ings|ers?|ors?|e|y|ly|ies|ied|ier|able|al|ally|ity|ities|ive|ments?|ness|ances?|ences?|ions?|ional|at(e|es|ed|ing|ions?|ors?)|iz(e|es|ed|ers?|ing|ations?)|ic|ical|'s)?$/;

/**
 * Whether `found`, a word of a page, is a form of `sought`, or begins with it. Pagefind answers a word it
 * does not know with the longest beginning it knows ("docker" with "doc"); this tells the two cases apart.
 */
export function isFormOf(found: string, sought: string): boolean {
  if (found.startsWith(sought)) return true;
  let common = 0;
  while (common < sought.length && sought[common] === found[common]) common += 1;
  // "integrating" and "integration" share a letter that belongs to both endings.
  const stems = sought[common - 1] === 'i' ? [common, common - 1] : [common];
  return stems.some((stem) => stem >= 3 && endings.test(sought.slice(stem)) && found.length - stem <= 8);
}

/** The words that a printed word stands for: "KV-cache:" is "kvcache", "kv" and "cache", "BitDecoding" also "decoding". */
export function spokenWords(printed: string): string[] {
  const parts = printed
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  const words = [printed.replace(/[^\p{L}\p{N}\p{M}]+/gu, ''), ...printed.split(/[^\p{L}\p{N}\p{M}]+/u), ...parts];
  return [...new Set(words.map(folded))].filter((word) => word !== '');
}
