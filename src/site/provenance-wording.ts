/** Origins of values, linked to their evidence. */
import type { Paper, Provenance, Source, SourcedField } from '../corpus/paper.ts';
import { describeProvenance } from '../corpus/provenance.ts';
import type { Survey } from './survey.ts';

export interface Origin {
  readonly label: string;
  /** The place in the site that shows the evidence; null for evidence kept elsewhere. */
  readonly href: string | null;
}

type OriginSource = Pick<Survey, 'urls' | 'captures'>;

/** The id of a record on the page of its capture. */
export function recordAnchor(line: number): string {
  return `line-${line}`;
}

/** A record on the page of its capture; null when the capture is not among those of the survey. */
export function recordHref(
  { seed, line }: Pick<Source, 'seed' | 'line'>,
  { urls, captures }: OriginSource,
): string | null {
  const capture = captures.find((account) => account.seed === seed);
  return capture === undefined ? null : `${urls.source(capture.slug)}#${recordAnchor(line)}`;
}

/** Where one value of a paper comes from; evidence in a capture is linked. */
export function describeOrigin(provenance: Provenance, sources: Paper['sources'], survey: OriginSource): Origin {
  const label = describeProvenance(provenance);
  if (provenance.kind !== 'capture') return { label, href: null };
  const { seed, line } = provenance;
  // The date or authors may stand on a later line than the one the record is anchored at.
  const record = sources.find((source) => source.seed === seed && source.line <= line && line <= source.endLine);
  return { label, href: record === undefined ? null : recordHref(record, survey) };
}

/** A record's place in its capture, for readers. */
export function describeSource({ seed, line, endLine }: Source): string {
  return `${seed}, ${line === endLine ? `line ${line}` : `lines ${line}–${endLine}`}`;
}

const fieldLabels: Readonly<Record<SourcedField, string>> = {
  title: 'Title',
  abstract: 'Abstract',
  authors: 'Authors',
  authorCount: 'Number of authors',
  published: 'Date',
  year: 'Year',
  arxiv: 'arXiv id',
  doi: 'DOI',
  venue: 'Venue',
  category: 'Category',
  organizations: 'Organisations',
  code: 'Code',
  links: 'Links',
  comments: 'Comments on the listing',
};

/** The name of a field for readers. */
export function fieldLabel(field: SourcedField): string {
  return fieldLabels[field];
}
