/** Which papers belong together: what the pages of topics, areas, years, authors and the like list. */
import { z } from 'zod/mini';

const textSchema = z.string().check(z.minLength(1));

export const collectionSchema = z.strictObject({
  kind: z.enum(['area', 'topic', 'platform', 'modality', 'contribution', 'year', 'author']),
  id: textSchema,
  title: textSchema,
  /** Of its page, from the root of the site, without slashes at its ends ("topics/kv-cache"). */
  path: textSchema,
  /** Ids in the order of the page. */
  papers: z.array(textSchema),
});
/** A set of papers that has a page, and can be taken away as files. */
export type Collection = Readonly<z.infer<typeof collectionSchema>>;

const fileSchema = z.object({ schema: z.literal(1), collections: z.array(collectionSchema) });

/** In the order given; the same collections give the same bytes. */
export function collectionsJson(collections: readonly Collection[]): string {
  const lines = collections.map((collection) => JSON.stringify(collection)).join(',\n');
  return `{"schema":1,"collections":[\n${lines}\n]}\n`;
}

/** Reads what `collectionsJson` wrote; throws on anything else. */
export function readCollections(text: string): readonly Collection[] {
  return fileSchema.parse(JSON.parse(text)).collections;
}
