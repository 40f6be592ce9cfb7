import { describe, expect, it } from 'vitest';
import { evidenceOf, unsupportedNumbers } from '../../../src/corpus/number-support.ts';

function missing(sentence: string, ...abstracts: readonly string[]): string[] {
  return unsupportedNumbers(sentence, abstracts.map(evidenceOf)).map(({ start, end }) => sentence.slice(start, end));
}

describe('two ways to write one number', () => {
  it.each([
    ['2.5×', '2.5x faster'],
    ['2.5 ×', 'a speed-up of 2.50'],
    ['2.5x', '2.5 times as fast'],
    ['2.5X', 'by ×2.5'],
    ['4×', 'by a factor of 4'],
    ['3 times', 'threefold'],
    ['three times', '3×'],
    ['twice', '2×'],
    ['twice', 'doubling'],
    ['doubled', '2x'],
    ['halves', 'by 50%'],
    ['half of the energy', '50 percent'],
    ['half the energy', 'halving'],
    ['an order of magnitude', '10×'],
    ['10-fold', 'an order of magnitude'],
    ['10%', '10 percent'],
    ['10 %', 'ten percent'],
    ['10 per cent', '10%'],
    ['10\u202f%', '10%'],
    ['10–20%', '10% to 20%'],
    ['10%', '10-20%'],
    ['1,000', '1000'],
    ['1 000'.replace(' ', '\u202f'), '1,000'],
    ['1K', '1,000'],
    ['2 million', '2M'],
    ['1.5–2 million', '1.5M to 2M'],
    ['7B', '7-billion-parameter'],
    ['10⁵', '100,000'],
    ['10⁻³', '0.001'],
    ['1e5', '10^5'],
    ['twelve times', '12x'],
    ['8-bit', 'INT8'],
    ['INT8', '8-bit integers'],
    ['INT-8', 'INT8'],
    ['GPT-4', 'GPT4'],
    ['3D', 'a 3D scene'],
    ['12 cooks', 'twelve cooks'],
    ['0.5 s', '.5 s'],
    ['25', 'twenty-five'],
    ['300', 'three hundred'],
  ])('%s is in "%s"', (stated, abstract) => {
    expect(missing(`It is ${stated}.`, abstract)).toEqual([]);
  });
});

describe('numbers that are not the same', () => {
  it.each([
    ['2.6×', '2.5×'],
    ['25×', '2.5×'],
    ['2×', '2 GPUs'],
    ['2×', 'two GPUs'],
    ['5%', '5×'],
    ['5%', 'on 5 tasks'],
    ['3×', '2-4×'],
    ['1,000', '1,001'],
    ['7B', '7M'],
    ['INT4', 'INT8'],
    ['ten times', '11 times'],
    ['twice', 'three times'],
    ['half of', '40%'],
    ['1000', 'no number at all'],
  ])('%s is not in "%s"', (stated, abstract) => {
    expect(missing(`It is ${stated} it.`, abstract)).toHaveLength(1);
  });
});

describe('unsupportedNumbers', () => {
  it('takes a number from any of the cited abstracts', () => {
    expect(missing('From 2× to 3×.', 'It gives 2×.', 'It gives 3×.')).toEqual([]);
    expect(missing('From 2× to 3×, even 4×.', 'It gives 2×.', 'It gives 3×.')).toEqual(['4×']);
  });

  it('reports every number of a sentence without a citation, but neither names nor ways to speak', () => {
    expect(missing('Two lines of work on INT8 and 3D reach 5× and ten percent.')).toEqual(['5×', 'ten percent']);
  });

  it('does not take names for figures', () => {
    expect(missing('Double buffering in GPT-4o and Llama-3.1.', 'GPT-4o and Llama 3.1 buffer twice.')).toEqual([]);
  });
});
