import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { papersJson, publicPaper } from '../../../src/exports/papers-json.ts';
import { capturesOfSurvey, fabricatedSurvey } from '../../support/fabricated-survey.ts';

const { papers } = buildCorpus(fabricatedSurvey());
const urlOf = (id: string): string => `https://example.org/papers/${id}/`;

describe('papersJson', () => {
  test('has the published fields in their order, and no other', () => {
    const [first] = papers;
    expect(first && Object.keys(publicPaper(first, ''))).toEqual([
      'id', 'url', 'citeKey', 'title', 'titleLatex', 'abstract', 'abstractRaw', 'authors', 'authorsComplete', 'authorCount',
      'published', 'year', 'arxiv', 'venue', 'category', 'organizations', 'code', 'links', 'comments', 'area', 'topic', 'also',
      'basis', 'confidence', 'reasons', 'platforms', 'modalities', 'contributions', 'claims', 'related', 'sources', 'provenance',
    ]); // prettier-ignore
  });

  test('gives plain text for people and the captured text as evidence', () => {
    const [first] = papers;
    const data = first && publicPaper(first, urlOf(first.id));
    expect(data?.abstract).toContain('2.8× faster');
    expect(data?.abstractRaw).toContain('2.8times faster');
    expect(data?.provenance).toMatchObject({ title: 'a.txt:13', published: 'b.txt:1', year: 'derived from the date' });
    expect(data?.sources).toEqual([
      { seed: 'a.txt', line: 13 },
      { seed: 'b.txt', line: 1 },
    ]);
  });

  test('the same input gives the same bytes, in any order of the captures', () => {
    const again = buildCorpus(fabricatedSurvey({ seeds: capturesOfSurvey.toReversed() })).papers;
    expect(papersJson(again, urlOf)).toBe(papersJson(papers, urlOf));
  });
});
