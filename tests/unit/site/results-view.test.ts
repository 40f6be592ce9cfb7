import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import type { Paper } from '../../../src/corpus/paper.ts';
import { quotedResults, resultEntry, speedupPlot, topicResults } from '../../../src/site/results.ts';
import { resultsView } from '../../../src/site/results-view.ts';
import { claimOf, formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

function reporting(id: string, sentence: string, known: Partial<Paper> = {}): Paper {
  const abstract = `We propose ${id}. ${sentence}`;
  return paperOf(id, { abstract: formatted(abstract), claims: extractClaims(abstract), ...known });
}

const papers = [
  reporting('cup', 'It is 2x faster than steam and saves 40% of energy.', publishedOn('2024-05')),
  reporting('mug', 'It is up to 9x faster.', { ...publishedOn('2025-01'), platforms: ['stove'] }),
  reporting('pot', 'It whistles 3x faster.', { topic: 'whistling', area: 'sound' }),
  reporting('lid', 'It reaches 90% accuracy.', { topic: null, area: null, basis: 'unclassified' }),
  paperOf('silent'),
];
const survey = surveyOf(papers);

describe('the page of all results', () => {
  const view = resultsView(survey);

  test('it counts results and the papers that report any', () => {
    expect(view.total).toBe(5);
    expect(view.lead).toMatch(/^5 results that 4 papers of 5 report/);
  });

  test('results are grouped by metric, in a fixed order, without empty groups', () => {
    expect(view.groups.map(({ id, count }) => [id, count])).toEqual([
      ['speed-up', '3 results'],
      ['energy', '1 result'],
      ['accuracy', '1 result'],
    ]);
  });

  test('within a group they stand by topic, newest paper first, papers without a topic last', () => {
    expect(view.groups[0]?.rows.map(({ paper }) => paper.href)).toEqual([
      '/survey/papers/mug/',
      '/survey/papers/cup/',
      '/survey/papers/pot/',
    ]);
    expect(view.groups[2]?.rows[0]).toMatchObject({ topic: null, topicId: '' });
  });

  test('the other orders are ranks: by value, and by date', () => {
    const rows = view.groups[0]?.rows ?? [];
    const inOrder = (order: 'value' | 'date'): string[] =>
      rows.toSorted((a, b) => a.ranks[order] - b.ranks[order]).map(({ value }) => value);
    expect(inOrder('value')).toEqual(['up to 9×', '3×', '2×']);
    expect(inOrder('date')).toEqual(['up to 9×', '2×', '3×']);
  });

  test('only topics and platforms with results can be chosen', () => {
    expect(view.topics.map(({ value }) => value)).toEqual(['boiling', 'whistling']);
    expect(view.platforms).toEqual([{ value: 'stove', label: 'Stove' }]);
    expect(resultsView(surveyOf([paperOf('silent')])).topics).toEqual([]);
  });

  test('it says how many results name no baseline, and how many are best cases', () => {
    expect(view.account).toBe(
      'Among 5 results are 3 without a baseline in their sentence and 1 best case (“up to”); among 3 speed-ups given as a factor, 2 without a baseline and 1 best case.',
    );
    expect(resultsView(surveyOf([papers[3]!])).account).toMatch(/^Among 1 result are 1 without .*\(“up to”\)\.$/);
  });

  test('slowdowns stand apart from speed-ups', () => {
    const claims = [claimOf(), claimOf({ value: '9×', words: 'slower', change: 'decrease' })];
    const { groups } = resultsView(surveyOf([paperOf('cup', { claims })]));
    expect(groups.map(({ id, rows }) => [id, rows.map(({ value }) => value)])).toEqual([
      ['speed-up', ['2×']],
      ['slowdown', ['9×']],
    ]);
  });

  test('a very long group ends with a number', () => {
    const many = Array.from({ length: 501 }, (_, index) => reporting(`cup-${index}`, `It is 2x faster.`));
    const [group] = resultsView(surveyOf(many)).groups;
    expect(group?.rows).toHaveLength(500);
    expect(group?.more).toMatch(/^1 more/);
    expect(view.groups[0]?.more).toBeNull();
  });

  test('a survey without results has an empty page', () => {
    const empty = resultsView(surveyOf([paperOf('silent')]));
    expect(empty).toMatchObject({ total: 0, groups: [], plot: null });
  });

  test('the order of the papers does not matter', () => {
    expect(resultsView(surveyOf(papers.toReversed())).groups).toEqual(view.groups);
  });
});

describe('a result in words', () => {
  test('its sentence is split around the value', () => {
    const [claim] = papers[1]?.claims ?? [];
    expect(resultEntry(claim!).quote).toEqual({ before: 'It is ', value: 'up to 9x', after: ' faster.' });
  });

  test('the results of one sentence stand together', () => {
    const results = quotedResults(papers[0]?.claims ?? []);
    expect(results).toHaveLength(1);
    expect(results[0]?.results.map(({ value }) => value)).toEqual(['2×', '40%']);
  });
});

describe('the plot of speed-ups', () => {
  const rows = survey.topics.map((entry) => ({ topic: null, papers: entry.papers }));

  test('each dot leads to its paper and says what it is', () => {
    const dots = speedupPlot(rows, survey.urls)?.strips.flatMap((strip) => strip.dots);
    expect(dots?.map(({ href, label }) => [href, label])).toEqual([
      ['/survey/papers/mug/', 'up to 9× faster: Title of mug'],
      ['/survey/papers/cup/', '2× faster: Title of cup'],
      ['/survey/papers/pot/', '3× faster: Title of pot'],
    ]);
  });

  test('it says in words what it shows', () => {
    expect(speedupPlot(rows, survey.urls)?.description).toMatch(
      /^3 reported speed-ups from 2× to 9× .*, 1 of them best cases \(“up to”\), drawn hollow;/,
    );
  });

  test('best cases are told from other values, and the legend explains the marks that there are', () => {
    const plot = speedupPlot(rows, survey.urls);
    expect(plot?.strips.flatMap(({ dots }) => dots.map(({ isBestCase }) => isBestCase))).toEqual([true, false, false]);
    expect(plot?.marks).toEqual({ bestCases: true, ranges: false });
    const ranges = [1, 2, 3].map((low) => claimOf({ value: `${low}–4×`, numbers: [low, 4] }));
    const ranged = speedupPlot([{ topic: null, papers: [paperOf('cup', { claims: ranges })] }], survey.urls);
    expect(ranged?.marks).toEqual({ bestCases: false, ranges: true });
    expect(ranged?.description).not.toContain('hollow');
  });

  test('a few values make no plot, and rows without any are left out', () => {
    expect(speedupPlot(rows.slice(0, 1), survey.urls)).toBeNull();
    expect(speedupPlot([...rows, { topic: null, papers: [] }], survey.urls)?.strips).toHaveLength(2);
  });
});

test('a topic lists the results of its own papers and leads to their sentences', () => {
  const [boiling] = survey.topics;
  const { rows, count, href, plot } = topicResults(boiling!, survey);
  expect(rows.map(({ paper, results }) => [paper.href, results.length])).toEqual([
    ['/survey/papers/mug/', 1],
    ['/survey/papers/cup/', 2],
  ]);
  expect(count).toBe('3 results');
  expect(href).toBe('/survey/results/?topic=boiling');
  expect(plot).toBeNull();
});

test('speed-ups that are too few for a plot are told in words, beside it they are not', () => {
  const [boiling] = survey.topics;
  expect(topicResults(boiling!, survey).fewSpeedups).toMatchObject([
    { value: 'up to 9×', metric: 'faster', paper: { title: 'Title of mug' } },
    { value: '2×', metric: 'faster', paper: { title: 'Title of cup' } },
  ]);
  const many = surveyOf([paperOf('cup', { claims: [claimOf(), claimOf(), claimOf()] })]);
  const { plot, fewSpeedups } = topicResults(many.topics[0]!, many);
  expect(plot?.strips[0]?.dots).toHaveLength(3);
  expect(fewSpeedups).toBeNull();
});

test('of a paper with many results a topic shows three, and the others on demand', () => {
  const sentences = ['It is 2x faster.', 'It saves 40% of energy.', 'It is 3x smaller.', 'It reaches 90% accuracy.'];
  const shownOf = (count: number) => {
    const busy = reporting('busy', [...sentences, 'Latency falls by 30%.'].slice(0, count).join(' '));
    const { rows } = topicResults(surveyOf([busy]).topics[0]!, survey);
    return rows.map(({ results, further }) => [results.length, further.map(({ value }) => value)]);
  };
  expect(shownOf(5)).toEqual([[3, ['90%', '30%']]]);
  expect(shownOf(4)).toEqual([[4, []]]);
});
