/** Which way a reported value goes: up, down, or a value in itself; and which way its metric is better. */
import { surroundingsOf } from './claim-context.ts';
import type { MetricKind } from './metrics.ts';
import type { Claim } from './paper.ts';
import type { Quantity } from './quantities.ts';
import type { Span } from './sentences.ts';

const decrease =
  /\b(?:reduc|decreas|lower|less|fewer|sav(?:e|es|ed|ing|ings)\b|cut|smaller|shrink|shrunk|drop|loss|los(?:e|es|ing)\b|halv|cheaper|remov|prun|falls?\b|fell\b|shrank)/gi;
const increase =
  /\b(?:increas|higher|more|rais|larger|greater|add(?:s|ing)\b|lead of|rises?\b|rose\b|grow|goes up|go up)|↑/gi;
const improvement = /\b(?:improv|boost|gain|faster|better|enhanc|speed|accelerat|surpass|outperform|beat|exceed)/gi;
const worsening = /\b(?:slower|degrad|deteriorat|wors(?:e|en))/gi;
// What stands before one of these is another statement: "…, achieving 85% accuracy".
const statement = /[;:(]|\b(?:achiev|attain|reach|obtain|scor|deliver|maintain|retain|preserv|while|at|with)\w*\b/;

/**
 * Whether a value is a change and which way; null for a value in itself ("75.8% accuracy"). `run` is the list that
 * `quantity` stands in: what is said before its first and behind its last value holds for all.
 */
export function changeOf(
  text: string,
  sentence: Span,
  run: readonly Quantity[],
  quantity: Quantity,
  { better, words }: MetricWords,
): Claim['change'] {
  const own = text.slice(quantity.start, quantity.end);
  const [first, last] = [run[0] ?? quantity, run.at(-1) ?? quantity];
  const { before } = surroundingsOf(text, sentence, first);
  const { after } = surroundingsOf(text, sentence, quantity);
  const directionOf = (part: string, which: 'first' | 'last'): Claim['change'] =>
    directionIn(
      isChangeItself(words) ? part.replace(/\b[\w-]*(?:savings?|degradations?)\b/gi, '') : part,
      which,
      better,
    );
  const isTold = directionOf(before, 'last');
  if (quantity.joinedByTo && /^from |→/.test(own))
    return isTold === null && !own.includes('→') ? null : between(quantity);
  if (quantity.dimension === 'rate' || quantity.dimension === 'time' || quantity.dimension === 'operations')
    return null;
  if (/^halv|half/i.test(own)) return 'decrease';
  // "300 times the size of the model", "surpasses 80% of all people", "the gap is 3 times".
  if (quantity.dimension === 'ratio' && /^ the [\w -]{1,30}? of\b/.test(after) && !/^\w+(?:es|ed|ing)$/.test(own))
    return 'increase';
  if (/^ of\b/.test(after) && /\b(?:surpass|outperform|beat|exceed)\w*\s$/i.test(before)) return null;
  const told =
    directionOf(behind(text, sentence, quantity), 'first') ??
    directionOf(before.slice(-90).split(statement).at(-1) ?? '', 'last') ??
    directionOf(behind(text, sentence, last), 'first') ??
    (/\bby $/.test(before) || (quantity.bound === 'up to' && before.endsWith('(')) ? isTold : null);
  if (told !== null) return told;
  if (quantity.signed) return own.includes('+') ? 'increase' : 'decrease';
  return quantity.dimension === 'ratio' && !/\b(?:gaps?|overhead)$/i.test(words) ? toward(better) : null;
}

// "Savings of 50%" are no change of savings.
function isChangeItself(words: string): boolean {
  return /\b(?:savings?|degradations?)$/i.test(words);
}

/** What is known of the metric that a value measures. */
interface MetricWords {
  readonly better: Claim['better'];
  /** As the sentence names it; empty where it does not. */
  readonly words: string;
}

function between({ numbers: [from = 0, to = 0] }: Quantity): Claim['change'] {
  if (from === to) return null;
  return to > from ? 'increase' : 'decrease';
}

function behind(text: string, sentence: Span, quantity: Quantity): string {
  const { after } = surroundingsOf(text, sentence, quantity);
  return (
    after
      .replace(/^ \([^)]{1,20}\)/, '')
      .slice(0, 40)
      .split(/[,;.(]|\s(?:and|while|compared|over|than|with|across|on)\s/)[0] ?? ''
  );
}

function toward(better: Claim['better']): 'increase' | 'decrease' {
  return better === 'higher' ? 'increase' : 'decrease';
}

function away(better: Claim['better']): 'increase' | 'decrease' {
  return better === 'higher' ? 'decrease' : 'increase';
}

function directionIn(words: string, which: 'first' | 'last', better: Claim['better']): Claim['change'] {
  const found = [
    ...[...words.matchAll(decrease)].map(({ index }) => ({ index, change: 'decrease' as const })),
    ...[...words.matchAll(increase)].map(({ index }) => ({ index, change: 'increase' as const })),
    ...[...words.matchAll(improvement)].map(({ index }) => ({ index, change: toward(better) })),
    ...[...words.matchAll(worsening)].map(({ index }) => ({ index, change: away(better) })),
  ].toSorted((a, b) => a.index - b.index);
  return (which === 'first' ? found[0] : found.at(-1))?.change ?? null;
}

/** Which way a metric is better, by its kind and, where they say otherwise, its words. */
export function betterOf(kind: MetricKind, words: string): Claim['better'] {
  if (/\bgaps?$/i.test(words)) return 'lower';
  if (/efficien|saving|compression|larger|per dollar|density/i.test(words)) return 'higher';
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
