/** Fabricated records and content files for unit tests. */
import { parseBibliography } from '../../src/corpus/bibliography.ts';
import { parseCuration } from '../../src/corpus/curation.ts';
import type { DeduplicationInput } from '../../src/corpus/deduplicate.ts';
import type { FormattedText, PaperRecord, PublicationDate, Source } from '../../src/corpus/paper.ts';
import { parseLedger } from '../../src/corpus/permalinks.ts';

export function plainText(plain: string): FormattedText {
  return { raw: plain, plain, html: plain, latex: plain };
}

export function day(value: string, yearInferred = false): PublicationDate {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { value, precision, yearInferred };
}

/** Where a record stands, from "a.txt:7". */
export function sourceAt(place: string): Source {
  const [seed = '', line = '1'] = place.split(':');
  return { seed, line: Number(line), endLine: Number(line) + 2 };
}

type RecordParts = Partial<Omit<PaperRecord, 'title' | 'abstract' | 'source'>> & {
  readonly abstract?: string;
};

export function record(place: string, title: string, { abstract, ...parts }: RecordParts = {}): PaperRecord {
  return {
    source: sourceAt(place),
    format: 'hf-papers-text',
    title: plainText(title),
    abstract: plainText(abstract ?? `The abstract of ${title} as it stands at ${place}.`),
    published: null,
    authors: [],
    authorsComplete: false,
    authorCount: null,
    organizations: [],
    category: null,
    arxiv: null,
    doi: null,
    venue: null,
    code: [],
    links: [],
    hasCodeMark: false,
    comments: null,
    ...parts,
  };
}

/** What `deduplicate` and `joinDrafts` need, from the texts of content files. */
export function contentOf(
  texts: { bibliography?: string; curation?: string; ledger?: string; borrowed?: boolean } = {},
): DeduplicationInput {
  const borrowed = texts.borrowed ?? false;
  const bibliography = { path: 'content/bibliography.yaml', text: texts.bibliography ?? '' };
  const curation = { path: 'content/curation.yaml', text: texts.curation ?? '' };
  return {
    bibliography: parseBibliography(bibliography, borrowed).bibliography,
    curation: parseCuration(curation, borrowed).curation,
    ledger: parseLedger({ path: 'content/permalinks.txt', text: texts.ledger ?? '' }).ledger,
    pathOf: (seed) => `seeds/${seed}`,
  };
}
