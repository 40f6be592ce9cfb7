import { expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import { compareTopics } from '../../../src/site/topic-comparison.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const claimsOf = (text: string) => extractClaims(`We propose Kettle. ${text}`);

test('topics are counted side by side; what is not known is not told', () => {
  const survey = surveyOf([
    paperOf('a', {
      ...publishedOn('2024-05'),
      code: ['https://code.example/a'],
      claims: claimsOf('It is 2.5x faster than steam. Throughput grows 1.5-6×.'),
    }),
    paperOf('b', { ...publishedOn('2023'), claims: claimsOf('It is 3x faster than steam.') }),
    paperOf('c', { topic: 'whistling', area: 'sound', also: ['boiling'] }),
  ]);
  expect(compareTopics(survey.topics, survey)).toEqual([
    {
      title: 'Boiling',
      href: '/survey/topics/boiling/',
      papers: '2',
      also: '1',
      withCode: '1',
      withResults: '2',
      speedups: '3×–6×',
      newest: 'May 2024',
    },
    {
      title: 'Whistling',
      href: '/survey/topics/whistling/',
      papers: '1',
      also: '0',
      withCode: '0',
      withResults: '0',
      speedups: null,
      newest: null,
    },
  ]);
});

test('a single topic has nothing beside it', () => {
  const survey = surveyOf([paperOf('a')]);
  expect(compareTopics(survey.topics.slice(0, 1), survey)).toEqual([]);
});
