/** The one result that a card shows of a paper. */
import type { Claim, Paper } from '../corpus/paper.ts';
import { isSlowdown, isWorse } from './result-direction.ts';
import { namesMetric } from './result-wording.ts';

/**
 * The result that shows the paper's point: a speed-up, best as a factor, else what else it saves, else how good its own method is by a
 * named metric; of equals the first in the abstract. Null where nothing fits, and for papers that measure others.
 */
export function tellingResult({ claims, contributions }: Pick<Paper, 'claims' | 'contributions'>): Claim | null {
  if (contributions.length > 0 && contributions.every((id) => measuring.has(id))) return null;
  const ranked = claims.flatMap((claim) => {
    const rank = rankOf(claim);
    return rank === null ? [] : [{ claim, rank }];
  });
  const least = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.find(({ rank }) => rank === least)?.claim ?? null;
}

// Contributions whose figures are about the work of others.
const measuring: ReadonlySet<string> = new Set(['benchmark', 'analysis', 'survey']);

/** 0 tells most; null for what says nothing by itself. */
function rankOf(claim: Claim): number | null {
  if (isWorse(claim) || isSlowdown(claim)) return null;
  const isChange = claim.change !== null || /savings?$/i.test(claim.words ?? '');
  switch (claim.metric) {
    case 'speed-up':
      return claim.unit === '×' ? 0 : 1;
    case 'latency':
    case 'throughput':
    case 'memory':
    case 'energy':
    case 'cost':
      return isChange ? 2 : isAmount(claim) ? 3 : null;
    case 'compression':
      return isChange ? 2 : null;
    case 'accuracy':
    case 'error':
      return namesMetric(claim) ? (isChange ? 4 : 5) : null;
    case 'other':
      return namesMetric(claim) && isChange ? 4 : null;
  }
}

// "16 FPS" is an amount; "19.7 minutes" does not say of what, and "0.3% of the parameters" is a share.
function isAmount({ unit, words }: Claim): boolean {
  return words !== null && unit !== '%' && unit !== '×' && unit !== null;
}
