/** The papers of a topic as a list that a script can sort and narrow: every entry carries what it is asked for. */
import type { PaperFilterName, PaperOrder } from '../client/paper-selection.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Claim, Paper } from '../corpus/paper.ts';
import { largestSpeedup, speedupOf } from '../corpus/speedups.ts';
import { sortKeyOfTitle } from '../corpus/titles.ts';
import { countFacets } from './facets.ts';
import { type PaperEntry, paperEntry } from './paper-entry.ts';
import { isBestCase } from './result-direction.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { counted } from './wording.ts';

/** What the script reads of one paper. */
export interface ListedFacts {
  readonly values: Readonly<Record<PaperFilterName, string>>;
  /** Its place among all papers of the page by each order but that of the page. */
  readonly ranks: Readonly<Record<Exclude<PaperOrder, ''>, number>>;
}

export interface ListedEntry {
  readonly entry: PaperEntry;
  readonly facts: ListedFacts;
  /** What an order goes by, in words; null where the paper has nothing to show for it. */
  readonly measures: { readonly speedup: string | null; readonly related: string };
}

export interface PaperFilter {
  readonly name: PaperFilterName;
  readonly label: string;
  /** The choice that leaves nothing out. */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

export interface TopicPapersView {
  /** Papers whose first topic this is, newest first. */
  readonly own: readonly ListedEntry[];
  /** Papers that belong here too, newest first. */
  readonly also: readonly ListedEntry[];
  readonly orders: readonly { readonly value: PaperOrder; readonly label: string }[];
  /** Only values that occur; filters that would leave every paper or none are left out. */
  readonly filters: readonly PaperFilter[];
  /** Papers with code; null where all or none have it. */
  readonly withCode: number | null;
  readonly total: number;
  /** "12 of 12 papers", as the script says it when it narrows them. */
  readonly status: string;
}

/** The papers of a topic. */
export function topicPapers({ papers, alsoPapers }: TopicEntry, survey: Survey): TopicPapersView {
  const all = [...papers, ...alsoPapers];
  const ranks = ranksOf(all, survey);
  const listed = (paper: Paper, showTopic: boolean): ListedEntry => ({
    entry: paperEntry(paper, survey, showTopic),
    facts: {
      values: {
        year: paper.year === null ? '' : String(paper.year),
        platform: paper.platforms.join(' '),
        contribution: paper.contributions.join(' '),
        code: paper.code.length > 0 ? 'yes' : '',
      },
      ranks: {
        title: ranks.title.get(paper) ?? 0,
        speedup: ranks.speedup.get(paper) ?? 0,
        related: ranks.related.get(paper) ?? 0,
      },
    },
    measures: measuresOf(paper, survey),
  });
  const withCode = all.filter(({ code }) => code.length > 0).length;
  return {
    own: papers.map((paper) => listed(paper, false)),
    also: alsoPapers.map((paper) => listed(paper, true)),
    orders: ordersOf(all),
    filters: filtersOf(all, survey),
    withCode: withCode === 0 || withCode === all.length ? null : withCode,
    total: all.length,
    status: counted(all.length, 'paper'),
  };
}

function measuresOf({ id, claims }: Paper, { relatedCounts }: Survey): ListedEntry['measures'] {
  return { speedup: speedupMeasure(claims), related: counted(relatedCounts.get(id) ?? 0, 'related paper') };
}

function speedupMeasure(claims: readonly Claim[]): string | null {
  const largest = largestSpeedup(claims);
  if (largest === null) return null;
  const stating = claims.filter((claim) => speedupOf(claim)?.high === largest);
  return `Largest reported speed-up: ${stating.every(isBestCase) ? 'up to ' : ''}${largest}×`;
}

function ranksOf(papers: readonly Paper[], { relatedCounts }: Survey) {
  const titles = new Map(papers.map((paper) => [paper, sortKeyOfTitle(paper.title.plain)]));
  const byTitle = (a: Paper, b: Paper): number =>
    compareText(titles.get(a) ?? '', titles.get(b) ?? '') || compareText(a.id, b.id);
  // Of equal size, the newer one first: that is the order given, which sorting keeps.
  const bySize = (size: (paper: Paper) => number) => (a: Paper, b: Paper) => size(b) - size(a);
  const rank = (order: (a: Paper, b: Paper) => number): ReadonlyMap<Paper, number> =>
    new Map(papers.toSorted(order).map((paper, index) => [paper, index]));
  return {
    title: rank(byTitle),
    speedup: rank(bySize(({ claims }) => largestSpeedup(claims) ?? 0)),
    related: rank(bySize(({ id }) => relatedCounts.get(id) ?? 0)),
  };
}

function ordersOf(papers: readonly Paper[]): TopicPapersView['orders'] {
  const hasSpeedup = papers.some(({ claims }) => largestSpeedup(claims) !== null);
  return [
    { value: '', label: 'newest first' },
    { value: 'title', label: 'by title' },
    ...(hasSpeedup ? [{ value: 'speedup' as const, label: 'largest speed-up first' }] : []),
    { value: 'related', label: 'most related first' },
  ];
}

const filterKinds = [
  { name: 'year', label: 'Year', any: 'any year' },
  { name: 'platform', label: 'Platform', any: 'any platform' },
  { name: 'contribution', label: 'Contribution', any: 'any kind' },
] as const;

function filtersOf(papers: readonly Paper[], { facets }: Survey): PaperFilter[] {
  return filterKinds.flatMap(({ name, label, any }) => {
    const options = countFacets(papers, name, facets).map(({ entry, count }) => ({
      value: entry.id,
      label: entry.label,
      count,
    }));
    const narrows = options.some(({ count }) => count < papers.length);
    return narrows ? [{ name, label, any, options }] : [];
  });
}
