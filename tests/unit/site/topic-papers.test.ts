import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import { type ListedEntry, topicPapers } from '../../../src/site/topic-papers.ts';
import { formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const claimsOf = (text: string) => extractClaims(`We propose Kettle. ${text}`);
const related = (...ids: readonly string[]) => ({ related: ids.map((id) => ({ id, score: 0.5, shared: [] })) });

const papers = [
  paperOf('old', {
    ...publishedOn('2020'),
    title: formatted('The ancient pot'),
    platforms: ['stove'],
    claims: claimsOf('It is up to 9x faster than steam.'),
  }),
  paperOf('new', {
    ...publishedOn('2024'),
    title: formatted('Zebra kettles'),
    code: ['https://code.example/a'],
    ...related('old', 'whistle'),
  }),
  paperOf('middle', {
    ...publishedOn('2022'),
    title: formatted('Boiling'),
    claims: claimsOf('It is 2x faster than steam.'),
    ...related('old'),
  }),
  paperOf('whistle', { ...publishedOn('2023'), topic: 'whistling', area: 'sound', also: ['boiling'] }),
];
const survey = surveyOf(papers);
const view = topicPapers(survey.topicById.get('boiling')!, survey);

const idsBy = (rank: (entry: ListedEntry) => number): string[] =>
  [...view.own, ...view.also].toSorted((a, b) => rank(a) - rank(b)).map(({ entry }) => entry.id);

describe('the papers of a topic', () => {
  test('stand newest first, those of other topics apart and with their topic', () => {
    expect(view.own.map(({ entry }) => [entry.id, entry.topic])).toEqual([
      ['new', null],
      ['middle', null],
      ['old', null],
    ]);
    expect(view.also.map(({ entry }) => [entry.id, entry.topic?.label])).toEqual([['whistle', 'Whistling']]);
    expect(view.status).toBe('4 papers');
  });

  test('are ranked by title without its article', () => {
    expect(idsBy(({ facts }) => facts.ranks.title)).toEqual(['old', 'middle', 'whistle', 'new']);
  });

  test('are ranked by their largest speed-up, those without one after all others', () => {
    expect(idsBy(({ facts }) => facts.ranks.speedup).slice(0, 2)).toEqual(['old', 'middle']);
    expect(view.own.map(({ measures }) => measures.speedup)).toEqual([
      null,
      'Largest reported speed-up: 2×',
      'Largest reported speed-up: up to 9×',
    ]);
  });

  test('are ranked by how many papers they are related to, of equals the newer first', () => {
    expect(idsBy(({ facts }) => facts.ranks.related)).toEqual(['new', 'old', 'middle', 'whistle']);
    expect(view.also[0]?.measures.related).toBe('1 related paper');
  });

  test('can be narrowed to values that occur, with their counts; a kind without any is left out', () => {
    expect(view.filters.map(({ name, options }) => [name, options.map(({ value, count }) => [value, count])])).toEqual([
      [
        'year',
        [
          ['2024', 1],
          ['2023', 1],
          ['2022', 1],
          ['2020', 1],
        ],
      ],
      ['platform', [['stove', 1]]],
    ]);
    expect(view.withCode).toBe(1);
  });
});

test('what all papers have in common, or none has, is no filter and no order', () => {
  const alike = ['a', 'b'].map((id) => paperOf(id, { ...publishedOn('2020'), platforms: ['stove'] }));
  const other = surveyOf(alike);
  const list = topicPapers(other.topicById.get('boiling')!, other);
  expect(list.filters).toEqual([]);
  expect(list.withCode).toBeNull();
  expect(list.orders.map(({ value }) => value)).toEqual(['', 'title', 'related']);
});
