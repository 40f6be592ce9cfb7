/**
 * Finds for each paper the ones most like it, by the cosine of their TF-IDF vectors over words and
 * pairs of words, and says which terms they share.
 *
 * A term weighs (1 + ln f) · ln(1 + N / n): f times in the paper (the title counted several times),
 * in n of N papers. A term of a single paper relates it to nothing and is left out.
 */
import { compareText } from './ordering.ts';
import type { RelatedPaper } from './paper.ts';
import { forEachTerm, type PaperText, termFrequencies } from './paper-words.ts';

/** A paper to compare: title and abstract, plain, and the same cut into words. */
export interface ComparedPaper {
  readonly id: string;
  readonly text: PaperText;
  readonly title: string;
  readonly abstract: string;
}

export interface RelatedOptions {
  /** How many related papers to list at most. */
  readonly count?: number;
}

const sharedTerms = 5;

/**
 * Candidates are gathered by terms of at most this many papers, so that the work per paper does not
 * grow with the collection; up to that size nothing is left out …
 */
const commonFrom = 400;
/** … and by a paper's rarest terms in any case. */
const rarestAlways = 12;
/** So many candidates are then compared by all their terms. */
const candidateCount = 32;

/**
 * The papers most like each paper, best first, ties by id. The result does not depend on the order
 * of `papers`. Papers without a shared term are not listed, so there may be fewer than `count`
 * (8 if not given). Scores are rounded to four decimals.
 */
export function relatedPapers(
  papers: readonly ComparedPaper[],
  { count = 8 }: RelatedOptions = {},
): Map<string, RelatedPaper[]> {
  // Sums depend on their order in the last digits: papers and terms are numbered in a fixed one.
  const sorted = papers.toSorted((a, b) => compareText(a.id, b.id));
  const vectors = vectorise(sorted);
  const postings = invert(vectors, sorted.length);
  const found = sorted.map((_, paper) => nearest(paper, vectors, postings, count));
  const used = new Set(found.flat().flatMap(({ shared }) => shared.flat()));
  const surfaces = commonSurfaces(sorted, new Set([...used].flatMap((term) => vectors.terms[term] ?? [])));
  const show = (term: number): string => {
    const key = vectors.terms[term] ?? '';
    return surfaces.get(key) ?? key;
  };
  return new Map(
    sorted.map(({ id }, paper) => [
      id,
      (found[paper] ?? []).map((match) => ({
        id: sorted[match.paper]?.id ?? '',
        score: match.score,
        shared: match.shared.map(show),
      })),
    ]),
  );
}

interface Vectors {
  /** Terms in code-unit order; a pair of words is written with a space. */
  readonly terms: readonly string[];
  /** In how many papers each term occurs. */
  readonly spread: Uint32Array;
  /** Each paper's terms, ascending, and their weights; the weights of a paper have length 1. */
  readonly rows: readonly { readonly terms: Uint32Array; readonly weights: Float64Array }[];
}

function vectorise(papers: readonly ComparedPaper[]): Vectors {
  const spreadOf = new Map<string, number>();
  const counts = papers.map((paper) => {
    const frequencies = termFrequencies(paper.text);
    for (const term of frequencies.keys()) spreadOf.set(term, (spreadOf.get(term) ?? 0) + 1);
    return frequencies;
  });
  const terms = [...spreadOf].flatMap(([term, spread]) => (spread > 1 ? [term] : [])).sort(compareText);
  const numberOf = new Map(terms.map((term, number) => [term, number]));
  const spread = Uint32Array.from(terms, (term) => spreadOf.get(term) ?? 0);
  const rows = counts.map((frequencies) => {
    const row = [...frequencies]
      .flatMap(([term, frequency]) => {
        const number = numberOf.get(term);
        if (number === undefined) return [];
        const rarity = Math.log(1 + papers.length / (spread[number] ?? 1));
        return [{ number, weight: (1 + Math.log(frequency)) * rarity }];
      })
      .sort((a, b) => a.number - b.number);
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0));
    return {
      terms: Uint32Array.from(row, ({ number }) => number),
      weights: Float64Array.from(row, ({ weight }) => weight / length),
    };
  });
  return { terms, spread, rows };
}

/** For each term the papers that have it, and its weights there; each list begins at `starts[term]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly papers: Uint32Array;
  readonly weights: Float64Array;
  /** Scratch space, one sum per paper; all zero between uses. */
  readonly sums: Float64Array;
}

function invert({ terms, spread, rows }: Vectors, papers: number): Postings {
  const starts = new Uint32Array(terms.length + 1);
  for (let term = 0; term < terms.length; term += 1) starts[term + 1] = (starts[term] ?? 0) + (spread[term] ?? 0);
  const size = starts[terms.length] ?? 0;
  const postings = { starts, papers: new Uint32Array(size), weights: new Float64Array(size) };
  const next = starts.slice();
  for (const [paper, row] of rows.entries()) {
    for (const [index, term] of row.terms.entries()) {
      const place = next[term] ?? 0;
      postings.papers[place] = paper;
      postings.weights[place] = row.weights[index] ?? 0;
      next[term] = place + 1;
    }
  }
  return { ...postings, sums: new Float64Array(papers) };
}

interface Match {
  readonly paper: number;
  readonly score: number;
  readonly shared: readonly number[];
}

function nearest(paper: number, vectors: Vectors, postings: Postings, count: number): Match[] {
  return candidatesOf(paper, vectors, postings, Math.max(candidateCount, 2 * count))
    .map((candidate) => ({ candidate, score: roundScore(cosine(paper, candidate, vectors)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.candidate - b.candidate)
    .slice(0, count)
    .map(({ candidate, score }) => ({ paper: candidate, score, shared: explain(paper, candidate, vectors) }));
}

function roundScore(score: number): number {
  return Math.min(1, Math.round(score * 10_000) / 10_000);
}

/** The papers with the greatest sums over the terms that are not common. */
function candidatesOf(paper: number, vectors: Vectors, postings: Postings, most: number): number[] {
  const row = vectors.rows[paper];
  if (row === undefined) return [];
  const { starts, papers, weights, sums } = postings;
  const touched: number[] = [];
  const highest = gatheringLimit(row.terms, vectors.spread);
  for (const [index, term] of row.terms.entries()) {
    if ((vectors.spread[term] ?? 0) > highest) continue;
    const own = row.weights[index] ?? 0;
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? 0; place < end; place += 1) {
      const other = papers[place] ?? 0;
      const sum = sums[other] ?? 0;
      if (sum === 0) touched.push(other);
      sums[other] = sum + own * (weights[place] ?? 0);
    }
  }
  const best = greatest(touched, sums, paper, most);
  for (const other of touched) sums[other] = 0;
  return best;
}

/** The greatest spread of a term that still gathers candidates for a paper with these terms. */
function gatheringLimit(terms: Uint32Array, spread: Uint32Array): number {
  const spreads = Uint32Array.from(terms, (term) => spread[term] ?? 0).sort();
  return Math.max(commonFrom, spreads[Math.min(rarestAlways, spreads.length) - 1] ?? 0);
}

/** Of `touched` without `self` the `most` with the greatest sums, greatest first, ties by number. */
function greatest(touched: readonly number[], sums: Float64Array, self: number, most: number): number[] {
  const best: { readonly paper: number; readonly sum: number }[] = [];
  const isBefore = (sum: number, paper: number, other: { paper: number; sum: number } | undefined): boolean =>
    other === undefined || sum > other.sum || (sum === other.sum && paper < other.paper);
  for (const paper of touched) {
    const sum = sums[paper] ?? 0;
    if (paper === self || (best.length === most && !isBefore(sum, paper, best[most - 1]))) continue;
    let place = best.length;
    while (place > 0 && isBefore(sum, paper, best[place - 1])) place -= 1;
    best.splice(place, 0, { paper, sum });
    if (best.length > most) best.pop();
  }
  return best.map(({ paper }) => paper);
}

function cosine(a: number, b: number, vectors: Vectors): number {
  let sum = 0;
  forEachShared(a, b, vectors, (_, product) => {
    sum += product;
  });
  return sum;
}

/** Calls `visit` for each term of both papers, in the order of terms: the same for (a, b) and (b, a). */
function forEachShared(a: number, b: number, { rows }: Vectors, visit: (term: number, product: number) => void): void {
  const [left, right] = [rows[a], rows[b]];
  if (left === undefined || right === undefined) return;
  let [i, j] = [0, 0];
  while (i < left.terms.length && j < right.terms.length) {
    const [term, other] = [left.terms[i] ?? 0, right.terms[j] ?? 0];
    if (term === other) visit(term, (left.weights[i] ?? 0) * (right.weights[j] ?? 0));
    if (term <= other) i += 1;
    if (other <= term) j += 1;
  }
}

/** The terms that contribute most to the likeness of two papers; a word that a listed pair holds is left out. */
function explain(a: number, b: number, vectors: Vectors): number[] {
  const products: { readonly term: number; readonly product: number }[] = [];
  forEachShared(a, b, vectors, (term, product) => products.push({ term, product }));
  const top = products.sort((x, y) => y.product - x.product || x.term - y.term).slice(0, 2 * sharedTerms);
  const words = new Set(
    top.flatMap(({ term }) => {
      const parts = (vectors.terms[term] ?? '').split(' ');
      return parts.length > 1 ? parts : [];
    }),
  );
  return top
    .filter(({ term }) => !words.has(vectors.terms[term] ?? ''))
    .slice(0, sharedTerms)
    .map(({ term }) => term);
}

/** How each of `terms` is most often written in titles and abstracts; of ties the one with fewer capitals. */
function commonSurfaces(papers: readonly ComparedPaper[], terms: ReadonlySet<string>): Map<string, string> {
  const written = new Map<string, Map<string, number>>();
  const parts = papers.flatMap(({ title, abstract, text }) => [
    { plain: abstract, tokens: text.abstract },
    { plain: title, tokens: text.title },
  ]);
  for (const { plain, tokens } of parts) {
    forEachTerm(tokens, (term, first, last) => {
      if (!terms.has(term)) return;
      const surface = plain.slice(first.start, last.start + last.surface.length).replace(/\s+/g, ' ');
      const counts = written.get(term) ?? new Map<string, number>();
      counts.set(surface, (counts.get(surface) ?? 0) + 1);
      written.set(term, counts);
    });
  }
  return new Map([...written].map(([term, counts]) => [term, mostFrequent(counts)]));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [best] = [...counts].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || capitalsIn(a) - capitalsIn(b) || compareText(a, b),
  );
  return best?.[0] ?? '';
}

function capitalsIn(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}
