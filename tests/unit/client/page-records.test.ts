import { describe, expect, test } from 'vitest';
import { countPages, type PageRecords, recordsOf, selectPages } from '../../../src/client/page-records.ts';
import { emptyState } from '../../../src/client/query-state.ts';

const records: PageRecords = new Map([
  ['a', { filters: { published: ['2024-05-01'], year: ['2024'], topic: ['kv', 'moe'] } }],
  ['b', { filters: { published: ['2025'], year: ['2025'], topic: ['kv'] } }],
  ['c', { filters: { published: ['2020-01'], year: ['2020'], platform: ['gpu'] } }],
  ['t', { filters: { topic: ['kv'] } }],
]);
const pages = ['t', 'a', 'b', 'c'].map((id) => ({ id }));
const ids = (found: readonly { id: string }[]): string => found.map(({ id }) => id).join('');

describe('pages found', () => {
  test('are narrowed by every filter that is set', () => {
    expect(ids(selectPages(pages, { ...emptyState, topic: 'kv' }, records))).toBe('tab');
    expect(ids(selectPages(pages, { ...emptyState, topic: 'kv', year: '2024' }, records))).toBe('a');
    expect(ids(selectPages(pages, { ...emptyState, platform: 'npu' }, records))).toBe('');
    expect(ids(selectPages(pages, emptyState, records))).toBe('tabc');
  });

  test('are ordered by date either way, those without one last', () => {
    expect(ids(selectPages(pages, { ...emptyState, sort: 'newest' }, records))).toBe('bact');
    expect(ids(selectPages(pages, { ...emptyState, sort: 'oldest' }, records))).toBe('cabt');
  });

  test('of one day keep the order of the search', () => {
    const same: PageRecords = new Map(['x', 'y', 'z'].map((id) => [id, { filters: { published: ['2024'] } }]));
    for (const sort of ['newest', 'oldest'] as const) {
      expect(ids(selectPages([{ id: 'y' }, { id: 'z' }, { id: 'x' }], { ...emptyState, sort }, same))).toBe('yzx');
    }
  });

  test('are counted per value, a filter that is set not narrowing its own values', () => {
    const counts = countPages(pages, { ...emptyState, year: '2024', topic: 'kv' }, records);
    expect(Object.fromEntries(counts.year)).toEqual({ '2024': 1, '2025': 1 });
    expect(Object.fromEntries(counts.topic)).toEqual({ kv: 1, moe: 1 });
    expect(counts.platform.size).toBe(0);
  });

  test('are read from columns', () => {
    const columns = {
      ids: ['a', 'b'],
      filters: {
        year: { values: ['2024', '2025'], rows: [[1], []] },
        topic: { values: ['kv', 'moe'], rows: [[0, 1], [0]] },
      },
    };
    const read = recordsOf(columns);
    expect(read.get('a')?.filters).toMatchObject({ year: ['2025'], topic: ['kv', 'moe'], platform: [] });
    expect(read.get('b')?.filters).toMatchObject({ year: [], topic: ['kv'] });
  });
});
