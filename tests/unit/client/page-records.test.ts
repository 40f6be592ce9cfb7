import { describe, expect, test } from 'vitest';
import { countPages, type PageRecords, recordsOf, selectPages } from '../../../src/client/page-records.ts';
import { emptyState } from '../../../src/client/query-state.ts';

const records: PageRecords = new Map([
  ['a', { filters: { year: ['2024'], topic: ['kv', 'moe'] }, day: 2 }],
  ['b', { filters: { year: ['2025'], topic: ['kv'] }, day: 3 }],
  ['c', { filters: { year: ['2020'], platform: ['gpu'] }, day: 1 }],
  ['t', { filters: { topic: ['kv'] }, day: null }],
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
    const same: PageRecords = new Map(['x', 'y', 'z'].map((id) => [id, { filters: {}, day: 1 }]));
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

  test('are read from columns, by the beginning of their ids', () => {
    const none = { values: [], rows: [] };
    const read = recordsOf({
      ids: 'a1b2b3',
      idLength: 2,
      days: '10-',
      filters: {
        year: { values: ['2024', '2025'], rows: [1, []] },
        topic: { values: ['kv', 'moe'], rows: [[0, 1], 0] },
        area: none,
        platform: none,
      },
    });
    expect(read.get('en_a1ff')).toEqual({
      filters: { year: ['2025'], topic: ['kv', 'moe'], platform: [], area: [] },
      day: 1,
    });
    expect(read.get('en_b2ff')).toMatchObject({ filters: { year: [], topic: ['kv'] }, day: 1 });
    expect(read.get('en_b3ff')?.day).toBeNull();
    expect(read.get('en_c1ff')).toBeUndefined();
  });
});
