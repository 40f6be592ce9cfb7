import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arxivAbstractUrl,
  arxivClass,
  arxivDoi,
  arxivIdsIn,
  arxivMonth,
  arxivPdfUrl,
  arxivSearchUrl,
  doiUrl,
  parseArxivId,
  scholarSearchUrl,
} from '../../../src/corpus/identifiers.ts';

test.each([
  ['2408.11743', '2408.11743'],
  ['arXiv:2408.11743v2', '2408.11743'],
  ['https://arxiv.org/abs/0704.0001', '0704.0001'],
  ['http://arxiv.org/pdf/2408.11743v3.pdf', '2408.11743'],
  ['https://doi.org/10.48550/arXiv.2408.11743', '2408.11743'],
  ['cs/0112017', 'cs/0112017'],
  ['math.GT/0309136v1', 'math.GT/0309136'],
  ['2413.11743', null],
  ['2400.11743', null],
  ['240.11743', null],
  ['2408.117430', null],
  ['fig', null],
  ['', null],
])('parseArxivId(%s) is %s', (text, id) => {
  expect(parseArxivId(text)).toBe(id);
});

test('arxivIdsIn finds named ids once, in order, and no bare numbers', () => {
  const text = 'See arXiv:2408.11743v1, https://arxiv.org/abs/2301.00001, arXiv: 2408.11743 and cs/0112017; 1234.56789';
  expect(arxivIdsIn(text)).toEqual(['2408.11743', '2301.00001']);
});

test('arxivMonth reads the century from the style', () => {
  expect(arxivMonth('2408.11743')).toBe('2024-08');
  expect(arxivMonth('0704.0001')).toBe('2007-04');
  expect(arxivMonth('cs/0112017')).toBe('2001-12');
  expect(arxivMonth('hep-th/9901001')).toBe('1999-01');
  expect(arxivMonth('figs')).toBeNull();
});

test('addresses', () => {
  expect(arxivAbstractUrl('2408.11743')).toBe('https://arxiv.org/abs/2408.11743');
  expect(arxivPdfUrl('2408.11743')).toBe('https://arxiv.org/pdf/2408.11743');
  expect(doiUrl(arxivDoi('2408.11743'))).toBe('https://doi.org/10.48550/arXiv.2408.11743');
  expect(arxivSearchUrl('Figs & "Trees"')).toBe(
    'https://arxiv.org/search/?query=Figs+%26+%22Trees%22&searchtype=title',
  );
  expect(scholarSearchUrl('Figs & "Trees"')).toBe('https://scholar.google.com/scholar?q=%22Figs+%26+Trees%22');
});

test('every id that is parsed has a month and parses to itself, with any version', () => {
  const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
  const id = fc.tuple(fc.integer({ min: 10, max: 99 }), month, fc.integer({ min: 10000, max: 99999 }));
  fc.assert(
    fc.property(id, fc.nat({ max: 20 }), ([year, m, n], version) => {
      const text = `${year}${m}.${n}`;
      expect(parseArxivId(`${text}v${version}`)).toBe(text);
      expect(arxivMonth(text)).toBe(`20${year}-${m}`);
      expect(arxivIdsIn(`figs arXiv:${text}v${version}.`)).toEqual([text]);
    }),
  );
});

test('no text makes the parsers throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const id = parseArxivId(text);
      if (id !== null) expect(arxivMonth(id)).not.toBeNull();
      expect(arxivIdsIn(text)).toEqual(arxivIdsIn(text));
    }),
  );
});

describe('arxivClass', () => {
  test.each([
    ['CL', 'cs.CL'],
    ['ML', 'stat.ML'],
    ['q-bio.NC', 'q-bio.NC'],
    ['cs.CV', 'cs.CV'],
  ])('%s is %s', (category, expected) => {
    expect(arxivClass(category)).toBe(expected);
  });

  test.each(['CV', 'IT', 'XX', ''])('"%s" could be in several archives or in none', (category) => {
    expect(arxivClass(category)).toBeNull();
  });
});
