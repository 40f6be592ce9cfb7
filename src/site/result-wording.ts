/**
 * A reported result in words: "2.8× lower latency", "62% less KV cache memory", "perplexity from 57 to 6.7".
 *
 * The value stays as the abstract writes it, but for signs and dashes; what it measures is put into a phrase around it.
 */
import type { MetricKind } from '../corpus/metrics.ts';
import type { Claim } from '../corpus/paper.ts';

export interface ResultWording {
  /** "up to 2.8×". */
  readonly value: string;
  /** "lower latency"; empty where the value says it all ("19.7 minutes"). */
  readonly metric: string;
  /** Whether the metric reads better before the value: "perplexity" of "from 57 to 6.7". */
  readonly metricFirst: boolean;
}

type Worded = Pick<Claim, 'quote' | 'value' | 'metric' | 'words' | 'numbers' | 'unit' | 'bound' | 'change'>;

/** The wording of a claim; the same wherever results are shown. */
export function wordResult(claim: Worded): ResultWording {
  const metricFirst = isFromTo(claim.value);
  return { value: valueWords(claim), metric: metricFirst ? subjectOf(claim) : metricPhrase(claim), metricFirst };
}

/** A result in one line. */
export function resultText({ value, metric, metricFirst }: ResultWording): string {
  return (metricFirst ? [metric, value] : [value, metric]).filter((part) => part !== '').join(' ');
}

/** Whether the words name a metric rather than say "better" or nothing. */
export function namesMetric({ words }: Pick<Claim, 'words'>): boolean {
  return words !== null && !vague.test(words) && !/\bperformances?$/i.test(words);
}

/** A quoted sentence around the value in it. */
export interface Quote {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** The sentence of a claim, split around its value. */
export function quoteAround({ quote, value }: Pick<Claim, 'quote' | 'value'>): Quote {
  // The "9%" of "49% and 9%" is the second.
  let at = quote.indexOf(value);
  for (let next = at; next >= 0; next = quote.indexOf(value, next + 1)) {
    at = next;
    if (!(/^\d/.test(value) && /[\d.,]$/.test(quote.slice(0, next)))) break;
  }
  const [start, end] = at < 0 ? [0, 0] : [at, at + value.length];
  return { before: quote.slice(0, start), value: quote.slice(start, end), after: quote.slice(end) };
}

function valueWords({ value, bound, unit }: Worded): string {
  const tidy = value
    .replace(/^(?:upto|max(?:imum)?)\b/i, 'up to')
    .replace(/^exceed(?:s|ing)\b/i, 'more than')
    .replace(/\d$/, unit === '×' ? '$&×' : '$&')
    .replace(/^×\s?([\d.]+?)(?: times|×)?$/, '$1×')
    .replace(/(?<=\d) ?[xX](?![\p{L}\p{N}])/gu, '×')
    .replace(/× times\b/g, '×')
    .replace(/(?<=[\d%×]) ?[-~] ?(?=\d)/g, '–');
  // The bound stood apart from the value: "up to a 2×", or once for a whole list.
  return bound === 'exactly' || !/^[+−-]?\d/.test(tidy) ? tidy : `${bound} ${tidy}`;
}

function isFromTo(value: string): boolean {
  return /^from |→/.test(value);
}

const vague =
  /^(?:outperform\w*|surpass\w*|exceed\w*|improv(?:es?|ed|ing)|better|(?:[\w-]+ )?(?:gains?|improvements?)|competitors)$/i;
const speed = /(?:^|\s)(?:speed-?ups?|speeds?(?: boosts?| increases?| up)?|faster|quicker|accelerat\w*)$/i;

/** What a value in itself measures, without a word of change: "score", "latency". */
function subjectOf({ words, metric }: Worded): string {
  if (words === null) return bareNoun(metric);
  if (!vague.test(words)) return speed.test(words) ? words.replace(speed, ' speed').trim() : nounOf(words);
  const modifier = /^([\w-]+) (?:gain|improvement)s?$/i.exec(words)?.[1];
  return modifier === undefined || /^average$/i.test(modifier) ? bareNoun(metric) : `${modifier} ${bareNoun(metric)}`;
}

function bareNoun(kind: MetricKind): string {
  switch (kind) {
    case 'compression':
      return 'size';
    case 'speed-up':
      return 'speed';
    case 'accuracy':
      return 'score';
    case 'other':
      return '';
    case 'latency':
    case 'throughput':
    case 'memory':
    case 'energy':
    case 'cost':
    case 'error':
      return kind;
  }
}

function metricPhrase(claim: Worded): string {
  const { words, value, change } = claim;
  if (words !== null && saysItself(value, words)) return change === null ? '' : degree('', change);
  if (/^(?:halv|doubl|tripl)/i.test(value)) return subjectOf(claim);
  if (isFactorItself(claim)) return factorPhrase(claim);
  if (change === null) return statePhrase(claim);
  if (/^(?:[a-z ]+ |[~≤<>≥] ?)?[+−-]\d/i.test(value)) return signedPhrase(claim);
  return changePhrase(claim, change);
}

// "16 FPS" needs no "FPS", "8.4 EM points" no "EM".
function saysItself(value: string, words: string): boolean {
  return ` ${value.toLowerCase()} `.replaceAll('/', ' ').includes(` ${words.toLowerCase().replaceAll('/', ' ')} `);
}

// "half" and "twice" stand before "the latency", and so do factors below one.
function isFactorItself({ value, unit, numbers }: Worded): boolean {
  return /\b(?:half|twice)$/i.test(value) || (unit === '×' && Math.max(...numbers) < 1);
}

function factorPhrase(claim: Worded): string {
  const { value, change, words } = claim;
  const subject = subjectOf(claim);
  const { before } = quoteAround(claim);
  if (/\bhalf$/i.test(value) && change === 'decrease' && /\bby $/i.test(before)) return `of the ${subject} saved`;
  if (/\btwice$/i.test(value)) {
    if (claim.metric === 'speed-up') return 'as fast';
    if (words !== null && adjective.test(words)) return `as ${adverbOf(words)}`;
  }
  return subject === '' ? '' : `the ${subject}`;
}

/** A value in itself: "59.5% task success rate", "43% of the parameters", "7 times the size". */
function statePhrase(claim: Worded): string {
  const { words, metric, unit } = claim;
  const isVague = words === null || vague.test(words);
  if (unit === '×') return metric === 'speed-up' ? 'difference in speed' : `the ${subjectOf(claim)}`;
  if (unit === '%') return sharePhrase(claim) ?? (isShare(claim) ? `of the ${subjectOf(claim)}` : subjectOf(claim));
  if (isVague && metric !== 'accuracy' && metric !== 'error') return metric === 'memory' ? 'of memory' : '';
  if (words !== null && /speed-?ups?$/i.test(words)) return speedPhrase(words, 'increase');
  // "1.71 days to solution"
  return subjectOf(claim).replace(/^time (?=to )/, '');
}

/** What a share is of, where that is no metric: "80% of its competitors surpassed", "97% of the time". */
function sharePhrase(claim: Worded): string | null {
  if (/^hallucinations?$/i.test(claim.words ?? '')) return 'hallucinated';
  if (claim.words !== null && !vague.test(claim.words)) return null;
  const { before, after } = quoteAround(claim);
  const often = /^ (of (?:the time|(?:all |the )?cases))\b/.exec(after)?.[1];
  if (often !== undefined) return often;
  const others = /^ (of [^,.;:()]{1,60})(?:[,.;:(]|$)/.exec(after)?.[1];
  return others !== undefined && /\b(?:surpass|outperform|exceed)\w* $/i.test(before) ? `${others} surpassed` : null;
}

const part = /(?:parameters|connections|sizes?|storage|tokens)$/i;
const kept = /\b(?:retain|preserv|maintain|recover|keep)\w*\b[^,;.]{0,30}$/i;

function isShare(claim: Worded): boolean {
  const { words } = claim;
  if (words === null) return false;
  const { before, after } = quoteAround(claim);
  if (part.test(words)) return true;
  if (/(?:performances?|capabilit(?:y|ies))$/i.test(words) && kept.test(before)) return true;
  const clause = /^ of [^,;.()]{0,70}/.exec(after)?.[0] ?? '';
  return clause.includes(words);
}

/** "+5.3 accuracy" says by its sign which way it went. */
function signedPhrase(claim: Worded): string {
  const { words, unit } = claim;
  if (words === null || vague.test(words)) return /[−-]\d/.test(claim.value) ? subjectOf(claim) : 'gain';
  return unit === 'points' ? `in ${nounOf(words)}` : nounOf(words);
}

function changePhrase(claim: Worded, change: NonNullable<Claim['change']>): string {
  const { words, metric, value } = claim;
  if (words === null || vague.test(words)) return vaguePhrase(claim, change);
  if (/slower$/i.test(words)) return words;
  if (speed.test(words)) return speedPhrase(words, change, / times$/.test(value));
  // "A 0.46-point accuracy gain".
  if (/-points?$/.test(value)) return `${nounOf(words)} ${change === 'increase' ? 'gain' : 'loss'}`;
  return metric === 'speed-up' && /^performance$/i.test(words) ? 'faster' : degree(nounOf(words), change);
}

function vaguePhrase({ words, metric, value }: Worded, change: NonNullable<Claim['change']>): string {
  const isMore = change === 'increase';
  if (metric === 'speed-up') return isMore ? 'faster' : 'slower';
  if (/-points?$/.test(value)) return isMore ? 'gain' : 'loss';
  // "1.85% average improvement"
  if (words !== null && isMore && /\s(?:gain|improvement)s?$/i.test(words)) return words.replace(/s$/, '');
  if (metric === 'accuracy' || metric === 'other') return isMore ? 'better' : 'worse';
  return degree(bareNoun(metric), change);
}

function speedPhrase(words: string, change: NonNullable<Claim['change']>, asTimes = false): string {
  const modifier = words.replace(speed, '').trim();
  if (change === 'decrease') return ['slower', modifier].filter((word) => word !== '').join(' ');
  // "42 times faster", but "42× speed-up".
  if (/speed-?ups?$/i.test(words) && !(asTimes && modifier === '')) return `${modifier} speed-up`.trim();
  return ['faster', modifier].filter((word) => word !== '').join(' ');
}

// What already says which way it went.
const saysChange =
  /(?:^|\s)(?:smaller|larger(?: models?)?|lighter|cheaper|better|(?:[\w-]+ )?savings?|(?:data )?compression|pruned)$/i;
const adjective = /^(?:accurate|(?:[\w-]+-)?efficient(?: in .*)?|costly|prefer(?:s|red)?)$/i;

function adverbOf(words: string): string {
  return /^prefer/i.test(words) ? 'often preferred' : words;
}

// The first that fits; the last fits all.
const degrees: readonly (readonly [noun: RegExp, less: string, more: string])[] = [
  [/\b(?:tokens(?: per image)?|parameters|FLOPs|MACs|multiply-adds|steps|calls|bubbles|connections|hallucinations|GPU[- ]hours)$/i, 'fewer', 'more'],
  [/\b(?:memory|VRAM|energy|compute|computation|communication|storage|movement|input|carbon|power)$/i, 'less', 'more'],
  [/\b(?:sizes?|footprint|budget)$/i, 'smaller', 'larger'],
  [/\b(?:time|run ?time|context (?:length|window)|time to (?:first token|solution))$/i, 'shorter', 'longer'],
  [/\b(?:performance|quality|capabilit(?:y|ies)|explainability|grounding)$/i, 'worse', 'better'],
  [/$/, 'lower', 'higher'],
]; // prettier-ignore

function degree(noun: string, change: NonNullable<Claim['change']>): string {
  if (adjective.test(noun)) return `${change === 'increase' ? 'more' : 'less'} ${adverbOf(noun)}`;
  if (saysChange.test(noun)) return noun;
  const [, less = 'lower', more = 'higher'] = degrees.find(([pattern]) => pattern.test(noun)) ?? [];
  return `${change === 'increase' ? more : less} ${noun}`.trim();
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/\btop-?([15])\b/i, 'top-$1'],
  [/^(top-[15])$/, '$1 accuracy'],
  [/\baccuracies$/i, 'accuracy'],
  [/\blatencies$/i, 'latency'],
  [/\bperplexities$/i, 'perplexity'],
  [/\b(score|rate|cost|time|delay|throughput|performance|error)s$/i, '$1'],
  [/\bscoring$/, 'score'],
  [/\bGLUE$/, 'GLUE score'],
  [/^the time it takes$/i, 'time'],
  [/^(?:ratio of )?defective$/i, 'share of defects'],
  [/\btime[- ]to[- ](first[- ]token|solution)$/i, 'time to $1'],
  [/\bharmonic-mean$/i, 'harmonic mean'],
  [/\b(memory|energy)-(?=\w)/i, '$1 '],
  [/^energy efficient$/i, 'energy-efficient'],
  [/\bend-to-end-(?=\w)/i, 'end-to-end '],
  [/\binter-token-(?=\w)/i, 'inter-token '],
  [/^compress(?:e[ds])?$/i, 'compression'],
  [/^prun(?:e|ing)$/i, 'pruned'],
  [/^prefers?$/i, 'preferred'],
]; // prettier-ignore

function nounOf(words: string): string {
  return spellings.reduce((noun, [pattern, spelling]) => noun.replace(pattern, spelling), words);
}
