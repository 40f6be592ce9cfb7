import { describe, expect, test } from 'vitest';
import { csv, csvTable } from '../../../src/exports/csv.ts';
import { exportFormats, formatFacts } from '../../../src/exports/formats.ts';
import { markdown } from '../../../src/exports/markdown.ts';
import { referenceText } from '../../../src/exports/reference.ts';
import { ris } from '../../../src/exports/ris.ts';
import { citationWith } from '../../support/citations.ts';

describe('a reference', () => {
  test('names authors, year, title, venue and where the paper is', () => {
    const citation = citationWith({
      authors: ['Ada Spout', 'Bo Lid', 'Cy Base'],
      authorsComplete: true,
      year: 2024,
      venue: 'POTS 2024',
      arxiv: '2411.00001',
      doi: '10.48550/arXiv.2411.00001',
    });
    expect(referenceText(citation)).toBe(
      'Ada Spout, Bo Lid and Cy Base (2024). A Kettle. POTS 2024. arXiv:2411.00001. https://doi.org/10.48550/arXiv.2411.00001',
    );
  });

  test('leaves out what is not known; without authors the year follows the title', () => {
    expect(referenceText(citationWith({ year: 2024 }))).toBe('A Kettle (2024).');
    expect(referenceText(citationWith({ title: 'Why Kettles?' }))).toBe('Why Kettles?');
  });

  test('of a list that is long or not complete ends in "et al."', () => {
    const many = Array.from({ length: 9 }, (_, index) => `Ada ${'I'.repeat(index + 1)}`);
    expect(referenceText(citationWith({ authors: many, authorsComplete: true }))).toBe(
      'Ada I, Ada II, Ada III, Ada IIII, Ada IIIII, Ada IIIIII et al. A Kettle.',
    );
    expect(referenceText(citationWith({ authors: ['Ada Spout'], year: 2024 }))).toBe(
      'Ada Spout et al. (2024). A Kettle.',
    );
  });
});

describe('CSV', () => {
  test('quotes what needs it and has a row of names', () => {
    const [names = '', row = ''] = csv([
      citationWith({ title: 'Kettles, "big"', authors: ['Ada Spout', 'Bo Lid'], authorsComplete: true, year: 2024 }),
    ]).split('\r\n');
    expect(names).toMatch(/^id,cite_key,title,authors,/);
    expect(row).toMatch(/^a-kettle,spout2024kettle,"Kettles, ""big""",Ada Spout; Bo Lid,true,2024,,,,,,,,\/papers/);
  });

  test('holds no formula that a spreadsheet would run', () => {
    const table = csvTable([['text', (text: string) => text]], ['=1+1', '@a', '-b', '+c', 'd=1']);
    expect(table).toBe("text\r\n'=1+1\r\n'@a\r\n'-b\r\n'+c\r\nd=1\r\n");
  });

  test('numbers stay numbers', () => {
    expect(csvTable([['n', (n: number) => n]], [-1])).toBe('n\r\n-1\r\n');
  });
});

test('Markdown shows titles as they are and links to the paper', () => {
  const citation = citationWith({
    title: 'A*B [c] <d> `e`',
    url: 'https://x.example/(1)',
    authors: ['Ada_B'],
    authorsComplete: true,
  });
  expect(markdown([citation])).toBe('- Ada\\_B. [A\\*B \\[c\\] \\<d\\> \\`e\\`.](https://x.example/%281%29)\n');
});

test('RIS keeps a value on one line', () => {
  expect(ris([citationWith({ title: 'A\r\nER  - \nB' })])).toContain('TI  - A ER - B\r\n');
});

describe('what a reader wrote on a paper', () => {
  const noted = citationWith({ readerNote: '# see *table* 2\n\n1. ask Bo\n-- or Cy' });

  test('is a column of the CSV, only where there is a note', () => {
    const [names = '', first = ''] = csv([noted, citationWith({ id: 'b' })]).split('\r\n');
    expect(names).toMatch(/,page,note$/);
    expect(first).toMatch(/,"# see \*table\* 2\n\n1\. ask Bo\n-- or Cy"$/);
    expect(csv([citationWith()])).toMatch(/,page\r\n/);
  });

  test('that begins like a formula is text in the CSV', () => {
    expect(csv([citationWith({ readerNote: '=1+1' })])).toMatch(/,'=1\+1\r\n$/);
  });

  test('is quoted below the item in Markdown, line by line', () => {
    expect(markdown([noted, citationWith()])).toBe(
      '- [A Kettle.](/papers/a-kettle/)\n  > \\# see \\*table\\* 2\\\n  > 1\\. ask Bo\\\n  > \\-- or Cy\n- [A Kettle.](/papers/a-kettle/)\n',
    );
  });

  test('is a note on one line in RIS, and an annotation in BibTeX and CSL-JSON', () => {
    expect(ris([noted])).toContain('N1  - # see *table* 2 1. ask Bo -- or Cy\r\n');
    expect(formatFacts.bibtex.write([noted])).toContain('annote = {\\# see *table* 2\n\n1. ask Bo\n\n-{}- or Cy}');
    expect(JSON.parse(formatFacts['csl-json'].write([noted]))).toMatchObject([{ annote: noted.readerNote }]);
  });
});

test('every format has a file name and media type of its own', () => {
  const facts = exportFormats.map((format) => formatFacts[format]);
  expect(new Set(facts.map(({ extension }) => extension)).size).toBe(exportFormats.length);
  expect(new Set(facts.map(({ mediaType }) => mediaType)).size).toBe(exportFormats.length);
});
