import type { Paper } from '../../../src/corpus/paper.ts';
import { describe, expect, test } from 'vitest';
import { paperView, reasonGroups, strongestTerms } from '../../../src/site/paper-view.ts';
import { formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

describe('a paper of which little is known', () => {
  const paper = paperOf('bare');
  const view = paperView(paper, surveyOf([paper]));

  test('shows no author, date or fact that no source states', () => {
    expect([view.authors, view.hasMoreAuthors]).toEqual([null, false]);
    expect([view.published, view.year]).toEqual([null, null]);
    expect(view.facts).toEqual([]);
    expect(view.filters).toEqual({
      kind: ['Paper'],
      published: [],
      year: [],
      topic: ['boiling'],
      area: ['heating'],
      platform: [],
    });
  });

  test('offers searches by title instead of an arXiv page', () => {
    expect(view.links.map(({ label }) => label)).toEqual(['Search arXiv', 'Search Google Scholar']);
    expect(view.linksNote).not.toBeNull();
  });

  test('links its record in the page of the capture', () => {
    expect(view.sources).toEqual([
      { label: '001_kettles.txt, lines 5–7', href: '/survey/sources/001_kettles/#line-5' },
    ]);
  });

  test('has no neighbours when it is alone in its topic', () => {
    expect([view.previous, view.next]).toEqual([null, null]);
  });
});

test('an arXiv id gives page and PDF, the first repository a code link, the others stand with the links', () => {
  const paper = paperOf('full', {
    arxiv: '2601.01234',
    code: ['https://code.example/a', 'https://code.example/b'],
    links: ['https://project.example/'],
  });
  const view = paperView(paper, surveyOf([paper]));
  expect(view.links).toEqual([
    { label: 'arXiv:2601.01234', href: 'https://arxiv.org/abs/2601.01234' },
    { label: 'PDF', href: 'https://arxiv.org/pdf/2601.01234' },
    { label: 'Code', href: 'https://code.example/a' },
  ]);
  expect(view.linksNote).toBeNull();
  expect(view.otherLinks.map(({ href }) => href)).toEqual(['https://code.example/b', 'https://project.example/']);
});

describe('authors', () => {
  const lineOf = (known: Parameters<typeof paperOf>[1]): [string | null, string | null] => {
    const paper = paperOf('p', known);
    const { authors, hasMoreAuthors, authorsNote } = paperView(paper, surveyOf([paper]));
    const names = authors?.map(({ text }) => text).join(', ') ?? null;
    return [hasMoreAuthors ? `${names ?? ''} et al.` : names, authorsNote];
  };

  test('a full list is printed whole', () => {
    expect(lineOf({ authors: ['A', 'B', 'C', 'D', 'E'], authorsComplete: true })).toEqual(['A, B, C, D, E', null]);
  });

  test('a list that was cut short says how many there are, if that is known', () => {
    expect(lineOf({ authors: ['A'], authorCount: 7 })).toEqual(['A et al.', '7 in all; the sources give no full list']);
    expect(lineOf({ authors: ['A'] })).toEqual(['A et al.', 'the sources give no full list']);
  });

  test('a mere number is said to be one', () => {
    expect(lineOf({ authorCount: 1 })).toEqual([null, '1 author, not named in the sources']);
  });
});

test('authors of several papers, the year and the facets lead to their pages', () => {
  const paper = paperOf('p', {
    authors: ['Ann Pot', 'Bo Lid'],
    platforms: ['stove'],
    venue: 'KETTLE',
    ...publishedOn('2024'),
  });
  const view = paperView(paper, surveyOf([paper, paperOf('other', { authors: ['ann pot'] })]));
  expect(view.authors).toEqual([
    { text: 'Ann Pot', href: '/survey/authors/ann-pot/' },
    { text: 'Bo Lid', href: null },
  ]);
  expect(view.year?.href).toBe('/survey/years/2024/');
  expect(view.facts).toEqual([
    { label: 'Venue', values: [{ text: 'KETTLE', href: null }] },
    { label: 'Platform', values: [{ text: 'Stove', href: '/survey/platforms/stove/' }] },
  ]);
});

test('an inferred year is said to be inferred', () => {
  const paper = paperOf('p', { published: { value: '2026-06-01', precision: 'day', yearInferred: true }, year: 2026 });
  expect(paperView(paper, surveyOf([paper])).published).toEqual({
    value: '2026-06-01',
    text: '1 June 2026',
    note: 'year inferred from the capture’s other dates',
  });
});

test('neighbours are the next newer and the next older paper of the topic', () => {
  const [old, middle, recent] = [
    paperOf('old', publishedOn('2020')),
    paperOf('middle', publishedOn('2022')),
    paperOf('recent', publishedOn('2024')),
  ];
  const view = paperView(middle, surveyOf([old, middle, recent]));
  expect(view.previous?.href).toBe('/survey/papers/recent/');
  expect(view.next?.href).toBe('/survey/papers/old/');
});

test('related papers come with the shared terms; one that the survey does not hold is left out', () => {
  const other = paperOf('other');
  const paper = paperOf('p', {
    related: [
      { id: 'other', score: 0.5, shared: ['steam', 'spout'] },
      { id: 'gone', score: 0.4, shared: ['lid'] },
    ],
  });
  const { related } = paperView(paper, surveyOf([paper, other]));
  expect(related.map(({ entry, shared }) => [entry.id, shared])).toEqual([['other', 'steam, spout']]);
});

test('reasons are grouped by place, weights carry their sign, a curator needs none', () => {
  expect(
    reasonGroups([
      { term: 'steam', where: 'abstract', weight: -1.256 },
      { term: 'boil', where: 'title', weight: 6 },
      { term: 'a kettle', where: 'curation', weight: 0 },
    ]),
  ).toEqual([
    { where: 'Says the curator', terms: [{ term: 'a kettle', weight: null }] },
    { where: 'In the title', terms: [{ term: 'boil', weight: '+6' }] },
    { where: 'In the abstract', terms: [{ term: 'steam', weight: '−1.26' }] },
  ]);
});

test('a curated paper says what its words alone would have done, any other has said so already', () => {
  const candidates = [
    { topic: 'whistling', score: 60 },
    { topic: 'boiling', score: 12 },
  ];
  const automatic = (known: Partial<Paper>) => {
    const paper = paperOf('p', { basis: 'curated', confidence: 1, ...known });
    return paperView(paper, surveyOf([paper])).placement.automatic;
  };
  expect(automatic({ candidates })).toMatch(/alone would place it in “Whistling”, confidence 0\.\d\d\.$/);
  expect(
    automatic({ candidates: candidates.toReversed().map((entry, n) => ({ ...entry, score: 60 - 50 * n })) }),
  ).toMatch(/place it here as well/);
  expect(automatic({ candidates: [] })).toMatch(/place it nowhere/);
  expect(automatic({ candidates, basis: 'rules' })).toBeNull();
});

test('an unsorted paper hangs below the index of papers and names no topic', () => {
  const paper = paperOf('p', { topic: null, area: null, basis: 'unclassified', confidence: 0, reasons: [] });
  const view = paperView(paper, surveyOf([paper]));
  expect(view.placement.topic).toBeNull();
  expect(view.frame.breadcrumbs.map(({ label }) => label)).toEqual(['Home', 'Papers', 'Title of p']);
});

test('the math font is loaded only where a formula stands', () => {
  const plain = paperOf('plain');
  const math = paperOf('math', { abstract: { ...formatted('x'), html: '<math><mi>x</mi></math>' } });
  expect(paperView(plain, surveyOf([plain])).frame.mathStylesheet).toBeNull();
  expect(paperView(math, surveyOf([math])).frame.mathStylesheet).toBe('/survey/fonts/math.css');
});

test('conflicts name both values and link the evidence of each', () => {
  const paper = paperOf('p', {
    sources: [
      { seed: '001_kettles.txt', line: 5, endLine: 9 },
      { seed: 'unknown.txt', line: 1, endLine: 2 },
    ],
    mergedBy: 'title',
    conflicts: [
      {
        field: 'published',
        kept: { value: '2024', provenance: { kind: 'capture', seed: '001_kettles.txt', line: 8 } },
        dropped: { value: '2023', provenance: { kind: 'capture', seed: 'unknown.txt', line: 2 } },
      },
    ],
  });
  const { conflicts, mergeNote } = paperView(paper, surveyOf([paper]));
  expect(conflicts).toEqual([
    {
      field: 'Date',
      kept: { value: '2024', origin: { label: '001_kettles.txt:8', href: '/survey/sources/001_kettles/#line-5' } },
      dropped: { value: '2023', origin: { label: 'unknown.txt:2', href: null } },
    },
  ]);
  expect(mergeNote).toBe('Merged because the records have the same title.');
});

test('the strongest terms are named, each once, without those that speak against or are part of another', () => {
  const weighed = (term: string, weight: number, where: 'title' | 'abstract' = 'abstract') => ({ term, weight, where });
  const reasons = [
    { term: 'because it boils', where: 'curation' as const, weight: 0 },
    weighed('water', 2),
    weighed('boiling water', 6, 'title'),
    weighed('Steam', 4),
    weighed('steam', 3),
    weighed('cold', -2),
  ];
  expect(strongestTerms(reasons)).toEqual(['boiling water', 'Steam']);
  expect(strongestTerms(['a', 'b', 'c', 'd', 'e', 'f'].map((term) => weighed(term, 1)))).toHaveLength(5);
});

test('what a curator says is told, the mere choice is not', () => {
  const noteFor = (term: string) => {
    const paper = paperOf('p', { basis: 'curated', reasons: [{ term, where: 'curation', weight: 0 }] });
    return paperView(paper, surveyOf([paper])).placement.note;
  };
  expect(noteFor('placed in Boiling')).toBeNull();
  expect(noteFor('The lid is known; the boiling is new.')).toBe('The lid is known; the boiling is new.');
});
