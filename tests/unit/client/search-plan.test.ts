import { describe, expect, test } from 'vitest';
import { planOf } from '../../../src/client/search-plan.ts';

const equivalents = [
  ['MoE', 'mixture of experts'],
  ['KV', 'key-value'],
  ['LLM', 'large language model'],
  ['phone', 'smartphone', 'mobile device'],
];

/** The forms of each term, as texts. */
const formsOf = (query: string) =>
  planOf(query, equivalents).terms.map(({ forms }) => forms.map((form) => form.join(' ')));

describe('the plan of a search', () => {
  test('leaves out words that say nothing, unless there are no others', () => {
    expect(formsOf('how to prune the weights')).toEqual([['prune'], ['weights']]);
    expect(formsOf('to be or how')).toHaveLength(4);
    expect(formsOf('  ')).toEqual([]);
    expect(formsOf('- ?!')).toEqual([]);
  });

  test('an abbreviation is looked for in full, and the other way round', () => {
    expect(formsOf('moe pruning')).toEqual([['moe', 'mixture experts'], ['pruning']]);
    expect(formsOf('Mixtures of Experts')).toEqual([['mixtures experts', 'moe']]);
    expect(formsOf('key value')).toEqual([['key value', 'kv']]);
    expect(formsOf('LLMs')).toEqual([['llms', 'large language model']]);
    expect(formsOf('Mixture-of-Experts')).toEqual([['mixture experts', 'mixtureofexperts', 'moe']]);
  });

  test('words of one group stand for each other', () => {
    expect(formsOf('run LLM on phone')).toEqual([
      ['run'],
      ['llm', 'large language model'],
      ['phone', 'smartphone', 'mobile device'],
    ]);
  });

  test('a hyphenated word is looked for in parts and joined, one with a single letter joined only', () => {
    expect(formsOf('pre-training')).toEqual([['pre training', 'pretraining']]);
    expect(formsOf('T-MAC')).toEqual([['tmac']]);
  });

  test('accents, case and possessives do not matter', () => {
    expect(formsOf('João ALZHEIMER’S')).toEqual([['joao'], ['alzheimer']]);
  });

  test('British and American spellings find each other', () => {
    expect(formsOf('quantisation')).toEqual([['quantisation', 'quantization']]);
    expect(formsOf('behavior')).toEqual([['behavior', 'behaviour']]);
  });

  test('a quoted phrase is kept as it is', () => {
    expect(planOf(' "mixture of experts" ', equivalents)).toEqual({ exact: '"mixture of experts"', terms: [] });
  });

  test('names the terms as typed', () => {
    expect(planOf('Mixture of Experts on Phones', equivalents).terms.map(({ typed }) => typed)).toEqual([
      'Mixture of Experts',
      'Phones',
    ]);
  });
});
