/** Atom feeds (RFC 4287). */
import { escapedXml } from './xml.ts';

export interface AtomEntry {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  readonly title: string;
  /** Absolute address of the page about the entry. */
  readonly page: string;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated: string;
  /** Day of publication, where the day is known. */
  readonly published: string | null;
  /** Empty when the publisher of the feed speaks. */
  readonly authors: readonly string[];
  /** Where the subject is to be had elsewhere. */
  readonly related: readonly string[];
  readonly categories: readonly { readonly term: string; readonly label: string }[];
  /** Plain text; line breaks are kept. */
  readonly summary: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** Absolute address of the feed itself. */
  readonly self: string;
  /** Absolute address of the page it belongs to. */
  readonly page: string;
  /** Who publishes the feed. */
  readonly publisher: string;
  /** For a feed without entries; otherwise the newest entry counts. */
  readonly updated: string;
  readonly rights: string;
  /** In the order given. */
  readonly entries: readonly AtomEntry[];
}

/** The feed as an XML document. Characters that XML cannot hold are left out. */
export function atomFeed(feed: AtomFeed): string {
  const updated = feed.entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), '');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapedXml(feed.language)}">`,
    `  ${element('id', feed.id)}`,
    `  ${element('title', feed.title)}`,
    `  ${element('subtitle', feed.subtitle)}`,
    `  ${element('updated', moment(updated === '' ? feed.updated : updated))}`,
    `  <author>${element('name', feed.publisher)}</author>`,
    `  ${element('rights', feed.rights)}`,
    `  ${link('self', feed.self, 'application/atom+xml')}`,
    `  ${link('alternate', feed.page, 'text/html')}`,
    ...feed.entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}

function entryLines(entry: AtomEntry): string[] {
  return [
    '  <entry>',
    `    ${element('id', entry.id)}`,
    `    ${element('title', entry.title)}`,
    `    ${element('updated', moment(entry.updated))}`,
    ...(entry.published === null ? [] : [`    ${element('published', moment(entry.published))}`]),
    ...entry.authors.map((name) => `    <author>${element('name', name)}</author>`),
    `    ${link('alternate', entry.page, 'text/html')}`,
    ...entry.related.map((href) => `    ${link('related', href, null)}`),
    ...entry.categories.map(
      ({ term, label }) => `    <category term="${escapedXml(term)}" label="${escapedXml(label)}"/>`,
    ),
    `    ${element('summary', entry.summary)}`,
    '  </entry>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escapedXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string | null): string {
  return `<link rel="${rel}"${type === null ? '' : ` type="${type}"`} href="${escapedXml(href)}"/>`;
}

/** A day as the moment at its beginning. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}
