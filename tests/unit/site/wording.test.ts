import { describe, expect, test } from 'vitest';
import {
  abbreviateAuthors,
  counted,
  describeBasis,
  excerptAtWord,
  formatCount,
  formatDate,
  formatMonth,
} from '../../../src/site/wording.ts';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%i is written %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  test('one thing is singular, none and many are plural', () => {
    expect([0, 1, 2].map((count) => counted(count, 'paper'))).toEqual(['0 papers', '1 paper', '2 papers']);
  });
});

describe('dates', () => {
  test.each([
    ['2026-06-01', '1 June 2026', 'Jun 2026'],
    ['2026-06', 'June 2026', 'Jun 2026'],
    ['2026', '2026', '2026'],
  ])('%s is as precise as it is known', (value, date, month) => {
    expect(formatDate({ value })).toBe(date);
    expect(formatMonth({ value })).toBe(month);
  });
});

describe('author lists', () => {
  test('three authors are named in full', () => {
    expect(abbreviateAuthors(['A', 'B', 'C'], true)).toBe('A, B, C');
  });

  test('a fourth author is abbreviated', () => {
    expect(abbreviateAuthors(['A', 'B', 'C', 'D'], true)).toBe('A, B, C et al.');
  });

  test('a list that the source itself cut short says so', () => {
    expect(abbreviateAuthors(['A'], false)).toBe('A et al.');
  });
});

describe('excerpts', () => {
  test('a text that fits is left as it is', () => {
    expect(excerptAtWord('short text', 10)).toBe('short text');
  });

  test('a long text ends at a word, without dangling punctuation', () => {
    expect(excerptAtWord('one two, three four', 12)).toBe('one two…');
  });

  test('a long word after a short one is cut, so that texts which begin alike stay apart', () => {
    expect(excerptAtWord('of abcdefghijklmnop', 12)).toBe('of abcdefghi…');
  });

  test('a single long word is cut', () => {
    expect(excerptAtWord('abcdefghij', 4)).toBe('abcd…');
  });
});

test('the confidence of a curator is not stated', () => {
  expect(describeBasis('curated', 1)).toBe('chosen by a curator');
  expect(describeBasis('rules', 0.825)).toMatch(/^chosen automatically, confidence 0\.8/);
});
