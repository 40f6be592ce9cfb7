import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../src/corpus/claims.ts';
import type { Paper } from '../../../src/corpus/paper.ts';
import { metricTitle, quotedResults, resultEntry, speedupPlot, topicResults } from '../../../src/site/results.ts';
import { resultsView } from '../../../src/site/results-view.ts';
import { formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

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
    expect(view.groups.map(({ kind, count }) => [kind, count])).toEqual([
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
    expect(inOrder('value')).toEqual(['up to 9x', '3x', '2x']);
    expect(inOrder('date')).toEqual(['up to 9x', '2x', '3x']);
  });

  test('only topics and platforms with results can be chosen', () => {
    expect(view.topics.map(({ value }) => value)).toEqual(['boiling', 'whistling']);
    expect(view.platforms).toEqual([{ value: 'stove', label: 'Stove' }]);
    expect(resultsView(surveyOf([paperOf('silent')])).topics).toEqual([]);
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

  test('the way it changed is said where the metric does not say it', () => {
    const change = (sentence: string) => resultEntry(reporting('cup', sentence).claims[0]!).change;
    expect(change('Energy falls by 40%.')).toBe('down');
    expect(change('Throughput grows by 40%.')).toBe('up');
    expect(change('It is 3x faster.')).toBeNull();
    expect(change('It reaches 75% accuracy.')).toBeNull();
  });

  test('a metric that the sentence does not name is named by its kind', () => {
    expect(resultEntry(reporting('cup', 'It answers in 3.2 seconds.').claims[0]!).metric).toBe('latency and run time');
    expect(metricTitle('speed-up')).toBe('Speed-up');
  });

  test('the results of one sentence stand together', () => {
    const results = quotedResults(papers[0]?.claims ?? []);
    expect(results).toHaveLength(1);
    expect(results[0]?.results.map(({ value }) => value)).toEqual(['2x', '40%']);
  });
});

describe('the plot of speed-ups', () => {
  const rows = survey.topics.map((entry) => ({ topic: null, papers: entry.papers }));

  test('each dot leads to its paper and says what it is', () => {
    const dots = speedupPlot(rows, survey.urls)?.strips.flatMap((strip) => strip.dots);
    expect(dots?.map(({ href, label }) => [href, label])).toEqual([
      ['/survey/papers/mug/', 'up to 9x faster: Title of mug'],
      ['/survey/papers/cup/', '2x faster: Title of cup'],
      ['/survey/papers/pot/', '3x faster: Title of pot'],
    ]);
  });

  test('it says in words what it shows', () => {
    expect(speedupPlot(rows, survey.urls)?.description).toMatch(/^3 reported speed-ups from 2× to 9×/);
  });

  test('a few values make no plot, and rows without any are left out', () => {
    expect(speedupPlot(rows, survey.urls, 4)).toBeNull();
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

test('of a paper with many results a topic shows three and says how many more there are', () => {
  const sentences = ['It is 2x faster.', 'It saves 40% of energy.', 'It is 3x smaller.', 'It reaches 90% accuracy.'];
  const moreOf = (count: number) => {
    const busy = reporting('busy', [...sentences, 'Latency falls by 30%.'].slice(0, count).join(' '));
    const { rows } = topicResults(surveyOf([busy]).topics[0]!, survey);
    return rows.map(({ results, more }) => [results.length, more]);
  };
  expect(moreOf(5)).toEqual([[3, 2]]);
  expect(moreOf(4)).toEqual([[4, 0]]);
});
