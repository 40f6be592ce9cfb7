import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import type { Paper } from '../../../src/corpus/paper.ts';
import { papersCsv, paperColumns } from '../../../src/exports/papers-csv.ts';
import { papersJson, publicPaper } from '../../../src/exports/papers-json.ts';
import { paperFields, papersFileSchema, papersSchemaJson } from '../../../src/exports/papers-schema.ts';
import { awkwardPapers } from '../../support/awkward-citations.ts';
import { fabricatedSurvey } from '../../support/fabricated-survey.ts';

const papers: readonly Paper[] = [...buildCorpus(fabricatedSurvey()).papers, ...awkwardPapers];
const urlOf = (id: string): string => `/papers/${id}/`;
const written: unknown = JSON.parse(papersJson(papers, urlOf));

/** The published schema, compiled by a validator that knows nothing of ours. */
function compiledSchema() {
  const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(papersSchemaJson()));
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

describe('papers.json', () => {
  test('is as its published schema says', () => {
    const validate = compiledSchema();
    validate(written);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is refused by the schema with a field missing, added or of another kind', () => {
    const validate = compiledSchema();
    const file = papersFileSchema.parse(written);
    const [paper] = file.papers;
    for (const change of [{ year: '2024' }, { title: undefined }, { surprise: 1 }, { published: '24-1' }]) {
      const changed: unknown = JSON.parse(JSON.stringify({ ...file, papers: [{ ...paper, ...change }] }));
      expect(validate(changed)).toBe(false);
    }
  });

  test('has its fields documented, in their order', () => {
    // Whatever a paper may have; a field that few have is left out elsewhere.
    const [first] = papers.map((paper) => ({ ...paper, doi: '10.1234/figs' }));
    expect(paperFields().map(({ name }) => name)).toEqual(first && Object.keys(publicPaper(first, '')));
    for (const { description } of paperFields()) expect(description).toMatch(/^\w.*\.$/);
  });
});

test('papers.csv has a row per paper and its columns documented', () => {
  const [names = '', ...rows] = papersCsv(papers, urlOf).trimEnd().split('\r\n');
  expect(names.split(',')).toEqual(paperColumns().map(({ name }) => name));
  expect(rows).toHaveLength(papers.length);
});
