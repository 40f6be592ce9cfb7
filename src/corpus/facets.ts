/** Platform, modality and kind of contribution, by what title and abstract say. */
import type { FacetName, FacetValue, Taxonomy, Term } from './taxonomy.ts';
import { facetNames } from './taxonomy.ts';
import { TermIndex, type Token } from './terms.ts';

interface FacetRule {
  /** The least score of a value. */
  readonly least: number;
  /** The least share of the best value's score. */
  readonly share: number;
  readonly most: number;
}

/**
 * A platform counts wherever it is named. A modality needs one telling term or several hints, and must
 * not be a side remark beside another one. A paper has one kind of contribution, or two of near-equal weight.
 */
const rules: Record<FacetName, FacetRule> = {
  platform: { least: 1, share: 0, most: Infinity },
  modality: { least: 3, share: 0.3, most: Infinity },
  contribution: { least: 2, share: 0.6, most: 2 },
};

// A title is short, and says what the paper is about.
const titleFactor = 3;
const mostMentions = 3;

/** The ids of a paper's facet values, best first. */
export type FacetIds = Readonly<Record<FacetName, readonly string[]>>;

interface FacetTerm {
  readonly value: FacetValue;
  readonly term: Term;
}

/** Finds the facets of papers; made once per taxonomy. */
export class FacetFinder {
  readonly #taxonomy: Taxonomy;
  readonly #index: TermIndex<FacetTerm>;

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    this.#index = new TermIndex(
      facetNames.flatMap((facet) =>
        taxonomy.facets[facet].flatMap((value) =>
          value.terms.map((term) => ({ term: term.term, value: { value, term }, group: `${facet}/${value.id}` })),
        ),
      ),
    );
  }

  /** Only values whose terms occur, or else the facet's fallback value when it has one. */
  find(title: readonly Token[], abstract: readonly Token[]): FacetIds {
    const scores = new Map<FacetValue, number>();
    const add = (counts: ReadonlyMap<FacetTerm, number>, factor: number) => {
      for (const [{ value, term }, count] of counts) {
        const mentions = Math.min(count, mostMentions);
        scores.set(value, (scores.get(value) ?? 0) + term.weight * mentions * factor);
      }
    };
    add(this.#index.count(title), titleFactor);
    add(this.#index.count(abstract), 1);
    return {
      platform: this.#choose('platform', scores),
      modality: this.#choose('modality', scores),
      contribution: this.#choose('contribution', scores),
    };
  }

  #choose(facet: FacetName, scores: ReadonlyMap<FacetValue, number>): string[] {
    const values = this.#taxonomy.facets[facet];
    const { least, share, most } = rules[facet];
    const scored = values
      .map((value, order) => ({ value, order, score: scores.get(value) ?? 0 }))
      .toSorted((a, b) => b.score - a.score || a.order - b.order);
    const best = scored[0]?.score ?? 0;
    const chosen = scored.filter(({ score }) => score >= least && score >= share * best).slice(0, most);
    if (chosen.length > 0) return chosen.map(({ value }) => value.id);
    return values.filter(({ fallback }) => fallback).map(({ id }) => id);
  }
}
