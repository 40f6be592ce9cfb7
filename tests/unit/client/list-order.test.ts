import { describe, expect, test } from 'vitest';
import { arrange, type ListTopic } from '../../../src/client/list-order.ts';
import { citationWith } from '../../support/citations.ts';

const topicOf = (id: string, area: string): ListTopic => ({
  id,
  label: id.toUpperCase(),
  href: `/topics/${id}/`,
  area: { id: area, label: area.toUpperCase(), href: `/areas/${area}/` },
  areaIndex: 0,
});
const topics = [topicOf('boiling', 'heating'), topicOf('steaming', 'heating'), topicOf('whistling', 'sound')];
const papers = [
  citationWith({ id: 'p1', title: 'The Old Kettle', year: 2020, topic: 'whistling', area: 'sound' }),
  citationWith({
    id: 'p2',
    title: 'A New Kettle',
    published: '2024-05-01',
    year: 2024,
    topic: 'boiling',
    area: 'heating',
  }),
  citationWith({ id: 'p3', title: 'Lost Kettles', topic: 'whistling', area: 'sound' }),
  citationWith({ id: 'p4', title: 'Kettles', published: '2024-02', year: 2024 }),
];

const shown = (...parameters: Parameters<typeof arrange>) =>
  arrange(...parameters).map(({ heading, papers: group }) => [
    heading?.label ?? null,
    group.map(({ id }) => id).join(' '),
  ]);

describe('without headings', () => {
  test('the paper added last comes first', () => {
    expect(shown(papers, '', '', topics)).toEqual([[null, 'p4 p3 p2 p1']]);
  });

  test('by year, the newest comes first and those without a date last', () => {
    expect(shown(papers, '', 'year', topics)).toEqual([[null, 'p2 p4 p1 p3']]);
  });

  test('by title, articles do not count', () => {
    expect(shown(papers, '', 'title', topics)).toEqual([[null, 'p4 p3 p2 p1']]);
    expect(shown(papers.toReversed(), '', 'title', topics)).toEqual([[null, 'p4 p3 p2 p1']]);
  });

  test('an empty list has no group', () => {
    expect(arrange([], '', '', topics)).toEqual([]);
  });
});

describe('with headings', () => {
  test('topics stand in the order of the taxonomy, papers without one at the end', () => {
    expect(shown(papers, 'topic', 'title', topics)).toEqual([
      ['BOILING', 'p2'],
      ['WHISTLING', 'p3 p1'],
      ['Unsorted', 'p4'],
    ]);
  });

  test('areas are named once', () => {
    expect(shown(papers, 'area', '', topics)).toEqual([
      ['HEATING', 'p2'],
      ['SOUND', 'p3 p1'],
      ['Unsorted', 'p4'],
    ]);
  });

  test('no paper is lost or shown twice', () => {
    for (const grouping of ['', 'topic', 'area'] as const) {
      for (const order of ['', 'year', 'title'] as const) {
        const ids = arrange(papers, grouping, order, topics).flatMap((group) => group.papers.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(['p1', 'p2', 'p3', 'p4']);
      }
    }
  });
});
