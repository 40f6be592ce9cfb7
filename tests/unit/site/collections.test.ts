import { expect, test } from 'vitest';
import { citeView } from '../../../src/site/cite-view.ts';
import { collectionsOf } from '../../../src/site/collections.ts';
import { dataView } from '../../../src/site/data-view.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const papers = [
  paperOf('old', { ...publishedOn('2020'), platforms: ['stove'], authors: ['Ada Spout'] }),
  paperOf('new', { ...publishedOn('2024'), authors: ['Ada Spout'] }),
  paperOf('loud', { topic: 'whistling', area: 'sound', also: ['boiling'] }),
];

test('every page that lists papers is a collection, in the order of the page', () => {
  const found = collectionsOf(surveyOf(papers)).map(({ path, papers: ids }) => [path, ...ids]);
  expect(found).toEqual([
    ['areas/heating', 'new', 'old'],
    ['areas/sound', 'loud'],
    ['topics/boiling', 'new', 'old', 'loud'],
    ['topics/whistling', 'loud'],
    ['platforms/stove', 'old'],
    ['years/2024', 'new'],
    ['years/2020', 'old'],
    ['authors/ada-spout', 'new', 'old'],
  ]);
});

test('the cite box says what is not known and offers every format', () => {
  const cite = citeView(paperOf('kettle', publishedOn('2024')), makeUrls('/survey/', null));
  expect(cite.reference).toBe('Title of kettle (2024).');
  expect(cite.note).toBe('The authors are not known to this survey.');
  expect(cite.formats.map(({ label, href, fileName }) => [label, href, fileName])).toEqual([
    ['BibTeX', '/survey/papers/kettle.bib', 'kettle.bib'],
    ['RIS', '/survey/papers/kettle.ris', 'kettle.ris'],
    ['CSL-JSON', '/survey/papers/kettle.json', 'kettle.json'],
  ]);
  expect(cite.formats[0]?.text).toMatch(/^@misc\{kettle,[^]*\}$/);
});

test('the page about the data leads to files below the base path', () => {
  const { files, beside } = dataView(surveyOf(papers));
  expect(files.map(({ href }) => href)).toContain('/survey/data/papers.schema.json');
  expect(beside.map(({ example }) => example?.name)).toEqual(['papers/loud.bib', 'topics/boiling.csv']);
});
