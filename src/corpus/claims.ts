/**
 * The quantitative results that an abstract reports for its own contribution.
 *
 * Sentences → quantities → those that are results (claim-context.ts) → the metric each measures (metrics.ts) and what
 * it is compared with (comparisons.ts). Patterns only: the same abstract gives the same claims, in the order of the text.
 */
import { firstOwnSentence, isMeasured, notAResult, surroundingsOf } from './claim-context.ts';
import { comparedWith } from './comparisons.ts';
import { findMetrics, type MetricKind, type MetricMention, metricOf } from './metrics.ts';
import type { Claim } from './paper.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { maxQuoteLength, quoteAround, sentenceSpans, type Span } from './sentences.ts';

/** The results of an abstract in plain Unicode text. Never throws; time grows with the length of the text. */
export function extractClaims(abstract: string): Claim[] {
  const sentences = sentenceSpans(abstract);
  const first = firstOwnSentence(sentences.map(({ start, end }) => abstract.slice(start, end)));
  return sentences.slice(first).flatMap((sentence) => claimsOfSentence(abstract, sentence));
}

function claimsOfSentence(abstract: string, sentence: Span): Claim[] {
  const quantities = findQuantities(abstract, sentence);
  if (quantities.length === 0) return [];
  const mentions = findMetrics(abstract.slice(sentence.start, sentence.end)).map((mention) => ({
    ...mention,
    start: mention.start + sentence.start,
    end: mention.end + sentence.start,
  }));
  return resultsAmong(abstract, sentence, quantities, mentions).flatMap((quantity) => {
    const mention = nearestMetric(abstract, quantity, mentions, quantities);
    const quote = quoteAround(abstract, sentence, quantity, maxQuoteLength);
    if (quote === null || mention === null) return [];
    return [claimOf(abstract, sentence, quantity, mention, quote)];
  });
}

function resultsAmong(
  abstract: string,
  sentence: Span,
  quantities: readonly Quantity[],
  mentions: readonly MetricMention[],
): Quantity[] {
  const verdicts = quantities.map((quantity, index) => {
    const context = surroundingsOf(abstract, sentence, quantity);
    const near = mentions.filter(({ start, end }) => end > quantity.start - 200 && start < quantity.end + 200);
    if (notAResult(context, quantity) !== null) return false;
    return isMeasured(abstract, quantity, context, near) || index < 0;
  });
  // A bare number in a list is a result when its neighbour is: "87.7, 70.0 and 71.7 J&F".
  const spread = (order: readonly number[], step: number): void => {
    for (const index of order) {
      const [quantity, neighbour] = [quantities[index], quantities[index + step]];
      if (quantity === undefined || neighbour === undefined || verdicts[index + step] !== true) continue;
      if (isListMate(abstract, quantity, neighbour)) verdicts[index] = true;
    }
  };
  const order = quantities.map((_, index) => index);
  spread(order, -1);
  spread(order.toReversed(), 1);
  return quantities.filter((_, index) => verdicts[index] === true);
}

function isListMate(abstract: string, quantity: Quantity, neighbour: Quantity): boolean {
  if (quantity.dimension !== 'bare' || neighbour.dimension !== 'bare') return false;
  if (!/\d\.\d/.test(abstract.slice(quantity.start, quantity.end))) return false;
  const [from, to] =
    quantity.start < neighbour.start ? [quantity.end, neighbour.start] : [neighbour.end, quantity.start];
  return /^(?: (?:on|for|in|over) [^,;]{1,40}?)?(?:, and|,| and|\/) ?(?:a )?$/.test(
    abstract.slice(from, Math.min(to, from + 60)),
  );
}

function nearestMetric(
  abstract: string,
  quantity: Quantity,
  mentions: readonly MetricMention[],
  quantities: readonly Quantity[],
): MetricMention | null {
  const window = 240;
  const near = ({ start, end }: Span): boolean => end > quantity.start - window && start < quantity.end + window;
  return metricOf(abstract, quantity, mentions.filter(near), quantities.filter(near));
}

function claimOf(abstract: string, sentence: Span, quantity: Quantity, mention: MetricMention, quote: Span): Claim {
  const words = abstract.slice(mention.start, mention.end);
  const change = changeOf(abstract, sentence, quantity);
  return {
    quote: abstract.slice(quote.start, quote.end),
    value: abstract.slice(quantity.start, quantity.end),
    metric: mention.kind,
    words,
    numbers: [...quantity.numbers],
    unit: quantity.unit,
    bound: quantity.bound,
    change,
    better: betterOf(mention.kind, words),
    against: comparedWith(abstract, sentence, quantity),
  };
}

const decrease =
  /\b(?:reduc|decreas|lower|less|fewer|sav(?:e|es|ed|ing|ings)\b|cut|smaller|shrink|shrunk|drop|degrad|loss|los(?:e|es|ing)\b|halv|compress|cheaper|slower|remov|prun)/gi;
const increase =
  /\b(?:improv|increas|higher|boost|gain|faster|more|better|enhanc|speed|accelerat|rais|larger|greater|surpass|outperform|beat|exceed|enhanc|add)/gi;

/** Whether a value is a change and which way; null for a value in itself ("75.8% accuracy"). */
function changeOf(abstract: string, sentence: Span, quantity: Quantity): Claim['change'] {
  const [first, last] = quantity.numbers;
  const { before, after } = surroundingsOf(abstract, sentence, quantity);
  if (
    quantity.joinedByTo &&
    /^from /.test(abstract.slice(quantity.start, quantity.end)) &&
    first !== undefined &&
    last !== undefined
  )
    return last > first ? 'increase' : 'decrease';
  const behind = after.slice(0, 40).split(/[,;.]|\s(?:and|while|compared|over|than)\s/)[0] ?? '';
  const ahead = before.slice(-90).split(/[;:]/).at(-1) ?? '';
  const own = abstract.slice(quantity.start, quantity.end);
  return directionOf(own, 'first') ?? directionOf(behind, 'first') ?? directionOf(ahead, 'last');
}

function directionOf(words: string, which: 'first' | 'last'): Claim['change'] {
  const pick = (pattern: RegExp): number | undefined => {
    const found = [...words.matchAll(pattern)].map(({ index }) => index);
    return which === 'first' ? found[0] : found.at(-1);
  };
  const [down, up] = [pick(decrease), pick(increase)];
  if (down === undefined) return up === undefined ? null : 'increase';
  if (up === undefined) return 'decrease';
  return (which === 'first') === down < up ? 'decrease' : 'increase';
}

function betterOf(kind: MetricKind, words: string): Claim['better'] {
  if (/efficien|saving|compression|reduction/i.test(words)) return 'higher';
  switch (kind) {
    case 'latency':
    case 'memory':
    case 'energy':
    case 'compression':
    case 'cost':
    case 'error':
      return 'lower';
    case 'speed-up':
    case 'throughput':
    case 'accuracy':
    case 'other':
      return 'higher';
  }
}
