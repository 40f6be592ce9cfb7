import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../src/client/list-bibtex.ts';
import { importEntries, importText, isBibtex, PaperFinder } from '../../../src/client/list-import.ts';
import { bibtex } from '../../../src/exports/bibtex.ts';
import { citationWith } from '../../support/citations.ts';

const kettle = citationWith({
  id: 'a-kettle',
  citeKey: 'spout2024kettle',
  title: 'A Kettle That Sings: Whistling at 100 °C',
  titleLatex: 'A Kettle That Sings: Whistling at 100 °C',
  arxiv: '2401.00001',
  doi: '10.48550/arXiv.2401.00001',
  authors: ['Ada Spout'],
  authorsComplete: true,
});
const teapot = citationWith({ id: 'teapot', citeKey: 'handle2023teapot', title: 'Teapots', titleLatex: 'Teapots' });
const finder = new PaperFinder([kettle, teapot]);

const fromBibtex = (text: string) => importEntries(readBibtex(text).entries, finder);

describe('BibTeX', () => {
  test('that the survey wrote comes back whole', () => {
    const found = fromBibtex(bibtex([teapot, kettle]));
    expect(found).toEqual({ ids: ['teapot', 'a-kettle'], notes: new Map(), unknown: [] });
  });

  test.each([
    ['several lines', 'see table 2\nask Bo'],
    ['signs of LaTeX', '5 % of $3 & {x}_1 \\a ~ ^ # “q” é'],
    ['signs that LaTeX joins', "-- --- it's ''so'' ``"],
    ['what looks like an entry', '- third, @misc{pot, title={Pots}} <T>'],
    ['braces that are open', '}}} {'],
    ['comparisons', 'if a<b then c>d, see x<i>y'],
    ['the name of a tag', 'use <br> tags'],
    ['what looks like formatting', 'a <b> c'],
  ])('brings the reader’s note back: %s', (_, readerNote) => {
    expect(fromBibtex(bibtex([{ ...kettle, readerNote }, teapot])).notes).toEqual(new Map([['a-kettle', readerNote]]));
  });

  test('of another program brings its notes, without their formatting', () => {
    const text = '@misc{teapot, title={Teapots}, annote={read \\emph{twice}\\\\ lend to Bo}}';
    expect(fromBibtex(text).notes).toEqual(new Map([['teapot', 'read twice\nlend to Bo']]));
  });

  test.each([
    ['as macros', 'where {\\textless}b{\\textgreater} is \\textless c'],
    ['in a formula', 'where $<$b$>$ is $<c$'],
    ['as they are', 'where <b> is <c'],
  ])('of another program brings signs of comparison: %s', (_, annote) => {
    const text = `@misc{teapot, title={Teapots}, annote={${annote}}}`;
    expect(fromBibtex(text).notes).toEqual(new Map([['teapot', 'where <b> is <c']]));
  });

  test.each([
    ['its arXiv id', '@misc{x, title={Other Words}, eprint={2401.00001v3}, archivePrefix={arXiv}}'],
    ['its DOI', '@article{x, doi={https://doi.org/10.48550/ARXIV.2401.00001}}'],
    ['its address', '@article{x, title={Words}, url={https://arxiv.org/pdf/2401.00001.pdf}}'],
    ['a journal that is arXiv', '@article{x, title={Words}, journal={arXiv preprint arXiv:2401.00001}}'],
    [
      'its title, however it is set',
      '@inproceedings{x, title={A {Kettle} that sings --- whistling at 100 {\\textdegree}C}}',
    ],
    ['its citation key', '@misc{spout2024kettle, author={A. Spout}}'],
    ['its citation key and the begin of its title', '@misc{spout2024kettle, title={A Kettle That Sings}}'],
  ])('finds a paper by %s', (_, text) => {
    expect(fromBibtex(text)).toEqual({ ids: ['a-kettle'], notes: new Map(), unknown: [] });
  });

  test('names what matches nothing, also under a key that stands for another paper here', () => {
    const text = '@misc{spout2024kettle, title={On Pans}}\n@article{pot, title={Pots and {Lids}}}';
    expect(fromBibtex(text)).toEqual({
      ids: [],
      notes: new Map(),
      unknown: ['spout2024kettle: On Pans', 'pot: Pots and Lids'],
    });
  });

  test('names an entry that cannot be read, and reads the others', () => {
    const { entries, unreadable } = readBibtex('@misc{teapot, title={Teapots}}\n@misc{broken, title={No end\n');
    expect(entries.map(({ key }) => key)).toContain('teapot');
    expect(unreadable.join(' ')).toContain('broken');
  });
});

describe('pasted text', () => {
  test.each([
    ['a link to a list', 'https://survey.example/list/#n=2&papers=teapot,a-kettle', ['teapot', 'a-kettle']],
    ['a link to a paper', 'https://survey.example/base/papers/teapot/', ['teapot']],
    ['a link to a paper with a place', 'https://survey.example/papers/teapot/#abstract', ['teapot']],
    ['an arXiv link', 'https://arxiv.org/abs/2401.00001v2', ['a-kettle']],
    ['an arXiv id', 'arXiv:2401.00001', ['a-kettle']],
    ['a bare arXiv id', '2401.00001', ['a-kettle']],
    ['a DOI', '10.48550/arXiv.2401.00001', ['a-kettle']],
    ['an id', 'teapot', ['teapot']],
    ['a title', 'A kettle that sings: whistling at 100 °C', ['a-kettle']],
    ['prose around a link', 'Do read https://arxiv.org/abs/2401.00001 soon', ['a-kettle']],
    ['several in a line', 'teapot https://arxiv.org/abs/2401.00001', ['teapot', 'a-kettle']],
    ['several lines, one of them twice', 'teapot\n\n2401.00001\r\nteapot', ['teapot', 'a-kettle']],
  ])('can be %s', (_, text, ids) => {
    expect(importText(text, finder)).toEqual({ ids, notes: new Map(), unknown: [] });
  });

  test('names lines and addresses that match nothing', () => {
    expect(importText('Pans\nteapot https://arxiv.org/abs/2402.99999', finder)).toEqual({
      ids: ['teapot'],
      notes: new Map(),
      unknown: ['Pans', 'https://arxiv.org/abs/2402.99999'],
    });
  });

  test('keeps ids of a shared list that the survey does not know', () => {
    expect(importText('https://survey.example/list/#papers=gone,teapot', finder).ids).toEqual(['gone', 'teapot']);
  });
});

test('BibTeX is told from other text', () => {
  expect(isBibtex('% mine\n  @Article {key,')).toBe(true);
  expect(isBibtex('ada@kettle.example\nhttps://arxiv.org/abs/2401.00001')).toBe(false);
});
