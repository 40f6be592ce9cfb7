/** Lists of values ("up to 7.5×, 4.8× and 8.9×"), which share what is said before and after them. */
import type { Quantity } from './quantities.ts';

/** Whether a bare number stands in one list with another: "87.7, 70.0 and 71.7 J&F". */
export function isListMate(text: string, quantity: Quantity, neighbour: Quantity): boolean {
  if (quantity.dimension !== 'bare' || neighbour.dimension !== 'bare') return false;
  if (!/\d\.\d/.test(text.slice(quantity.start, quantity.end))) return false;
  const [from, to] =
    quantity.start < neighbour.start ? [quantity.end, neighbour.start] : [neighbour.end, quantity.start];
  return /^(?: (?:on|for|in|over) [^,;]{1,40}?)?(?:, and|,| and|\/) ?(?:a )?$/.test(
    text.slice(from, Math.min(to, from + 60)),
  );
}

const separator =
  /^(?: \([^)]{1,20}\))?(?: (?:on|for|in|over|with) [^,;.]{1,60}?)?(?:,| and|, and|\/| or) ?(by |a |an )?$/;

function between(text: string, first: Quantity, second: Quantity): string {
  return text.slice(first.end, Math.min(second.start, first.end + 90));
}

/** Results in lists: each run is one value, or several parted by nothing but commas, "and" and what they hold for. */
export function runsOf(text: string, results: readonly Quantity[]): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const quantity of results) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.unit === quantity.unit && separator.test(between(text, last, quantity)))
      run.push(governed(text, last, quantity));
    else runs.push([quantity]);
  }
  return runs;
}

// "Up to" holds for all of a list, until "by" or an article begins anew.
function governed(text: string, last: Quantity, quantity: Quantity): Quantity {
  const beginsAnew = separator.exec(between(text, last, quantity))?.[1] !== undefined;
  const isAverage = /^ (?:on )?average\b/.test(text.slice(quantity.end, quantity.end + 12));
  return last.bound !== 'up to' || quantity.bound !== 'exactly' || beginsAnew || isAverage
    ? quantity
    : { ...quantity, bound: last.bound };
}

/** Whether the values of a list are parted by commas and "and" alone, so that words behind the last name all. */
export function isPlainList(text: string, run: readonly Quantity[]): boolean {
  return run.every((quantity, index) => {
    const next = run[index + 1];
    return next === undefined || /^(?:,|,? and|\/| or) ?$/.test(between(text, quantity, next));
  });
}
