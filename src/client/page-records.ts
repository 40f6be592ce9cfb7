/** What filters and order need to know of every page in the index: one small file, loaded on first need. */
import { filterNames, type FilterName, type SearchState, type SortOrder } from './query-state.ts';

/** What is told of a page; `published` orders. */
export const filterColumns = ['year', 'area', 'topic', 'platform', 'published'] as const;
type ColumnName = (typeof filterColumns)[number];

export interface PageRecord {
  readonly filters: Readonly<Partial<Record<ColumnName, readonly string[]>>>;
}

/** The file: for each filter its values and, for every id, the places of its values among them. */
export interface RecordColumns {
  readonly ids: readonly string[];
  readonly filters: Readonly<
    Record<string, { readonly values: readonly string[]; readonly rows: readonly (readonly number[])[] }>
  >;
}

/** By the index's own id of the page. */
export type PageRecords = ReadonlyMap<string, PageRecord>;

/** For each filter, the number of results per value, the other filters kept. */
export type ResultCounts = Readonly<Record<FilterName, ReadonlyMap<string, number>>>;

interface Identified {
  readonly id: string;
}

/** The pages that all set filters keep, in the order asked for. */
export function selectPages<T extends Identified>(pages: readonly T[], state: SearchState, records: PageRecords): T[] {
  const kept = pages.filter(({ id }) => passes(records.get(id), state, null));
  return sorted(kept, state.sort, records);
}

/** How many pages each value would leave, given the other filters. */
export function countPages(pages: readonly Identified[], state: SearchState, records: PageRecords): ResultCounts {
  const countsOf = (name: FilterName): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { id } of pages) {
      const record = records.get(id);
      if (!passes(record, state, name)) continue;
      for (const value of record?.filters[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    year: countsOf('year'),
    area: countsOf('area'),
    topic: countsOf('topic'),
    platform: countsOf('platform'),
  };
}

function passes(record: PageRecord | undefined, state: SearchState, except: FilterName | null): boolean {
  return filterNames.every(
    (name) => name === except || state[name] === '' || record?.filters[name]?.includes(state[name]) === true,
  );
}

/** Pages without a date come last either way; pages of one day keep their order. */
function sorted<T extends Identified>(pages: readonly T[], order: SortOrder, records: PageRecords): T[] {
  if (order === '') return [...pages];
  const dateOf = ({ id }: T): string => records.get(id)?.filters['published']?.[0] ?? '';
  const direction = order === 'newest' ? -1 : 1;
  return pages.toSorted((a, b) => {
    const [x, y] = [dateOf(a), dateOf(b)];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return x === y ? 0 : x < y ? -direction : direction;
  });
}

/** Reads the file; rejects when it cannot be loaded or is none. */
export async function loadRecords(url: string): Promise<PageRecords> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body: unknown = await response.json();
  if (!isColumns(body)) throw new Error(`${url} holds no pages`);
  return recordsOf(body);
}

/** The records by page. */
export function recordsOf({ ids, filters }: RecordColumns): PageRecords {
  const valuesAt = (name: ColumnName, row: number): string[] => {
    const column = filters[name];
    return (column?.rows[row] ?? []).flatMap((place) => column?.values[place] ?? []);
  };
  return new Map(
    ids.map((id, row) => [
      id,
      { filters: Object.fromEntries(filterColumns.map((name) => [name, valuesAt(name, row)])) },
    ]),
  );
}

function isColumns(value: unknown): value is RecordColumns {
  if (typeof value !== 'object' || value === null || !('ids' in value) || !('filters' in value)) return false;
  const { ids, filters } = value;
  return (
    Array.isArray(ids) && typeof filters === 'object' && filters !== null && Object.values(filters).every(isColumn)
  );
}

function isColumn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('rows' in value)) return false;
  return Array.isArray(value.values) && Array.isArray(value.rows);
}
