/** Dates as listings print them, the year they leave out, and distances between months. */
import type { ListingDate, PublicationDate } from './paper.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Source of a regular expression for the date a listing prints, "Jun 1" or "Jun 1, 2025", whether it exists or not. */
export const listingDatePattern = `(?:${months.join('|')}) {1,3}\\d{1,2}(?:, {1,3}\\d{4})?`;

const listingDate = new RegExp(`^(${months.join('|')}) +(\\d{1,2})(?:, +(\\d{4}))?$`);

/** Years outside this span are taken for misprints: arXiv opened in 1991, journals are older. */
const plausibleYears = { from: 1900, to: 2199 } as const;

/** What a text says as a date: one, a date that does not exist, or no date at all. */
export type ListingDateReading =
  { readonly kind: 'date'; readonly date: ListingDate } | { readonly kind: 'invalid' } | { readonly kind: 'none' };

/**
 * Reads "Mon D" or "Mon D, YYYY" (English three-letter months, as both kinds of listing print them).
 * "Feb 29" without a year is a date; "Feb 30" or a year out of reach is `invalid`.
 */
export function parseListingDate(text: string): ListingDateReading {
  const match = listingDate.exec(text.trim().replace(/\s/g, ' '));
  if (match === null) return { kind: 'none' };
  const month = months.findIndex((name) => name === match[1]) + 1;
  const day = Number(match[2]);
  const year = match[3] === undefined ? null : Number(match[3]);
  if (year !== null && (year < plausibleYears.from || year > plausibleYears.to)) return { kind: 'invalid' };
  if (day < 1 || day > daysIn(month, year)) return { kind: 'invalid' };
  return { kind: 'date', date: { year, month, day } };
}

/** Reads "YYYY", "YYYY-MM", "YYYY-MM-DD", with slashes or hyphens and whatever time follows, as bibliographies write dates. */
export function parseIsoDate(text: string): ListingDateReading {
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:$|[-/T\s])/.exec(text.trim());
  if (match === null) return { kind: 'none' };
  const [month, day] = [match[2], match[3]].map((part) => (part === undefined ? null : Number(part)));
  return listingDateOf(Number(match[1]), month ?? null, day ?? null);
}

/** A date of which the year is known; `invalid` when there is no such day, or the year is out of reach. */
export function listingDateOf(year: number, month: number | null, day: number | null): ListingDateReading {
  if (!Number.isInteger(year) || year < plausibleYears.from || year > plausibleYears.to) return { kind: 'invalid' };
  if (month === null) return { kind: 'date', date: { year, month: null, day: null } };
  if (!Number.isInteger(month) || month < 1 || month > 12) return { kind: 'invalid' };
  if (day !== null && !(Number.isInteger(day) && day >= 1 && day <= daysIn(month, year))) return { kind: 'invalid' };
  return { kind: 'date', date: { year, month, day } };
}

/** The month of a name or abbreviation in English, or of a number; null when it is none. */
export function monthOf(text: string): number | null {
  const name = text.trim().slice(0, 3).toLowerCase();
  const index = months.findIndex((month) => month.toLowerCase() === name);
  if (index >= 0) return index + 1;
  return /^(?:0?[1-9]|1[0-2])$/.test(text.trim()) ? Number(text) : null;
}

/**
 * The year in which a capture was made. Listings leave the year out exactly when it is the current one,
 * so dates without a year are later than every year printed: the year after the latest of them.
 * Null when all dates carry a year, or none does.
 */
export function inferCaptureYear(dates: readonly ListingDate[]): number | null {
  if (dates.every((date) => date.year !== null)) return null;
  const latest = dates.reduce<number | null>(
    (year, date) => (date.year !== null && (year === null || date.year > year) ? date.year : year),
    null,
  );
  return latest === null ? null : latest + 1;
}

/**
 * The full date, in the capture's year where the listing prints none.
 * Null when that year is unknown, or has no such day (29 February).
 */
export function toPublicationDate(date: ListingDate, captureYear: number | null): PublicationDate | null {
  const { month, day } = date;
  const year = date.year ?? captureYear;
  if (year === null) return null;
  const yearInferred = date.year === null;
  if (month === null) return { value: pad(year, 4), precision: 'year', yearInferred };
  if (day === null) return { value: `${pad(year, 4)}-${pad(month, 2)}`, precision: 'month', yearInferred };
  if (day > daysIn(month, year)) return null;
  return { value: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, precision: 'day', yearInferred };
}

/**
 * Calendar months between two values `YYYY-MM` or `YYYY-MM-DD`, in either order, days disregarded:
 * 0 within one month. Null when one of them names no month.
 */
export function monthsBetween(a: string, b: string): number | null {
  const [first, second] = [monthNumber(a), monthNumber(b)];
  return first === null || second === null ? null : Math.abs(first - second);
}

function monthNumber(value: string): number | null {
  const match = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(value);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]);
}

/** Days of a month counted from 1; of the longest such month when the year is unknown. */
function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
