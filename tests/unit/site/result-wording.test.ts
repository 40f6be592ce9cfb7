import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/corpus/paper.ts';
import { namesMetric, quoteAround, resultText, wordResult } from '../../../src/site/result-wording.ts';
import { claimOf } from './fabricated-survey.ts';

type Known = Partial<Claim>;

const up = { change: 'increase' } as const;
const down = { change: 'decrease' } as const;
const itself = { change: null } as const;
const percent = { unit: '%' } as const;
const best = { bound: 'up to' } as const;

const text = (value: string, metric: Claim['metric'], words: string | null, known: Known): string =>
  resultText(wordResult(claimOf({ value, metric, words, ...known })));

const cases: readonly (readonly [Claim['metric'], string | null, string, Known, string])[] = [
  // A decrease is "lower", of what is counted or weighed "fewer" or "less", before the noun.
  ['memory', 'KV cache memory', '62%', { ...down, ...percent }, '62% less KV cache memory'],
  ['memory', 'memory usage', 'approximately 2x', { ...down, bound: 'about' }, 'approximately 2× lower memory usage'],
  ['compression', 'model size', '50%', { ...down, ...percent }, '50% smaller model size'],
  ['compression', 'parameters', '2 to 25 times', down, '2 to 25 times fewer parameters'],
  ['cost', 'inference FLOPs', 'upto 11%', { ...down, ...percent, ...best }, 'up to 11% fewer inference FLOPs'],
  ['cost', 'frame input', '50%', { ...down, ...percent }, '50% less frame input'],
  ['cost', 'token budget', 'up to 46%', { ...down, ...percent, ...best }, 'up to 46% smaller token budget'],
  ['cost', 'costs', 'around 100X', { ...down, bound: 'about' }, 'around 100× lower cost'],
  ['cost', 'costly', '3x', down, '3× less costly'],
  ['energy', 'energy', '37%', { ...down, ...percent }, '37% less energy'],
  ['energy', 'power consumption', 'up to 54%', { ...down, ...percent, ...best }, 'up to 54% lower power consumption'],
  ['latency', 'latency', '2.8x', down, '2.8× lower latency'],
  ['latency', 'prefilling time', '28×', down, '28× shorter prefilling time'],
  ['latency', 'inter-token-latency', '29-69%', { ...down, ...percent }, '29–69% lower inter-token latency'],
  ['accuracy', 'accuracies', 'less than 1%', { ...down, ...percent }, 'less than 1% lower accuracy'],
  ['error', 'PPL', '29.3%', { ...down, ...percent }, '29.3% lower PPL'],
  ['error', 'ratio of defective', '11.7%', { ...down, ...percent }, '11.7% lower share of defects'],
  // An increase is "higher".
  ['accuracy', 'top1 accuracy', 'up to 4.0%', { ...up, ...percent, ...best }, 'up to 4.0% higher top-1 accuracy'],
  ['accuracy', 'accurate', 'up to 4.5%', { ...up, ...percent, ...best }, 'up to 4.5% more accurate'],
  ['accuracy', 'performance', '26%', { ...up, ...percent }, '26% better performance'],
  ['accuracy', 'GLUE', '1.66', { ...up, unit: null }, '1.66 higher GLUE score'],
  ['throughput', 'throughput', '1.53×~20.57×', up, '1.53×–20.57× higher throughput'],
  ['throughput', 'FPS', '100%', { ...up, ...percent }, '100% higher FPS'],
  ['energy', 'energy-efficient', '3x', up, '3× more energy-efficient'],
  [
    'cost',
    'efficient in terms of compute',
    '50-180%',
    { ...down, ...percent },
    '50–180% less efficient in terms of compute',
  ],
  ['other', 'context length', '×100 times', up, '100× longer context length'],
  ['memory', 'memory', 'exceeding 9 times', { ...up, bound: 'more than' }, 'more than 9 times more memory'],
  ['latency', 'the time it takes', '67.2%', { ...up, ...percent }, '67.2% longer time'],
  // Speed is "faster", whatever its noun or verb.
  ['speed-up', null, '3x', up, '3× faster'],
  ['speed-up', 'speed increases', '3.67×', up, '3.67× faster'],
  ['speed-up', 'speed', '6.25x', { ...up, ...best }, 'up to 6.25× faster'],
  ['speed-up', 'inference speed', '×1.42', up, '1.42× faster inference'],
  ['speed-up', 'accelerates', 'up to 7.5x', { ...up, ...best }, 'up to 7.5× faster'],
  ['speed-up', 'outperforms', '8×', up, '8× faster'],
  ['speed-up', 'kernel speedup', '7.09x', up, '7.09× kernel speed-up'],
  ['speed-up', 'speedups', 'up to 19.0', { ...itself, ...best, unit: null }, 'up to 19.0 speed-up'],
  ['speed-up', 'speedups', 'up to 19.0', { ...up, ...best }, 'up to 19.0× speed-up'],
  ['speed-up', 'speedup', '42 times', up, '42 times faster'],
  ['speed-up', 'slower', '16.9 times', down, '16.9 times slower'],
  ['speed-up', null, '15.8 times', itself, '15.8 times difference in speed'],
  // Verbs and gains that name no metric.
  ['accuracy', 'outperforming', '5.2%', { ...up, ...percent }, '5.2% better'],
  ['accuracy', 'improvement', '10%', { ...up, ...percent }, '10% better'],
  ['accuracy', 'average improvement', '1.85%', { ...up, ...percent }, '1.85% average improvement'],
  ['accuracy', null, '15%', { ...up, ...percent }, '15% better'],
  ['accuracy', 'outperforms', '15%', { ...down, ...percent }, '15% worse'],
  ['accuracy', 'improvements', '+25.28', { ...up, unit: null }, '+25.28 gain'],
  ['accuracy', 'improvement', 'approximately +25.1%', { ...up, ...percent }, 'approximately +25.1% gain'],
  ['accuracy', 'scoring', '90.5%', { ...itself, ...percent }, '90.5% score'],
  ['accuracy', 'outperforms', '85.90%', { ...itself, ...percent }, '85.90% score'],
  ['other', null, '15.2x', { ...up, ...best }, 'up to 15.2× better'],
  // Where no metric is named, the kind is; a time needs none.
  ['latency', null, '19.7 minutes', { ...itself, unit: 'min' }, '19.7 minutes'],
  ['memory', null, 'less than 160GB', { ...itself, unit: 'GB', bound: 'less than' }, 'less than 160GB of memory'],
  ['latency', null, '30%', { ...down, ...percent }, '30% lower latency'],
  ['latency', 'time-to-solution', '1.71 days', { ...itself, unit: 'd' }, '1.71 days to solution'],
  // A unit stands once.
  ['throughput', 'tokens/s', '1148 tokens/s', { ...itself, unit: 'tokens/s' }, '1148 tokens/s'],
  ['throughput', 'FPS', '>30 FPS', { ...itself, unit: 'FPS', bound: 'more than' }, '>30 FPS'],
  ['cost', 'multiply-adds', '413M multiply-adds', { ...itself, unit: 'M multiply-adds' }, '413M multiply-adds'],
  ['throughput', 'action frequency', '70 Hz', { ...itself, unit: 'Hz' }, '70 Hz action frequency'],
  ['accuracy', 'EM', '8.4 EM points', { ...up, unit: 'points' }, '8.4 EM points higher'],
  ['accuracy', 'accuracy', '0.46-point', { ...up, unit: 'points' }, '0.46-point accuracy gain'],
  ['accuracy', 'exact match', '+22.9 points', { ...up, unit: 'points' }, '+22.9 points in exact match'],
  ['accuracy', 'accuracy', 'up to +18', { ...up, ...best, unit: null }, 'up to +18 accuracy'],
  // From one value to another: neither lower nor higher, and the metric first.
  ['memory', 'memory footprint', 'from 31GB to less than 16GB', down, 'memory footprint from 31GB to less than 16GB'],
  ['accuracy', 'gains', 'from 16.40% to 40.00%', { ...up, ...percent }, 'score from 16.40% to 40.00%'],
  ['accuracy', 'zero-shot improvements', '5.9%→10.9%', { ...up, ...percent }, 'zero-shot score 5.9%→10.9%'],
  // Words that already say it.
  ['cost', 'inference computational cost', 'halves', down, 'halves inference computational cost'],
  ['compression', 'smaller', 'up to 3.2X', { ...down, ...best }, 'up to 3.2× smaller'],
  ['compression', 'larger models', '1.26x~3.14x', up, '1.26×–3.14× larger models'],
  ['compression', 'compression', '20x', up, '20× compression'],
  ['compression', 'compression ratio', '20x', up, '20× higher compression ratio'],
  ['memory', 'memory-savings', 'up to 50%', { ...itself, ...percent, ...best }, 'up to 50% memory savings'],
  ['compression', 'pruned', '40%', { ...down, ...percent }, '40% pruned'],
  ['latency', 'latency', 'an order of magnitude', down, 'an order of magnitude lower latency'],
  // Half, twice and factors below one stand before what they are of.
  ['memory', 'memory', 'half', { ...down, numbers: [0.5] }, 'half the memory'],
  ['throughput', 'throughput', 'twice', up, 'twice the throughput'],
  ['speed-up', 'faster', 'twice', up, 'twice as fast'],
  ['accuracy', 'preferred', 'nearly twice', { ...up, bound: 'about' }, 'nearly twice as often preferred'],
  ['latency', 'latency', '0.4x', { ...down, numbers: [0.4] }, '0.4× the latency'],
  ['compression', 'size', '334 times', { ...itself, numbers: [334] }, '334 times the size'],
  // A bound that stood apart from its value.
  ['throughput', 'throughput', '32%', { ...up, ...percent, bound: 'more than' }, 'more than 32% higher throughput'],
  ['speed-up', null, 'max 47%', { ...up, ...percent, ...best }, 'up to 47% faster'],
  ['accuracy', 'accuracy', '≤ 2%', { ...down, ...percent, ...best }, '≤ 2% lower accuracy'],
];

describe('a result in words', () => {
  test.each(cases)('%s, %s: %s', (metric, words, value, known, expected) => {
    expect(text(value, metric, words, known)).toBe(expected);
  });

  test('a share says of what, where its sentence does', () => {
    const share = (value: string, words: string, quote: string, metric: Claim['metric'] = 'accuracy') =>
      text(value, metric, words, { ...itself, ...percent, quote });
    expect(share('about 43%', 'parameters', 'It has about 43% of the number of parameters.', 'compression')).toBe(
      'about 43% of the parameters',
    );
    expect(share('18%', 'execution time', 'It takes 18% of the usual execution time.', 'latency')).toBe(
      '18% of the execution time',
    );
    expect(share('98%', 'performance', 'It preserves 98% of what a kettle does in performance.')).toBe(
      '98% of the performance',
    );
    expect(share('62%', 'performance', 'It attains 62% performance.')).toBe('62% performance');
    expect(share('8%', 'overhead', 'It adds 8% overhead.', 'cost')).toBe('8% overhead');
  });

  test('a share of others that are surpassed is no score', () => {
    const share = (quote: string) => text('nearly 80%', 'accuracy', 'surpasses', { ...itself, ...percent, quote });
    expect(share('It surpasses nearly 80% of all kettles.')).toBe('nearly 80% of all kettles surpassed');
    expect(share('It boils nearly 80% of the time, and surpasses all.')).toBe('nearly 80% of the time');
    expect(share('It surpasses all with nearly 80%.')).toBe('nearly 80% score');
    expect(text('up to 86%', 'error', 'hallucinations', { ...itself, ...percent })).toBe('up to 86% hallucinated');
  });

  test('what is cut by half is told from what is half', () => {
    const half = (quote: string) => text('more than half', 'memory', 'memory', { ...down, numbers: [0.5], quote });
    expect(half('It cuts memory by more than half.')).toBe('more than half of the memory saved');
    expect(half('It needs more than half the memory.')).toBe('more than half the memory');
  });
});

test('a sentence is split around its value, not around the end of another number', () => {
  const around = (quote: string, value: string) => quoteAround({ quote, value });
  expect(around('It is up to 9x faster.', 'up to 9x')).toEqual({
    before: 'It is ',
    value: 'up to 9x',
    after: ' faster.',
  });
  expect(around('By 49%, 5.9% and 9%, in turn.', '9%').before).toBe('By 49%, 5.9% and ');
});

test('words that say better name no metric', () => {
  const names = (words: string | null) => namesMetric({ words });
  expect(['accuracy', 'F1 score', 'reward accuracy'].every(names)).toBe(true);
  expect([null, 'outperforms', 'average improvement', 'gain', 'performance'].some(names)).toBe(false);
});
