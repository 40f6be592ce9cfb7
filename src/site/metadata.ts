/**
 * What the head of a page tells machines: search engines, link previews, reference managers.
 *
 * Tags that need an absolute address are left out while the site has none.
 */
import { cardSize } from '../cards/card.ts';
import { arxivAbstractUrl, arxivDoi, arxivPdfUrl, doiUrl } from '../corpus/identifiers.ts';
import { citationName, parseName } from '../corpus/names.ts';
import type { Paper } from '../corpus/paper.ts';
import type { SiteConfig } from './config.ts';
import type { Urls } from './urls.ts';
import { collectionExports, type ExportLink, paperExports } from './export-links.ts';
import { descriptionLength } from './descriptions.ts';
import { excerptAtWord } from './wording.ts';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface MetaTag {
  /** Open Graph uses `property`, everything else `name`. */
  readonly key: 'name' | 'property';
  readonly name: string;
  readonly content: string;
}

/** The same content in another form: a file beside the page, a feed. */
export interface Alternate {
  readonly href: string;
  /** Media type. */
  readonly type: string;
  readonly title: string;
}

export interface HeadTags {
  readonly title: string;
  /** Null when the site has no address. */
  readonly canonical: string | null;
  readonly alternates: readonly Alternate[];
  readonly metas: readonly MetaTag[];
  /** The description of the site's search for browsers; null when the site has no address. */
  readonly searchDescription: string | null;
  /** JSON-LD, serialised so that it can stand inside a script element. */
  readonly structured: readonly string[];
}

/** What a page is, as far as its metadata depends on it. */
export type PageKind =
  | { readonly kind: 'home' }
  | { readonly kind: 'paper'; readonly paper: Paper; readonly topicTitle: string | null }
  /** `papers`: those that the page lists, if it stands for a set; `card`: where it has a social card of its own. */
  | {
      readonly kind: 'collection';
      readonly papers?: readonly Paper[];
      readonly card?: { readonly kind: 'area' | 'topic'; readonly id: string };
    }
  | { readonly kind: 'page' }
  /** Not for search engines: the error page, the reading list. */
  | { readonly kind: 'unlisted' };

export interface PageDescription {
  /** Plain text, without the site's name. */
  readonly title: string;
  readonly description: string;
  /** Made by `urls`. */
  readonly path: string;
  /** From the home page to this page; empty on the home page. */
  readonly breadcrumbs: readonly Crumb[];
  readonly page: PageKind;
  /** Besides the files of citations, which follow from `page`. */
  readonly alternates?: readonly Alternate[];
}

interface Context {
  readonly site: SiteConfig;
  readonly urls: Urls;
}

/** Everything that goes into the head of a page. */
export function headTags(description: PageDescription, { site, urls }: Context): HeadTags {
  const canonical = urls.absolute(description.path);
  const summary = excerptAtWord(description.description, descriptionLength);
  return {
    title: description.page.kind === 'home' ? description.title : `${description.title} · ${site.title}`,
    canonical,
    alternates: [...citationAlternates(description, urls), ...(description.alternates ?? [])],
    metas: [
      named('description', summary),
      ...robots(description.page),
      ...openGraph(description, summary, site, canonical),
      ...previewImage(description, { site, urls }),
      ...unfurlLabels(description.page),
      ...(description.page.kind === 'paper' ? paperTags(description.page.paper, canonical) : []),
    ],
    searchDescription: searchDescription(urls),
    structured: structuredData(description, { site, urls }).map(serialiseForScript),
  };
}

/** Where browsers learn how to search this site; the description has to name addresses in full. */
function searchDescription(urls: Urls): string | null {
  const path = urls.asset('opensearch.xml');
  return urls.absolute(path) === null ? null : path;
}

function named(name: string, content: string): MetaTag {
  return { key: 'name', name, content };
}

function property(name: string, content: string): MetaTag {
  return { key: 'property', name, content };
}

function robots(page: PageKind): MetaTag[] {
  return page.kind === 'unlisted' ? [named('robots', 'noindex')] : [];
}

function openGraph(
  { title, page }: PageDescription,
  summary: string,
  site: SiteConfig,
  canonical: string | null,
): MetaTag[] {
  return [
    // Zotero saves a page of type "website" as a web page, whatever else it says.
    property('og:type', page.kind === 'paper' ? 'article' : 'website'),
    property('og:title', page.kind === 'paper' ? machineTitle(page.paper) : title),
    property('og:description', summary),
    property('og:site_name', site.title),
    property('og:locale', site.language.replace('-', '_')),
    ...(canonical === null ? [] : [property('og:url', canonical)]),
  ];
}

/** The picture of a link preview: the page's own social card, or that of the home page. */
function previewImage({ title, page }: PageDescription, { site, urls }: Context): MetaTag[] {
  const path = cardOf(page, urls);
  const image = path === null ? null : urls.absolute(path);
  if (image === null) return [named('twitter:card', 'summary')];
  const alt = page.kind === 'home' ? `${site.title}: ${site.tagline}` : `${title} · ${site.title}`;
  return [
    property('og:image', image),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(cardSize.width)),
    property('og:image:height', String(cardSize.height)),
    property('og:image:alt', alt),
    named('twitter:card', 'summary_large_image'),
  ];
}

function cardOf(page: PageKind, urls: Urls): string | null {
  switch (page.kind) {
    case 'paper':
      return urls.card('paper', page.paper.id);
    case 'collection':
      return page.card === undefined ? urls.card('home', '') : urls.card(page.card.kind, page.card.id);
    case 'home':
    case 'page':
    case 'unlisted':
      return urls.card('home', '');
  }
}

/** The two lines that chat programs show under a preview. */
function unfurlLabels(page: PageKind): MetaTag[] {
  if (page.kind !== 'paper') return [];
  const lines: [label: string, data: string][] = [];
  if (page.topicTitle !== null) lines.push(['Topic', page.topicTitle]);
  if (page.paper.year !== null) lines.push(['Year', String(page.paper.year)]);
  return lines.flatMap(([label, data], index) => [
    named(`twitter:label${index + 1}`, label),
    named(`twitter:data${index + 1}`, data),
  ]);
}

function citationAlternates({ page, path }: PageDescription, urls: Urls): Alternate[] {
  return pageExports(page, path, urls).map(({ href, mediaType, label }) => ({ href, type: mediaType, title: label }));
}

/** The files of citations beside a page; none for pages that stand for no papers. */
export function pageExports(page: PageKind, path: string, urls: Urls): ExportLink[] {
  switch (page.kind) {
    case 'paper':
      return paperExports(path, urls);
    case 'collection':
      return page.papers === undefined ? [] : collectionExports(path, urls);
    case 'home':
    case 'page':
    case 'unlisted':
      return [];
  }
}

/** Macros of a formula that could not be read are words to a machine. */
function machineTitle({ title }: Paper): string {
  return title.plain.replace(/\\([a-z]{2,})(?=\{)/gi, '$1');
}

/** "Last, First, Suffix"; what has more commas, or nothing between two, is no such name and goes without any. */
function scholarName(author: string): string {
  const name = citationName(author);
  return /^[^,]+(?:, [^,]+){0,2}$/.test(name) ? name : author.replace(/\s*,\s*/g, ' ').trim();
}

/** The tags of Google Scholar and Zotero; which of them, and why, was found out with Zotero's translators. */
function paperTags(paper: Paper, canonical: string | null): MetaTag[] {
  const publicUrl = paper.arxiv === null ? canonical : arxivAbstractUrl(paper.arxiv);
  return [
    named('citation_title', machineTitle(paper)),
    ...(paper.authors ?? []).map((author) => named('citation_author', scholarName(author))),
    ...(paper.published === null
      ? []
      : [named('citation_publication_date', paper.published.value.replaceAll('-', '/'))]),
    ...arxivTags(paper),
    ...venueTags(paper),
    ...(publicUrl === null ? [] : [named('citation_public_url', publicUrl)]),
    ...(paper.abstract.plain === '' ? [] : [named('citation_abstract', paper.abstract.plain)]),
  ];
}

function arxivTags({ arxiv, doi }: Paper): MetaTag[] {
  if (arxiv === null) return doi === null ? [] : [named('citation_doi', doi)];
  return [
    named('citation_doi', arxivDoi(arxiv)),
    named('citation_arxiv_id', arxiv),
    named('citation_pdf_url', arxivPdfUrl(arxiv)),
    named('z:itemType', 'preprint'),
    named('z:repository', 'arXiv'),
    named('z:archiveID', `arXiv:${arxiv}`),
  ];
}

/** A venue would turn a preprint into another type of item, so it is named only where there is no preprint. */
function venueTags({ arxiv, venue }: Paper): MetaTag[] {
  if (arxiv !== null) return [];
  return venue === null ? [named('z:itemType', 'preprint')] : [named('citation_conference_title', venue)];
}

type StructuredData = Readonly<Record<string, unknown>>;

function structuredData(description: PageDescription, { site, urls }: Context): StructuredData[] {
  const canonical = urls.absolute(description.path);
  const subject = subjectOf(description, site, urls);
  return [
    ...(subject === null ? [] : [withContext({ ...subject, ...(canonical === null ? {} : { url: canonical }) })]),
    ...breadcrumbData(description.breadcrumbs, urls),
  ];
}

function subjectOf({ page, title, description }: PageDescription, site: SiteConfig, urls: Urls): StructuredData | null {
  switch (page.kind) {
    case 'home':
      return { '@type': 'WebSite', name: site.title, description, inLanguage: site.language, ...searchAction(urls) };
    case 'paper':
      return articleData(page.paper, site.language);
    case 'collection':
      return { '@type': 'CollectionPage', name: title, description, inLanguage: site.language };
    case 'page':
    case 'unlisted':
      return null;
  }
}

function articleData(paper: Paper, language: string): StructuredData {
  const { authors, published } = paper;
  return {
    '@type': 'ScholarlyArticle',
    headline: machineTitle(paper),
    ...(paper.abstract.plain === '' ? {} : { abstract: paper.abstract.plain }),
    inLanguage: language,
    ...(authors === null ? {} : { author: authors.map(authorData) }),
    ...(published === null ? {} : { datePublished: published.value }),
    ...identifierData(paper),
  };
}

function identifierData({ arxiv, doi }: Paper): StructuredData {
  if (arxiv !== null) return { identifier: doiUrl(arxivDoi(arxiv)), sameAs: arxivAbstractUrl(arxiv) };
  return doi === null ? {} : { identifier: doiUrl(doi) };
}

function authorData(name: string): StructuredData {
  return { '@type': parseName(name).isGroup ? 'Organization' : 'Person', name };
}

function searchAction(urls: Urls): StructuredData {
  const search = urls.absolute(urls.search());
  if (search === null) return {};
  return {
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function breadcrumbData(crumbs: readonly Crumb[], urls: Urls): StructuredData[] {
  const items = crumbs.map(({ label, href }, index) => {
    const item = urls.absolute(href);
    return item === null ? null : { '@type': 'ListItem', position: index + 1, name: label, item };
  });
  if (items.length === 0 || items.includes(null)) return [];
  return [withContext({ '@type': 'BreadcrumbList', itemListElement: items })];
}

function withContext(data: StructuredData): StructuredData {
  return { '@context': 'https://schema.org', ...data };
}

/** JSON in which no `<` can end the script element or open a comment. */
export function serialiseForScript(data: StructuredData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
