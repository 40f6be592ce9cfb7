/** The lines that Daily Papers prints under an abstract. */
import { listingDatePattern, parseListingDate, type ListingDateReading } from '../dates.ts';
import type { CaptureLine } from './format.ts';

/** What one such line says. */
export type MetaFact =
  | { readonly kind: 'authors'; readonly count: number }
  | { readonly kind: 'organization'; readonly name: string }
  | { readonly kind: 'dot' }
  | { readonly kind: 'date'; readonly reading: ListingDateReading; readonly comments: number | null };

const authorsLine = /^•? {0,3}(\d{1,6}) authors?$/;
const dateLine = new RegExp(`^(${listingDatePattern})(?: +(\\d{1,6}))?$`);

/** Organisation lines are short: a handle and a name. */
const longestOrganization = 120;

/** Reads a line that is recognisable by itself: count of authors, dot or date. Null for any other line. */
export function readMetaLine(text: string): MetaFact | null {
  if (text.length > longestOrganization) return null;
  const flat = text.replace(/\s+/g, ' ');
  if (flat === '·' || flat === '•') return { kind: 'dot' };
  const authors = authorsLine.exec(flat);
  if (authors !== null) return { kind: 'authors', count: Number(authors[1]) };
  const date = dateLine.exec(flat);
  if (date === null) return null;
  const comments = date[2] === undefined ? null : Number(date[2]);
  return { kind: 'date', reading: parseListingDate(date[1] ?? ''), comments };
}

/**
 * Reads an organisation line, `handle Name` ("acmelab Acme Lab"). Any words may have that shape, so it counts only
 * directly above the dot or the date, or when handle and name are the same but for case, spaces and punctuation.
 */
export function readOrganizationLine(line: CaptureLine, next: CaptureLine | undefined): MetaFact | null {
  if (line.text.length > longestOrganization || /[.!?]$/.test(line.text)) return null;
  const match = /^([\w.-]+)(?:\s+(.+))?$/.exec(line.text);
  if (match === null) return null;
  const [, handle = '', name = handle] = match;
  const follows = next?.number === line.number + 1 ? readMetaLine(next.text) : null;
  const above = follows?.kind === 'dot' || follows?.kind === 'date';
  const echoes = match[2] !== undefined && lettersOf(handle) !== '' && lettersOf(handle) === lettersOf(name);
  return above || echoes ? { kind: 'organization', name } : null;
}

/**
 * Reads an organisation line that nothing follows and whose place does not tell what it is: the handle has to abbreviate
 * the name ("exuni University of Exampleton" does not, "uexample University of Exampleton" does).
 */
export function readLoneOrganization(text: string): MetaFact | null {
  if (text.length > longestOrganization || /[.!?]$/.test(text)) return null;
  const [, handle = '', name = ''] = /^([\w.-]{3,}) (.+)$/.exec(text.replace(/\s+/g, ' ')) ?? [];
  const letters = lettersOf(handle.replace(/-(?:org|ai|labs?|inc|research|team)$/i, ''));
  return letters !== '' && isAbbreviation(letters, lettersOf(name)) ? { kind: 'organization', name } : null;
}

/** Whether the letters stand in the name in the same order, the first of them first. */
function isAbbreviation(letters: string, name: string): boolean {
  let at = -1;
  for (const letter of letters) {
    const found = name.indexOf(letter, at + 1);
    if (found < 0 || (at < 0 && found > 0)) return false;
    at = found;
  }
  return true;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
