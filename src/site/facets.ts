/** Papers gathered by platform, modality, contribution, year and author: which values there are, and how they meet. */
import { assignAuthorSlugs, authorKey, authorsOf } from '../corpus/authors.ts';
import type { Paper } from '../corpus/paper.ts';
import type { FacetName, Taxonomy } from '../corpus/taxonomy.ts';
import { compareText } from '../corpus/ordering.ts';
import type { FacetKind } from './urls.ts';

/** One value of a facet that has a page. */
export interface FacetEntry {
  readonly kind: FacetKind;
  /** The last part of its address. */
  readonly id: string;
  readonly label: string;
  /** Which papers have this value, in a sentence; null where the label says it. */
  readonly definition: string | null;
  /** At least one, in the order given. */
  readonly papers: readonly Paper[];
}

/** The values of each kind by id: those of the taxonomy in its order, years from the newest, authors by slug. */
export interface Facets extends Readonly<Record<FacetKind, ReadonlyMap<string, FacetEntry>>> {
  /** The pages of a paper's authors by `authorKey`. */
  readonly authorByKey: ReadonlyMap<string, FacetEntry>;
}

/** An author has a page from this many papers on; others are found by search. */
export const leastPapersOfAuthor = 2;

/** Gathers the papers, which should stand newest first. Values without a paper are left out. */
export function gatherFacets(taxonomy: Taxonomy, papers: readonly Paper[]): Facets {
  const authorByKey = gatherAuthors(papers);
  return {
    platform: gatherValues('platform', taxonomy, papers),
    modality: gatherValues('modality', taxonomy, papers),
    contribution: gatherValues('contribution', taxonomy, papers),
    year: gatherYears(papers),
    author: byId([...authorByKey.values()].sort((a, b) => compareText(a.id, b.id))),
    authorByKey,
  };
}

function gatherValues(kind: FacetName, taxonomy: Taxonomy, papers: readonly Paper[]): Facets[FacetKind] {
  const entries = taxonomy.facets[kind].map(({ id, title, definition = null }): FacetEntry => {
    const own = papers.filter((paper) => valuesOf(kind, paper).includes(id));
    return { kind, id, label: title, definition, papers: own };
  });
  return byId(entries.filter((entry) => entry.papers.length > 0));
}

function valuesOf(kind: FacetName, paper: Paper): readonly string[] {
  switch (kind) {
    case 'platform':
      return paper.platforms;
    case 'modality':
      return paper.modalities;
    case 'contribution':
      return paper.contributions;
  }
}

function gatherYears(papers: readonly Paper[]): Facets['year'] {
  const groups = Map.groupBy(papers, ({ year }) => year);
  const entries = [...groups].flatMap(([year, own]): FacetEntry[] =>
    year === null ? [] : [{ kind: 'year', id: String(year), label: String(year), definition: null, papers: own }],
  );
  return byId(entries.sort((a, b) => Number(b.id) - Number(a.id)));
}

function gatherAuthors(papers: readonly Paper[]): Map<string, FacetEntry> {
  const authors = authorsOf(papers).filter((author) => author.papers.length >= leastPapersOfAuthor);
  const slugs = assignAuthorSlugs(authors.map(({ key }) => key));
  return new Map(
    authors.map(({ key, name, papers: own }) => {
      const id = slugs.get(key) ?? key;
      return [key, { kind: 'author', id, label: name, definition: null, papers: own }];
    }),
  );
}

function byId(entries: readonly FacetEntry[]): Map<string, FacetEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** The values of one kind that a paper has and that have a page, each once. */
export function facetsOf(paper: Paper, kind: FacetKind, facets: Facets): FacetEntry[] {
  switch (kind) {
    case 'platform':
    case 'modality':
    case 'contribution':
      return known(valuesOf(kind, paper), facets[kind]);
    case 'year':
      return known(paper.year === null ? [] : [String(paper.year)], facets.year);
    case 'author':
      return known((paper.authors ?? []).map(authorKey), facets.authorByKey);
  }
}

function known(ids: readonly string[], entries: ReadonlyMap<string, FacetEntry>): FacetEntry[] {
  return [...new Set(ids)].flatMap((id) => entries.get(id) ?? []);
}

export interface FacetCount {
  readonly entry: FacetEntry;
  readonly count: number;
}

/** How many of the papers have each value of one kind: years from the newest, all else from the most frequent. */
export function countFacets(papers: readonly Paper[], kind: FacetKind, facets: Facets): FacetCount[] {
  const counts = new Map<FacetEntry, number>();
  for (const paper of papers) {
    for (const entry of facetsOf(paper, kind, facets)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const ordered =
    kind === 'author'
      ? [...counts.keys()].sort((a, b) => compareText(a.id, b.id))
      : [...facets[kind].values()].filter((entry) => counts.has(entry));
  const counted = ordered.map((entry) => ({ entry, count: counts.get(entry) ?? 0 }));
  return kind === 'year' ? counted : counted.sort((a, b) => b.count - a.count);
}
