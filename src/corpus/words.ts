/** The words of a text, for comparing and counting. */

// Most texts have nothing to decompose.
const isAscii = /^[\x20-\x7e\s]*$/;

/** Words in order; case, accents, apostrophes and punctuation make no difference, hyphens part words. */
export function wordsOf(text: string): string[] {
  const plain = (isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
  return Array.from(plain.replace(/['’]/g, '').matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*%?/gu), ([word]) => word);
}
