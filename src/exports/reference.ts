/** Citations as a person writes them in a list of references. */
import { doiUrl } from '../corpus/identifiers.ts';
import type { Citation } from './citation.ts';

/** More names than this are cut after the first `namesKept`. */
const mostNames = 8;
const namesKept = 6;

/** A reference in its parts, each ending in a full stop; null where nothing is known. */
export interface ReferenceParts {
  readonly authors: string | null;
  readonly title: string;
  readonly venue: string | null;
  readonly arxiv: string | null;
  /** Of the DOI, else where the paper is to be had; without a full stop. */
  readonly url: string | null;
}

/** One line per citation, in the order given; ends in a newline. */
export function reference(citations: readonly Citation[]): string {
  return citations.map((citation) => `${referenceText(citation)}\n`).join('');
}

/**
 * "Ada Figwell and Bo Tree (2025). Title. Venue. arXiv:2501.00001. https://doi.org/…". What is not known is left out;
 * without authors the year follows the title.
 */
export function referenceText(citation: Citation): string {
  const { authors, title, venue, arxiv, url } = referenceParts(citation);
  return [authors, title, venue, arxiv, url].filter((part) => part !== null).join(' ');
}

export function referenceParts(citation: Citation): ReferenceParts {
  const { authors, authorsComplete, title, year, venue, arxiv, doi, url } = citation;
  const date = year === null ? '' : ` (${year})`;
  return {
    authors: authors === null ? null : ended(`${nameList(authors, authorsComplete)}${date}`),
    title: ended(authors === null ? `${title}${date}` : title),
    venue: venue === null ? null : ended(venue),
    arxiv: arxiv === null ? null : `arXiv:${arxiv}.`,
    url: doi === null ? url : doiUrl(doi),
  };
}

function nameList(authors: readonly string[], complete: boolean): string {
  const shown = authors.length > mostNames ? authors.slice(0, namesKept) : authors;
  if (shown.length < authors.length || !complete) return `${shown.join(', ')} et al.`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function ended(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
