/** The page about the data: which files there are, what their fields mean, what may be done with them. */
import { collectionFormats, paperFormats, surveyFormats } from '../exports/export-files.ts';
import { type ExportFormat, formatFacts } from '../exports/formats.ts';
import { paperColumns } from '../exports/papers-csv.ts';
import { type DocumentedField, paperFields, schemaVersion } from '../exports/papers-schema.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import { type CiteSurveyView, citeSurveyView } from './survey-citation.ts';
import type { Survey } from './survey.ts';
import { formatCount, listed } from './wording.ts';

export interface DataFile {
  readonly name: string;
  readonly href: string;
  readonly content: string;
}

export interface DataView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly files: readonly DataFile[];
  /** What stands beside which pages. */
  readonly beside: readonly { readonly pages: string; readonly formats: string; readonly example: DataFile | null }[];
  readonly fields: readonly DocumentedField[];
  readonly columns: readonly DocumentedField[];
  readonly schemaHref: string;
  readonly schemaVersion: number;
  readonly licence: string;
  readonly cite: CiteSurveyView;
}

/** Everything the page about the data shows. */
export function dataView(survey: Survey): DataView {
  const { urls, papers, site } = survey;
  const title = 'Data';
  const lead = `All ${formatCount(papers.length)} papers of this survey as files, for programs and reference managers.`;
  return {
    frame: pageFrame(survey, { title, description: lead, path: urls.data(), kind: { kind: 'page' } }),
    title,
    lead,
    files: dataFiles(survey),
    beside: filesBeside(survey),
    fields: paperFields(),
    columns: paperColumns(),
    schemaHref: urls.data('papers.schema.json'),
    schemaVersion,
    licence: site.licence,
    cite: citeSurveyView(survey),
  };
}

function dataFiles({ urls }: Survey): DataFile[] {
  const file = (name: string, content: string): DataFile => ({ name, href: urls.data(name), content });
  return [
    file('papers.json', 'Everything the survey knows of each paper; the fields are below.'),
    file('papers.schema.json', 'The layout of papers.json as JSON Schema (draft 7).'),
    file('papers.csv', 'A table with one row per paper; the columns are below.'),
    file('topics.json', 'Areas and topics: titles, definitions, addresses, ids of their papers in the order of the page.'),
    file('collections.json', 'The ids of the papers on every page that lists papers: also years, authors, platforms.'),
    file('cards.json', 'What cards say of papers besides, platforms and the first result; the reading list reads it.'),
    file('citations.json', 'What the formats of citation are written from; the site’s own pages read it.'),
    ...surveyFormats.map((format) => file(`survey.${formatFacts[format].extension}`, `All papers as ${formatFacts[format].label}.`)),
  ]; // prettier-ignore
}

function filesBeside({ urls, papers, topics }: Survey): DataView['beside'] {
  const example = (page: string | undefined, format: ExportFormat): DataFile | null => {
    if (page === undefined) return null;
    const href = urls.beside(page, formatFacts[format].extension);
    return { name: href.slice(urls.base.length), href, content: '' };
  };
  const paper = papers[0];
  const topic = topics[0]?.topic;
  return [
    {
      pages: 'Each paper',
      formats: listed(paperFormats.map(nameOf)),
      example: example(paper && urls.paper(paper.id), 'bibtex'),
    },
    {
      pages: 'Each area, topic, year, author, platform, modality and kind of contribution',
      formats: listed(collectionFormats.map(nameOf)),
      example: example(topic && urls.topic(topic.id), 'csv'),
    },
  ];
}

function nameOf(format: ExportFormat): string {
  const { label, extension } = formatFacts[format];
  return `${label} (.${extension})`;
}
