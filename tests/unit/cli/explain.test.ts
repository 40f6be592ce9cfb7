import { describe, expect, test } from 'vitest';
import { explainPaper } from '../../../src/cli/explain.ts';
import { reviewPapers } from '../../../src/cli/review.ts';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { fabricatedSurvey } from '../../support/fabricated-survey.ts';

const corpus = buildCorpus(fabricatedSurvey());

describe('explainPaper', () => {
  test('says the topic with its evidence, the sources and where each field comes from', () => {
    const { found, text } = explainPaper(corpus, 'fignet-faster-figs-for-everybody');
    expect(found).toBe(true);
    expect(text).toContain('orchards / figs');
    expect(text).toMatch(/"fig" in the title \(\+\d/);
    expect(text).toContain('a.txt:13-15');
    expect(text).toContain('merged by title');
    expect(text).toContain('published: b.txt:1');
    expect(text).toContain('[duplicate-record]');
  });

  test('says of a curated paper what its words alone would have done', () => {
    const id = 'fignet-faster-figs-for-everybody';
    const curated = buildCorpus(fabricatedSurvey({ curation: `papers: { ${id}: { topic: plums } }` }));
    expect(explainPaper(curated, id).text).toMatch(/without its curator it would be in figs with confidence 0\.\d\d/);
    expect(explainPaper(corpus, id).text).not.toContain('without its curator');
  });

  test('names similar ids for one that does not exist', () => {
    const { found, text } = explainPaper(corpus, 'fignet-faster-plums');
    expect(found).toBe(false);
    expect(text).toContain('no paper has the id "fignet-faster-plums"');
    expect(text).toContain('  fignet-faster-figs-for-everybody');
  });
});

describe('reviewPapers', () => {
  test('has nothing to say of papers that are sure', () => {
    expect(reviewPapers(corpus)).toBe('0 of 3 papers to review\n');
  });

  test('lists papers without a topic first, with what is known', () => {
    const lost = buildCorpus(fabricatedSurvey({ taxonomy: null }));
    expect(reviewPapers(lost)).toMatch(
      /^0\.00 {2}unclassified {2}fignet-faster-figs-for-everybody\n.*\n {6}no topic fits/,
    );
    expect(reviewPapers(lost)).toContain('3 of 3 papers to review');
  });
});
