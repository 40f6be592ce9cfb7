import { describe, expect, test } from 'vitest';
import { partAt, readingLine } from '../../../src/client/reading-position.ts';

describe('the line of reading', () => {
  const page = { window: 1000, page: 5000 };

  test('lies in the upper part of the window', () => {
    expect(readingLine({ ...page, top: 0 })).toBe(300);
    expect(readingLine({ ...page, top: 3000 })).toBe(300);
  });

  test('moves down over the last part of the page and ends at its foot', () => {
    expect(readingLine({ ...page, top: 3600 })).toBe(600);
    expect(readingLine({ ...page, top: 4000 })).toBe(1000);
  });

  test('does not leave the window when the page is pulled beyond its end, or shorter than the window', () => {
    expect(readingLine({ ...page, top: 4080 })).toBe(1000);
    expect(readingLine({ top: 0, window: 1000, page: 400 })).toBe(1000);
  });
});

test('the part being read is the last one that begins above the line', () => {
  const tops = [-900, -20, 280, 1400];
  expect(partAt(tops, 300)).toBe(2);
  expect(partAt(tops, 279)).toBe(1);
  expect(partAt(tops, -1000)).toBe(-1);
  expect(partAt([], 300)).toBe(-1);
});
