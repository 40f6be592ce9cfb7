/** Which papers of a list a reader wants and in what order, and its form in the address bar. */

/** The filters of a list, in the order they are shown; also the names of the URL parameters. */
export const paperFilters = ['year', 'platform', 'contribution', 'code'] as const;
export type PaperFilterName = (typeof paperFilters)[number];

/** The empty string is the order of the page: newest first. */
export const paperOrders = ['', 'title', 'speedup', 'related'] as const;
export type PaperOrder = (typeof paperOrders)[number];

/** The empty string means that a filter is not set. */
export interface PaperSelection extends Readonly<Record<PaperFilterName, string>> {
  readonly sort: PaperOrder;
}

/** Every paper, newest first. */
export const everyPaper: PaperSelection = { sort: '', year: '', platform: '', contribution: '', code: '' };

/** What the page says of one paper. */
export interface ListedPaper {
  readonly values: Readonly<Record<PaperFilterName, readonly string[]>>;
  /** Its place in each order; the smallest comes first. */
  readonly ranks: Readonly<Record<PaperOrder, number>>;
}

/** Reads the query part of a URL; an unknown order is that of the page, other parameters are ignored. */
export function parseSelection(query: string): PaperSelection {
  const parameters = new URLSearchParams(query);
  const valueOf = (name: string): string => parameters.get(name) ?? '';
  return {
    sort: paperOrders.find((order) => order === valueOf('sort')) ?? '',
    year: valueOf('year'),
    platform: valueOf('platform'),
    contribution: valueOf('contribution'),
    code: valueOf('code'),
  };
}

/** The query part of the URL, with `?`; empty for the page as it is. Inverse of `parseSelection`. */
export function formatSelection(selection: PaperSelection): string {
  const parameters = new URLSearchParams();
  for (const name of ['sort', ...paperFilters] as const) {
    if (selection[name] !== '') parameters.set(name, selection[name]);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether any filter is set; the order leaves nothing out. */
export function isNarrowed(selection: PaperSelection): boolean {
  return paperFilters.some((name) => selection[name] !== '');
}

/** Whether a paper fits every filter that is set. */
export function isSelected(paper: ListedPaper, selection: PaperSelection): boolean {
  return paperFilters.every((name) => selection[name] === '' || paper.values[name].includes(selection[name]));
}

/** The papers in the order asked for; ties stay as they were given. */
export function inOrder<T extends ListedPaper>(papers: readonly T[], order: PaperOrder): T[] {
  return papers.toSorted((a, b) => a.ranks[order] - b.ranks[order]);
}

/** How many papers a value of a filter would leave, the other filters kept. */
export function countValue(
  papers: readonly ListedPaper[],
  selection: PaperSelection,
  name: PaperFilterName,
  value: string,
): number {
  const asked = { ...selection, [name]: value };
  return papers.filter((paper) => isSelected(paper, asked)).length;
}
