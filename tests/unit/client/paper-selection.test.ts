import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countValue,
  everyPaper,
  formatSelection,
  inOrder,
  isNarrowed,
  isSelected,
  type ListedPaper,
  paperOrders,
  type PaperSelection,
  parseSelection,
} from '../../../src/client/paper-selection.ts';

const selections = fc.record({
  sort: fc.constantFrom(...paperOrders),
  year: fc.string(),
  platform: fc.string(),
  contribution: fc.string(),
  code: fc.string(),
});

interface NamedPaper extends ListedPaper {
  readonly id: string;
}

function listed(id: string, newest: number, values: Partial<ListedPaper['values']> = {}, ranks = {}): NamedPaper {
  return {
    id,
    values: { year: [], platform: [], contribution: [], code: [], ...values },
    ranks: { '': newest, title: 0, speedup: 0, related: 0, ...ranks },
  };
}

const papers = [
  listed('new', 0, { year: ['2025'], platform: ['stove', 'fire'], code: ['yes'] }, { title: 2, speedup: 1 }),
  listed('middle', 1, { year: ['2024'], platform: ['stove'] }, { title: 1, speedup: 0 }),
  listed('old', 2, { year: ['2024'], contribution: ['survey'], code: ['yes'] }, { title: 0, speedup: 1 }),
];

const idsOf = (list: readonly NamedPaper[]): string[] => list.map(({ id }) => id);
const selected = (asked: Partial<PaperSelection>): string[] =>
  idsOf(papers.filter((paper) => isSelected(paper, { ...everyPaper, ...asked })));

test('what is written into the address is read back', () => {
  fc.assert(
    fc.property(selections, (given) => {
      expect(parseSelection(formatSelection(given))).toEqual(given);
    }),
  );
});

test('the page as it is has no query, and no query is the page as it is', () => {
  expect(formatSelection(everyPaper)).toBe('');
  expect(parseSelection('')).toEqual(everyPaper);
});

test('an unknown order is that of the page, and other parameters are ignored', () => {
  expect(parseSelection('?sort=best&colour=red&year=2024')).toEqual({ ...everyPaper, year: '2024' });
});

test('a paper is selected when it fits every filter that is set', () => {
  expect(selected({})).toEqual(['new', 'middle', 'old']);
  expect(selected({ platform: 'stove' })).toEqual(['new', 'middle']);
  expect(selected({ year: '2024', code: 'yes' })).toEqual(['old']);
  expect(selected({ year: '2025', contribution: 'survey' })).toEqual([]);
});

test('an order narrows nothing', () => {
  expect(isNarrowed({ ...everyPaper, sort: 'title' })).toBe(false);
  expect(isNarrowed({ ...everyPaper, year: '2024' })).toBe(true);
});

test('papers stand by their rank, those of equal rank as on the page', () => {
  expect(idsOf(inOrder(papers, 'title'))).toEqual(['old', 'middle', 'new']);
  expect(idsOf(inOrder(papers, 'speedup'))).toEqual(['middle', 'new', 'old']);
  expect(idsOf(inOrder(inOrder(papers, 'title'), ''))).toEqual(['new', 'middle', 'old']);
});

test('a value counts the papers that it would leave beside the other filters, whatever its own filter says', () => {
  const asked = { ...everyPaper, year: '2025', code: 'yes' };
  expect(countValue(papers, asked, 'year', '2024')).toBe(1);
  expect(countValue(papers, asked, 'year', '')).toBe(2);
  expect(countValue(papers, asked, 'contribution', 'survey')).toBe(0);
});
