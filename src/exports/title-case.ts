/** Keeps the capitals of names in titles, which bibliography styles would otherwise set in lower case. */

/** A formula, a macro with the space that ends it, an escaped sign, a word, or any other character. */
const tokens = /\$(?:\\.|[^$\\])*\$|\\[A-Za-z]+|\\.|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|-+|[^]/gu;

/**
 * Braces every word with a capital behind its first letter ("{LLM}", "{FlashAttention}"), together with single
 * capitals that a hyphen joins to it ("{T-MAC}"). A formula that holds a capital is braced as well: styles change
 * the case of letters in formulas too, and then R becomes another variable.
 */
export function protectCapitals(latex: string): string {
  const parts = latex.match(tokens) ?? [];
  let result = '';
  for (let index = 0; index < parts.length;) {
    const end = compoundEnd(parts, index);
    const run = parts.slice(index, end);
    result += run.some(mustKeepCase) ? `{${run.join('')}}` : run.join('');
    index = end;
  }
  return result;
}

/** The end of the stretch that is protected, or not, as one: a word with the single letters that hyphens join to it. */
function compoundEnd(parts: readonly string[], start: number): number {
  let end = start + 1;
  while (parts[end] === '-' && joins(parts[end - 1] ?? '', parts[end + 1] ?? '')) end += 2;
  return end;
}

function joins(left: string, right: string): boolean {
  const isSingle = /^\p{Lu}$/u;
  return (isSingle.test(left) && mustKeepCase(right)) || (mustKeepCase(left) && isSingle.test(right));
}

function mustKeepCase(part: string): boolean {
  if (part.startsWith('$')) return /\p{Lu}/u.test(part);
  return /^[\p{L}\p{N}].*\p{Lu}/su.test(part);
}
