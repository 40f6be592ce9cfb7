/** From a listing, verbatim, to a record: text repaired, date completed, addresses taken out. */
import { toPublicationDate } from './dates.ts';
import { diagnosticAt, type Diagnostic, type DiagnosticCode } from './diagnostics.ts';
import { formatText, type TextProblem } from './latex.ts';
import { extractLinks } from './links.ts';
import { unitedValues } from './merge.ts';
import { singleSpaced, visibleText } from './characters.ts';
import type { Listing, PaperRecord } from './paper.ts';
import { systemNameOf } from './titles.ts';

/** What pages behind an address shield print for anything with an @, such as the metric "mAP@50". */
const WITHHELD = /\[email\sprotected\]/g;

/** What is wrong with one field of a record; nothing, once a curator has corrected that field. */
export interface FieldDiagnostic {
  readonly field: 'title' | 'abstract' | 'published';
  readonly diagnostic: Diagnostic;
}

export interface NormalisedListing {
  readonly record: PaperRecord;
  readonly problems: readonly FieldDiagnostic[];
}

/**
 * Repairs the text of a listing and reads its parts. `captureYear` is the year that dates without
 * one belong to, null when the capture does not tell; `path` names the capture in diagnostics.
 */
export function normaliseListing(listing: Listing, captureYear: number | null, path: string): NormalisedListing {
  // The system's name is read from the title as repaired without it: a macro cannot explain itself.
  const systemName = systemNameOf(formatText(listing.title).text.plain);
  const title = formatText(listing.title, { systemName });
  const abstract = formatText(listing.abstract, { systemName });
  const { code, links, problems } = extractLinks(listing.abstract);
  const linkProblems = problems.map((problem) => ({ ...problem, code: 'doubtful-link' as const }));
  const published = listing.date === null ? null : toPublicationDate(listing.date, captureYear);
  const record: PaperRecord = {
    ...carriedOver(listing),
    title: title.text,
    abstract: abstract.text,
    published,
    // An id in an abstract names another paper; the paper's own is in a field, if the format has one.
    arxiv: listing.stated?.arxiv ?? null,
    doi: listing.stated?.doi ?? null,
    venue: venueOf(listing),
    code: unitedValues([...(listing.stated?.code ?? []), ...code]),
    links: unitedValues([...(listing.stated?.links ?? []), ...links]),
  };
  return {
    record,
    problems: [
      ...(published === null ? dateDiagnostics(listing, captureYear, path) : []),
      ...textDiagnostics(listing, 'title', title.problems, path),
      ...textDiagnostics(
        listing,
        'abstract',
        [...abstract.problems, ...linkProblems, ...withheld(listing.abstract)],
        path,
      ),
    ],
  };
}

function withheld(text: string): { code: 'withheld-text'; message: string; offset: number }[] {
  const message = '"[email protected]" stands for text with an @ that the page did not show';
  return [...text.matchAll(WITHHELD)].map(({ index }) => ({ code: 'withheld-text', message, offset: index }));
}

function venueOf({ stated }: Listing): string | null {
  if (stated === undefined || stated.venue === null) return null;
  return cleanNames([stated.venue])[0] ?? null;
}

type CarriedOver = Omit<PaperRecord, 'title' | 'abstract' | 'published' | 'arxiv' | 'doi' | 'venue' | 'code' | 'links'>;

function carriedOver(listing: Listing): CarriedOver {
  const { source, format, authorsComplete, authorCount, category, hasCodeMark, comments } = listing;
  return {
    source,
    format,
    authors: cleanNames(listing.authors),
    authorsComplete,
    authorCount,
    organizations: cleanNames(listing.organizations),
    category,
    hasCodeMark,
    comments,
  };
}

function cleanNames(names: readonly string[]): string[] {
  return names
    .map((name) => singleSpaced(formatText(visibleText(name)).text.plain).trim())
    .filter((name) => name !== '');
}

/** Why the date of a listing is no date of publication. */
function dateDiagnostics(listing: Listing, captureYear: number | null, path: string): FieldDiagnostic[] {
  const { date, source } = listing;
  if (date === null) return [];
  const position = { path, line: source.line, column: 1 };
  const printed = [date.year, date.month, date.day].filter((part) => part !== null).join('-');
  const diagnostic =
    date.year === null && captureYear === null
      ? diagnosticAt('year-unknown', position, `the date ${printed} has no year`, 'a date with its year')
      : diagnosticAt('invalid-date', position, `the date ${printed} does not exist`, 'a date of the calendar');
  return [{ field: 'published', diagnostic }];
}

function textDiagnostics(
  listing: Listing,
  field: 'title' | 'abstract',
  problems: readonly (Omit<TextProblem, 'code'> & { readonly code: DiagnosticCode })[],
  path: string,
): FieldDiagnostic[] {
  const { line, column, isVerbatim } = listing.places[field];
  return problems.map(({ code, message, offset }) => {
    // Where a field is written over several lines or with marks of its own, only its beginning is certain.
    const position = { path, line, column: isVerbatim ? column + offset : column };
    return { field, diagnostic: diagnosticAt(code, position, message) };
  });
}
