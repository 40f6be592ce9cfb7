import { expect, test } from 'vitest';
import { listView } from '../../../src/site/list-view.ts';
import { pageShare, paperShare } from '../../../src/site/share-view.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { paperOf, surveyOf } from './fabricated-survey.ts';

const survey = surveyOf([]);
const published = { ...survey, urls: makeUrls('/survey/', 'https://survey.example') };
const paper = paperOf('kettle', {
  authors: ['Ada Spout', 'Bo Lid', 'Cy Pot', 'Di Pan'],
  authorsComplete: true,
  year: 2024,
  arxiv: '2401.00001',
});

test('a paper is shared with authors and year, and cited as itself', () => {
  const share = paperShare(paper, published);
  expect(share).toMatchObject({
    title: 'Title of kettle',
    href: 'https://survey.example/survey/papers/kettle/',
    note: 'Ada Spout, Bo Lid, Cy Pot et al., 2024',
    hasState: false,
  });
  expect(share.citation).toContain('https://doi.org/10.48550/arXiv.2401.00001');
});

test('of a paper without authors and year nothing is said of them', () => {
  expect(paperShare(paperOf('kettle'), published).note).toBe('');
});

test('another page is cited as a part of the survey, by its path where the site has no address', () => {
  expect(pageShare('Boiling', '/survey/topics/boiling/', survey)).toEqual({
    title: 'Boiling',
    href: '/survey/topics/boiling/',
    note: '',
    citation: '“{title}”. Atlas of Kettles. {url}',
    hasState: false,
  });
});

test('another page is cited with the version of the survey that it belongs to', () => {
  const versions = [
    {
      version: '1.2.0',
      date: '2026-11-21',
      note: null,
      isFirst: true,
      papers: 1,
      added: [],
      moved: [],
      corrected: [],
      merged: [],
      removed: [],
      texts: [],
    },
  ];
  expect(pageShare('Boiling', '/survey/topics/boiling/', { ...published, versions }).citation).toBe(
    '“{title}”. Atlas of Kettles. Version 1.2.0, 2026-11-21. {url}',
  );
});

test('the reading list knows every topic with its area, and is kept out of search engines', () => {
  const view = listView(survey);
  expect(view.topics.map(({ id, area, areaIndex }) => [id, area.id, areaIndex])).toEqual([
    ['boiling', 'heating', 0],
    ['whistling', 'sound', 1],
  ]);
  expect(view.frame.head.metas).toContainEqual({ key: 'name', name: 'robots', content: 'noindex' });
});
