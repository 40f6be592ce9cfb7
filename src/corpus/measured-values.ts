/** Which quantities have the shape of a measured value, given the metrics named around them. */
import type { Surroundings } from './claim-context.ts';
import type { MetricMention } from './metrics.ts';
import type { Quantity } from './quantities.ts';

const year = (quantity: Quantity): boolean =>
  quantity.numbers.length === 1 &&
  quantity.numbers.every((value) => Number.isInteger(value) && value >= 1900 && value < 2100);

/**
 * Whether a quantity has the shape of a measured value. A percentage, factor or rate has; a time, a size or a bare
 * number must stand with its metric.
 */
export function isMeasured(
  text: string,
  quantity: Quantity,
  context: Surroundings,
  mentions: readonly MetricMention[],
): boolean {
  switch (quantity.dimension) {
    case 'ratio':
    case 'share':
    case 'points':
    case 'rate':
    case 'power':
      return true;
    case 'time':
      return isDuration(quantity, context, mentions);
    case 'bytes':
      return isMemoryFigure(quantity, context);
    case 'operations':
      return /(?:\bonly|, )\s?$/.test(context.before);
    case 'bare':
      return !year(quantity) && isBareScore(text, quantity, context, mentions);
    case 'count':
    case 'none':
      return false;
  }
}

function isDuration(quantity: Quantity, { before, after }: Surroundings, mentions: readonly MetricMention[]): boolean {
  if (quantity.joinedByTo || /^ (?:runtime|latency|per (?:step|token|query|frame|image))/.test(after)) return true;
  if (/\b(?:within|every|for|exceeding|takes? over|budget of)\s$/i.test(before) || quantity.bound === 'less than')
    return false;
  return (
    mentions.some(
      ({ kind, start, end }) => kind === 'latency' && end <= quantity.start && quantity.start - end < 12 && start >= 0,
    ) ||
    /\bgenerat\w+ [^.;]*\b(?:in|with) (?:only )?$/i.test(before) ||
    (/\(\s?$/.test(before) && /^ vs/.test(after))
  );
}

function isMemoryFigure({ joinedByTo, bound }: Quantity, { before }: Surroundings): boolean {
  if (joinedByTo) return true;
  return (
    /\b(?:compress|reduc|shrink|lower|decreas|cut)\w*\b.*\bto $/i.test(before) ||
    (bound !== 'exactly' && /\bto $/.test(before))
  );
}

const connective = /^(?: scores?)?(?: ?(?:of|is|=|:|to|by|at|from|\())? ?(?:(?:only|an?|average|around) )*$/;

function isBareScore(
  text: string,
  quantity: Quantity,
  { before, after }: Surroundings,
  mentions: readonly MetricMention[],
): boolean {
  const decimal = /\d\.\d/.test(text.slice(quantity.start, quantity.end));
  const scores = mentions.filter(
    ({ kind, vague }) => !vague && (kind === 'accuracy' || kind === 'error' || kind === 'speed-up'),
  );
  if (quantity.signed) return true;
  if (/^ (?:better|higher|lower) than\b/.test(after)) return true;
  if (quantity.joinedByTo && decimal) return scores.length > 0;
  if (!decimal || (/[A-Z][\w-]*\s$/.test(before) && !scores.some(({ end }) => quantity.start - end === 1)))
    return false;
  if (/\bmargins? of $/i.test(before)) return true;
  return scores.some(
    ({ start, end }) =>
      (start >= quantity.end && start - quantity.end <= 1) ||
      (end <= quantity.start &&
        connective.test(text.slice(Math.max(end, quantity.start - 40), quantity.start)) &&
        quantity.start - end < 40),
  );
}
