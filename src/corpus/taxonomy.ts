/** Areas, topics, facets and the terms by which papers are matched to them. */
import { z } from 'zod';
import { parseContentFile, type ContentLocator, type ContentPath } from './content-file.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { nearestOf } from './nearest.ts';
import type { SourceText } from './source-text.ts';
import { termKey } from './terms.ts';

const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a lower-case id such as kv-cache');

export const termSchema = z.object({
  /** Words to find; how they are matched is said in terms.ts. */
  term: z.string().regex(/[\p{L}\p{N}]/u, 'a word or a phrase'),
  weight: z.number(),
});
/** A matching term; a negative weight counts against its topic. */
export type Term = z.infer<typeof termSchema>;

export const elsewhereSchema = z.object({
  /** Something a reader might look for in the topic. */
  what: z.string().min(1),
  /** The id of the topic where it is. */
  see: slugSchema,
});
/** A pointer from a topic to its neighbour. */
export type Elsewhere = z.infer<typeof elsewhereSchema>;

export const topicSchema = z.object({
  id: slugSchema,
  title: z.string().min(1),
  /** One to three words for places where the title is too long. */
  short: z.string().min(1).optional(),
  definition: z.string().min(1),
  /** What is not in this topic, and where it is instead. */
  notHere: z.array(elsewhereSchema),
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
  /** Which papers have this value. */
  definition: z.string().min(1).optional(),
  /** Whether papers get this value when no other value of the facet fits. */
  fallback: z.boolean(),
  terms: z.array(termSchema),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

export const facetNames = ['platform', 'modality', 'contribution'] as const;
export type FacetName = (typeof facetNames)[number];

export const taxonomySchema = z.object({
  areas: z.array(areaSchema).min(1),
  /** Rules that keep neighbouring topics apart; topic ids stand in backquotes. */
  boundaries: z.array(z.string().min(1)),
  facets: z.object({
    platform: z.array(facetValueSchema),
    modality: z.array(facetValueSchema),
    contribution: z.array(facetValueSchema),
  }),
});
/** The whole taxonomy, in the order it is shown. */
export type Taxonomy = z.infer<typeof taxonomySchema>;

/** A topic together with the area it belongs to. */
export interface PlacedTopic {
  readonly area: Area;
  readonly topic: Topic;
}

/** All topics by id, in the order they are shown. */
export function topicsById(taxonomy: Taxonomy): Map<string, PlacedTopic> {
  return new Map(taxonomy.areas.flatMap((area) => area.topics.map((topic) => [topic.id, { area, topic }])));
}

/** Terms as the file groups them: weight → terms. */
const termsFileSchema = z.record(
  z.string().regex(/^-?(?:[1-9]\d*|\d+\.\d+)$/, 'a weight such as 4 or -3'),
  z.array(termSchema.shape.term),
);
type TermsFile = z.infer<typeof termsFileSchema>;

const facetFileSchema = z
  .array(
    z.strictObject({
      ...facetValueSchema.shape,
      fallback: z.boolean().default(false),
      terms: termsFileSchema,
    }),
  )
  .min(1);
type FacetFile = z.infer<typeof facetFileSchema>;

const taxonomyFileSchema = z.strictObject({
  areas: z
    .array(
      z.strictObject({
        ...areaSchema.shape,
        topics: z
          .array(
            z.strictObject({
              ...topicSchema.shape,
              notHere: z.array(z.strictObject(elsewhereSchema.shape)).default([]),
              terms: termsFileSchema,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  boundaries: taxonomySchema.shape.boundaries.default([]),
  facets: z.strictObject({ platform: facetFileSchema, modality: facetFileSchema, contribution: facetFileSchema }),
});
type TaxonomyFile = z.infer<typeof taxonomyFileSchema>;

/**
 * Reads `content/taxonomy.yaml`. Never throws. Of duplicates the first is kept.
 * Diagnostics: those of the content file; `duplicate-entry` for an area, topic, facet value or term
 * named twice; `unknown-topic` for a pointer to a topic that does not exist.
 */
export function parseTaxonomy(source: SourceText): {
  taxonomy: Taxonomy | null;
  diagnostics: readonly Diagnostic[];
} {
  const { data, diagnostics, ...locator } = parseContentFile(source, taxonomyFileSchema);
  if (data === null) return { taxonomy: null, diagnostics };
  const reader = new TaxonomyReader(locator);
  const taxonomy = reader.read(data);
  return { taxonomy, diagnostics: [...diagnostics, ...reader.diagnostics] };
}

/** Turns the file's form into the taxonomy and collects what is wrong on the way. */
class TaxonomyReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #locator: ContentLocator;

  constructor(locator: ContentLocator) {
    this.#locator = locator;
  }

  read({ areas, boundaries, facets }: TaxonomyFile): Taxonomy {
    const topicIds = new Set<string>();
    const areaIds = new Set<string>();
    const known = new Set(areas.flatMap(({ topics }) => topics.map(({ id }) => id)));
    const read = areas.flatMap((area, index): Area[] => {
      if (!this.#isNew(area.id, areaIds, ['areas', index, 'id'])) return [];
      const topics = this.#topics(area.topics, ['areas', index, 'topics'], topicIds, known);
      return [{ ...area, topics }];
    });
    return {
      areas: read.filter(({ topics }) => topics.length > 0),
      boundaries,
      facets: {
        platform: this.#facet(facets.platform, ['facets', 'platform']),
        modality: this.#facet(facets.modality, ['facets', 'modality']),
        contribution: this.#facet(facets.contribution, ['facets', 'contribution']),
      },
    };
  }

  #topics(
    topics: TaxonomyFile['areas'][number]['topics'],
    path: ContentPath,
    seen: Set<string>,
    known: ReadonlySet<string>,
  ): Topic[] {
    return topics.flatMap((topic, index): Topic[] => {
      if (!this.#isNew(topic.id, seen, [...path, index, 'id'])) return [];
      for (const [place, { see }] of topic.notHere.entries()) {
        if (!known.has(see)) this.#unknownTopic(see, known, [...path, index, 'notHere', place, 'see']);
      }
      return [{ ...topic, terms: this.#terms(topic.terms, [...path, index, 'terms']) }];
    });
  }

  #facet(values: FacetFile, path: ContentPath): FacetValue[] {
    const seen = new Set<string>();
    return values.flatMap((value, index): FacetValue[] => {
      if (!this.#isNew(value.id, seen, [...path, index, 'id'])) return [];
      return [{ ...value, terms: this.#terms(value.terms, [...path, index, 'terms']) }];
    });
  }

  #terms(terms: TermsFile, path: ContentPath): Term[] {
    const seen = new Set<string>();
    return Object.entries(terms)
      .map(([weight, group]) => ({ weight, group }))
      .toSorted((a, b) => Number(b.weight) - Number(a.weight))
      .flatMap(({ weight, group }) =>
        group.flatMap((term, index) =>
          this.#isNew(termKey(term), seen, [...path, weight, index], term) ? [{ term, weight: Number(weight) }] : [],
        ),
      );
  }

  #isNew(id: string, seen: Set<string>, path: ContentPath, shown = id): boolean {
    if (!seen.has(id)) {
      seen.add(id);
      return true;
    }
    const message = `"${shown}" stands here again`;
    this.diagnostics.push(diagnosticAt('duplicate-entry', this.#locator.positionOf(path), message, 'each name once'));
    return false;
  }

  #unknownTopic(id: string, known: ReadonlySet<string>, path: ContentPath): void {
    const nearest = nearestOf(id, known);
    const expected = nearest === null ? 'a topic id of this file' : `"${nearest}"`;
    const position = this.#locator.positionOf(path);
    this.diagnostics.push(diagnosticAt('unknown-topic', position, `unknown topic "${id}"`, expected));
  }
}
