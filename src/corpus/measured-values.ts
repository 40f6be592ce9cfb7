/** Which quantities have the shape of a measured value, given the metrics named around them. */
import type { Surroundings } from './claim-context.ts';
import type { MetricKind, MetricMention } from './metrics.ts';
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
      return isMemoryFigure(text, quantity, context, mentions);
    case 'operations':
      return /(?:\bonly|, )\s?$/.test(context.before);
    case 'money':
      return quantity.joinedByTo || followsMetric(text, quantity, mentions, ['cost']);
    case 'bare':
      return !year(quantity) && isBareScore(text, quantity, context, mentions);
    case 'count':
    case 'none':
      return false;
  }
}

// What may stand between a metric and its value: "accuracy of 0.91", "latency falls to 3 s".
const connective =
  /^(?: scores?)?(?: (?:rises?|falls?|drops?|improves|increases|decreases|grows|shrinks|goes up|goes down|reaches))?(?: ?(?:of|is|=|:|to|by|at|from|\())? ?(?:(?:only|an?|average|around) )*$/;

function followsMetric(
  text: string,
  { start }: Quantity,
  mentions: readonly MetricMention[],
  kinds: readonly MetricKind[],
): boolean {
  return mentions.some(
    ({ kind, vague, end }) =>
      !vague && kinds.includes(kind) && end <= start && start - end < 40 && connective.test(text.slice(end, start)),
  );
}

const doing =
  /\b(?:generat|answer|respond|process|decod|complet|finish|solv|tak|execut|render)\w*\b[^.;]*\b(?:in|takes?|with) (?:only |just )?$/i;

const spending = /\b(?:consum|tak|need|requir)(?:e|es|ed|ing|s|ing) (?:only |just )?$/i;

function isDuration(quantity: Quantity, { before, after }: Surroundings, mentions: readonly MetricMention[]): boolean {
  if (
    quantity.joinedByTo ||
    /^ (?:runtime|latency|per (?:step|token|query|frame|image)|instead of|rather than)/.test(after)
  )
    return true;
  if (/\(\s?$/.test(before) && /^ vs/.test(after)) return true;
  if (spending.test(before) && !/^ of\b/.test(after)) return true;
  // Thousandths of a second are measured; seconds and hours are often a limit that was set.
  const isShort = quantity.unit === 'ms' || quantity.unit === 'µs';
  if (
    !isShort &&
    (quantity.bound === 'less than' || /\b(?:within|every|for|exceeding|takes? over|budget of)\s$/i.test(before))
  )
    return false;
  const named = mentions.some(
    ({ kind, end }) => kind === 'latency' && end <= quantity.start && quantity.start - end < 12,
  );
  return isShort || named || doing.test(before);
}

function isMemoryFigure(
  text: string,
  quantity: Quantity,
  { before, after }: Surroundings,
  mentions: readonly MetricMention[],
): boolean {
  if (quantity.joinedByTo || followsMetric(text, quantity, mentions, ['memory'])) return true;
  return (
    /\bfits? (?:in|into|within) $/i.test(before) ||
    (/\b(?:compress|reduc|shrink|lower|decreas|cut)\w*\b.*\bto $/i.test(before) && !/^ (?:GPU|card)/.test(after))
  );
}

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
  if (quantity.signed || /^ (?:better|higher|lower) than\b/.test(after)) return true;
  if (quantity.joinedByTo && decimal) return scores.length > 0;
  if (!decimal)
    return scores.some(
      ({ end }) =>
        / ?(?:score|accuracy) of (?:about )?$/.test(text.slice(end - 8, quantity.start)) && end <= quantity.start,
    );
  // "Gemini 1.5": a number behind a name belongs to it.
  if (/[A-Z][\w-]*\s$/.test(before) && !scores.some(({ end }) => quantity.start - end === 1)) return false;
  if (/\bmargins? of $/i.test(before)) return true;
  const isNamed = scores.some(({ start }) => start >= quantity.end && start - quantity.end <= 1);
  return isNamed || followsMetric(text, quantity, scores, ['accuracy', 'error', 'speed-up']);
}
