/** Which collections there are, of what form, and what fills them. */
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { abbreviationsSchema } from '../corpus/abbreviations.ts';
import { captureAccountSchema, countsSchema } from '../corpus/corpus.ts';
import { diagnosticSchema } from '../corpus/diagnostics.ts';
import { versionChangesSchema } from '../corpus/history.ts';
import { paperSchema } from '../corpus/paper.ts';
import { movesOf } from '../corpus/permalinks.ts';
import { prosePageSchema } from '../corpus/prose.ts';
import { removedPaperSchema } from '../corpus/removed.ts';
import { taxonomySchema } from '../corpus/taxonomy.ts';
import { corpusLoader, proseLoader, siteLoader } from './corpus-loader.ts';
import { siteConfigSchema } from '../site/config.ts';

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
    loader: corpusLoader('build', ({ taxonomy, abbreviations, counts, diagnostics, history, removed, permalinks }) => [
      [
        'build',
        {
          taxonomy,
          abbreviations,
          counts,
          diagnostics,
          versions: history.versions,
          changedOn: [...history.changedOn],
          removed,
          moves: movesOf(permalinks.ledger),
        },
      ],
    ]),
    schema: z.object({
      taxonomy: taxonomySchema,
      abbreviations: abbreviationsSchema,
      counts: countsSchema,
      diagnostics: z.array(diagnosticSchema),
      versions: z.array(versionChangesSchema),
      changedOn: z.array(z.tuple([z.string(), z.string()])),
      removed: z.array(removedPaperSchema),
      moves: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  }),
  site: defineCollection({ loader: siteLoader(), schema: siteConfigSchema }),
  prose: defineCollection({ loader: proseLoader(), schema: prosePageSchema }),
};
