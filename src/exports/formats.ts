/** The formats in which papers can be taken away. */
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { markdown } from './markdown.ts';
import { reference } from './reference.ts';
import { ris } from './ris.ts';
import type { Writer } from './writer.ts';

export const exportFormats = ['bibtex', 'ris', 'csl-json', 'csv', 'markdown', 'reference'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface FormatFacts {
  readonly label: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly write: Writer;
}

/** What a file in each format is called and how it is written. */
export const formatFacts: Readonly<Record<ExportFormat, FormatFacts>> = {
  bibtex: { label: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', write: bibtex },
  ris: { label: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', write: ris },
  'csl-json': {
    label: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: cslJson,
  },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv', write: csv },
  markdown: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown', write: markdown },
  reference: { label: 'Formatted reference', extension: 'txt', mediaType: 'text/plain', write: reference },
};
