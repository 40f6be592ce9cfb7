/** Listings made by hand or at random, for captures to be rendered from. */
import type { Listing, ListingFormat } from '../../src/corpus/paper.ts';

/** What a listing says besides title and abstract. */
export type ListingDetails = Omit<Listing, 'source' | 'format' | 'title' | 'abstract' | 'places'>;

export const noDetails: ListingDetails = {
  date: null,
  authors: [],
  authorsComplete: false,
  authorCount: null,
  organizations: [],
  category: null,
  hasCodeMark: false,
  comments: null,
};

const start = { line: 1, column: 1, isVerbatim: true };

/** Source and places are placeholders, for they depend on the rendering. */
export function listingOf(
  format: ListingFormat,
  title: string,
  abstract: string,
  details: ListingDetails = noDetails,
): Listing {
  return {
    source: { seed: 'x', line: 1, endLine: 1 },
    places: { title: start, abstract: start },
    format,
    title,
    abstract,
    ...details,
  };
}
