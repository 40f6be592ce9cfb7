/** What the pages that need a server say instead, in the copy that is opened without one. */
import type { Urls } from './urls.ts';

/** What does not work there. */
export type ServedFeature = 'search' | 'list';

export interface OfflineNote {
  readonly reason: string;
  /** The same page of the survey on the web; null where its address is not known. */
  readonly online: string | null;
  readonly papers: string;
  readonly authors: string;
  readonly topics: string;
}

const reasons: Readonly<Record<ServedFeature, string>> = {
  search:
    'Searching needs a server: the search loads parts of its index as they are asked for, and a browser does not let a page that is opened as a file load others.',
  list: 'The reading list needs a server: it loads the papers on it from the data of the survey, and a browser does not let a page that is opened as a file load others.',
};

/** Null where pages come from a server. */
export function offlineNote(feature: ServedFeature, urls: Urls): OfflineNote | null {
  if (!urls.offline) return null;
  return {
    reason: reasons[feature],
    online: urls.absolute(feature === 'search' ? urls.search() : urls.list()),
    papers: urls.papers(),
    authors: urls.facets('author'),
    topics: urls.topics(),
  };
}
