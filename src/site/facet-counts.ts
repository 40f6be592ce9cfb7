/** How the papers of a page spread over topics and facets, with links to the pages of each. */
import type { Paper } from '../corpus/paper.ts';
import { countFacets } from './facets.ts';
import type { Survey } from './survey.ts';
import type { FacetKind } from './urls.ts';
import { formatCount } from './wording.ts';

export interface CountLink {
  readonly label: string;
  readonly href: string;
  readonly count: string;
}

export interface CountGroup {
  readonly label: string;
  /** From the most frequent, years from the newest. */
  readonly shown: readonly CountLink[];
  /** The rest of a long group, shown on demand. */
  readonly rest: readonly CountLink[];
}

/** What the values of a facet are called together. */
export const facetTitles: Readonly<Record<FacetKind, string>> = {
  platform: 'Platforms',
  modality: 'Modalities',
  contribution: 'Contributions',
  year: 'Years',
  author: 'Authors',
};

const longestGroup = 10;
// There are thousands of authors; those who matter to a page stand at the beginning.
const mostAuthors = 60;

/** The papers by each kind of facet; `except`: a value that need not be told. Groups without any value are left out. */
export function facetCounts(
  papers: readonly Paper[],
  kinds: readonly FacetKind[],
  survey: Pick<Survey, 'facets' | 'urls'>,
  except?: string,
): CountGroup[] {
  return kinds
    .map((kind) => {
      const counts = countFacets(papers, kind, survey.facets)
        .filter(({ entry }) => entry.id !== except)
        .slice(0, kind === 'author' ? mostAuthors : undefined);
      const links = counts.map(({ entry, count }) => ({
        label: entry.label,
        href: survey.urls.facet(kind, entry.id),
        count: formatCount(count),
      }));
      return countGroup(facetTitles[kind], links);
    })
    .filter(({ shown }) => shown.length > 0);
}

/** The papers by topic, from the most frequent. */
export function topicCounts(papers: readonly Paper[], { topics, urls }: Pick<Survey, 'topics' | 'urls'>): CountGroup {
  const groups = Map.groupBy(papers, ({ topic }) => topic);
  const links = topics
    .map(({ topic }) => ({ topic, count: groups.get(topic.id)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ topic, count }) => ({ label: topic.title, href: urls.topic(topic.id), count: formatCount(count) }));
  return countGroup('Topics', links);
}

function countGroup(label: string, links: readonly CountLink[]): CountGroup {
  // A line that hides a single entry is no shorter than the entry.
  const cut = links.length <= longestGroup + 1 ? links.length : longestGroup;
  return { label, shown: links.slice(0, cut), rest: links.slice(cut) };
}
