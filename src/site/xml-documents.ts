/** The documents that programs read and that have to name addresses in full. */
import { atomFeed } from '../exports/atom.ts';
import { openSearchDescription } from '../exports/opensearch.ts';
import { feedPath } from './feed-reference.ts';
import { feedOf, feedSubjects } from './feeds.ts';
import type { Survey } from './survey.ts';

export interface XmlDocument {
  /** Below the base, without the extension. */
  readonly path: string;
  readonly text: () => string;
}

/** All of them; none where the site has no address. */
export function xmlDocuments(survey: Survey): XmlDocument[] {
  const { urls } = survey;
  const feeds = feedSubjects(survey).map((subject) => ({
    path: withoutExtension(feedPath(subject, urls), urls.base),
    text: () => {
      const feed = feedOf(subject, survey);
      return feed === null ? '' : atomFeed(feed);
    },
  }));
  return [...feeds, ...searchDescription(survey)];
}

function withoutExtension(path: string, base: string): string {
  return path.slice(base.length).replace(/\.xml$/, '');
}

function searchDescription({ site, urls }: Survey): XmlDocument[] {
  const search = urls.absolute(urls.search());
  const self = urls.absolute(urls.asset('opensearch.xml'));
  if (search === null || self === null) return [];
  const { title: name, description, language } = site;
  return [{ path: 'opensearch', text: () => openSearchDescription({ name, description, language, search, self }) }];
}
