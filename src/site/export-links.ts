/** Links to the files in which a page's papers can be taken away. */
import { collectionFormats, paperFormats } from '../exports/export-files.ts';
import { type ExportFormat, formatFacts } from '../exports/formats.ts';
import type { Urls } from './urls.ts';

export interface ExportLink {
  readonly format: ExportFormat;
  /** "BibTeX". */
  readonly label: string;
  readonly href: string;
  /** What the file is called when it is saved. */
  readonly fileName: string;
  readonly mediaType: string;
}

/** The files of one paper, by the path of its page. */
export function paperExports(page: string, urls: Urls): ExportLink[] {
  return paperFormats.map((format) => exportLink(page, format, urls));
}

/** The files of a page that lists papers, by its path. */
export function collectionExports(page: string, urls: Urls): ExportLink[] {
  return collectionFormats.map((format) => exportLink(page, format, urls));
}

function exportLink(page: string, format: ExportFormat, urls: Urls): ExportLink {
  const { label, extension, mediaType } = formatFacts[format];
  const href = urls.beside(page, extension);
  return { format, label, href, fileName: href.slice(href.lastIndexOf('/') + 1), mediaType };
}
