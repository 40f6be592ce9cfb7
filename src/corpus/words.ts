/** The words of a text, for comparing and counting. */

/** Words in order; case, accents, apostrophes and punctuation make no difference, hyphens part words. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(plain.replace(/['’]/g, '').matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*%?/gu), ([word]) => word);
}
