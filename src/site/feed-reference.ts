/** Which feeds there are, and how pages refer to them. */
import type { SiteConfig } from './config.ts';
import type { Alternate } from './metadata.ts';
import type { Urls } from './urls.ts';

/** What a feed tells of. */
export type FeedSubject =
  | { readonly kind: 'everything' }
  | { readonly kind: 'changes' }
  | { readonly kind: 'area' | 'topic'; readonly id: string; readonly title: string };

export interface FeedReference {
  readonly href: string;
  /** The name of the feed in a feed reader. */
  readonly title: string;
  /** The text of a link to it. */
  readonly label: string;
}

interface FeedSource {
  readonly site: SiteConfig;
  readonly urls: Urls;
}

/** The feed about a subject; null where the site has no address, because a feed has to name addresses in full. */
export function feedReference(subject: FeedSubject, source: FeedSource): FeedReference | null {
  const href = feedPath(subject, source.urls);
  if (source.urls.absolute(href) === null) return null;
  return { href, title: feedTitle(subject, source.site), label: feedLabel(subject) };
}

/** How a page names its feed to feed readers. */
export function feedAlternates(feed: FeedReference | null): Alternate[] {
  return feed === null ? [] : [{ href: feed.href, type: 'application/atom+xml', title: feed.title }];
}

/** The path of a feed below the base. */
export function feedPath(subject: FeedSubject, urls: Urls): string {
  switch (subject.kind) {
    case 'everything':
      return urls.feed();
    case 'changes':
      return urls.changesFeed();
    case 'area':
      return urls.areaFeed(subject.id);
    case 'topic':
      return urls.topicFeed(subject.id);
  }
}

/** The name of a feed. */
export function feedTitle(subject: FeedSubject, { title }: SiteConfig): string {
  switch (subject.kind) {
    case 'everything':
      return title;
    case 'changes':
      return `Changes · ${title}`;
    case 'area':
    case 'topic':
      return `${subject.title} · ${title}`;
  }
}

function feedLabel({ kind }: FeedSubject): string {
  switch (kind) {
    case 'everything':
      return 'Atom feed of all papers';
    case 'changes':
      return 'Atom feed of the versions';
    case 'area':
      return 'Atom feed of this area';
    case 'topic':
      return 'Atom feed of this topic';
  }
}
