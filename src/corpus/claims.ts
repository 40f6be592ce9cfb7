/**
 * The quantitative results that an abstract reports for its own contribution.
 *
 * Sentences → quantities → those that are results (claim-context.ts), in lists (result-lists.ts) → the metric each
 * measures (claim-metrics.ts, metrics.ts), which way it went (changes.ts), and what it is compared with
 * (comparisons.ts). Patterns only: the same abstract gives the same claims, in the order of the text.
 */
import { betterOf, changeOf } from './changes.ts';
import { firstOwnSentence, notAResult, surroundingsOf } from './claim-context.ts';
import { type NamedMetric, namedMetric, pairedMetrics, precedentOf, type Reading } from './claim-metrics.ts';
import { comparedWithEach } from './comparisons.ts';
import { isMeasured } from './measured-values.ts';
import { findMetrics, near } from './metrics.ts';
import type { Claim } from './paper.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { isListMate, runsOf } from './result-lists.ts';
import { maxQuoteLength, quoteAround, sentenceSpans, type Span } from './sentences.ts';

/** The results of an abstract in plain Unicode text. Never throws; time grows with the length of the text. */
export function extractClaims(abstract: string): Claim[] {
  const sentences = sentenceSpans(abstract);
  const first = firstOwnSentence(sentences.map(({ start, end }) => abstract.slice(start, end)));
  const aboutSpeed = speedWords.test(abstract);
  const claims: Claim[] = [];
  let previous: readonly Claim[] = [];
  for (const sentence of sentences.slice(first)) {
    previous = claimsOfSentence(abstract, sentence, aboutSpeed, previous);
    claims.push(...previous);
  }
  return withoutRepeats(claims);
}

const speedWords =
  /\b(?:speed|faster|latency|throughput|accelerat|slower|inference engine|execution (?:plan|time)|cold[- ]start)/i;

function claimsOfSentence(text: string, sentence: Span, aboutSpeed: boolean, previous: readonly Claim[]): Claim[] {
  const quantities = findQuantities(text, sentence);
  if (quantities.every(({ dimension }) => dimension === 'none' || dimension === 'count')) return [];
  const mentions = findMetrics(text.slice(sentence.start, sentence.end)).map((mention) => ({
    ...mention,
    start: mention.start + sentence.start,
    end: mention.end + sentence.start,
  }));
  const reading = { text, sentence, quantities, mentions, aboutSpeed, previous };
  const claims: Claim[] = [];
  for (const run of runsOf(text, resultsAmong(reading))) claims.push(...claimsOfRun(reading, run, claims));
  return claims;
}

/** The claims of one list of values ("49% and 89%"), which share what is said before and after them. */
function claimsOfRun(reading: Reading, run: readonly Quantity[], earlier: readonly Claim[]): Claim[] {
  const paired = pairedMetrics(reading, run);
  const precedents = run.map((quantity) => precedentOf(reading, quantity, run.length === 1 ? earlier : []));
  const claims = run.map((quantity, index) => {
    const quote = quoteAround(reading.text, reading.sentence, quantity, maxQuoteLength);
    const precedent = precedents[index] ?? null;
    const metric = namedMetric(reading, run, quantity, paired[index] ?? null, precedent);
    return quote === null || metric === null ? null : claimOf(reading, run, quantity, metric, quote, precedent);
  });
  const baselines = comparedWithEach(
    reading.text,
    reading.sentence,
    run.map((quantity, index) => ({ ...quantity, isChange: claims[index]?.change != null })),
  );
  return claims.flatMap((claim, index) =>
    claim === null ? [] : [{ ...claim, against: baselines[index] ?? precedents[index]?.against ?? null }],
  );
}

function resultsAmong({ text, sentence, quantities, mentions }: Reading): Quantity[] {
  const verdicts = quantities.map((quantity) => {
    const context = surroundingsOf(text, sentence, quantity);
    return notAResult(context, quantity) === null && isMeasured(text, quantity, context, near(quantity, mentions));
  });
  // A bare number in a list is a result when its neighbour is: "87.7, 70.0 and 71.7 J&F".
  const spread = (order: readonly number[], step: number): void => {
    for (const index of order) {
      const [quantity, neighbour] = [quantities[index], quantities[index + step]];
      if (quantity === undefined || neighbour === undefined || verdicts[index + step] !== true) continue;
      if (isListMate(text, quantity, neighbour)) verdicts[index] = true;
    }
  };
  const order = quantities.map((_, index) => index);
  spread(order, -1);
  spread(order.toReversed(), 1);
  return quantities.filter((_, index) => verdicts[index] === true);
}

function claimOf(
  reading: Reading,
  run: readonly Quantity[],
  quantity: Quantity,
  metric: NamedMetric,
  quote: Span,
  precedent: Claim | null,
): Omit<Claim, 'against'> {
  const { text, sentence } = reading;
  const better = betterOf(metric.kind, metric.words ?? '');
  // "Speed-ups: up to 19.0 and 2.2": a bare number of times.
  const isFactor = quantity.dimension === 'bare' && metric.kind === 'speed-up';
  const measured: Quantity = isFactor ? { ...quantity, dimension: 'ratio', unit: '×' } : quantity;
  return {
    quote: text.slice(quote.start, quote.end),
    value: text.slice(quantity.start, quantity.end),
    metric: metric.kind,
    words: metric.words,
    numbers: [...quantity.numbers],
    unit: measured.unit,
    bound: quantity.bound,
    change: precedent?.change ?? changeOf(text, sentence, run, measured, { better, words: metric.words ?? '' }),
    better,
  };
}

/** The first of the claims that say the same: one value of one metric against one baseline. */
function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.numbers, claim.unit, claim.metric, claim.against]);
    if (!kept.has(key)) kept.set(key, claim);
  }
  return [...kept.values()];
}
