import { describe, expect, test } from 'vitest';
import { topicPlatformMatrix, topicYearMatrix } from '../../../src/site/count-matrix.ts';
import { overviewView } from '../../../src/site/overview-view.ts';
import { paperMap } from '../../../src/site/paper-map.ts';
import { paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const sound = { topic: 'whistling', area: 'sound' } as const;
const relatedTo = (...ids: string[]) => ({ related: ids.map((id) => ({ id, score: 0.5, shared: [] })) });

const papers = [
  paperOf('a', { ...publishedOn('2024'), platforms: ['stove'], ...relatedTo('b') }),
  paperOf('b', { ...publishedOn('2024'), ...relatedTo('a', 'c') }),
  paperOf('c', { ...publishedOn('2023'), ...sound, platforms: ['stove'], ...relatedTo('b') }),
  paperOf('d', { ...sound }),
  paperOf('e', { topic: null, area: null, basis: 'unclassified' }),
];

describe('the map', () => {
  const view = paperMap(surveyOf(papers));

  test('has a dot for every paper, under its area, and papers without one apart', () => {
    expect(view.areas.map(({ label, dots }) => [label, dots.map(({ href }) => href)])).toEqual([
      ['Heating', ['/survey/papers/a/', '/survey/papers/b/']],
      ['Sound', ['/survey/papers/c/', '/survey/papers/d/']],
      ['Unsorted', ['/survey/papers/e/']],
    ]);
    expect(view.note).toBeNull();
  });

  test('does not depend on the order of papers', () => {
    expect(paperMap(surveyOf(papers.toReversed()))).toEqual(view);
  });

  test('tells as text which papers each topic has and what lies beside it', () => {
    expect(view.rows.map(({ topic, papers: listed, nearest }) => [topic.label, listed.length, nearest])).toEqual([
      ['Boiling', 2, ['Whistling']],
      ['Whistling', 2, ['Boiling']],
    ]);
  });

  test('shows of very many papers a sample in which every topic has its share', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      paperOf(
        `p${index}`,
        index % 3 === 0 ? { ...sound, ...relatedTo(`p${(index + 3) % 3000}`) } : relatedTo(`p${(index + 1) % 3000}`),
      ),
    );
    const sample = paperMap(surveyOf(many));
    expect(sample.areas.map(({ dots }) => dots.length)).toEqual([800, 400]);
    expect(sample.note).toContain('1,200 of 3,000 papers');
    expect(sample.radius).toBeLessThan(view.radius);
  });
});

describe('a matrix', () => {
  const survey = surveyOf(papers);

  test('counts the papers of each topic per year, and each field leads to them', () => {
    const { columns, groups } = topicYearMatrix(survey);
    expect(columns.map(({ label, total, href }) => [label, total, href])).toEqual([
      ['2023', '1', '/survey/years/2023/'],
      ['2024', '2', '/survey/years/2024/'],
      ['No date', '2', '/survey/papers/by-year/#no-date'],
    ]);
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.map(({ label, cells }) => [label, cells.map((cell) => cell?.count)])).toEqual([
      ['Boiling', [undefined, '2', undefined]],
      ['Whistling', ['1', undefined, '1']],
    ]);
    expect(rows[0]?.cells[1]).toMatchObject({
      href: '/survey/topics/boiling/?year=2024',
      label: 'Boiling, 2024: 2 papers',
    });
  });

  test('of platforms leads to the topic on that platform; there is none where no abstract names any', () => {
    const rows = topicPlatformMatrix(survey)?.groups.flatMap((group) => group.rows);
    expect(rows?.map(({ cells }) => cells[0]?.href)).toEqual([
      '/survey/topics/boiling/?platform=stove',
      '/survey/topics/whistling/?platform=stove',
    ]);
    expect(topicPlatformMatrix(surveyOf([paperOf('a')]))).toBeNull();
  });
});

test('the overview says how far its last year goes and what its charts leave out', () => {
  const view = overviewView(surveyOf([...papers, paperOf('f', publishedOn('2025-03-09'))]));
  expect(view.until).toBe('The newest paper is of 9 March 2025.');
  expect(view.silent).toContain('4 of 6 abstracts name no platform');
  expect(view.speedups).toBeNull();
});

test('a survey without papers has an overview without marks', () => {
  const view = overviewView(surveyOf([]));
  expect(view.map.areas).toEqual([]);
  expect(view.until).toBeNull();
});
