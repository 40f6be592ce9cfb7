/** Citations as CSL-JSON, which Zotero, pandoc and citeproc read. */
import { parseName } from '../corpus/names.ts';
import { authorsNote, type Citation, dateParts } from './citation.ts';
import { writerOf } from './writer.ts';

interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  /** The name of a group. */
  readonly literal?: string;
}

/** One item of the CSL data schema, with the fields this survey knows. */
export interface CslItem {
  readonly id: string;
  readonly 'citation-key': string;
  readonly type: 'article' | 'paper-conference';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly note?: string;
  readonly annote?: string;
}

/** An array of items in the order given; ends in a newline. */
export const cslJson = writerOf(
  (citation) => JSON.stringify(cslItem(citation), null, 1),
  (items) => `[\n${items.join(',\n')}\n]\n`,
);

/** One citation as an item: a paper with a venue is a conference paper, any other a preprint. */
export function cslItem(citation: Citation): CslItem {
  const { citeKey, title, authors, venue, arxiv, doi, url, readerNote } = citation;
  const issued = dateParts(citation);
  const note = authorsNote(citation);
  return {
    id: citeKey,
    'citation-key': citeKey,
    type: venue === null ? 'article' : 'paper-conference',
    title,
    ...(authors === null ? {} : { author: authors.map(cslName) }),
    ...(issued.length === 0 ? {} : { issued: { 'date-parts': [issued] } }),
    ...(venue === null ? {} : { 'container-title': venue }),
    ...(arxiv === null ? {} : archiveOf(arxiv, venue === null)),
    ...(doi === null ? {} : { DOI: doi }),
    ...(url === null ? {} : { URL: url }),
    ...(note === null ? {} : { note }),
    ...(readerNote === undefined ? {} : { annote: readerNote }),
  };
}

/** Of a preprint the archive is the publisher; of a published paper it is where a copy lies. */
function archiveOf(arxiv: string, isPreprint: boolean): Partial<CslItem> {
  const number = `arXiv:${arxiv}`;
  return isPreprint ? { publisher: 'arXiv', number } : { archive: 'arXiv', archive_location: number };
}

function cslName(name: string): CslName {
  const { family, given, suffix, isGroup } = parseName(name);
  if (isGroup) return { literal: family };
  return { family, ...(given === null ? {} : { given }), ...(suffix === null ? {} : { suffix }) };
}
