/** What the verification needs to know of one finished page. */
import type { DiagnosticCode } from '../corpus/diagnostics.ts';
import { hasScriptPolicy, unhashedScripts } from './security-policy.ts';
import { resolveReferences, type StartTag, visitStartTags } from './html.ts';
import { metadataFaults } from './metadata-contract.ts';

/** A reference from a page to something a browser loads or goes to. */
export interface Reference {
  /** As written, character references resolved. */
  readonly href: string;
  /** A link is followed by a person, a request is made by the browser itself. */
  readonly kind: 'link' | 'request';
  /** Whether the page it opens could reach back to this one. */
  readonly hasOpener: boolean;
  readonly offset: number;
}

/** Something a page must not hold or must not lack; `offset` is where it stands. */
export interface PageFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly expected: string;
  readonly offset: number;
}

export interface PageFacts {
  /** Null for a page without a title and for one that only redirects. */
  readonly title: string | null;
  /** Null for a page without a description and for one that only redirects. */
  readonly description: string | null;
  /** Whether it is found from the home page: neither kept out of search engines nor a mere redirect. */
  readonly listed: boolean;
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  /** Addresses of the feeds and search descriptions that its head names. */
  readonly feeds: readonly string[];
  readonly classes: ReadonlySet<string>;
  /** Addresses of the stylesheets, as written. */
  readonly stylesheets: readonly string[];
  readonly faults: readonly PageFault[];
}

/** `needsCanonical`: whether the site has a public address, so that every listed page must name its own. */
export function readPage(html: string, needsCanonical: boolean): PageFacts {
  // Half of all tags say nothing but their name, and few are about the document: no rule looks at more than it needs.
  const tags: StartTag[] = [];
  const ofDocument: StartTag[] = [];
  visitStartTags(html, (tag) => {
    if (tag.attributes.size > 0) tags.push(tag);
    if (documentElements.has(tag.name)) ofDocument.push(tag);
  });
  const head = summarise(ofDocument);
  return {
    title: head.redirects ? null : head.title,
    description: head.redirects ? null : head.description,
    listed: !head.redirects && !head.unlisted,
    ids: new Set(tags.flatMap((tag) => tag.attributes.get('id') ?? [])),
    references: tags.flatMap(referencesOf),
    feeds: ofDocument.flatMap(feedsOf),
    classes: classesOf(tags),
    stylesheets: ofDocument.flatMap(({ name, attributes }) =>
      name === 'link' && attributes.get('rel') === 'stylesheet' ? (attributes.get('href') ?? []) : [],
    ),
    faults: [
      ...repeatedIds(tags),
      ...missingIds(tags),
      ...tags.flatMap(inlineCode),
      ...unhashedScripts(ofDocument).map(({ offset }) => ({
        code: 'inline-script' as const,
        message: 'the script in the page is not among those that its security policy allows',
        expected: 'a script file, or the hash of this script in the policy',
        offset,
      })),
      ...(head.redirects ? [] : missingMetadata(head, needsCanonical)),
      ...(head.redirects ? [] : metadataFaults(tags, needsCanonical)).map((fault) => ({
        code: 'page-metadata' as const,
        ...fault,
      })),
    ],
  };
}

/** What says something about the page as a whole. */
const documentElements = new Set(['html', 'title', 'meta', 'link', 'script', 'h1']);

function classesOf(tags: readonly StartTag[]): ReadonlySet<string> {
  // Most values come again and again.
  const values = new Set(tags.flatMap(({ attributes }) => attributes.get('class') ?? []));
  return new Set([...values].flatMap((value) => value.split(/\s+/)));
}

interface DocumentSummary {
  title: string | null;
  language: boolean;
  description: string | null;
  policy: boolean;
  canonical: boolean;
  /** Kept out of search engines: the error page, search results. */
  unlisted: boolean;
  redirects: boolean;
  mainHeadings: number;
}

function summarise(tags: readonly StartTag[]): DocumentSummary {
  const summary: DocumentSummary = {
    title: null,
    language: false,
    description: null,
    policy: hasScriptPolicy(tags),
    canonical: false,
    unlisted: false,
    redirects: false,
    mainHeadings: 0,
  };
  for (const { name, attributes, text } of tags) {
    const content = attributes.get('content') ?? '';
    if (name === 'html') summary.language = (attributes.get('lang') ?? '') !== '';
    // Drawings have titles too; the page's own is the first.
    else if (name === 'title') summary.title ??= resolveReferences(text ?? '').trim();
    else if (name === 'h1') summary.mainHeadings += 1;
    else if (name === 'link') summary.canonical ||= attributes.get('rel') === 'canonical';
    else if (name === 'meta' && attributes.get('name') === 'description')
      summary.description = content.trim() === '' ? null : content.trim();
    else if (name === 'meta' && attributes.get('name') === 'robots') summary.unlisted ||= content.includes('noindex');
    else if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') summary.redirects = true;
  }
  return summary;
}

function missingMetadata(page: DocumentSummary, needsCanonical: boolean): PageFault[] {
  const fault = (message: string, expected: string): PageFault => ({
    code: 'page-metadata',
    message,
    expected,
    offset: 0,
  });
  return [
    ...(page.language ? [] : [fault('the page does not say its language', 'a lang attribute on the html element')]),
    ...(page.title ? [] : [fault('the page has no title', 'a title element with text')]),
    ...(page.description ? [] : [fault('the page has no description', 'a meta element named description')]),
    ...(page.policy ? [] : [fault('the page has no security policy', 'a Content-Security-Policy with script-src')]),
    ...(page.mainHeadings === 1 ? [] : [fault(`the page has ${page.mainHeadings} main headings`, 'one h1 element')]),
    ...(page.canonical || page.unlisted || !needsCanonical
      ? []
      : [fault('the page does not name its canonical address', 'a link element with rel="canonical"')]),
  ];
}

function repeatedIds(tags: readonly StartTag[]): PageFault[] {
  const seen = new Set<string>();
  return tags.flatMap(({ attributes, offset }) => {
    const id = attributes.get('id');
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: 'duplicate-element-id',
        message: `the id "${id}" stands twice`,
        expected: 'ids unique within the page',
        offset,
      },
    ];
  });
}

/** Attributes that name other elements of the page. */
const referringAttributes = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'for', 'list'];

function missingIds(tags: readonly StartTag[]): PageFault[] {
  const ids = new Set(tags.map(({ attributes }) => attributes.get('id')));
  return tags.flatMap(({ attributes, offset }) =>
    referringAttributes
      .filter((attribute) => attributes.has(attribute))
      .flatMap((attribute) => attributes.get(attribute)?.split(/\s+/) ?? [])
      .filter((id) => id !== '' && !ids.has(id))
      .map((id) => ({
        code: 'missing-element-id' as const,
        message: `an element of the page refers to "${id}", which is not there`,
        expected: 'the id of an element of the page',
        offset,
      })),
  );
}

const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster']);

/** Code and styles inside attributes: the security policy blocks them, and captures could smuggle them in. */
function inlineCode({ name, attributes, offset }: StartTag): PageFault[] {
  const faults: PageFault[] = [];
  const add = (message: string, expected: string): void => {
    faults.push({ code: 'inline-code', message, expected, offset });
  };
  for (const [attribute, value] of attributes) {
    if (attribute === 'style') add(`<${name}> has a style attribute`, 'a class or a presentation attribute');
    else if (attribute.startsWith('on')) add(`<${name}> has the event handler ${attribute}`, 'no code in attributes');
    else if (addressAttributes.has(attribute) && isScriptAddress(value))
      add(`<${name}> has a script as its ${attribute}`, 'an address');
  }
  return faults;
}

// Browsers ignore white space and control characters before and within the scheme.
function isScriptAddress(address: string): boolean {
  return address.includes(':') && /^(javascript|vbscript):/i.test(address.replace(/[\u0000-\u0020]+/g, ''));
}

/** Relations of a link element that only name another page. */
const namingRelations = new Set([
  'canonical',
  'alternate',
  'license',
  'author',
  'me',
  'next',
  'prev',
  'up',
  'search',
  'help',
]);

function referencesOf({ name, attributes, offset }: StartTag): Reference[] {
  const hasOpener = canHaveOpener(name) && !(attributes.get('rel') ?? '').split(/\s+/).includes('noopener');
  const reference = (attribute: string, kind: Reference['kind']): Reference[] => {
    const href = attributes.get(attribute)?.trim();
    return href === undefined || href.startsWith('data:') ? [] : [{ href, kind, hasOpener, offset }];
  };
  switch (name) {
    case 'a':
    case 'area':
      return reference('href', 'link');
    case 'form':
      return reference('action', 'link');
    case 'link':
      return reference('href', namingRelations.has(attributes.get('rel') ?? '') ? 'link' : 'request');
    case 'use':
    case 'image':
      return reference('href', 'request');
    case 'img':
    case 'source':
      return [...reference('src', 'request'), ...candidatesOf(attributes.get('srcset') ?? '', offset)];
    case 'object':
      return reference('data', 'request');
    case 'script':
    case 'iframe':
    case 'video':
    case 'audio':
    case 'track':
    case 'embed':
      return reference('src', 'request');
    default:
      return [];
  }
}

/** What programs that follow a site look for in the head of a page. */
function feedsOf({ name, attributes }: StartTag): string[] {
  const isNamed = name === 'link' && /^(?:alternate|search)$/.test(attributes.get('rel') ?? '');
  const isFeed = /^application\/(?:atom|opensearchdescription)\+xml$/.test(attributes.get('type') ?? '');
  return isNamed && isFeed ? [attributes.get('href') ?? ''] : [];
}

function canHaveOpener(name: string): boolean {
  return name === 'a' || name === 'area' || name === 'form';
}

function candidatesOf(srcset: string, offset: number): Reference[] {
  return srcset
    .split(',')
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((href) => href !== '' && !href.startsWith('data:'))
    .map((href) => ({ href, kind: 'request', hasOpener: false, offset }));
}
