/** From scores to confidence: how often a classification with such scores was acceptable. */

/** Below this score no topic is chosen: it is less than one telling term of the title. */
const leastScore = 8;

/** A weak best score is no lead over anything: this much is added to it before the lead is compared with it. */
const caution = 8;

/**
 * Confidence at some leads; between them it is interpolated. Read off the curated papers, each judged
 * without itself (`npm run bench -- classify`): with a lead of 0 to 0.1 about 72 % were acceptable, of
 * 0.2 to 0.3 89 %, of 0.3 to 0.4 88 %, of 0.4 to 0.5 97 %, beyond that all. Papers to come will use other
 * words than those at hand, so the curve stays below that at short leads.
 */
const curve = [
  { lead: 0, confidence: 0.4 },
  { lead: 0.22, confidence: 0.7 },
  { lead: 0.32, confidence: 0.88 },
  { lead: 0.45, confidence: 0.95 },
  { lead: 0.7, confidence: 0.99 },
] as const;

/** The lead of the best topic over the second as a share of its score, 0 to 1; a score below 0 counts as 0. */
export function leadOf(best: number, second: number): number {
  const floor = Math.max(best, 0);
  return Math.max(floor - Math.max(second, 0), 0) / (floor + caution);
}

/**
 * How likely the best topic is acceptable, 0 to 1, rounded to two decimals. Never falls when `best`
 * grows, never rises when `second` grows.
 */
export function confidenceOf(best: number, second: number): number {
  const lead = leadOf(best, second);
  const after = curve.findIndex((knot) => knot.lead >= lead);
  const [from, to] = [curve[after - 1] ?? curve[0], curve[after] ?? curve[curve.length - 1]];
  const width = (to?.lead ?? 0) - from.lead;
  const share = width <= 0 ? 1 : (lead - from.lead) / width;
  return Math.round(100 * (from.confidence + Math.min(share, 1) * ((to?.confidence ?? 0) - from.confidence))) / 100;
}

interface Candidate {
  readonly topic: string;
  readonly score: number;
}

/** The best of `candidates`, which come best first, with its confidence; null where none fits well enough. */
export function choiceOf(candidates: readonly Candidate[]): (Candidate & { readonly confidence: number }) | null {
  const [best, second] = candidates;
  if (best === undefined || best.score < leastScore) return null;
  return { ...best, confidence: confidenceOf(best.score, second?.score ?? 0) };
}
