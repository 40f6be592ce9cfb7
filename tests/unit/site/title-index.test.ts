import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../../src/client/palette-entries.ts';
import { readTitlePart, titlePartFile } from '../../../src/client/title-data.ts';
import { pageFrame } from '../../../src/site/page-frame.ts';
import { sitePages, titleParts } from '../../../src/site/title-index.ts';
import { formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const ada = 'Ada Kettle';
const papers = [
  paperOf('steam', { title: formatted('Steam: What It Is'), authors: [ada, 'Bo Mug'], ...publishedOn('2024-05') }),
  paperOf('title-of-old', { authors: [ada], ...publishedOn('2020') }),
  paperOf('unsorted', { topic: null, area: null }),
];
const survey = surveyOf(papers);
const pages = [{ label: 'About', href: '/survey/about/', note: '' }];
const [part, ...others] = titleParts(survey, pages);

describe('a small survey', () => {
  test('is one file, the newest papers first', () => {
    expect(others).toEqual([]);
    expect(part?.parts).toBe(1);
    expect(part?.papers.titles).toEqual(['Steam: What It Is', 'Title of title-of-old', 'Title of unsorted']);
    expect(part?.papers.years).toEqual([2024, 2020, 0]);
  });

  test('names an author with a page once, the others where they stand', () => {
    expect(part?.authors).toEqual({ names: [ada], counts: [2], ids: {} });
    expect(part?.papers.authors).toEqual([[0, 'Bo Mug'], [0], []]);
  });

  test('gives every entry the address of its page', () => {
    const entries = entriesOf(readTitlePart(JSON.parse(JSON.stringify(part))), [], survey.urls);
    expect(entries.map(({ kind, name, href, facts }) => [kind, name, href, facts])).toEqual([
      ['topic', 'Boiling', '/survey/topics/boiling/', ['2 papers']],
      ['topic', 'Whistling', '/survey/topics/whistling/', ['0 papers']],
      ['topic', 'Heating', '/survey/areas/heating/', ['Area', '2 papers']],
      ['topic', 'Sound', '/survey/areas/sound/', ['Area', '0 papers']],
      ['author', ada, '/survey/authors/ada-kettle/', ['2 papers']],
      ['paper', 'Steam: What It Is', '/survey/papers/steam/', ['2024', 'Boiling']],
      ['paper', 'Title of title-of-old', '/survey/papers/title-of-old/', ['2020', 'Boiling']],
      ['paper', 'Title of unsorted', '/survey/papers/unsorted/', []],
      ['page', 'About', '/survey/about/', []],
    ]);
    expect(entries.find(({ kind }) => kind === 'paper')?.shortName).toBe('Steam');
  });
});

test('a large survey goes on in further files, which name the authors of earlier ones by their place', () => {
  const many = Array.from({ length: 3000 }, (_, place) =>
    paperOf(`p${String(place).padStart(4, '0')}`, { authors: [`Author ${place % 1000}`] }),
  );
  const parts = titleParts(surveyOf(many), pages);
  expect(parts.map((one) => one.papers.titles.length)).toEqual([600, 1500, 900]);
  expect(parts.map((one) => one.authors.names.length)).toEqual([600, 400, 0]);
  expect(parts.map((one) => one.topics.titles.length)).toEqual([2, 0, 0]);
  const entries = parts.flatMap((one, place) => entriesOf(one, parts.slice(0, place), survey.urls));
  const authors = new Map(
    entries.filter(({ kind }) => kind === 'paper').map(({ href, authors: names }) => [href, names]),
  );
  for (const [place, paper] of many.entries())
    expect(authors.get(survey.urls.paper(paper.id))).toEqual([`Author ${place % 1000}`]);
});

test('the pages are those of the frame and of the facets, each address once', () => {
  const frame = pageFrame(survey, {
    title: 'Search',
    description: '',
    path: '/survey/search/',
    kind: { kind: 'unlisted' },
  });
  const abbreviations = { abbreviations: [{ short: 'TP', long: ['tea pot'] }], synonyms: [] };
  const found = sitePages(frame, { ...survey, abbreviations });
  expect(found).toContainEqual({ label: 'TP, tea pot', href: '/survey/search/?q=TP', note: 'Abbreviation' });
  expect(found).toContainEqual({ label: 'Method', href: '/survey/method/', note: '' });
  expect(found).toContainEqual({ label: '2020', href: '/survey/years/2020/', note: 'Year' });
  expect(new Set(found.map(({ href }) => href)).size).toBe(found.length);
});

test.each([null, [], {}, { ...part, parts: '1' }, { ...part, papers: { ...part?.papers, authors: [[null]] } }])(
  'a file that holds something else is refused',
  (value) => {
    expect(() => readTitlePart(value)).toThrow('unknown form');
  },
);

test('the first file has the plain name', () => {
  expect([1, 2].map(titlePartFile)).toEqual(['titles.json', 'titles-2.json']);
});
