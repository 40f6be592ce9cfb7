import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyList,
  formatList,
  isListed,
  isPaperId,
  isSound,
  merged,
  parseList,
  type ReadingList,
  withNote,
  withoutPapers,
  withPapers,
  withRead,
} from '../../../src/client/reading-list.ts';

const paperId = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,3}$/);
const paper = fc.record({ id: paperId, note: fc.string({ unit: 'binary' }).map((note) => note.toWellFormed()) });
const readingList: fc.Arbitrary<ReadingList> = fc.record({
  papers: fc.uniqueArray(paper, { selector: ({ id }) => id, maxLength: 8 }),
  read: fc.uniqueArray(paperId, { maxLength: 5 }),
});

const idsOf = ({ papers }: ReadingList): string[] => papers.map(({ id }) => id);
const noted: ReadingList = { papers: [{ id: 'kettle-study', note: 'see table 2' }], read: [] };

describe('a list', () => {
  test('takes papers at its end, each once', () => {
    expect(idsOf(withPapers(withPapers(emptyList, ['a', 'b']), ['c', 'a', 'c']))).toEqual(['a', 'b', 'c']);
  });

  test('keeps the note of a paper that is added again', () => {
    expect(withPapers(noted, ['kettle-study'])).toEqual(noted);
  });

  test('loses only what is taken away', () => {
    const list = withPapers(emptyList, ['a', 'b', 'c']);
    expect(idsOf(withoutPapers(list, ['b', 'unknown']))).toEqual(['a', 'c']);
    expect(isListed(list, 'b')).toBe(true);
    expect(isListed(withoutPapers(list, ['b']), 'b')).toBe(false);
  });

  test('keeps the mark of a paper that was read when it leaves the list', () => {
    const list = withRead(withPapers(emptyList, ['a']), 'a', true);
    expect(withoutPapers(list, ['a']).read).toEqual(['a']);
    expect(withRead(list, 'a', true).read).toEqual(['a']);
    expect(withRead(list, 'a', false).read).toEqual([]);
  });

  test('holds a note for a paper on it only', () => {
    expect(withNote(noted, 'kettle-study', 'new').papers).toEqual([{ id: 'kettle-study', note: 'new' }]);
    expect(withNote(noted, 'other', 'new')).toEqual(noted);
  });

  test('joined with another loses no paper, no note, no mark', () => {
    fc.assert(
      fc.property(readingList, readingList, (first, second) => {
        const both = merged(first, second);
        expect(idsOf(both).slice(0, first.papers.length)).toEqual(idsOf(first));
        expect(new Set(idsOf(both))).toEqual(new Set([...idsOf(first), ...idsOf(second)]));
        for (const { id, note } of first.papers.filter((one) => one.note !== ''))
          expect(both.papers).toContainEqual({ id, note });
        expect(new Set(both.read)).toEqual(new Set([...first.read, ...second.read]));
      }),
    );
  });

  test('taken apart again after a removal is as before', () => {
    fc.assert(
      fc.property(readingList, paperId, (list, id) => {
        expect(merged(list, withoutPapers(list, [id]))).toEqual(list);
      }),
    );
  });
});

describe('the text kept', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(readingList, (list) => {
        expect(parseList(formatList(list))).toEqual(list);
        expect(isSound(formatList(list))).toBe(true);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'kettle'],
    ['null', 'null'],
    ['a number', '7'],
    ['papers that are no list', '{"version":1,"papers":"kettle-study","read":[]}'],
  ])('is an empty list and unsound where it is %s', (_, text) => {
    expect(parseList(text)).toEqual(emptyList);
    expect(isSound(text)).toBe(false);
  });

  test('is unsound when a later version wrote it, and its papers are still found', () => {
    const later = '{"version":2,"papers":[{"id":"kettle-study","note":"n","stars":3}],"read":["a"],"tags":{}}';
    expect(parseList(later)).toEqual({ papers: [{ id: 'kettle-study', note: 'n' }], read: ['a'] });
    expect(isSound(later)).toBe(false);
  });

  test('never throws, whatever it is, and holds nothing but ids of papers, each once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const list = parseList(text);
        expect(idsOf(list).every(isPaperId)).toBe(true);
        expect(new Set(idsOf(list)).size).toBe(list.papers.length);
        expect(isSound(formatList(list))).toBe(true);
      }),
    );
  });

  test('among any garbage, every sound entry is found', () => {
    const garbage = fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), note: fc.jsonValue() }));
    fc.assert(
      fc.property(readingList, fc.array(garbage), fc.jsonValue(), ({ papers }, others, read) => {
        const entries = [...others.slice(0, 2), ...papers, ...others.slice(2)];
        const found = idsOf(parseList(JSON.stringify({ papers: entries, read, more: others })));
        for (const { id } of papers) expect(found).toContain(id);
      }),
    );
  });

  test('cut off anywhere, keeps every entry that is whole', () => {
    fc.assert(
      fc.property(readingList, fc.nat(), ({ papers }, position) => {
        const text = formatList({ papers, read: [] });
        const start = text.slice(0, position % text.length);
        const whole = papers.filter((one) => start.includes(JSON.stringify(one)));
        expect(parseList(start).papers).toEqual(whole);
      }),
    );
  });
});

test.each(['kettle', 'kettle-study-2', '3d'])('"%s" is an id', (text) => {
  expect(isPaperId(text)).toBe(true);
});

test.each(['', '-', 'a--b', 'A', 'a/b', '../a', 'a\n', 3, null])('%j is no id', (value) => {
  expect(isPaperId(value)).toBe(false);
});
