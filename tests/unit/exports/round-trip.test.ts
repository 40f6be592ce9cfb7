/** Every citation of the survey, and awkward fabricated ones, read back by parsers that are not ours. */
import { readFileSync } from 'node:fs';
import { parse, type Creator, type Entry } from '@retorquere/bibtex-parser';
import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { citationName, parseName } from '../../../src/corpus/names.ts';
import { bibtex } from '../../../src/exports/bibtex.ts';
import { authorsNote, citationOf, dateParts, type Citation } from '../../../src/exports/citation.ts';
import { citationsJson, readCitations } from '../../../src/exports/citations-json.ts';
import { cslItem, cslJson } from '../../../src/exports/csl-json.ts';
import { ris } from '../../../src/exports/ris.ts';
import { citationCff } from '../../../src/exports/survey-citation.ts';
import { readSiteConfig } from '../../../src/loaders/site-config.ts';
import { readSurveyFiles } from '../../../src/loaders/survey-files.ts';
import { surveyCitation } from '../../../src/site/survey-citation.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { awkwardPapers } from '../../support/awkward-citations.ts';
import { cslDataSchema, parseRis, readRis } from '../../support/citation-formats.ts';

const urls = makeUrls('/survey/', 'https://survey.example');
const { papers, history } = buildCorpus(await readSurveyFiles({ seeds: null, content: null }));
const collections: [name: string, citations: readonly Citation[]][] = [
  ['the survey', papers.map((paper) => citationOf(paper, urls))],
  ['awkward papers', awkwardPapers.map((paper) => citationOf(paper, urls))],
  ['awkward papers of a site without address', awkwardPapers.map((paper) => citationOf(paper, makeUrls('/', null)))],
];

/** What a reader of BibTeX must find, in the words of the parser. */
function expectedEntry(citation: Citation) {
  const { citeKey, authors, venue, arxiv, arxivClass, doi, url } = citation;
  const [year, month] = dateParts(citation);
  return {
    type: venue === null ? 'misc' : 'inproceedings',
    key: citeKey,
    title: comparable(citation.title),
    author:
      authors === null ? undefined : [...authors.map(citationName), ...(citation.authorsComplete ? [] : ['others'])],
    fields: {
      ...(venue === null ? {} : { booktitle: venue }),
      ...(year === undefined ? {} : { year: String(year) }),
      ...(month === undefined ? {} : { month: String(month) }),
      ...(arxiv === null ? {} : { eprint: arxiv, archiveprefix: 'arXiv' }),
      ...(arxiv === null || arxivClass === null ? {} : { primaryclass: arxivClass }),
      ...(doi === null ? {} : { doi }),
      ...(url === null ? {} : { url }),
      ...(authors === null ? { note: authorsNote(citation) } : {}),
    },
  };
}

function foundEntry({ type, key, fields: { title = '', author, ...fields } }: Entry) {
  return { type, key, title: comparable(title), author: author?.map(nameOf), fields };
}

function nameOf({ name, prefix, lastName, firstName, suffix }: Creator): string {
  if (name !== undefined) return name;
  const family = [prefix, lastName].filter((part) => part !== undefined).join(' ');
  return [family, firstName, suffix].filter((part) => part !== undefined).join(', ');
}

/** Without markup and white space, scripts on the line: the parser sets formulas in its own way. */
function comparable(title: string): string {
  return title
    .replace(/<\/?[a-z][^>]*>/g, '')
    .normalize('NFKC')
    .replace('⁄', '/')
    .replace(/\s/g, '');
}

test('CITATION.cff names the survey and its last version as content/ does', async () => {
  const { config } = await readSiteConfig({ seeds: null, content: null });
  if (config === null) throw new Error('content/site.yaml cannot be used');
  const source = { site: config, urls: makeUrls('/', config.url), versions: history.versions };
  // `npm run -s survey -- cite > CITATION.cff` brings it up to date.
  expect(readFileSync('CITATION.cff', 'utf8')).toBe(citationCff(surveyCitation(source)));
});

describe.each(collections)('%s', (_, citations) => {
  test('is not empty', () => {
    expect(citations.length).toBeGreaterThan(10);
  });

  test('comes back from BibTeX with the same fields', () => {
    const { entries, errors } = parse(bibtex(citations), { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(foundEntry)).toEqual(citations.map(expectedEntry));
  });

  test('comes back from RIS with the same fields', () => {
    const text = ris(citations);
    expect(parseRis(text)).toHaveLength(citations.length);
    const items = readRis(text);
    expect(items).toHaveLength(citations.length);
    for (const [index, citation] of citations.entries()) {
      const item = cslItem(citation);
      expect(items[index]).toMatchObject({
        id: citation.citeKey,
        type: citation.venue === null ? 'manuscript' : 'paper-conference',
        title: citation.title,
        ...(item.author === undefined ? {} : { author: item.author }),
        ...(item.issued === undefined ? {} : { issued: item.issued }),
        ...(citation.venue === null ? {} : { venue: citation.venue }),
        ...(citation.doi === null ? {} : { DOI: citation.doi }),
        ...(citation.url === null ? {} : { URL: citation.url }),
        ...(item.note === undefined ? {} : { note: item.note }),
      });
    }
  });

  test('is sound CSL-JSON and names every author', () => {
    const items = cslDataSchema.parse(JSON.parse(cslJson(citations)));
    expect(items.map(({ id, title }) => [id, title])).toEqual(citations.map(({ citeKey, title }) => [citeKey, title]));
    const families = (authors: readonly string[] | null) => authors?.map((name) => parseName(name).family);
    for (const [index, { authors }] of citations.entries()) {
      const names = items[index]?.author?.map((name) => ('literal' in name ? name.literal : name.family));
      expect(names).toEqual(families(authors));
    }
  });

  test('comes back whole from the file for the browser', () => {
    expect(readCitations(citationsJson(citations))).toEqual(citations);
  });
});
