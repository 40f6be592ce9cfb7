/** Which way a reported value goes: up, down, or a value in itself; and which way its metric is better. */
import { surroundingsOf } from './claim-context.ts';
import type { MetricKind } from './metrics.ts';
import type { Claim } from './paper.ts';
import type { Quantity } from './quantities.ts';
import type { Span } from './sentences.ts';

const decrease =
  /\b(?:reduc|decreas|lower|less|fewer|sav(?:e|es|ed|ing|ings)\b|cut|smaller|shrink|shrunk|drop|degrad|loss|los(?:e|es|ing)\b|halv|cheaper|slower|remov|prun|falls?\b|fell\b|shrank)/gi;
const increase =
  /\b(?:increas|higher|more|rais|larger|greater|add(?:s|ing)\b|lead of|rises?\b|rose\b|grow|goes up|go up)|↑/gi;
const improvement = /\b(?:improv|boost|gain|faster|better|enhanc|speed|accelerat|surpass|outperform|beat|exceed)/gi;
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
  better: Claim['better'],
): Claim['change'] {
  const own = text.slice(quantity.start, quantity.end);
  const [first, last] = [run[0] ?? quantity, run.at(-1) ?? quantity];
  const { before } = surroundingsOf(text, sentence, first);
  const isTold = directionOf(before, 'last', better);
  if (quantity.joinedByTo && /^from |→/.test(own))
    return isTold === null && !own.includes('→') ? null : between(quantity);
  if (quantity.dimension === 'rate' || quantity.dimension === 'time' || quantity.dimension === 'operations')
    return null;
  if (/^halv|half/i.test(own)) return 'decrease';
  const told =
    directionOf(behind(text, sentence, quantity), 'first', better) ??
    directionOf(before.slice(-90).split(statement).at(-1) ?? '', 'last', better) ??
    directionOf(behind(text, sentence, last), 'first', better) ??
    (/\bby $/.test(before) ? isTold : null);
  if (told !== null) return told;
  if (quantity.signed) return own.includes('+') ? 'increase' : 'decrease';
  return quantity.dimension === 'ratio' ? toward(better) : null;
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

function directionOf(words: string, which: 'first' | 'last', better: Claim['better']): Claim['change'] {
  const found = [
    ...[...words.matchAll(decrease)].map(({ index }) => ({ index, change: 'decrease' as const })),
    ...[...words.matchAll(increase)].map(({ index }) => ({ index, change: 'increase' as const })),
    ...[...words.matchAll(improvement)].map(({ index }) => ({ index, change: toward(better) })),
  ].toSorted((a, b) => a.index - b.index);
  return (which === 'first' ? found[0] : found.at(-1))?.change ?? null;
}

/** Which way a metric is better, by its kind and, where they say otherwise, its words. */
export function betterOf(kind: MetricKind, words: string): Claim['better'] {
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
