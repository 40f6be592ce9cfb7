/** All papers as one table: data/papers.csv. */
import { arxivDoi } from '../corpus/identifiers.ts';
import type { Paper } from '../corpus/paper.ts';
import { type Column, csvTable, listText } from './csv.ts';
import type { DocumentedField } from './papers-schema.ts';

interface Row {
  readonly paper: Paper;
  readonly url: string;
}

type DocumentedColumn = readonly [...Column<Row>, description: string];

const columns: readonly DocumentedColumn[] = [
  ['id', ({ paper }) => paper.id, 'Permanent id; the last part of the address of its page.'],
  ['url', ({ url }) => url, 'Its page in this survey.'],
  ['cite_key', ({ paper }) => paper.citeKey, 'Citation key.'],
  ['title', ({ paper }) => paper.title.plain, 'Title, plain Unicode.'],
  ['authors', ({ paper }) => listText(paper.authors ?? []), 'Names in order; empty where no source names any.'],
  ['authors_complete', ({ paper }) => (paper.authors === null ? null : String(paper.authorsComplete)), 'true or false.'],
  ['author_count', ({ paper }) => paper.authorCount, 'Number of authors, where a source tells it.'],
  ['published', ({ paper }) => paper.published?.value ?? null, 'YYYY, YYYY-MM or YYYY-MM-DD.'],
  ['year', ({ paper }) => paper.year, 'Year of first publication.'],
  ['arxiv', ({ paper }) => paper.arxiv, 'arXiv id without version.'],
  ['doi', ({ paper }) => paper.doi ?? (paper.arxiv === null ? null : arxivDoi(paper.arxiv)), 'The DOI of the published version, else the one that arXiv registers.'],
  ['venue', ({ paper }) => paper.venue, 'Conference, workshop or journal.'],
  ['area', ({ paper }) => paper.area, 'Id of the area.'],
  ['topic', ({ paper }) => paper.topic, 'Id of the first topic.'],
  ['also', ({ paper }) => listText(paper.also), 'Ids of further topics.'],
  ['basis', ({ paper }) => paper.basis, 'Who chose the topic: curated, rules or unclassified.'],
  ['confidence', ({ paper }) => paper.confidence, 'How sure the choice is, 0 to 1.'],
  ['platforms', ({ paper }) => listText(paper.platforms), 'Ids of platforms.'],
  ['modalities', ({ paper }) => listText(paper.modalities), 'Ids of modalities.'],
  ['contributions', ({ paper }) => listText(paper.contributions), 'Ids of kinds of contribution.'],
  ['code', ({ paper }) => listText(paper.code), 'Addresses of code.'],
  ['results', ({ paper }) => paper.claims.length, 'Number of results that the abstract reports.'],
]; // prettier-ignore

/** One row per paper in the order given; several values in one cell are separated by semicolons. */
export function papersCsv(papers: readonly Paper[], urlOf: (id: string) => string): string {
  const rows = papers.map((paper) => ({ paper, url: urlOf(paper.id) }));
  return csvTable(
    columns.map(([name, valueOf]) => [name, valueOf] as const),
    rows,
  );
}

/** The columns in their order, each with what it means. */
export function paperColumns(): DocumentedField[] {
  return columns.map(([name, , description]) => ({ name, description }));
}
