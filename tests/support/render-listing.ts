/** Writes listings the way each format prints them: the inverse of the parsers, for tests. */
import type { Listing, ListingDate, ListingFormat } from '../../src/corpus/paper.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const header = ['new', '', 'Get trending papers in your email inbox!', '', 'Subscribe', '', 'Daily Papers', ''];
const signature = ['byAK and the research community', '', 'Jul 31', ''];

/** A whole capture, without a newline at its end. */
export function renderCapture(format: ListingFormat, listings: readonly Listing[]): string {
  return linesOfCapture(format, listings).join('\n');
}

function linesOfCapture(format: ListingFormat, listings: readonly Listing[]): string[] {
  switch (format) {
    case 'hf-papers-text':
      return [...header, ...signature, ...listings.flatMap(({ title, abstract }) => [title, '', abstract, ''])];
    case 'hf-papers-compact':
      return [
        'Get trending papers in your email inbox once a day!',
        'Get trending papers in your email inbox!',
        ...listings.flatMap(({ title, abstract }, index) => [`${index === 0 ? 'Subscribe' : ''}${title}`, abstract]),
      ];
    case 'hf-papers-meta':
      return [
        ...header,
        ...signature,
        ...listings.flatMap((listing) => [listing.title, '', listing.abstract, '', ...renderMeta(listing), '']),
      ];
    case 'scholar-listing':
      return listings.flatMap((listing) => [renderHead(listing), renderByline(listing), listing.abstract]);
  }
}

/** "Jun 1" or "Jun 1, 2025". */
export function renderDate({ year, month, day }: ListingDate): string {
  return `${months[month - 1] ?? ''} ${day}${year === null ? '' : `, ${year}`}`;
}

function renderMeta({ authorCount, organizations, date, comments }: Listing): string[] {
  const [organization] = organizations;
  const lines: string[] = [];
  if (authorCount !== null) lines.push(`  • ${authorCount} authors`);
  else if (organization !== undefined) lines.push(`${organization.toLowerCase().replaceAll(' ', '')} ${organization}`);
  if (date !== null) lines.push('·', `${renderDate(date)}${comments === null ? '' : ` ${comments}`}`);
  return lines;
}

function renderHead({ category, date, hasCodeMark }: Listing): string {
  return `${category ?? ''}${date === null ? '' : renderDate(date)}${hasCodeMark ? 'Code' : ''}`;
}

function renderByline({ title, authors, authorsComplete, organizations }: Listing): string {
  const tail = organizations.length === 0 ? '' : ` · ${organizations.join(', ')}`;
  return `${title}${authors.join(', ')}${authorsComplete ? '' : ' et al.'}${tail}`;
}
