/** Lines of prose → titles and abstracts, where some of either may be missing. */

/** A title with its abstract, or a half whose other half is missing; values are indices into the lines. */
export type ProsePart =
  | { readonly kind: 'pair'; readonly title: number; readonly abstract: number }
  | { readonly kind: 'half'; readonly line: number };

/** Titles of more characters do not occur: the longest of a few hundred real ones has 136. */
const longestTitle = 350;

/** What it costs to leave a line without its other half: less than the worst misreading, more than a doubtful one. */
const halfCost = 4;

/** How far into a line its sentences are looked for. */
const glance = 400;

/**
 * Pairs lines so that the whole sequence reads best: titles that look like titles, abstracts that look like abstracts,
 * and as few halves as possible. A missing line costs one half and does not shift the pairs after it.
 * Where the looks say nothing, lines pair in turn. Time and space are linear in the number of lines.
 */
export function pairProse(texts: readonly string[], hasLongAbstracts: boolean): ProsePart[] {
  const costs = new Array<number>(texts.length + 1).fill(0);
  const pairs = new Array<boolean>(texts.length).fill(false);
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const alone = halfCost + (costs[index + 1] ?? 0);
    const paired = pairCost(texts[index], texts[index + 1], hasLongAbstracts) + (costs[index + 2] ?? 0);
    pairs[index] = paired <= alone;
    costs[index] = Math.min(paired, alone);
  }
  const parts: ProsePart[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    if (pairs[index] === true) {
      parts.push({ kind: 'pair', title: index, abstract: index + 1 });
      index += 1;
    } else {
      parts.push({ kind: 'half', line: index });
    }
  }
  return parts;
}

/** Whether a line is too long for a title. */
export function isLong(text: string): boolean {
  return text.length > longestTitle;
}

/** Whether a line reads like an abstract: long, or a full sentence of some length. */
export function looksLikeAbstract(text: string): boolean {
  return abstractCost(text, false) === 0;
}

/** Whether a line reads like a title. */
export function looksLikeTitle(text: string): boolean {
  return titleCost(text) === 0;
}

function pairCost(title: string | undefined, abstract: string | undefined, hasLongAbstracts: boolean): number {
  if (title === undefined || abstract === undefined) return Infinity;
  return titleCost(title) + abstractCost(abstract, hasLongAbstracts);
}

function titleCost(text: string): number {
  if (isLong(text)) return 12;
  if (text.length > 200) return 4;
  if (!/[.!?]["'”’)\]]?$/.test(text.slice(-2)) || !text.includes('.')) return 0;
  return hasSeveralSentences(text) ? 6 : 2;
}

function abstractCost(text: string, hasLongAbstracts: boolean): number {
  if (isLong(text)) return 0;
  if (/[.!?]["'”’)\]]?$/.test(text.slice(-2))) return text.length >= 80 || hasSeveralSentences(text) ? 0 : 1;
  if (text.length > 200) return 0.5;
  // Sentences that end with an address, or in another script.
  if (hasSeveralSentences(text) && text.length >= 80) return 0.5;
  return hasLongAbstracts ? 9 : 3;
}

function hasSeveralSentences(text: string): boolean {
  return /[.!?]["'”’)\]]? +\p{Lu}/u.test(text.slice(0, glance));
}
