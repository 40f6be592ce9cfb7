import { parse } from '@retorquere/bibtex-parser';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  citationCff,
  type SurveyCitation,
  surveyBibtex,
  surveyReference,
} from '../../../src/exports/survey-citation.ts';

const atlas: SurveyCitation = {
  title: 'Atlas of Kettles & "Pots"',
  authors: ['Ada van Spout', 'Kettle Team'],
  edition: { version: '1.10.0', date: '2026-11-05' },
  url: 'https://kettles.example/',
  repository: null,
};

/** The fields of CITATION.cff (1.2.0) that are written. */
const cffSchema = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string(),
  type: z.enum(['software', 'dataset']),
  title: z.string(),
  authors: z
    .array(
      z.union([
        z.strictObject({ name: z.string() }),
        z.strictObject({ 'family-names': z.string(), 'given-names': z.string().optional() }),
      ]),
    )
    .min(1),
  version: z.string().optional(),
  'date-released': z.iso.date().optional(),
  url: z.url().optional(),
  'repository-code': z.url().optional(),
});

describe('the citation of a survey', () => {
  test('names version and date of the last publication', () => {
    expect(surveyReference(atlas)).toBe(
      'Ada van Spout, Kettle Team. Atlas of Kettles & "Pots". Version 1.10.0, 2026-11-05. https://kettles.example/',
    );
    expect(surveyReference({ ...atlas, authors: [], edition: null, url: null })).toBe('Atlas of Kettles & "Pots".');
  });

  test('comes back from BibTeX', () => {
    const { entries, errors } = parse(surveyBibtex(atlas), { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries).toMatchObject([
      {
        key: 'atlasofkettlespots2026',
        fields: {
          title: 'Atlas of Kettles & "Pots"',
          author: [{ lastName: 'Spout', prefix: 'van', firstName: 'Ada' }, { name: 'Kettle Team' }],
          year: '2026',
          month: '11',
          url: 'https://kettles.example/',
        },
      },
    ]);
  });

  test('is sound as CITATION.cff', () => {
    expect(cffSchema.parse(load(citationCff(atlas)))).toMatchObject({
      title: atlas.title,
      authors: [{ 'family-names': 'van Spout', 'given-names': 'Ada' }, { name: 'Kettle Team' }],
      version: '1.10.0',
      'date-released': '2026-11-05',
    });
  });

  test('stands under its own name where nobody is to be cited', () => {
    expect(cffSchema.parse(load(citationCff({ ...atlas, authors: [] }))).authors).toEqual([{ name: atlas.title }]);
  });
});
