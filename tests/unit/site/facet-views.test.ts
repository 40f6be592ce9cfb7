import { describe, expect, test } from 'vitest';
import { countFacets, facetsOf } from '../../../src/site/facets.ts';
import { facetIndexView, facetView } from '../../../src/site/facet-view.ts';
import { papersByYearView } from '../../../src/site/papers-view.ts';
import { searchView } from '../../../src/site/search-view.ts';
import { topicsView, topicView } from '../../../src/site/taxonomy-view.ts';
import type { Survey } from '../../../src/site/survey.ts';
import { type FacetKind, makeUrls } from '../../../src/site/urls.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const heard = { topic: 'whistling', area: 'sound' } as const;
const unsorted = { topic: null, area: null, basis: 'unclassified', confidence: 0 } as const;

const survey = surveyOf([
  paperOf('old', { ...publishedOn('2020'), platforms: ['stove'], authors: ['Ann Pot', 'Bo Lid'] }),
  paperOf('new', { ...publishedOn('2024-05'), ...heard, platforms: ['stove'], authors: ['Cy Cup', 'Ann Pot'] }),
  paperOf('same-year', { ...publishedOn('2024-01'), authors: ['Cy Cup', 'ANN POT', 'Di Dish'] }),
  paperOf('undated', { ...unsorted, platforms: ['stove'] }),
]);

function viewOf(kind: FacetKind, id: string, of: Survey = survey) {
  return facetView(of.facets[kind].get(id)!, of);
}

describe('facets', () => {
  test('only values with papers have a page, years from the newest, authors from two papers on', () => {
    const idsOf = (kind: FacetKind) => [...survey.facets[kind].keys()];
    expect(idsOf('platform')).toEqual(['stove']);
    expect(idsOf('year')).toEqual(['2024', '2020']);
    expect(idsOf('author')).toEqual(['ann-pot', 'cy-cup']);
    expect([...surveyOf([paperOf('p')]).facets.platform]).toEqual([]);
  });

  test('a paper has an author once, even when it prints the name twice', () => {
    const paper = paperOf('twice', { authors: ['Ann Pot', 'ann pot'] });
    expect(facetsOf(paper, 'author', survey.facets).map(({ id }) => id)).toEqual(['ann-pot']);
  });

  test('counts run from the most frequent, ties by name; years stay in their order', () => {
    const counts = (kind: FacetKind) =>
      countFacets(survey.papers, kind, survey.facets).map(({ entry, count }) => [entry.id, count]);
    expect(counts('author')).toEqual([
      ['ann-pot', 3],
      ['cy-cup', 2],
    ]);
    expect(counts('year')).toEqual([
      ['2024', 2],
      ['2020', 1],
    ]);
  });
});

describe('the page of a platform', () => {
  const view = viewOf('platform', 'stove');

  test('lists its papers by year, newest first, those without a date last', () => {
    expect(view.groups.map(({ anchor, papers }) => [anchor, papers.map(({ id }) => id)])).toEqual([
      ['year-2024', ['new']],
      ['year-2020', ['old']],
      ['no-date', ['undated']],
    ]);
    expect(view.count).toBe('3 papers');
  });

  test('counts the same papers by topic and by the other facets', () => {
    expect(view.across.map(({ label, shown }) => [label, shown.map((link) => `${link.label} ${link.count}`)])).toEqual([
      ['Topics', ['Boiling 1', 'Whistling 1']],
      ['Years', ['2024 1', '2020 1']],
      ['Authors', ['Ann Pot 2', 'Cy Cup 1']],
    ]);
  });

  test('hangs below the list of platforms and has a title of its own', () => {
    expect(view.frame.breadcrumbs.map(({ href }) => href)).toEqual([
      '/survey/',
      '/survey/platforms/',
      '/survey/platforms/stove/',
    ]);
    expect(view.title).toBe('Platform: Stove');
  });
});

test('the page of a year lists its papers by area, those without one last', () => {
  const year = surveyOf([
    paperOf('a', { ...publishedOn('2024'), ...heard }),
    paperOf('b', publishedOn('2024')),
    paperOf('c', { ...publishedOn('2024'), ...unsorted }),
  ]);
  expect(viewOf('year', '2024', year).groups.map(({ label, papers }) => [label, papers.map(({ id }) => id)])).toEqual([
    ['Heating', ['b']],
    ['Sound', ['a']],
    ['Unsorted', ['c']],
  ]);
});

test('the page of an author counts co-authors, but not the author', () => {
  const view = viewOf('author', 'ann-pot');
  expect(view.title).toBe('Papers by Ann Pot');
  expect(view.across.find(({ label }) => label === 'Co-authors')?.shown).toEqual([
    { label: 'Cy Cup', href: '/survey/authors/cy-cup/', count: '2' },
  ]);
  expect(view.note).toContain('people of one name');
});

test('very many papers are listed as rows, all of them', () => {
  const many = surveyOf(Array.from({ length: 301 }, (_, n) => paperOf(`p${n}`, { platforms: ['stove'] })));
  const view = viewOf('platform', 'stove', many);
  expect(view.groups).toEqual([]);
  expect(view.index.flatMap(({ rows }) => rows)).toHaveLength(301);
});

test('of many values the rarer ones are shown on demand, none is lost', () => {
  const names = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `Ann Pot${letter}`);
  const of = surveyOf([paperOf('a', { authors: names, platforms: ['stove'] }), paperOf('b', { authors: names })]);
  const group = viewOf('platform', 'stove', of).across.find(({ label }) => label === 'Authors');
  expect(group?.shown).toHaveLength(10);
  expect((group?.shown.length ?? 0) + (group?.rest.length ?? 0)).toBe(names.length);
});

describe('the lists of facets', () => {
  test('platforms say how many papers name none', () => {
    expect(facetIndexView('platform', survey).note).toBe('1 paper of 4 name no platform.');
  });

  test('years end with the papers without a date', () => {
    const [group] = facetIndexView('year', survey).groups;
    expect(group?.links.map(({ label, count, href }) => [label, count, href])).toEqual([
      ['2024', '2 papers', '/survey/years/2024/'],
      ['2020', '1 paper', '/survey/years/2020/'],
      ['Undated', '1 paper', '/survey/papers/by-year/#no-date'],
    ]);
  });

  test('authors stand under the first letters of their family names', () => {
    const { groups } = facetIndexView('author', survey);
    expect(groups.map(({ heading, links }) => [heading?.label, links.map(({ label }) => label)])).toEqual([
      ['C', ['Cup, Cy']],
      ['P', ['Pot, Ann']],
    ]);
  });

  test('lead to each other, but not to a list without entries', () => {
    expect(facetIndexView('year', survey).others.map(({ label }) => label)).toEqual(['Topics', 'Platforms', 'Authors']);
  });
});

test('the table of topics counts papers for each facet value, nothing where there is none', () => {
  const { table, facets } = topicsView(survey);
  expect(table.facets.map(({ facet, values }) => [facet.href, values.map(({ href }) => href)])).toEqual([
    ['/survey/platforms/', ['/survey/platforms/stove/']],
  ]);
  const row = (label: string) => table.areas.flatMap(({ rows }) => rows).find(({ topic }) => topic.label === label);
  expect([row('Boiling')?.papers, row('Boiling')?.cells]).toEqual(['2', ['1']]);
  expect(topicsView(surveyOf([paperOf('p')])).table.areas[0]?.rows[0]?.cells).toEqual([]);
  // Every list of a facet is a page of the site, and has to be found.
  expect(facets.map(({ href }) => href)).toEqual(
    ['platforms', 'modalities', 'contributions', 'years', 'authors'].map((folder) => `/survey/${folder}/`),
  );
});

test('a topic counts its papers by facet', () => {
  const { across } = topicView(survey.topicById.get('boiling')!, survey);
  expect(across.map(({ label, shown }) => [label, shown.map(({ count }) => count)])).toEqual([
    ['Platforms', ['1']],
    ['Authors', ['2', '1']],
  ]);
});

test('a year of the index leads to its page, papers without a date to none', () => {
  expect(papersByYearView(survey).groups.map(({ page }) => page?.href ?? null)).toEqual([
    '/survey/years/2024/',
    '/survey/years/2020/',
    null,
  ]);
});

test('filters of the search without a text lead to the pages of facets', () => {
  const hrefs = searchView(survey).filters.flatMap(({ groups }) =>
    groups.flatMap(({ options }) => options.map(({ href }) => href)),
  );
  expect(hrefs).toEqual(expect.arrayContaining(['/survey/years/2024/', '/survey/platforms/stove/']));
});

test('search engines may list the search itself; what was searched for is not part of its address', () => {
  const published = surveyOf([paperOf('p')], { urls: makeUrls('/survey/', 'https://kettles.example') });
  const { head } = searchView(published).frame;
  expect(head.canonical).toBe('https://kettles.example/survey/search/');
  expect(head.metas.map(({ name }) => name)).not.toContain('robots');
});
