/** Areas and topics with their papers: data/topics.json. */
import type { Area } from '../corpus/taxonomy.ts';
import type { Collection } from './collections.ts';

/**
 * The taxonomy as JSON, in its order, ending in a newline. `urlOf` gives the address of a page by its path from the
 * root of the site; `collections` say which papers are listed there.
 */
export function topicsJson(
  areas: readonly Area[],
  collections: readonly Collection[],
  urlOf: (path: string) => string,
): string {
  const listed = new Map(collections.map((collection) => [`${collection.kind}/${collection.id}`, collection]));
  const pageOf = (kind: Collection['kind'], id: string) => {
    const page = listed.get(`${kind}/${id}`);
    return { url: page === undefined ? null : urlOf(`${page.path}/`), papers: page?.papers ?? [] };
  };
  const data = {
    schema: 1,
    areas: areas.map(({ id, title, summary, topics }) => ({
      id,
      title,
      summary,
      url: pageOf('area', id).url,
      topics: topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        definition: topic.definition,
        ...pageOf('topic', topic.id),
      })),
    })),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
