/** Whether a reported result speaks for its paper. */
import type { Claim } from '../corpus/paper.ts';

/** Whether something got worse: slower, less accurate, larger. */
export function isWorse({ change, better }: Pick<Claim, 'change' | 'better'>): boolean {
  return change !== null && (change === 'increase') !== (better === 'higher');
}

/** Whether a value is the best case of several, as its sentence says ("up to 9×"); "up to 2% lower accuracy" is none. */
export function isBestCase(claim: Pick<Claim, 'bound' | 'change' | 'better'>): boolean {
  return claim.bound === 'up to' && !isWorse(claim);
}

/** Whether a result in speed is a slowdown, or a gap that it does not say the direction of. */
export function isSlowdown({ metric, change, unit }: Pick<Claim, 'metric' | 'change' | 'unit'>): boolean {
  return metric === 'speed-up' && (change === 'decrease' || (change === null && unit === '×'));
}
