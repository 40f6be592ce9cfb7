/** Reported results that say how many times faster something is. */
import type { Claim } from './paper.ts';

/** A factor, or the two ends of a range of factors; `low` is null for a single value. */
export interface Speedup {
  readonly low: number | null;
  readonly high: number;
}

/** The speed-up a claim states as a factor of at least 1: of speed, of throughput, or of a latency cut; else null. */
export function speedupOf(claim: Claim): Speedup | null {
  if (claim.unit !== '×' || !isFaster(claim)) return null;
  const [low, high] = [Math.min(...claim.numbers), Math.max(...claim.numbers)];
  return low < 1 ? null : { low: low === high ? null : low, high };
}

function isFaster({ metric, change }: Claim): boolean {
  if (metric === 'latency') return change === 'decrease';
  return (metric === 'speed-up' || metric === 'throughput') && change === 'increase';
}

/** The largest speed-up that the claims of one paper state; null when they state none. */
export function largestSpeedup(claims: readonly Claim[]): number | null {
  const factors = claims.flatMap((claim) => speedupOf(claim)?.high ?? []);
  return factors.length === 0 ? null : Math.max(...factors);
}
