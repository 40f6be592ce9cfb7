import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { captureAccountSchema, countsSchema } from './corpus/corpus.ts';
import { diagnosticSchema } from './corpus/diagnostics.ts';
import { paperSchema } from './corpus/paper.ts';
import { prosePageSchema } from './corpus/prose.ts';
import { taxonomySchema } from './corpus/taxonomy.ts';
import { corpusLoader, proseLoader, siteLoader } from './loaders/corpus-loader.ts';
import { siteConfigSchema } from './site/config.ts';

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
  prose: defineCollection({ loader: proseLoader(), schema: prosePageSchema }),
};
