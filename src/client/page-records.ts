/** What filters and order need to know of every page in the index: one small file, loaded on first need. */
import { filterNames, type FilterName, type SearchState, type SortOrder } from './query-state.ts';

export interface PageRecord {
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>;
  /** Days are counted from the oldest page, those alone that a page has; null without a date. */
  readonly day: number | null;
}

/** The file: the pages from the oldest to the newest, then those without a date. */
export interface RecordColumns {
  /** The beginnings of their ids behind the language, one after the other; long enough to tell them apart. */
  readonly ids: string;
  readonly idLength: number;
  /** A sign for each page: `0` for the day of the one before, `1` for a later day, `-` for none. */
  readonly days: string;
  /** For each filter its values and, for every page, the place of its value among them, or several. */
  readonly filters: Readonly<
    Record<FilterName, { readonly values: readonly string[]; readonly rows: readonly (number | readonly number[])[] }>
  >;
}

/** By the index's own id of the page. */
export interface PageRecords {
  get(id: string): PageRecord | undefined;
}

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
  const dayOf = ({ id }: T): number | null => records.get(id)?.day ?? null;
  const direction = order === 'newest' ? -1 : 1;
  return pages.toSorted((a, b) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y);
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

/** What of an id tells the page; behind the language. */
export function idStart(id: string, length: number): string {
  const start = id.indexOf('_') + 1;
  return id.slice(start, start + length);
}

/** The records by page. */
export function recordsOf({ ids, idLength, days, filters }: RecordColumns): PageRecords {
  const valuesAt = (name: FilterName, place: number): string[] => {
    const { values, rows } = filters[name];
    return [rows[place] ?? []].flat().flatMap((value) => values[value] ?? []);
  };
  let day = 0;
  const records = new Map(
    Array.from(days, (sign, place) => {
      day += Number(sign === '1');
      const record: PageRecord = {
        filters: Object.fromEntries(filterNames.map((name) => [name, valuesAt(name, place)])),
        day: sign === '-' ? null : day,
      };
      return [ids.slice(place * idLength, (place + 1) * idLength), record];
    }),
  );
  return { get: (id) => records.get(idStart(id, idLength)) };
}

function isColumns(value: unknown): value is RecordColumns {
  if (typeof value !== 'object' || value === null) return false;
  if (!('ids' in value) || !('idLength' in value) || !('days' in value) || !('filters' in value)) return false;
  const { ids, idLength, days, filters } = value;
  if (typeof ids !== 'string' || typeof idLength !== 'number' || typeof days !== 'string') return false;
  if (typeof filters !== 'object' || filters === null) return false;
  return filterNames.every((name) => isColumn(Reflect.get(filters, name)));
}

function isColumn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('rows' in value)) return false;
  return Array.isArray(value.values) && Array.isArray(value.rows);
}
