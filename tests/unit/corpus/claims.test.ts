import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import type { MetricKind } from '../../../src/corpus/metrics.ts';
import { claimSchema } from '../../../src/corpus/paper.ts';

/** The sentence in an abstract that speaks of its own work before. */
function abstractWith(sentence: string): string {
  return `Water is slow to boil. We propose Kettle, a new way of heating it. ${sentence}`;
}

type Expected = readonly (readonly [value: string, metric: MetricKind])[];

const results: readonly (readonly [sentence: string, expected: Expected])[] = [
  // Factors.
  ['Teapot achieves a 2.4× speedup over plain boiling.', [['2.4×', 'speed-up']]],
  ['Teapot is two orders of magnitude faster than brute force.', [['two orders of magnitude', 'speed-up']]],
  ['Kettle boils with up to an 8.5x improvement in brewing speed.', [['8.5x', 'speed-up']]],
  ['It is 1.8 to 3.2 times faster than prior systems.', [['1.8 to 3.2 times', 'speed-up']]],
  ['Saucer obtains speedups ranging from 1.2× to 5.6×.', [['1.2× to 5.6×', 'speed-up']]],
  [
    'We achieve 2.3×/1.7× speedups on stoves and fires.',
    [
      ['2.3×', 'speed-up'],
      ['1.7×', 'speed-up'],
    ],
  ],
  ['Ladle brings 7-30x latency reduction through steam.', [['7-30x', 'latency']]],
  ['Our router is 10 times cheaper than always asking the chef.', [['10 times', 'cost']]],
  ['The lid on the stove is 64 times smaller.', [['64 times', 'compression']]],
  ['Speeds up pouring by a factor of 3.', [['3', 'speed-up']]],
  ['Cup outperforms existing cups by up to 4.4×.', [['up to 4.4×', 'speed-up']]],
  ['The system keeps its quality with remarkable ×1.6 inference speed.', [['×1.6', 'speed-up']]],
  ['Spout delivers 1.4x-9.1x higher throughput per dollar than uniform spouts.', [['1.4x-9.1x', 'cost']]],
  ['The error is reduced threefold.', [['threefold', 'error']]],
  [
    'Saucer outperforms other cups by 10-40% on tea and 8× on milk.',
    [
      ['10-40%', 'speed-up'],
      ['8×', 'speed-up'],
    ],
  ],
  ['Saucer outperforms other cups by 10% on tea.', [['10%', 'accuracy']]],
  ['The execution plans of Kettle show 26% performance improvement.', [['26%', 'speed-up']]],
  ['Kettle shows 26% performance improvement on spelling.', [['26%', 'accuracy']]],
  [
    'We see great speedups: up to 19.0 for tea and 2.2 for milk.',
    [
      ['up to 19.0', 'speed-up'],
      ['2.2', 'speed-up'],
    ],
  ],
  [
    'Kettle is 12% slower on clay and 3 times slower on glass.',
    [
      ['12%', 'latency'],
      ['3 times', 'latency'],
    ],
  ],
  ['It sustains 80% of the memory bandwidth.', [['80%', 'throughput']]],
  ['It shows a 10% scalability improvement over two hobs.', [['10%', 'throughput']]],
  ['It improves runtime performance by 15%.', [['15%', 'speed-up']]],
  ['It brings a 15% runtime reduction.', [['15%', 'latency']]],
  ['It reaches 48% of the peak FP64 performance.', [['48%', 'throughput']]],
  ['In a browser it retains 80% native performance.', [['80%', 'throughput']]],
  ['It retains 80% of the performance.', [['80%', 'accuracy']]],
  [
    'It speeds up communication-heavy kettles by 30% (max 47%).',
    [
      ['30%', 'speed-up'],
      ['max 47%', 'speed-up'],
    ],
  ],
  ['It reduces communication by 30%.', [['30%', 'cost']]],
  ['Cup is 50-180% less efficient in terms of compute than steam.', [['50-180%', 'cost']]],
  ['Complexity is lower (>2.5× smaller than that of Cup).', [['>2.5×', 'compression']]],
  ['It has low complexity (>2.5× smaller than that of Cup).', [['>2.5×', 'cost']]],
  ['It imposes memory demands, exceeding 30 times the size of the pot.', [['exceeding 30 times', 'memory']]],
  ['It pours at 3 times the speed of steam.', [['3 times', 'speed-up']]],
  [
    'It brings 1.6x runtime improvement and 37% energy reduction, while steam brings 32x and 99%, respectively.',
    [
      ['1.6x', 'latency'],
      ['37%', 'energy'],
      ['32x', 'latency'],
      ['99%', 'energy'],
    ],
  ],
  [
    'It attains up to 8.6% with 50% less frame input.',
    [
      ['up to 8.6%', 'accuracy'],
      ['50%', 'cost'],
    ],
  ],
  [
    'It attains 62.3% and 64.1% accuracy on two menus.',
    [
      ['62.3%', 'accuracy'],
      ['64.1%', 'accuracy'],
    ],
  ],
  [
    'It reaches 89.6% ANLS on labels and 88.1% [email protected] on menus.',
    [
      ['89.6%', 'accuracy'],
      ['88.1%', 'accuracy'],
    ],
  ],
  ['It beats the samovar by 4%.', [['4%', 'accuracy']]],
  ['It shows a pouring degradation of only 0.12% at best.', [['0.12%', 'error']]],
  ['It shows a 2% accuracy degradation.', [['2%', 'accuracy']]],
  ['It matches the full pot with only half the heads in the same memory.', [['half', 'compression']]],
  // Fractions in words.
  ['It needs only half the memory of the baseline.', [['half', 'memory']]],
  ['Kettle halves the computational cost.', [['halves', 'cost']]],
  ['Sieve reduces memory usage by more than half.', [['more than half', 'memory']]],
  // Percentages.
  ['Training time shrinks by 36% on average.', [['36%', 'latency']]],
  ['We save over 40% of training time.', [['over 40%', 'latency']]],
  [
    'Compared to Adam, it shows a 28% latency reduction and a 3% MAE reduction.',
    [
      ['28%', 'latency'],
      ['3%', 'error'],
    ],
  ],
  [
    'We obtain a 50% reduction in model size and a 28% reduction in inference cost.',
    [
      ['50%', 'compression'],
      ['28%', 'cost'],
    ],
  ],
  [
    'Mug decreases power consumption and latency, respectively, by up to 49% and 89%.',
    [
      ['up to 49%', 'energy'],
      ['89%', 'latency'],
    ],
  ],
  [
    'It reduces power and latency respectively by 41% and 52% on the hob and 63% and 74% on the grill.',
    [
      ['41%', 'energy'],
      ['52%', 'latency'],
      ['63%', 'energy'],
      ['74%', 'latency'],
    ],
  ],
  [
    'Accuracy grows by up to 28%, 15% and 3% on the three sets.',
    [
      ['up to 28%', 'accuracy'],
      ['15%', 'accuracy'],
      ['3%', 'accuracy'],
    ],
  ],
  [
    'We compress the kettle 12x with less than 1% accuracy drop.',
    [
      ['12x', 'compression'],
      ['less than 1%', 'accuracy'],
    ],
  ],
  ['Even so, only 0.6% loss in top-1 accuracy is seen.', [['0.6%', 'accuracy']]],
  ['The result stays within 1% of the full-precision accuracy.', [['within 1%', 'accuracy']]],
  ['Spoon matches the ladle with about 43% of the number of parameters.', [['about 43%', 'compression']]],
  ['It reaches over 90% accuracy on tea.', [['over 90%', 'accuracy']]],
  ['We keep 99.2% of the accuracy at 60% sparsity.', [['99.2%', 'accuracy']]],
  ['Our method uses 43% fewer FLOPs.', [['43%', 'cost']]],
  ['Human raters prefer our tea 68% of the time.', [['68%', 'accuracy']]],
  [
    'We set a new state of the art with 91.4% (+2.1%) on Spoons.',
    [
      ['91.4%', 'accuracy'],
      ['+2.1%', 'accuracy'],
    ],
  ],
  [
    'The method improves taste (CSN 7.4% ↑), explainability (22.7% ↑), and grounding (24.8% ↑).',
    [
      ['7.4%', 'accuracy'],
      ['22.7%', 'accuracy'],
      ['24.8%', 'accuracy'],
    ],
  ],
  // Changes.
  ['It improves perplexity from 57.3 to 6.7.', [['from 57.3 to 6.7', 'error']]],
  ['Success rate increases from 45% to 71%.', [['from 45% to 71%', 'accuracy']]],
  ['We find improvements on TeaQA (5.9%→10.9%).', [['5.9%→10.9%', 'accuracy']]],
  [
    'Kettle cuts brewing latency from 73ms to 6.7ms (a 10.9-fold speedup).',
    [
      ['from 73ms to 6.7ms', 'latency'],
      ['10.9-fold', 'speed-up'],
    ],
  ],
  ['The memory footprint falls from 31GB to less than 16GB.', [['from 31GB to less than 16GB', 'memory']]],
  ['Cup lowers the cost per query from $15 to $2.', [['from $15 to $2', 'cost']]],
  // Scores.
  ['On Bowls, it achieves 85.3 mAP.', [['85.3', 'accuracy']]],
  [
    'Pan achieves 87.7, 70.0, and 71.7 J&F on three sets of cups while running at 16 FPS.',
    [
      ['87.7', 'accuracy'],
      ['70.0', 'accuracy'],
      ['71.7', 'accuracy'],
      ['16 FPS', 'throughput'],
    ],
  ],
  ['Our model reaches a perplexity of 5.4 on held-out prose.', [['5.4', 'error']]],
  ['It obtains a score of 82 on HumanTea.', [['82', 'accuracy']]],
  ['Our 3B model scores 71.2 on the exam.', [['71.2', 'accuracy']]],
  ['It gains 1.5 points on the spelling benchmark.', [['1.5 points', 'accuracy']]],
  [
    'The score goes up by +2.6 and +3.2 on two menus.',
    [
      ['+2.6', 'accuracy'],
      ['+3.2', 'accuracy'],
    ],
  ],
  ['It achieves 3.7 dB higher PSNR.', [['3.7 dB', 'accuracy']]],
  [
    'We improve mAP by 2.3 and mIoU by 1.8.',
    [
      ['2.3', 'accuracy'],
      ['1.8', 'accuracy'],
    ],
  ],
  ['The small cup outperforms the large one by a significant margin of 1.66 on BREW.', [['1.66', 'accuracy']]],
  [
    'It attains an AUC of 0.93 and an F1 of 0.87.',
    [
      ['0.93', 'accuracy'],
      ['0.87', 'accuracy'],
    ],
  ],
  // Rates, times, sizes.
  ['The drone runs at 30 FPS on a microcontroller.', [['30 FPS', 'throughput']]],
  ['It achieves 1,148 tokens/s per card.', [['1,148 tokens/s', 'throughput']]],
  ['Our agent shows a latency of 4.3s per step.', [['4.3s', 'latency']]],
  ['It answers in 3.2 seconds instead of 40 seconds.', [['3.2 seconds', 'latency']]],
  ['Spoon decodes a token in under 50 ms on a phone.', [['under 50 ms', 'latency']]],
  ['Training takes 10K steps, which consumes less than 9 hours on one stove.', [['less than 9 hours', 'latency']]],
  ['Peak memory falls to 3.5 GB.', [['3.5 GB', 'memory']]],
  ['Power consumption is 12 mW.', [['12 mW', 'energy']]],
];

const nothing: readonly string[] = [
  // Sizes, settings and hyper-parameters.
  'We evaluate on 12 benchmarks and 5 models from 1B to 70B parameters.',
  'The network has 24 layers, 16 heads and a hidden size of 1024.',
  'We train for 300 epochs with a batch size of 256 and a learning rate of 0.001.',
  'Our dataset contains 1.2 million images at 1024x1024 resolution.',
  'We quantize weights to 4 bits and activations to 8 bits.',
  'We use a context length of 128K tokens on 8x H100 GPUs.',
  'We use Ladle-3.1-8B, GPT-4, Gemini 1.5 Pro and T5.',
  'At 50% sparsity we study the loss landscape.',
  'We split the data into 80% for training and 20% for testing.',
  'We set the temperature to 0.7 and sample 10 answers.',
  'Using only 10% of the training data, we study scaling.',
  'A latency budget of 50 ms is assumed for all models.',
  'Each clip exceeds 10 hours, and a 5-second video is generated.',
  'It requires less than 9 hours of video.',
  // Shares that something takes.
  'Boiling can be dominated by pouring (up to 56% of end-to-end latency).',
  'We find that pouring has ~80% impact on system throughput.',
  'We find that pouring accounts for 60% of the total energy.',
  // Counts of things.
  'The study spans 2019 to 2024.',
  'The survey covers 180 papers in 7 categories.',
  'Section 3 describes the 2-stage pipeline (1) boiling, (2) pouring.',
  'The benchmark has 500 questions (30% of them hard).',
  'Participants were 25 adults, 40% of them women.',
  'Our contributions are threefold: speed, taste and warmth.',
  'The contribution of this paper is twofold.',
  'The reason is twofold: speed and taste.',
  'Cups are rated on a 5-point scale.',
  // What others do.
  'Existing kettles waste 60% of their energy.',
  'While earlier work reaches only 40% accuracy, we study why.',
  'However, Teapot does not reach real-time speed (8.2 FPS).',
  'Advanced kettles exhibit a 70% error rate.',
  'We compare it with the Samovar, which is 12x slower and 98% less energy-efficient than Kettle.',
];

describe('results', () => {
  test.each(results)('%s', (sentence, expected) => {
    const claims = extractClaims(abstractWith(sentence));
    expect(claims.map(({ value, metric }) => [value, metric])).toEqual(expected);
  });
});

describe('no results', () => {
  test.each(nothing)('%s', (sentence) => {
    expect(extractClaims(abstractWith(sentence))).toEqual([]);
  });

  test('what an abstract says before it speaks of its own work is background', () => {
    const background = 'Pressure cookers reduce training time by 70%.';
    expect(extractClaims(`${background} We propose Kettle.`)).toEqual([]);
    expect(extractClaims(`We propose Kettle. ${background}`)).toHaveLength(1);
  });

  test('the baseline of a comparison is not the result', () => {
    const values = (sentence: string): string[] => extractClaims(abstractWith(sentence)).map(({ value }) => value);
    expect(values('It reaches an accuracy of 0.91 vs 0.87.')).toEqual(['0.91']);
    expect(values('It achieves 52.7% accuracy, surpassing the best baseline CUP (43.6%) by +9.1%.')).toEqual([
      '52.7%',
      '+9.1%',
    ]);
    expect(values('Kettle saves 69% of the memory, while other methods only save 26%.')).toEqual(['69%']);
    expect(values('It has an 80% success rate, outperforming Cup, which has a rate of only 30%.')).toEqual(['80%']);
    expect(values('It succeeds in 97.6% of tasks, surpassing a baseline performance of 93.3%.')).toEqual(['97.6%']);
  });
});

describe('what a claim says', () => {
  const claimOf = (sentence: string) => extractClaims(abstractWith(sentence))[0];

  test('the value as written and as numbers with unit and bound', () => {
    expect(claimOf('Energy drops by up to 1.4~7.0×.')).toMatchObject({
      value: 'up to 1.4~7.0×',
      numbers: [1.4, 7],
      unit: '×',
      bound: 'up to',
    });
    expect(claimOf('It serves 1,250 requests per second.')).toMatchObject({ numbers: [1250], unit: 'requests/s' });
    expect(claimOf('It needs under 12 mW of power.')).toMatchObject({ unit: 'mW', bound: 'less than' });
    expect(claimOf('Kettle halves memory use.')).toMatchObject({ numbers: [0.5], unit: '×', change: 'decrease' });
  });

  test.each([
    ['Throughput increases by 32%.', 'increase', 'higher'],
    ['It reduces latency by 3x.', 'decrease', 'lower'],
    ['We improve the prefilling time by 8x.', 'decrease', 'lower'],
    ['We see a 2% degradation in throughput.', 'decrease', 'higher'],
    ['It is 12x slower than steam.', 'increase', 'lower'],
    ['Its speed drops 2x.', 'decrease', 'higher'],
    ['We see a 5% degradation in latency.', 'increase', 'lower'],
    ['It adds a 1.2x latency overhead.', 'increase', 'lower'],
    ['Its latency gap is 1.2x.', null, 'lower'],
    ['It closes the accuracy gap by 30%.', null, 'lower'],
    ['Its memory is 30 times the size of the pot.', 'increase', 'lower'],
    ['It boils with half the energy of steam.', 'decrease', 'lower'],
    ['Cup is 50% less efficient in terms of compute than steam.', 'decrease', 'higher'],
    ['It brings memory savings of 50%.', null, 'higher'],
    ['It surpasses nearly 80% of all cooks.', null, 'higher'],
    ['It surpasses all cooks by nearly 80%.', 'increase', 'higher'],
    ['It cuts all costs: power (≤ 41%).', 'decrease', 'lower'],
    ['We report its power (41%).', null, 'lower'],
    ['Kettle reaches 75.8% accuracy.', null, 'higher'],
    ['The FID improves from 9.6 to 6.1.', 'decrease', 'lower'],
  ] as const)('%s changes: %s, better: %s', (sentence, change, better) => {
    expect(claimOf(sentence)).toMatchObject({ change, better });
  });

  test.each([
    ['It is 2x faster than vLLM in long contexts.', 'vLLM'],
    ['We see a 3x speedup compared to full fine-tuning, at no loss.', 'full fine-tuning'],
    ['Compared with the state-of-the-art, our method is 14× faster.', 'the state-of-the-art'],
    ['It achieves 2x speedup over the baseline.', 'the baseline'],
    ['It improves accuracy by 3% over 11 datasets.', null],
    ['It reaches 75% accuracy.', null],
    ['It is 3x faster than its FP16 counterpart.', 'FP16 counterpart'],
    ['It outperforms Samovar used as a direct kettle by 31%.', 'Samovar'],
    ['It is 26% faster than cups based on Samovar.', 'cups based on Samovar'],
    ['It is 26% faster than Samovar on glass.', 'Samovar'],
    ['It is 5x faster than Samovar using steam.', 'Samovar using steam'],
    ['It is 5x faster than Samovar w.r.t. clocks.', 'Samovar'],
    ['Beside old pots (e.g., Cup) and new (e.g., Mug) pots it is 5x faster.', null],
    [
      'It gains 3%, outperforming old (e.g., Cup) and new (e.g., Mug) methods.',
      'old (e.g., Cup) and new (e.g., Mug) methods',
    ],
    ['It is faster than other pots (by 2X or more) and sets a mark.', 'other pots'],
    ['It cuts latency by 3x while keeping accuracy, compared to Samovar.', 'Samovar'],
    ['It cuts latency by 3x while it is safer than Samovar.', null],
    ['It cuts latency by 3x and enabling the large pot to be faster than Samovar.', null],
    ['It matches the same accuracy as Samovar in 2x fewer steps.', 'Samovar'],
    ['It has 85% accuracy versus 68% for the best Samovar.', 'the best Samovar'],
    ['It makes 40 tokens/s and brings a 4x speedup over Samovar.', null],
    ['It brings 4% better recall than the model with old lids (from 19.5 to 31.5).', 'the model with old lids'],
    ['It has 4% better recall than the model.', null],
    ['It shows a 2% accuracy degradation from full-size models.', 'full-size models'],
    ['It shows a 2% accuracy improvement from longer boiling.', null],
    ['It improves strong general-purpose LLMs by up to 9%.', 'strong general-purpose LLMs'],
    ['It improves the recall of cooks by up to 9%.', null],
    ['It can raise throughput from Samovar pipelines by 9%.', 'Samovar pipelines'],
    ['It can raise throughput from start to end by 9%.', null],
    ['It makes 40 tokens/s, which exceeds the average reading speed.', null],
    ['We find that 1) it outperforms all Samovars for tea, by 20%, and 2) cups with it outperform spoons.', null],
    [
      'We find that 1) it outperforms old Samovars for tea, by 20%, and 2) cups with it outperform spoons.',
      'old Samovars',
    ],
  ])('%s is measured against %s', (sentence, against) => {
    expect(claimOf(sentence)?.against).toBe(against);
  });

  test('each value of a sentence has the baseline nearest to it', () => {
    const claims = extractClaims(abstractWith('It is up to 6x faster than steam and up to 2x faster than fire.'));
    expect(claims.map(({ against }) => against)).toEqual(['steam', 'fire']);
  });

  test('baselines of a list are paired with its values', () => {
    const claims = extractClaims(abstractWith('It is 2x and 3x faster than steam and fire, respectively.'));
    expect(claims.map(({ against }) => against)).toEqual(['steam', 'fire']);
  });

  test('"respectively" of what was measured pairs no baselines', () => {
    const sentence = 'It attains 62% and 64% accuracy, respectively, surpassing old cups and new mugs.';
    const claims = extractClaims(abstractWith(sentence));
    expect(claims.map(({ against }) => against)).toEqual(['old cups and new mugs', 'old cups and new mugs']);
  });

  test('a comparison at the head of a sentence holds for all of it, until a new statement', () => {
    const baselines = (sentence: string) => extractClaims(abstractWith(sentence)).map(({ against }) => against);
    const rest =
      'which is a rather long remark about water and tea and what to do with them at home on a rainy afternoon in May';
    expect(baselines(`Compared with steam, ${rest}, it cuts latency by 1.3x and energy by 1.7x.`)).toEqual([
      'steam',
      'steam',
    ]);
    expect(baselines(`It outperforms steam by 12%, ${rest}, and energy by 7%.`)).toEqual(['steam', 'steam']);
    expect(baselines(`It outperforms steam by 12%, ${rest}, and reduces energy by 7%.`)).toEqual(['steam', null]);
  });

  test.each([
    ['Kettle is up to 7.5x, 4.8x, and 8.9x faster on three hobs.', ['up to', 'up to', 'up to']],
    [
      'It cuts energy and latency, respectively, by up to 4% and 8% and by 3% and 5% on glass.',
      ['up to', 'up to', 'exactly', 'exactly'],
    ],
    ['It brings up to 49% (clay) and 37% (glass) higher throughput.', ['up to', 'up to']],
    ['It is up to 1.96× (1.47× on average) faster.', ['up to', 'exactly']],
    ['It is up to 1.96× and 1.47× on average faster.', ['up to', 'exactly']],
    ['It is over 3x and 2x faster.', ['more than', 'exactly']],
    ['It brings a peak speedup of 4.2x.', ['up to']],
    ['It brings a mean speedup of 4.2x.', ['exactly']],
    ['It is faster (by 2X or more).', ['more than']],
    ['It speeds up tea by 30% (max 47%).', ['exactly', 'up to']],
  ] as const)('%s bounds: %j', (sentence, bounds) => {
    expect(extractClaims(abstractWith(sentence)).map(({ bound }) => bound)).toEqual(bounds);
  });

  test('a value without a metric of its own takes up that of the sentence before', () => {
    const slower = 'Clay shows a latency gap, being 16.9 times slower than steel.';
    const gap = { metric: 'latency', words: null, change: 'increase', against: 'steel' };
    expect(extractClaims(abstractWith(`${slower} The gap on glass is 5 times and 3 times.`)).slice(1)).toMatchObject([
      { ...gap, numbers: [5] },
      { ...gap, numbers: [3] },
    ]);
    expect(claimOf('The gap on glass is 5 times.')).toMatchObject({ change: null, better: 'lower' });
    const faster = 'Kettle speeds up pouring by 30% and cuts energy by 22%.';
    const persisting = extractClaims(
      abstractWith(`${faster} The benefits persist as pots grow: geomean 29% for jars.`),
    );
    expect(persisting.at(-1)).toMatchObject({ metric: 'speed-up', change: 'increase', numbers: [29] });
    expect(extractClaims(abstractWith(`${faster} The pots persist as they grow: 29% for jars.`))).toHaveLength(2);
  });

  test('numbers of a list share their unit', () => {
    const claims = extractClaims(abstractWith('It improves recall by +30.7 and +22.9 points.'));
    expect(claims.map(({ value, unit }) => [value, unit])).toEqual([
      ['+30.7', 'points'],
      ['+22.9 points', 'points'],
    ]);
    expect(claimOf('We see great speedups: up to 19.0 for tea.')).toMatchObject({ unit: '×', change: 'increase' });
    expect(claimOf('On Bowls, it achieves 85.3 mAP.')).toMatchObject({ unit: null });
  });

  test('a list item that begins without a space is a sentence of its own', () => {
    const claims = extractClaims(abstractWith('It saves energy by 40%.(2) Compared to steam, it is silent.'));
    expect(claims).toMatchObject([{ quote: 'It saves energy by 40%.', against: null }]);
  });

  test('a list of places is no list of baselines', () => {
    const sentence =
      'It is up to 15x and 40x faster compared to the best kettles on gas stoves and hobs, respectively.';
    const claims = extractClaims(abstractWith(sentence));
    expect(claims.map(({ against }) => against)).toEqual(['the best kettles', 'the best kettles']);
  });

  test('a metric has the words of its sentence, if they name it', () => {
    const wordsIn = (sentence: string) => extractClaims(abstractWith(sentence)).map(({ words }) => words);
    expect(wordsIn('It attains 62% and 64% accuracy, respectively.')).toEqual(['accuracy', 'accuracy']);
    expect(wordsIn('It has 78% accuracy on tea and 88% Acc@0.5 on milk.')).toEqual(['accuracy', 'Acc@0.5']);
    expect(wordsIn('It has 89% ANLS on tea and 88% [email protected] on milk.')).toEqual(['ANLS', null]);
    expect(wordsIn('It outperforms visual grounding models by 20%.')).toEqual(['outperforms']);
    expect(wordsIn('It beats the samovar by 20%, scoring 90%.')).toEqual([null, null]);
  });

  test('a metric that is not named has no words', () => {
    expect(claimOf('Kettle answers in 3.2 seconds.')).toMatchObject({ metric: 'latency', words: null });
  });

  test('a value repeated for the same metric is one result', () => {
    expect(extractClaims(abstractWith('It is 16x faster. To be exact, it is 16x faster.'))).toHaveLength(1);
  });
});

describe('quotes', () => {
  test('a short sentence is quoted whole', () => {
    const sentence = 'It is 2x faster than steam.';
    expect(extractClaims(abstractWith(sentence))[0]?.quote).toBe(sentence);
  });

  test('of a long sentence the clauses around the value are quoted', () => {
    const filler =
      'a rather long remark about water that goes on for a while and says little of interest to anybody here';
    const sentence = `In this long sentence with ${filler}, Kettle is 2x faster than steam, and then there is ${filler}.`;
    const quote = extractClaims(abstractWith(sentence))[0]?.quote ?? '';
    expect(quote).toContain('Kettle is 2x faster than steam');
    expect(quote.length).toBeLessThanOrEqual(200);
    expect(sentence).toContain(quote);
  });
});

const word = fc.constantFrom(
  ...[
    'we',
    'achieve',
    'up',
    'to',
    '2.5×',
    '40%',
    '3x',
    'faster',
    'latency',
    'by',
    'and',
    ',',
    'accuracy',
    '19–50x',
    '(',
  ],
  ...[
    ')',
    'from',
    '62.1',
    '70.4',
    'than',
    'vLLM',
    '.',
    'Our',
    'half',
    'the',
    'memory',
    'respectively',
    '30',
    'FPS',
    '$5',
  ],
);
const prose = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '));

test('every claim of any text fits its schema, and its quote is part of the text and holds the value', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      for (const claim of extractClaims(text)) {
        expect(claimSchema.safeParse(claim).success).toBe(true);
        expect(text).toContain(claim.quote);
        expect(claim.quote).toContain(claim.value);
      }
    }),
  );
});

test('the same text gives the same claims, and claims stand in the order of the text', () => {
  fc.assert(
    fc.property(prose, (text) => {
      expect(extractClaims(text)).toEqual(extractClaims(text));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['one endless sentence of values', '5% 3x 2.1 faster latency, ', 200_000],
  ['many sentences', 'We make it 2x faster than steam. ', 200_000],
  ['brackets', '((((3)))) ', 1_000_000],
  ['digits', '1234567890', 1_000_000],
  ['spaces', ' ', 1_000_000],
])(
  'the time for %s grows with their number, up to a megabyte',
  (_, piece, length) => {
    const time = (size: number): number => {
      const text = `We show. ${piece.repeat(Math.ceil(size / piece.length))}`;
      const start = performance.now();
      extractClaims(text);
      return performance.now() - start;
    };
    time(length / 20);
    const small = Math.max(time(length / 10), 10);
    expect(time(length)).toBeLessThan(small * 40);
  },
  60_000,
);
