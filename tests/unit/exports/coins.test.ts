import { describe, expect, test } from 'vitest';
import { coins } from '../../../src/exports/coins.ts';
import { citationWith } from '../../support/citations.ts';

const valuesOf = (text: string, name: string): string[] => new URLSearchParams(text).getAll(name);

describe('coins', () => {
  test('describes a paper as a preprint in the words of Dublin Core', () => {
    const text = coins(
      citationWith({
        title: 'Kettles & Ψ = 100 %',
        authors: ['Ada van Spout', 'Kettle Team', 'Nguyễn Văn Ánh'],
        published: '2024-11',
        year: 2024,
        doi: '10.48550/arXiv.2411.00001',
        url: 'https://arxiv.org/abs/2411.00001',
      }),
    );
    expect(text).toMatch(/^ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=preprint&/);
    expect(valuesOf(text, 'rft.title')).toEqual(['Kettles & Ψ = 100 %']);
    expect(valuesOf(text, 'rft.au')).toEqual(['van Spout, Ada', 'Ánh, Nguyễn Văn']);
    expect(valuesOf(text, 'rft.date')).toEqual(['2024-11']);
    expect(valuesOf(text, 'rft.identifier')).toEqual(['https://arxiv.org/abs/2411.00001']);
    expect(valuesOf(text, 'rft_id')).toEqual(['info:doi/10.48550/arXiv.2411.00001']);
  });

  test('keeps the name of a group in one piece', () => {
    expect(valuesOf(coins(citationWith({ authors: ['Kettle Team'] })), 'rft.aucorp')).toEqual(['Kettle Team']);
  });

  test('says nothing of what is not known', () => {
    const text = coins(citationWith());
    for (const name of ['rft.au', 'rft.date', 'rft_id']) expect(valuesOf(text, name)).toEqual([]);
    expect(valuesOf(text, 'rft.identifier')).toEqual(['/papers/a-kettle/']);
  });
});
