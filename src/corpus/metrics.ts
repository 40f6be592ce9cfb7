/** What a reported value measures: the metrics that abstracts name, and which of them a value belongs to. */
import type { Quantity } from './quantities.ts';
import type { Span } from './sentences.ts';

export const metricKinds = [
  'speed-up',
  'latency',
  'throughput',
  'memory',
  'energy',
  'compression',
  'cost',
  'accuracy',
  'error',
  'other',
] as const;
export type MetricKind = (typeof metricKinds)[number];

/** A metric named in a sentence; places are those of the text searched. */
export interface MetricMention {
  readonly kind: MetricKind;
  readonly start: number;
  readonly end: number;
  /** "performance", "improvement": a word that fits any metric and gives way to a nearer name. */
  readonly vague: boolean;
}

// Words that may stand before a metric's name and belong to it.
const modifiers =
  /(?<![\w-])(?:(?:end-to-end|inference|training|decod(?:e|ing)|prefill(?:ing)?|generation|serving|kernel|execution|peak|average|tokens?|KV[- ]cache|GPU|CPU|activation|model|language|task|inter-token|per-step|per-token|single-batch|scale-up|routing|computational|compute|inference-time|classification|top-?1|zero-shot|attention|wall-clock|relative|matrix|power|area|data|error|action|recovery|safety|plan|reward|LC|test|detection|segmentation|retrieval)[ -]){1,3}$/i;
const longestModifiers = 60;

const words: readonly (readonly [MetricKind, string])[] = [
  ['energy', 'energy(?:[ -](?:consumption|efficiency|cost|savings?))?|energy-efficient|power(?: (?:consumption|efficiency|usage))?|carbon(?: footprint)?|CO₂ emissions?'],
  ['latency', 'latenc(?:y|ies)|TTFT|TPOT|TBT|time[- ]to[- ]first[- ]token|time[- ]to[- ]solution|runtime(?: overhead)?|run time|running time|inter-token-latency|(?:inference|training|execution|prefill(?:ing)?|wall-clock|response|generation|processing|serving|decoding|computation|step|execution) times?|GPU[- ]hours|delays?|wall-clock time|the time it takes|slower'],
  ['throughput', 'throughput|tokens? ?(?:/ ?s|per second)|FPS|fps|frames? per second|goodput|compute density|(?:(?:memory|network|I/O) )?bandwidth|scaling efficiency|scalability|(?:native|peak(?: \\w*\\d\\w*)?|theoretical(?: peak)?) performance|[KMGTPE]?FLOP/s|Hz|action frequency'],
  ['error', 'perplexit(?:y|ies)|PPL|WER|word error rate|CER|mean absolute error|MAE|RMSE|MSE|FID|FVD|LPIPS|CMSE|error(?: rates?)?(?!-)|hallucinat(?:ions?|ed)(?: rates?)?|defective|ratio of defective'],
  ['memory', 'memory(?:[ -](?:consumption|usage|footprint|costs?|savings?|requirements?|demands?))?|memory footprint|footprint|VRAM|KV[- ]cache size'],
  ['compression', 'compress(?:ion|es|ed)?(?: ratio)?|model size|sizes?|smaller|larger (?:models?)|lighter|parameters|storage|connections|sparsity|prun(?:e|ed|ing)'],
  ['cost', 'costs?(?:[- ]efficiency)?|costly|cheaper|FLOPs|MACs|multiply-adds|(?:pipeline )?bubbles|computation(?:al (?:cost|complexity))?|complexity|compute|token (?:consumption|usage|budget)|image tokens|tokens per image|LLM calls|steps|data movement|memory movement|communication|overhead|resource consumption|frame input|token efficiency|throughput per dollar|efficient in terms of comput(?:e|ation)'],
  ['accuracy', 'acc(?:uracy)?@\\d(?:[\\d.]*\\d)?|accurac(?:y|ies)|accurate|top-?[15](?: accuracy)?|[cm]?AP(?:50|75)?|mIoU|IoU|AUROC|AUC|F1(?:[- ]scores?)?|F-scores?|BLEU|ROUGE(?:-L)?|J&F|PSNR|SSIM|UT-MOS|MOS|ANLS|(?:task )?success(?: rates?)?|completion rates?|win[- ]rates?|optimal rate|pass@\\d+|exact match(?: \\(EM\\))?|EM|recall(?:@\\d+)?(?: scores?)?|prefer(?:s|red)?|precision|harmonic[- ]mean|scor(?:es?|ing)|quality|capabilit(?:y|ies)|GLUE|explainability|grounding(?! (?:models?|agents?|methods?|tasks?|benchmarks?|data))|(?:safety|plan) (?:rate|efficiency)|\\[email protected\\]'],
  ['speed-up', '(?:runtime|kernel|system|execution|hardware) performance|speed-?ups?|speed(?: boosts?| increases?)?|speeds up|faster|accelerat(?:ion|es?|ed|ing)|(?:inference )?speeds?|quicker'],
]; // prettier-ignore
const vagueWords: readonly (readonly [MetricKind, string])[] = [
  ['accuracy', 'performances?|gains?|improvements?|better|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|improv(?:es?|ed|ing)'],
  ['error', 'degradations?'],
  ['other', 'efficiency|context (?:length|window)|gaps?'],
]; // prettier-ignore

// "Communication-heavy layers" have a property; nothing of it is measured.
const withoutMeasure = '-(?:heavy|intensive|bound|aware|sensitive|constrained|critical|free|oriented)\\b';

const rules = [
  ...words.map(([kind, source]) => ({ kind, vague: false, source })),
  ...vagueWords.map(([kind, source]) => ({ kind, vague: true, source })),
].map(({ kind, vague, source }) => ({
  kind,
  vague,
  pattern: new RegExp(`(?<![\\w-])(?:end-to-end-)?(?:${source})(?: gaps?)?(?!\\w|${withoutMeasure})`, 'gi'),
}));

// "Neural Speed", "AVA Power": a capitalised word within a sentence is a name, unless it is an acronym.
function isName({ 0: words, index }: RegExpExecArray): boolean {
  return index > 0 && /^\p{Lu}\p{Ll}+$/u.test(words.split(' ').at(-1) ?? '') && words !== 'Recall';
}

// Says that something is better than another, not what.
const verb = /^(?:outperform|surpass|beat|improv(?:es?|ing|ed)$)/i;

/** Every metric that `text` names, in order of their starts; of two at one place the longer. */
export function findMetrics(text: string): MetricMention[] {
  const all = rules.flatMap(({ kind, vague, pattern }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isName(match))
      .map((match) => ({
        kind,
        vague,
        start: verb.test(match[0]) ? match.index : modifiedStart(text, match.index),
        end: match.index + match[0].length,
      })),
  );
  const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: MetricMention[] = [];
  for (const mention of sorted) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}

function modifiedStart(text: string, start: number): number {
  return start - (modifiers.exec(text.slice(Math.max(0, start - longestModifiers), start))?.[0].length ?? 0);
}

// Which metrics a unit can measure; the others any.
function fits({ dimension, unit }: Quantity, kind: MetricKind): boolean {
  switch (dimension) {
    case 'time':
      return kind === 'latency';
    case 'bytes':
      return kind === 'memory';
    case 'rate':
      return kind === 'throughput' || kind === 'latency' || kind === 'speed-up';
    case 'power':
      return kind === 'energy';
    case 'operations':
    case 'money':
      return kind === 'cost';
    case 'points':
      return unit === 'dB' ? kind === 'accuracy' : kind === 'accuracy' || kind === 'error' || kind === 'other';
    case 'bare':
      return kind === 'accuracy' || kind === 'error' || kind === 'speed-up' || kind === 'other';
    case 'ratio':
    case 'share':
    case 'count':
    case 'none':
      return true;
  }
}

// Far enough for any clause, near enough to keep the work on one quantity bounded.
const window = 240;

/** Those of `spans` that can belong to a quantity. */
export function near<T extends Span>(quantity: Span, spans: readonly T[]): T[] {
  return spans.filter(({ start, end }) => end > quantity.start - window && start < quantity.end + window);
}

/**
 * The mention that a quantity most likely measures, or null. The nearest wins; punctuation and other quantities
 * between count as distance, "28% reduction in …" and "40% of …" as none, and a vague word as further away than it is.
 */
export function metricOf(
  text: string,
  quantity: Quantity,
  mentions: readonly MetricMention[],
  quantities: readonly Quantity[],
): MetricMention | null {
  let best: MetricMention | null = null;
  let least = Infinity;
  for (const mention of mentions.filter(({ kind }) => fits(quantity, kind))) {
    const distance =
      mention.start >= quantity.end
        ? distanceAhead(text, quantity, mention, quantities)
        : distanceBehind(text, quantity, mention, quantities);
    if (distance < least) [best, least] = [mention, distance];
  }
  return best === null ? null : (sizedMetric(text, quantity, best, mentions) ?? best);
}

// "Complexity (3× smaller than…)": the adjective says how the metric before the bracket went.
function sizedMetric(
  text: string,
  quantity: Quantity,
  found: MetricMention,
  mentions: readonly MetricMention[],
): MetricMention | null {
  if (!/^(?:smaller|better)$/.test(text.slice(found.start, found.end)) || found.start < quantity.end) return null;
  return mentions.find(({ end }) => end + 2 === quantity.start && text.slice(end, end + 2) === ' (') ?? null;
}

const changeIn =
  /^ ?(?:[\w-]+ ){0,2}(?:reductions?|increases?|improvements?|decreases?|drop|gains?|cuts?|savings?|boost|lead|degradation|enhancement|impact) (?:in|of|on|to) (?:[\w-]+ ){0,2}$/;
const partOf = /^ (?:\([^)]*\) )?(?:of|in) (?:the |its |their )?(?:[\w-]+ ){0,4}$/;
const newPhrase = /^ ?(?:and|while|with|over|compared|than|vs|across|under|at|for|without|on|from)\b/;

function distanceAhead(
  text: string,
  quantity: Quantity,
  mention: MetricMention,
  quantities: readonly Quantity[],
): number {
  const between = text.slice(quantity.end, mention.start);
  const vague = mention.vague ? 25 : 0;
  if (changeIn.test(between) || partOf.test(between)) return vague - 10;
  // "…, and recall from 0.6 to 0.7": a metric with a value behind it is that value's, and a verb opens a new statement.
  const taken = valueBehind.test(text.slice(mention.end, mention.end + 16)) ? 40 : 0;
  const opens = verb.test(text.slice(mention.start, mention.end)) ? 60 : 0;
  const others = quantities.filter(({ start, end }) => start >= quantity.end && end <= mention.start).length;
  // "8.6% with 50% less frame input": the metric behind another value, in a phrase of its own, is that value's.
  if (others > 0 && ownPhrase.test(between)) return Infinity;
  const phrase = newPhrase.test(between.replace(/^[)\s,]+/u, '')) ? (/^[),]/.test(between) ? 70 : 30) : 0;
  const bonus = between.length <= 2 && !/[,;)]/.test(between) ? -10 : 0;
  return between.length + others * 60 + breaksIn(between) * 40 + phrase + taken + opens + vague + bonus;
}

const ownPhrase = /^ (?:with|at|while|using|under) /;
const valueBehind = /^ (?:of|by|from|to|improves|is)?\s?\(?(?:about |up to |[≤<>~]\s?)?[+~]?\d/;

function distanceBehind(
  text: string,
  quantity: Quantity,
  mention: MetricMention,
  quantities: readonly Quantity[],
): number {
  const between = text.slice(mention.end, Math.max(mention.end, quantity.start));
  const others = quantities.filter(({ start, end }) => start >= mention.end && end <= quantity.start).length;
  const speed = quantity.dimension === 'ratio' && mention.kind === 'speed-up' ? -4 : 0;
  return 4 + between.length + others * 8 + breaksIn(between) * 15 + (mention.vague ? 25 : 0) + speed;
}

function breaksIn(between: string): number {
  return between.split(/[,;:]\s|\s\(|\)\s|\swhile\s|\s\d\)\s/u).length - 1;
}
