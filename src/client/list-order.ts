/** In what order and under which headings a reading list is shown. */
import { compareText } from '../corpus/ordering.ts';
import { sortKeyOfTitle } from '../corpus/titles.ts';
import type { Citation } from '../exports/citation.ts';

/** The empty string is one list without headings. */
export const listGroupings = ['', 'topic', 'area'] as const;
export type ListGrouping = (typeof listGroupings)[number];

/** The empty string is the order in which papers were added, the last first. */
export const listOrders = ['', 'year', 'title'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What the page says of a topic. */
export interface ListTopic {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly area: { readonly id: string; readonly label: string; readonly href: string };
  /** Picks the colour of the area. */
  readonly areaIndex: number;
}

export interface ListGroup {
  /** Null for a list without headings. */
  readonly heading: { readonly label: string; readonly href: string | null } | null;
  readonly papers: readonly Citation[];
}

/** `citations`: in the order they were added; `topics`: in the order of the taxonomy. */
export function arrange(
  citations: readonly Citation[],
  grouping: ListGrouping,
  order: ListOrder,
  topics: readonly ListTopic[],
): ListGroup[] {
  const papers = inOrder(citations, order);
  if (grouping === '') return papers.length === 0 ? [] : [{ heading: null, papers }];
  const headings = grouping === 'topic' ? topics : areasOf(topics);
  const known = new Set(headings.map(({ id }) => id));
  const others = papers.filter((paper) => !known.has(paper[grouping] ?? ''));
  return [
    ...headings.map((heading) => ({ heading, papers: papers.filter((paper) => paper[grouping] === heading.id) })),
    { heading: { label: 'Unsorted', href: null }, papers: others },
  ].filter((group) => group.papers.length > 0);
}

function areasOf(topics: readonly ListTopic[]): ListTopic['area'][] {
  return [...new Map(topics.map(({ area }) => [area.id, area])).values()];
}

function inOrder(citations: readonly Citation[], order: ListOrder): Citation[] {
  const lastFirst = citations.toReversed();
  switch (order) {
    case '':
      return lastFirst;
    case 'year':
      return lastFirst.toSorted((a, b) => compareText(dateOf(b), dateOf(a)) || compareText(a.id, b.id));
    case 'title':
      return lastFirst.toSorted(
        (a, b) => compareText(sortKeyOfTitle(a.title), sortKeyOfTitle(b.title)) || compareText(a.id, b.id),
      );
  }
}

/** Papers of which no date is known come last. */
function dateOf({ published, year }: Citation): string {
  return published ?? (year === null ? '' : String(year));
}
