/** How many papers of each topic have each platform, modality and contribution. */
import { facetTitles } from './facet-counts.ts';
import { countFacets } from './facets.ts';
import { shortLabel } from './platform-charts.ts';
import type { Survey, TopicEntry } from './survey.ts';
import { formatCount } from './wording.ts';

const tableKinds = ['platform', 'modality', 'contribution'] as const;

export interface TopicTableLink {
  readonly label: string;
  readonly href: string;
}

export interface TopicTableRow {
  readonly topic: TopicTableLink;
  readonly papers: string;
  /** One for each column; null where there is no such paper. */
  readonly cells: readonly (string | null)[];
}

export interface TopicTable {
  /** Facets over their columns; those without any value are left out. */
  readonly facets: readonly { readonly facet: TopicTableLink; readonly values: readonly TopicTableLink[] }[];
  /** Columns at which another facet begins. */
  readonly starts: readonly number[];
  readonly areas: readonly { readonly label: string; readonly rows: readonly TopicTableRow[] }[];
}

/** Papers are counted under their primary topic. */
export function topicTable(survey: Survey): TopicTable {
  const { areas, facets, urls } = survey;
  const columns = tableKinds
    .map((kind) => ({
      facet: { label: facetTitles[kind], href: urls.facets(kind) },
      values: [...facets[kind].values()].map(({ id, label }) => ({
        label: shortLabel(label),
        href: urls.facet(kind, id),
      })),
    }))
    .filter(({ values }) => values.length > 0);
  return {
    facets: columns,
    starts: columns.map((_, index) => columns.slice(0, index).reduce((sum, { values }) => sum + values.length, 0)),
    areas: areas.map(({ area, topics }) => ({
      label: area.title,
      rows: topics.map((entry) => rowOf(entry, survey)),
    })),
  };
}

function rowOf({ topic, papers }: TopicEntry, { facets, urls }: Survey): TopicTableRow {
  return {
    topic: { label: topic.title, href: urls.topic(topic.id) },
    papers: formatCount(papers.length),
    cells: tableKinds.flatMap((kind) => {
      const counts = new Map(countFacets(papers, kind, facets).map(({ entry, count }) => [entry, count]));
      return [...facets[kind].values()].map((entry) => {
        const count = counts.get(entry);
        return count === undefined ? null : formatCount(count);
      });
    }),
  };
}
