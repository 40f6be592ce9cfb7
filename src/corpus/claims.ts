/**
 * The quantitative results that an abstract reports for its own contribution.
 *
 * Sentences → quantities → those that are results (claim-context.ts) → the metric each measures (metrics.ts) and what
 * it is compared with (comparisons.ts). Patterns only: the same abstract gives the same claims, in the order of the text.
 */
import { firstOwnSentence, notAResult, surroundingsOf } from './claim-context.ts';
import { betterOf, changeOf } from './changes.ts';
import { comparedWithEach } from './comparisons.ts';
import { isMeasured } from './measured-values.ts';
import { findMetrics, type MetricKind, type MetricMention, metricOf } from './metrics.ts';
import type { Claim } from './paper.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { maxQuoteLength, quoteAround, sentenceSpans, type Span } from './sentences.ts';

/** The results of an abstract in plain Unicode text. Never throws; time grows with the length of the text. */
export function extractClaims(abstract: string): Claim[] {
  const sentences = sentenceSpans(abstract);
  const first = firstOwnSentence(sentences.map(({ start, end }) => abstract.slice(start, end)));
  const aboutSpeed = speedWords.test(abstract);
  const claims = sentences.slice(first).flatMap((sentence) => claimsOfSentence(abstract, sentence, aboutSpeed));
  return withoutRepeats(claims);
}

const speedWords = /\b(?:speed|faster|latency|throughput|accelerat|slower)/i;

/** A sentence with all that was found in it. */
interface Reading {
  readonly text: string;
  readonly sentence: Span;
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly MetricMention[];
  /** Whether the abstract speaks of speed at all. */
  readonly aboutSpeed: boolean;
}

function claimsOfSentence(text: string, sentence: Span, aboutSpeed: boolean): Claim[] {
  const quantities = findQuantities(text, sentence);
  if (quantities.length === 0) return [];
  const mentions = findMetrics(text.slice(sentence.start, sentence.end)).map((mention) => ({
    ...mention,
    start: mention.start + sentence.start,
    end: mention.end + sentence.start,
  }));
  const reading = { text, sentence, quantities, mentions, aboutSpeed };
  const runs = runsOf(text, resultsAmong(reading));
  return runs.flatMap((run) => claimsOfRun(reading, run));
}

/** The claims of one list of values ("49% and 89%"), which share what is said before and after them. */
function claimsOfRun(reading: Reading, run: readonly Quantity[]): Claim[] {
  const paired = pairedMetrics(reading, run);
  const baselines = comparedWithEach(reading.text, reading.sentence, run);
  return run.flatMap((quantity, index) => {
    const quote = quoteAround(reading.text, reading.sentence, quantity, maxQuoteLength);
    const metric = namedMetric(reading, quantity, paired[index] ?? null);
    return quote === null || metric === null
      ? []
      : [{ ...claimOf(reading, run, quantity, metric, quote), against: baselines[index] ?? null }];
  });
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

// Far enough for any clause, near enough to keep the work on one quantity bounded.
const window = 240;

function near<T extends Span>(quantity: Span, spans: readonly T[]): T[] {
  return spans.filter(({ start, end }) => end > quantity.start - window && start < quantity.end + window);
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

const listSeparator = /^(?: (?:on|for|in|over|with) [^,;.]{1,60}?)?(?:,| and|, and|\/| or) ?(?:by |a |an )?$/;

/** Results in lists: each run is one value, or several parted by nothing but commas, "and" and what they hold for. */
function runsOf(text: string, results: readonly Quantity[]): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const quantity of results) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, Math.min(quantity.start, last.end + 90));
    if (run !== undefined && last?.unit === quantity.unit && listSeparator.test(between)) run.push(quantity);
    else runs.push([quantity]);
  }
  return runs;
}

/** The metrics of "power and latency, respectively, by 49% and 89%", one for each value; empty where they do not pair. */
function pairedMetrics({ text, sentence, mentions }: Reading, run: readonly Quantity[]): MetricMention[] {
  const [first] = run;
  if (first === undefined || run.length < 2 || !/\brespectively\b/.test(text.slice(sentence.start, sentence.end)))
    return [];
  const list: MetricMention[] = [];
  for (const mention of mentions
    .filter(({ end, vague, kind }) => end <= first.start && !(vague && kind === 'accuracy'))
    .toReversed()
    .slice(0, run.length)) {
    const next = list[0];
    if (next !== undefined && !/^(?:,| and|, and) (?:the )?$/.test(text.slice(mention.end, next.start))) break;
    list.unshift(mention);
  }
  // Four values of two metrics: the pairs of two set-ups.
  if (list.length < 2 || run.length % list.length !== 0) return [];
  return run.flatMap((_, index) => list[index % list.length] ?? []);
}

/** A metric as a claim names it; no words where the sentence names none. */
interface NamedMetric {
  readonly kind: MetricKind;
  readonly words: string | null;
}

function namedMetric(reading: Reading, quantity: Quantity, paired: MetricMention | null): NamedMetric | null {
  const { text, mentions, quantities, aboutSpeed } = reading;
  const mention = paired ?? metricOf(text, quantity, near(quantity, mentions), near(quantity, quantities));
  if (mention === null) return unnamedMetric(text, quantity, aboutSpeed);
  const words = text.slice(mention.start, mention.end);
  return {
    kind:
      mention.vague && mention.kind === 'accuracy'
        ? (kindOfVague(words, quantity, aboutSpeed) ?? mention.kind)
        : mention.kind,
    words,
  };
}

// "Outperforms by 4×" is speed, and so is a 4× "improvement" where the abstract is about speed.
function kindOfVague(words: string, { dimension }: Quantity, aboutSpeed: boolean): MetricKind | null {
  if (dimension !== 'ratio') return null;
  return /^(?:outperform|surpass)/i.test(words) || (aboutSpeed && !/^performance$/i.test(words)) ? 'speed-up' : null;
}

function unnamedMetric(text: string, { start, end, dimension }: Quantity, aboutSpeed: boolean): NamedMetric | null {
  switch (dimension) {
    case 'time':
      return { kind: 'latency', words: null };
    case 'bytes':
      return { kind: 'memory', words: null };
    case 'ratio':
      return { kind: aboutSpeed ? 'speed-up' : 'other', words: null };
    case 'share':
      return isScored(text.slice(Math.max(0, start - 20), start), text.slice(end, end + 10))
        ? { kind: 'accuracy', words: null }
        : null;
    case 'rate':
      return { kind: 'throughput', words: null };
    case 'power':
      return { kind: 'energy', words: null };
    case 'operations':
    case 'money':
      return { kind: 'cost', words: null };
    case 'points':
      return { kind: 'accuracy', words: null };
    case 'bare':
    case 'count':
    case 'none':
      return null;
  }
}

// "achieving 51% on our benchmark", "a new best with 91% (+2%)"
function isScored(before: string, after: string): boolean {
  return (
    /\b(?:achiev|attain|reach|obtain|scor)\w*\s(?:only\s)?$/i.test(before) ||
    (/\bwith\s$/i.test(before) && /^ (?:on\b|\([+−-])/.test(after)) ||
    (/\(\+?$/.test(before) && /^\) on\b/.test(after))
  );
}

function claimOf(
  reading: Reading,
  run: readonly Quantity[],
  quantity: Quantity,
  metric: NamedMetric,
  quote: Span,
): Omit<Claim, 'against'> {
  const { text, sentence } = reading;
  const better = betterOf(metric.kind, metric.words ?? '');
  return {
    quote: text.slice(quote.start, quote.end),
    value: text.slice(quantity.start, quantity.end),
    metric: metric.kind,
    words: metric.words,
    numbers: [...quantity.numbers],
    unit: quantity.unit,
    bound: quantity.bound,
    change: changeOf(text, sentence, run, quantity, better),
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
