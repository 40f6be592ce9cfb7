import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/exports/bibtex.ts';
import type { Citation } from '../../../src/exports/citation.ts';
import { citationWith } from '../../support/citations.ts';

const entryOf = (known: Partial<Citation>): string => bibtex([citationWith(known)]);

test('a preprint is a misc entry with its arXiv id, DOI and date', () => {
  expect(
    entryOf({
      authors: ['Ada van Spout', 'Kettle Team'],
      authorsComplete: true,
      published: '2024-11-02',
      year: 2024,
      arxiv: '2411.00001',
      arxivClass: 'cs.LG',
      doi: '10.48550/arXiv.2411.00001',
      url: 'https://arxiv.org/abs/2411.00001',
    }),
  ).toBe(`@misc{spout2024kettle,
  author = {van Spout, Ada and {Kettle Team}},
  title = {A Kettle},
  year = {2024},
  month = nov,
  eprint = {2411.00001},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  doi = {10.48550/arXiv.2411.00001},
  url = {https://arxiv.org/abs/2411.00001}
}
`);
});

test('a paper with a venue is in its proceedings and keeps its arXiv id', () => {
  const entry = entryOf({ venue: 'Pots & Pans 2024', arxiv: '2411.00001' });
  expect(entry).toMatch(/^@inproceedings\{/);
  expect(entry).toContain('booktitle = {Pots \\& Pans 2024}');
  expect(entry).toContain('eprint = {2411.00001}');
});

describe('authors', () => {
  test('are never invented: a note says that they are not known', () => {
    const entry = entryOf({ authors: null, authorCount: 3 });
    expect(entry).not.toContain('author =');
    expect(entry).toContain('note = {The authors are not known to this survey (3 in all).}');
  });

  test('that are only the beginning of a list are followed by "others"', () => {
    expect(entryOf({ authors: ['Ada Spout'], authorsComplete: false })).toContain('author = {Spout, Ada and others}');
  });

  test.each([
    ['Martin Luther King, Jr.', 'King, Jr., Martin Luther'],
    ['Plato', 'Plato'],
    ['Simon and Schuster', 'Schuster, {Simon and}'],
    ['Cy {Lid', '= {\\textbraceleft{}Lid, Cy}'],
  ])('%s', (name, expected) => {
    expect(entryOf({ authors: [name], authorsComplete: true })).toContain(expected);
  });
});

test('braces stay balanced, because BibTeX counts escaped ones too', () => {
  const entry = entryOf({
    titleLatex: 'A \\{ and $\\{x$',
    venue: '{',
    authors: ['}{ Ada'],
    url: 'https://x.example/{',
  });
  const depth = entry.split('{').length - entry.split('}').length;
  expect(depth).toBe(0);
  expect(entry).toContain('title = {A \\textbraceleft{} and $\\lbrace x$}');
  expect(entry).toContain('url = {https://x.example/%7B}');
});

test('entries keep their order, with an empty line between them', () => {
  const text = bibtex([citationWith({ citeKey: 'b' }), citationWith({ citeKey: 'a' })]);
  expect(text.match(/@misc\{\w/g)).toEqual(['@misc{b', '@misc{a']);
  expect(text).toContain('}\n\n@misc{a');
  expect(bibtex([])).toBe('');
});
