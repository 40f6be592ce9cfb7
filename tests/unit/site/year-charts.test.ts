import { describe, expect, test } from 'vitest';
import { areaPlatforms, topicPlatforms } from '../../../src/site/platform-charts.ts';
import { byYearPlace, yearAxis } from '../../../src/site/year-axis.ts';
import { areaYears, surveyYears, topicYears } from '../../../src/site/year-charts.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const papersOf = (...years: (string | null)[]) =>
  years.map((year, index) => paperOf(`p${index}`, year === null ? {} : publishedOn(year)));

describe('the axis of years', () => {
  const labelsOf = (...years: (string | null)[]) => yearAxis(papersOf(...years)).map(({ label }) => label);

  test('has every year from the first to the last, papers or not', () => {
    expect(labelsOf('2023', '2020')).toEqual(['2020', '2021', '2022', '2023']);
  });

  test('ends with a place for papers without a date, if there are any', () => {
    expect(labelsOf('2020', null)).toEqual(['2020', 'No date']);
    expect(labelsOf(null)).toEqual(['No date']);
    expect(labelsOf()).toEqual([]);
  });

  test('puts what is older than twelve years into one place', () => {
    expect(labelsOf('1958', '1999', '2024').slice(0, 2)).toEqual(['To 2012', '2013']);
    expect(labelsOf('1958', '2024')).toHaveLength(13);
    expect(labelsOf('2013', '2024')).toHaveLength(12);
  });

  test('every paper has exactly one place', () => {
    const papers = papersOf('1958', '2012', '2013', '2024', '2024', null);
    expect(byYearPlace(papers, yearAxis(papers)).map((members) => members.length)).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1,
    ]);
  });
});

describe('papers per year', () => {
  const survey = surveyOf([
    paperOf('a', publishedOn('2024-01')),
    paperOf('b', publishedOn('2024-02')),
    paperOf('c', { ...publishedOn('2024'), topic: 'whistling', area: 'sound' }),
    paperOf('d', { ...publishedOn('2022'), topic: 'whistling', area: 'sound' }),
    paperOf('e', { topic: null, area: null, basis: 'unclassified' }),
  ]);

  test('a column of the survey has a part for each area, which leads to that area in the list of the year', () => {
    const { columns, rows } = surveyYears(survey);
    expect(columns.map(({ label }) => label)).toEqual([
      '2022: 1 paper',
      '2023: 0 papers',
      '2024: 3 papers',
      'No date: 1 paper',
    ]);
    expect(columns[2]?.parts.map(({ label, href }) => [label, href])).toEqual([
      ['Heating, 2024: 2 papers', '/survey/years/2024/#heating'],
      ['Sound, 2024: 1 paper', '/survey/years/2024/#sound'],
    ]);
    expect(columns[3]?.href).toBe('/survey/papers/by-year/#no-date');
    expect(rows.map(({ place, count }) => [place.label, count])).toEqual([
      ['2022', '1'],
      ['2024', '3'],
      ['No date', '1'],
    ]);
  });

  test('a chart says in words what it shows', () => {
    expect(surveyYears(survey).description).toBe('Papers per year, from 2022 to 2024; most, 3, in 2024');
    expect(surveyYears(surveyOf([paperOf('a')])).description).toBe('Papers per year; none has a date');
  });

  test('areas and topics are shown over the years of the whole survey', () => {
    const [heating] = survey.areas;
    const [boiling] = survey.topics;
    expect(areaYears(heating!, survey).columns.map(({ total }) => total)).toEqual([0, 0, 2, 0]);
    expect(topicYears(boiling!, survey).columns.map(({ href }) => href)).toEqual([
      '/survey/topics/boiling/?year=2022',
      '/survey/topics/boiling/?year=2023',
      '/survey/topics/boiling/?year=2024',
      '/survey/topics/boiling/',
    ]);
  });
});

describe('platforms', () => {
  const survey = surveyOf([paperOf('a', { platforms: ['stove'] }), paperOf('b'), paperOf('c')]);

  test('a bar leads to the papers of the topic on that platform, and the rest is counted', () => {
    const chart = topicPlatforms(survey.topics[0]!, survey);
    expect(chart?.bars).toEqual([
      { label: 'Stove', href: '/survey/topics/boiling/?platform=stove', count: '1', length: 100 },
    ]);
    expect(chart?.silent).toBe('2 abstracts of 3 name none.');
    expect(areaPlatforms(survey.areas[0]!, survey)?.bars[0]?.href).toBe('/survey/platforms/stove/');
  });

  test('there is no chart where no abstract names any', () => {
    expect(areaPlatforms(survey.areas[1]!, survey)).toBeNull();
  });
});
