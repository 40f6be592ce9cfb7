/** The files of citations beside the pages: which there are, and what is in them. */
import type { Citation } from './citation.ts';
import type { Collection } from './collections.ts';
import { type ExportFormat, formatFacts } from './formats.ts';

/** Of each paper. */
export const paperFormats: readonly ExportFormat[] = ['bibtex', 'ris', 'csl-json'];
/** Of each page that lists papers. */
export const collectionFormats: readonly ExportFormat[] = ['bibtex', 'ris', 'csv', 'csl-json'];
/** Of all papers at once, as data/survey.*. */
export const surveyFormats: readonly ExportFormat[] = ['bibtex', 'ris', 'csl-json'];

export interface ExportFile {
  /** From the root of the site, without a slash before it. */
  readonly path: string;
  readonly format: ExportFormat;
  readonly citations: readonly Citation[];
}

/** Every file, in the order of papers and collections. `citations`: of all papers. */
export function* exportFiles(
  citations: readonly Citation[],
  collections: readonly Collection[],
): Generator<ExportFile, void> {
  const byId = new Map(citations.map((citation) => [citation.id, citation]));
  for (const citation of citations) yield* filesOf(`papers/${citation.id}`, paperFormats, [citation]);
  for (const { path, papers } of collections) {
    const members = papers.flatMap((id) => byId.get(id) ?? []);
    yield* filesOf(path, collectionFormats, members);
  }
  yield* filesOf('data/survey', surveyFormats, citations);
}

function* filesOf(
  path: string,
  formats: readonly ExportFormat[],
  citations: readonly Citation[],
): Generator<ExportFile, void> {
  for (const format of formats) yield { path: `${path}.${formatFacts[format].extension}`, format, citations };
}
