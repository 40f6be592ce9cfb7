import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../../src/corpus/build-corpus.ts';
import { hasErrors } from '../../../../src/corpus/diagnostics.ts';
import { parseDoi } from '../../../../src/corpus/formats/entry-reading.ts';
import { capturesOfSurvey, fabricatedSurvey, figAbstract } from '../../../support/fabricated-survey.ts';

const bibtex = `@article{fignet,
  title = {{FigNet} for All Growers},
  author = {Figwell, Ada and Tree, Bo and Root, Cy and Stem, Dee},
  eprint = {2504.00017}, archivePrefix = {arXiv}, primaryClass = {cs.PL},
  journal = {Journal of Figs}, year = {2025}, month = apr,
  doi = {10.1234/FIGS.17}, url = {https://github.com/acme/fignet}
}
`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom">
<entry><id>http://arxiv.org/abs/2504.00017v2</id><title>FigNet: Faster Figs for Everybody</title>
<summary>${figAbstract}</summary><published>2025-04-13T10:00:00Z</published>
<author><name>Ada Figwell</name></author><author><name>Bo Tree</name></author>
<author><name>Cy Root</name></author><author><name>Dee Stem</name></author></entry></feed>
`;

const withSeeds = (...texts: readonly string[]) =>
  buildCorpus(
    fabricatedSurvey({
      seeds: texts.map((text, index) => ({ path: `seeds/${String.fromCharCode(109 + index)}.txt`, text })),
    }),
  );

describe('what a bibliography states', () => {
  const { papers } = buildCorpus(
    fabricatedSurvey({
      seeds: [...capturesOfSurvey, { path: 'seeds/m.bib', text: bibtex }, { path: 'seeds/n.xml', text: atom }],
    }),
  );
  const figs = papers.filter(({ arxiv }) => arxiv === '2504.00017');

  it('joins records by arXiv id whatever their titles', () => {
    expect(figs).toHaveLength(1);
    expect(figs[0]?.sources.map(({ seed, line }) => `${seed}:${line}`)).toEqual([
      'a.txt:13',
      'b.txt:1',
      'm.bib:1',
      'n.xml:2',
    ]);
  });

  it('completes the paper, with the capture and its line as the source', () => {
    expect(figs[0]).toMatchObject({
      id: 'fignet-faster-figs-for-everybody',
      authors: ['Ada Figwell', 'Bo Tree', 'Cy Root', 'Dee Stem'],
      authorsComplete: true,
      doi: '10.1234/figs.17',
      venue: 'Journal of Figs',
      code: ['https://github.com/acme/fignet'],
      provenance: {
        arxiv: { kind: 'capture', seed: 'm.bib', line: 1 },
        doi: { kind: 'capture', seed: 'm.bib', line: 1 },
        venue: { kind: 'capture', seed: 'm.bib', line: 1 },
        abstract: { kind: 'capture', seed: 'a.txt', line: 13 },
      },
    });
  });
});

describe('a DOI', () => {
  it('joins records that have it', () => {
    const { papers } = withSeeds(
      '@misc{a, title = {Figs}, doi = {10.1234/x}}\n@misc{b, title = {Figs, Revisited}, doi = {https://doi.org/10.1234/X}}\n',
    );
    expect(papers).toMatchObject([{ title: { plain: 'Figs' }, doi: '10.1234/x', mergedBy: 'doi' }]);
  });

  it.each([
    ['https://doi.org/10.1234/ABC.5', '10.1234/abc.5'],
    ['doi: 10.1234/abc.', '10.1234/abc'],
    ['10.48550/arXiv.2401.00001', null],
    ['https://example.org/10.1234/abc', null],
  ])('is read from %s', (text, doi) => {
    expect(parseDoi(text)).toBe(doi);
  });
});

describe('a paper without abstract', () => {
  it('is kept, classified by its title, and takes the abstract of another capture', () => {
    const alone = withSeeds('@misc{a, title = {A Fig Tree for Everybody}, year = 2024}');
    expect(hasErrors(alone.diagnostics)).toBe(false);
    expect(alone.papers).toMatchObject([{ abstract: { plain: '' }, claims: [], published: { value: '2024' } }]);
    expect(alone.papers[0]?.provenance.abstract).toBeUndefined();
    const both = withSeeds('@misc{a, title = {FigNet: Faster Figs for Everybody}}', atom);
    expect(both.papers).toMatchObject([
      { abstract: { raw: figAbstract }, provenance: { abstract: { seed: 'n.txt' } } },
    ]);
  });
});

it('two entries on one line keep their own problems', () => {
  const { diagnostics } = withSeeds(
    '[{"title": "A $broken title"}, {"title": "Plums", "abstract": "See \\\\unknownmacro here."}]',
  );
  expect(diagnostics.map(({ code }) => code)).toContain('unknown-macro');
});
