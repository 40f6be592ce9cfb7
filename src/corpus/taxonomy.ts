/** Areas, topics, facets and the terms by which papers are matched to them. */
import { z } from 'zod';

const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a lower-case id such as kv-cache');

export const termSchema = z.object({
  /** Words to find, matched as whole words, case-insensitively unless it holds capitals only. */
  term: z.string().min(1),
  weight: z.number(),
});
/** A matching term; a negative weight counts against its topic. */
export type Term = z.infer<typeof termSchema>;

export const topicSchema = z.object({
  id: slugSchema,
  title: z.string().min(1),
  definition: z.string().min(1),
  terms: z.array(termSchema).min(1),
});
export type Topic = z.infer<typeof topicSchema>;

export const areaSchema = z.object({
  id: slugSchema,
  title: z.string().min(1),
  /** One line that says what the area is about. */
  summary: z.string().min(1),
  topics: z.array(topicSchema).min(1),
});
export type Area = z.infer<typeof areaSchema>;

export const facetValueSchema = z.object({
  id: slugSchema,
  title: z.string().min(1),
  terms: z.array(termSchema),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

export const taxonomySchema = z.object({
  areas: z.array(areaSchema).min(1),
  facets: z.object({
    platform: z.array(facetValueSchema),
    modality: z.array(facetValueSchema),
    contribution: z.array(facetValueSchema),
  }),
});
/** The whole taxonomy, in the order it is shown. */
export type Taxonomy = z.infer<typeof taxonomySchema>;
