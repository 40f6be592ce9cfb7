import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { captureAccountSchema, countsSchema } from './corpus/corpus.ts';
import { diagnosticSchema } from './corpus/diagnostics.ts';
import { paperSchema } from './corpus/paper.ts';
import { taxonomySchema } from './corpus/taxonomy.ts';
import { corpusLoader, siteLoader } from './loaders/corpus-loader.ts';
import { contentFolderOf, locationFromEnvironment } from './loaders/survey-files.ts';
import { siteConfigSchema } from './site/config.ts';

const prose = (folder: string) =>
  defineCollection({
    loader: glob({ pattern: '*.md', base: `${contentFolderOf(locationFromEnvironment())}/${folder}` }),
    schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
  });

export const collections = {
  papers: defineCollection({
    loader: corpusLoader('papers', (corpus) => corpus.papers.map((paper) => [paper.id, paper])),
    schema: paperSchema,
  }),
  captures: defineCollection({
    loader: corpusLoader('captures', (corpus) => corpus.captures.map((capture) => [capture.seed, capture])),
    schema: captureAccountSchema,
  }),
  build: defineCollection({
    loader: corpusLoader('build', ({ taxonomy, counts, diagnostics }) => [
      ['build', { taxonomy, counts, diagnostics }],
    ]),
    schema: z.object({ taxonomy: taxonomySchema, counts: countsSchema, diagnostics: z.array(diagnosticSchema) }),
  }),
  site: defineCollection({ loader: siteLoader(), schema: siteConfigSchema }),
  pages: prose('pages'),
};
