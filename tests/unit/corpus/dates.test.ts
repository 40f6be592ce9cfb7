import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferCaptureYear, monthsBetween, parseListingDate, toPublicationDate } from '../../../src/corpus/dates.ts';
import type { ListingDate } from '../../../src/corpus/paper.ts';
import { listingDate } from '../../support/arbitraries.ts';
import { renderDate } from '../../support/render-listing.ts';

const day = (year: number | null, month: number, date: number): ListingDate => ({ year, month, day: date });

describe('parseListingDate', () => {
  it.each([
    ['Apr 5', day(null, 4, 5)],
    ['May 27, 2025', day(2025, 5, 27)],
    ['  Dec 31,  1999 ', day(1999, 12, 31)],
    ['Feb\u00a028, 2023', day(2023, 2, 28)],
    ['Feb 29, 2024', day(2024, 2, 29)],
    ['Feb 29, 2000', day(2000, 2, 29)],
    ['Feb 29', day(null, 2, 29)],
  ])('reads %j', (text, date) => {
    expect(parseListingDate(text)).toEqual({ kind: 'date', date });
  });

  it.each(['Feb 30', 'Feb 29, 2023', 'Feb 29, 1900', 'Apr 31', 'Jan 0', 'Jan 32, 2020', 'May 2, 0000', 'May 2, 9999'])(
    'says that %j does not exist',
    (text) => {
      expect(parseListingDate(text)).toEqual({ kind: 'invalid' });
    },
  );

  it.each(['', 'May', 'Foo 3', 'may 3', 'May 3, 20', '3 May', 'May 27, 2025 2', 'A May 3'])(
    'finds no date in %j',
    (text) => {
      expect(parseListingDate(text)).toEqual({ kind: 'none' });
    },
  );

  it('reads back every date as listings print it', () => {
    fc.assert(
      fc.property(listingDate, (date) => {
        expect(parseListingDate(renderDate(date))).toEqual({ kind: 'date', date });
      }),
    );
  });
});

describe('inferCaptureYear', () => {
  it('is the year after the latest one printed, in any order', () => {
    const dates = [day(2024, 3, 1), day(null, 4, 5), day(2025, 12, 31), day(2021, 1, 1)];
    expect(inferCaptureYear(dates)).toBe(2026);
    expect(inferCaptureYear(dates.toReversed())).toBe(2026);
  });

  it('is unknown where no date has a year, and not needed where all have one', () => {
    expect(inferCaptureYear([])).toBeNull();
    expect(inferCaptureYear([day(null, 4, 5)])).toBeNull();
    expect(inferCaptureYear([day(2025, 4, 5)])).toBeNull();
  });
});

describe('toPublicationDate', () => {
  it('keeps a printed year and marks an inferred one', () => {
    expect(toPublicationDate(day(2025, 5, 7), 2026)).toEqual({
      value: '2025-05-07',
      precision: 'day',
      yearInferred: false,
    });
    expect(toPublicationDate(day(null, 5, 7), 2026)).toEqual({
      value: '2026-05-07',
      precision: 'day',
      yearInferred: true,
    });
  });

  it('gives no date without a year, or on a leap day that the year does not have', () => {
    expect(toPublicationDate(day(null, 5, 7), null)).toBeNull();
    expect(toPublicationDate(day(null, 2, 29), 2026)).toBeNull();
    expect(toPublicationDate(day(null, 2, 29), 2028)).toMatchObject({ value: '2028-02-29' });
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2024-01', '2024-01-31', 0],
    ['2023-12-31', '2024-01-01', 1],
    ['2024-03', '2023-12', 3],
    ['2020-01', '2025-01', 60],
  ])('counts the months between %s and %s in either order', (a, b, months) => {
    expect(monthsBetween(a, b)).toBe(months);
    expect(monthsBetween(b, a)).toBe(months);
  });

  it('says nothing of values without a month', () => {
    expect(monthsBetween('2024', '2024-01')).toBeNull();
  });
});
