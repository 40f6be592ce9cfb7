/** The sets of papers that have a page. */
import type { Collection } from '../exports/collections.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { facetKinds, type Urls } from './urls.ts';
import type { Paper } from '../corpus/paper.ts';

/** All of them: areas, topics, then each kind of facet in the order of its index. */
export function collectionsOf(survey: Survey): Collection[] {
  const { areas, topics, facets, urls } = survey;
  return [
    ...areas.map((entry) => {
      const { id, title } = entry.area;
      return collection('area', id, title, urls.area(id), papersOfArea(entry), urls);
    }),
    ...topics.map((entry) => {
      const { id, title } = entry.topic;
      return collection('topic', id, title, urls.topic(id), papersOfTopic(entry), urls);
    }),
    ...facetKinds.flatMap((kind) =>
      [...facets[kind].values()].map(({ id, label, papers }) =>
        collection(kind, id, label, urls.facet(kind, id), papers, urls),
      ),
    ),
  ];
}

/** The papers of a topic and those that belong there too. */
export function papersOfTopic({ papers, alsoPapers }: TopicEntry): readonly Paper[] {
  return [...papers, ...alsoPapers];
}

/** The papers of its topics, topic by topic. */
export function papersOfArea({ topics }: AreaEntry): readonly Paper[] {
  return topics.flatMap(({ papers }) => papers);
}

function collection(
  kind: Collection['kind'],
  id: string,
  title: string,
  page: string,
  papers: readonly Paper[],
  { base }: Urls,
): Collection {
  const path = page.slice(base.length).replace(/\/$/, '');
  return { kind, id, title, path, papers: papers.map((paper) => paper.id) };
}
