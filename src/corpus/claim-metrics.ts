/** Which metric each value of a sentence measures, and what it is when the sentence does not name it. */
import { type MetricKind, type MetricMention, metricOf, near } from './metrics.ts';
import type { Claim } from './paper.ts';
import type { Quantity } from './quantities.ts';
import { isPlainList } from './result-lists.ts';
import type { Span } from './sentences.ts';

/** A sentence with all that was found in it. */
export interface Reading {
  readonly text: string;
  readonly sentence: Span;
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly MetricMention[];
  /** Whether the abstract speaks of speed at all. */
  readonly aboutSpeed: boolean;
  /** The claims of the sentence before. */
  readonly previous: readonly Claim[];
}

/** A metric as a claim names it; no words where the sentence names none. */
export interface NamedMetric {
  readonly kind: MetricKind;
  readonly words: string | null;
}

/** The metrics of "power and latency, respectively, by 49% and 89%", one for each value; empty where they do not pair. */
export function pairedMetrics({ text, sentence, mentions }: Reading, run: readonly Quantity[]): MetricMention[] {
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

/**
 * The claim whose metric a value without one of its own takes up again: in "…1.6× run time and 37% energy, while Cup
 * reaches 3× and 9%, respectively" one of the same sentence, `earlier`; in "The gap on phones is 5 times" and "The gains
 * persist: 29%" one of the sentence before.
 */
export function precedentOf(
  { text, sentence, mentions, previous }: Reading,
  quantity: Quantity,
  earlier: readonly Claim[],
): Claim | null {
  const before = text.slice(Math.max(sentence.start, quantity.start - 90), quantity.start);
  const alike = (claims: readonly Claim[]): Claim[] => claims.filter(({ unit }) => unit === quantity.unit);
  if (/^(?:The|This) gap\b[^,;]*\bis\s(?:[\w.]+ times and )?$/.test(before)) return alike(previous).at(-1) ?? null;
  if (persisting.test(before)) return alike(previous)[0] ?? null;
  if (!/^(?: and [\d.]+ ?[%x×]?)?, respectively\b/.test(text.slice(quantity.end, quantity.end + 30))) return null;
  const opening = quantity.start - before.length + Math.max(0, before.lastIndexOf(', '));
  const isNamed = mentions.some(({ start, end }) => start >= opening && end <= quantity.start);
  return isNamed ? null : (alike(earlier).at(-1) ?? null);
}

const persisting =
  /\b(?:benefits|gains|improvements|speed-?ups|savings|results) (?:persist|hold|remain|carry over|extend)\b[^,;.]*: (?:an? )?(?:geomean|average|mean)(?: of)? $/i;

/** What a value of a list measures; null where that cannot be told, so that it is no result. */
export function namedMetric(
  reading: Reading,
  run: readonly Quantity[],
  quantity: Quantity,
  paired: MetricMention | null,
  precedent: Claim | null,
): NamedMetric | null {
  const { text, aboutSpeed, previous } = reading;
  if (precedent !== null)
    return { kind: precedent.metric, words: previous.includes(precedent) ? null : precedent.words };
  const mention =
    paired ??
    partOfModel(text, quantity) ??
    multipliedMemory(reading, quantity) ??
    nearestMetric(reading, run, quantity);
  if (mention === null) return unnamedMetric(text, quantity, aboutSpeed);
  const words = text.slice(mention.start, mention.end);
  return {
    kind: mention.vague && mention.kind === 'accuracy' ? kindOfVague(reading, mention, quantity) : mention.kind,
    words: namesNothing.test(words) ? null : words,
  };
}

// A name that the page withheld ("Acc@0.5"), and a verb for any score.
const namesNothing = /^\[email|^(?:scoring|beats?)$/i;

function nearestMetric(
  { text, mentions, quantities }: Reading,
  run: readonly Quantity[],
  quantity: Quantity,
): MetricMention | null {
  const last = run.at(-1) ?? quantity;
  // "62% and 64% accuracy"
  const shared = isPlainList(text, run)
    ? mentions.find(({ start, vague }) => start === last.end + 1 && !vague)
    : undefined;
  const at = shared === undefined ? quantity : last;
  return metricOf(text, at, near(at, mentions), near(at, quantities));
}

// "Only half the experts"
function partOfModel(text: string, { start, end }: Quantity): MetricMention | null {
  if (!/^half$/i.test(text.slice(start, end).split(' ').at(-1) ?? '')) return null;
  const found =
    /^ (?:of )?(?:the|its|their) ((?:[\w-]+ )?(?:experts|layers|heads|neurons|channels|weights|filters))\b/.exec(
      text.slice(end, end + 60),
    );
  const words = found?.[1];
  if (found === null || words === undefined) return null;
  const last = end + found[0].length;
  return { kind: 'compression', vague: false, start: last - words.length, end: last };
}

// "Demands of 300 times the size of the model": the size is what memory is measured in.
function multipliedMemory({ text, mentions }: Reading, quantity: Quantity): MetricMention | null {
  if (quantity.dimension !== 'ratio' || !/^ (?:the|their|its) sizes? of\b/.test(text.slice(quantity.end))) return null;
  return mentions.findLast(({ kind, end }) => kind === 'memory' && end <= quantity.start) ?? null;
}

// "Outperforms by 4×" is speed, and so is a 4× "improvement" where the abstract is about speed, the 10% in one list
// with it, and what execution plans and kernels improve.
function kindOfVague(reading: Reading, mention: MetricMention, quantity: Quantity): MetricKind {
  const { text, sentence, aboutSpeed } = reading;
  const words = text.slice(mention.start, mention.end);
  const isVerb = /^(?:outperform|surpass|beat)/i.test(words);
  const ofSpeed =
    quantity.dimension === 'ratio'
      ? isVerb || (aboutSpeed && !/^performance$/i.test(words))
      : quantity.dimension === 'share' &&
        ((isVerb && measuresFactor(reading, mention, quantity.end)) ||
          (aboutSpeed && systemWords.test(text.slice(sentence.start, sentence.end))));
  return ofSpeed ? 'speed-up' : mention.kind;
}

function measuresFactor({ text, quantities, mentions }: Reading, mention: MetricMention, from: number): boolean {
  return quantities.some(
    (factor) =>
      factor.dimension === 'ratio' &&
      factor.start >= from &&
      metricOf(text, factor, near(factor, mentions), near(factor, quantities)) === mention,
  );
}

const systemWords =
  /\b(?:(?:execution|parallelization|placement) (?:plans?|schedules?)|kernels|schedulers?|compilers?)\b/i;

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
