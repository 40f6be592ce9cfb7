/** What cards say of papers beyond their citations: one file, loaded by the page of the reading list. */
import { z } from 'zod/mini';
import { makeUrls } from '../site/urls.ts';

const factsSchema = z.object({
  platforms: z.array(z.string()),
  /** The result that the paper's card shows. */
  result: z.nullable(z.object({ value: z.string(), metric: z.string(), metricFirst: z.boolean() })),
});
export type CardFacts = Readonly<z.infer<typeof factsSchema>>;

const fileSchema = z.object({ schema: z.literal(1), cards: z.record(z.string(), factsSchema) });
export type CardFactsFile = z.infer<typeof fileSchema>;

/** By the id of the paper, those of which there is something to say. Rejects when the file cannot be fetched. */
export async function readCardFacts(): Promise<ReadonlyMap<string, CardFacts>> {
  const response = await fetch(makeUrls(import.meta.env.BASE_URL, null).data('cards.json'));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new Map(Object.entries(fileSchema.parse(await response.json()).cards));
}
