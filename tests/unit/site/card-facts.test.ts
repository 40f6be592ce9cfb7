import { expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import { cardFacts } from '../../../src/site/card-facts.ts';
import { formatted, paperOf, surveyOf } from './fabricated-survey.ts';

test('cards know platforms by name and a result; papers without either are left out', () => {
  const abstract = 'It is 2x faster than steam and saves 40% of energy.';
  const survey = surveyOf([
    paperOf('mug', { abstract: formatted(abstract), claims: extractClaims(abstract) }),
    paperOf('pot', { platforms: ['stove'] }),
    paperOf('silent'),
  ]);
  expect(cardFacts(survey)).toEqual({
    schema: 1,
    cards: {
      mug: { platforms: [], result: { value: '2×', metric: 'faster', metricFirst: false } },
      pot: { platforms: ['Stove'], result: null },
    },
  });
});
