/** What a reported value measures: the metrics that abstracts name, and which of them a value belongs to. */
import type { Quantity } from './quantities.ts';

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
  '(?:(?:end-to-end|inference|training|decod(?:e|ing)|prefill(?:ing)?|generation|serving|kernel|execution|peak|average|token|' +
  'tokens?|KV[- ]cache|GPU|CPU|activation|model|language|task|execution|inter-token-?|per-step|per-token|single-batch|scale-up|' +
  'routing|computational|compute|inference-time|classification|top-?1|zero-shot|attention|wall-clock|relative|end-to-end-|' +
  'matrix|power|area|data|error|action|recovery|safety|plan|reward|LC|test|detection|segmentation|retrieval)[ -]){0,3}';

const words: readonly (readonly [MetricKind, string])[] = [
  ['energy', 'energy(?:[ -](?:consumption|efficiency|cost|reduction|savings?))?|energy-efficient|power(?: (?:consumption|efficiency|usage))?|carbon(?: footprint)?|CO₂ emissions?'],
  ['latency', 'latenc(?:y|ies)|TTFT|time[- ]to[- ]first[- ]token|time[- ]to[- ]solution|runtime|run time|running time|inter-token-latency|(?:inference|training|execution|prefill(?:ing)?|wall-clock|response|generation|processing|serving|decoding|computation|step|execution) times?|GPU[- ]hours|\\d-second video|delays?|wall-clock time|the time it takes'],
  ['throughput', 'throughput|tokens? ?(?:/ ?s|per second)|FPS|fps|frames? per second|goodput|bandwidth|scaling efficiency|FLOP/s|action frequency'],
  ['error', 'perplexit(?:y|ies)|PPL|WER|word error rate|CER|mean absolute error|MAE|RMSE|MSE|FID|FVD|LPIPS|CMSE|error(?: rates?)?(?!-)|hallucinat(?:ions?|ed)(?: rates?)?|defective|ratio of defective'],
  ['memory', 'memory(?:[ -](?:consumption|usage|footprint|costs?|savings?|reduction|requirements?|demands?))?|memory footprint|footprint|VRAM|KV[- ]cache size'],
  ['compression', 'compress(?:ion|es|ed)?(?: ratio)?|model size|sizes?|smaller|larger (?:models?)|lighter|parameters?|storage|connections|sparsity|prun(?:e|ed|ing)'],
  ['cost', 'costs?|costly|cheaper|FLOPs|MACs|multiply-adds|operations|computation(?:al (?:cost|complexity))?|complexity|compute|token (?:consumption|usage|budget)|image tokens|tokens per image|LLM calls|steps|data movement|memory movement|communication|overhead|resource consumption|frame input|token efficiency|throughput per dollar'],
  ['accuracy', 'accurac(?:y|ies)|accurate|top-?[15](?: accuracy)?|[cm]?AP(?:50|75)?|mIoU|IoU|AUROC|AUC|F1(?:[- ]scores?)?|F-scores?|BLEU|ROUGE(?:-L)?|J&F|PSNR|SSIM|UT-MOS|MOS|ANLS|(?:task )?success(?: rates?)?|completion rates?|win[- ]rates?|optimal rate|pass@\\d+|exact match(?: \\(EM\\))?|EM|[Rr]ecall(?:@\\d+)?|precision|harmonic[- ]mean|scor(?:es?|ing)|quality|capabilit(?:y|ies)|GLUE|explainability|grounding|(?:safety|plan) (?:rate|efficiency)|competitors'],
  ['speed-up', 'speed-?ups?|speed(?: boosts?| increases?)?|speeds up|faster|slower|accelerat(?:ion|es?|ed|ing)|(?:inference )?speeds?|quicker'],
]; // prettier-ignore
const vagueWords: readonly (readonly [MetricKind, string])[] = [
  ['accuracy', 'performances?|gains?|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?'],
  ['other', 'improvements?|efficiency|improv(?:es|ed|ing)'],
];

const rules = [
  ...words.map(([kind, source]) => ({ kind, vague: false, source: `${modifiers}(?:${source})` })),
  ...vagueWords.map(([kind, source]) => ({ kind, vague: true, source: `${modifiers}(?:${source})` })),
].map(({ kind, vague, source }) => ({
  kind,
  vague,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
}));

/** Every metric that `text` names, in order of their starts; of two at one place the longer. */
export function findMetrics(text: string): MetricMention[] {
  const all = rules.flatMap(({ kind, vague, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      vague,
      start: match.index,
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

/**
 * The mention that a quantity most likely measures. The nearest wins; punctuation and other quantities between count
 * as distance, and a vague word as further away than it is.
 */
export function metricOf(
  text: string,
  quantity: Quantity,
  mentions: readonly MetricMention[],
  quantities: readonly Quantity[],
): MetricMention | null {
  let best: MetricMention | null = null;
  let least = Infinity;
  for (const mention of mentions) {
    const distance = distanceOf(text, quantity, mention, quantities);
    if (distance < least) [best, least] = [mention, distance];
  }
  return best;
}

function distanceOf(text: string, quantity: Quantity, mention: MetricMention, quantities: readonly Quantity[]): number {
  const isAfter = mention.start >= quantity.end;
  const [from, to] = isAfter ? [quantity.end, mention.start] : [mention.end, quantity.start];
  const between = text.slice(from, Math.max(from, to));
  const others = quantities.filter(({ start, end }) => start >= from && end <= to).length;
  const phrases = between.split(/,\s|\s\(|\)\s|\swhile\s/u).length - 1;
  const clauses = between.split(/[;:]\s/u).length - 1;
  const joint = /^\s(?:and|while|with|over|compared|than|vs)\b/u.test(between) && isAfter ? 25 : 0;
  const crossed = others * (isAfter ? 60 : 8) + phrases * (isAfter ? 40 : 15) + clauses * 40 + joint;
  const unitBonus = quantity.dimension === 'ratio' && mention.kind === 'speed-up' ? -8 : 0;
  return between.length + crossed + (mention.vague ? 25 : 0) + (isAfter ? 0 : 4) + unitBonus;
}
