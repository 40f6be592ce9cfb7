import { expect, test } from 'vitest';
import { linkedPaper } from '../../../src/client/list-rows.ts';
import { makeUrls } from '../../../src/site/urls.ts';

test.each([
  ['a paper', 'https://survey.example/survey/papers/a-kettle/', 'a-kettle'],
  ['a paper, at a place', 'https://survey.example/survey/papers/a-kettle/#abstract', 'a-kettle'],
  ['all papers', 'https://survey.example/survey/papers/', null],
  ['a file beside a paper', 'https://survey.example/survey/papers/a-kettle.bib', null],
  ['a topic', 'https://survey.example/survey/topics/a-kettle/', null],
  ['a paper of another site', 'https://kettles.example/survey/papers/a-kettle/', null],
  ['a paper of another survey beside this one', 'https://survey.example/papers/a-kettle/', null],
  ['a folder of papers elsewhere on this site', 'https://survey.example/survey/sources/papers/a-kettle/', null],
])('a row can lead to %s', (_, href, paper) => {
  expect(linkedPaper(new URL(href), 'https://survey.example', makeUrls('/survey/', null).papers())).toBe(paper);
});
