/** What pages tell machines, held against what reference managers and link previews were found to need. */
import type { StartTag } from './html.ts';

/** A broken rule; `offset` is where the tag stands that breaks it, 0 for one that is missing. */
export interface MetadataFault {
  readonly message: string;
  readonly expected: string;
  readonly offset: number;
}

interface Meta {
  readonly content: string;
  readonly offset: number;
}

interface Head {
  readonly tags: readonly StartTag[];
  readonly hasAddress: boolean;
  readonly canonical: string | null;
  readonly structured: readonly Readonly<Record<string, unknown>>[];
  readonly all: (name: string) => readonly Meta[];
  /** The content of the first tag of a name; empty where there is none. */
  readonly text: (name: string) => string;
}

/** Link previews read no more of a page. */
const previewBytes = 32_000;
const longestDescription = 201;

/** Checks one page. `hasAddress`: whether the site has a public address, which some tags need. */
export function metadataFaults(tags: readonly StartTag[], hasAddress: boolean): MetadataFault[] {
  const structured = structuredData(tags);
  const head = readHead(tags, hasAddress, structured.data);
  const isPaper = head.text('og:type') === 'article';
  return [
    ...structured.faults,
    ...previewFaults(head),
    ...imageFaults(head),
    ...(isPaper ? paperFaults(head) : listFaults(head)),
  ];
}

function readHead(tags: readonly StartTag[], hasAddress: boolean, structured: Head['structured']): Head {
  const metas = new Map<string, Meta[]>();
  for (const { name, attributes, offset } of tags) {
    if (name !== 'meta') continue;
    const key = attributes.get('property') ?? attributes.get('name') ?? '';
    const meta = { content: attributes.get('content') ?? '', offset };
    metas.set(key, [...(metas.get(key) ?? []), meta]);
  }
  const canonical = tags.find(({ name, attributes }) => name === 'link' && attributes.get('rel') === 'canonical');
  return {
    tags,
    hasAddress,
    structured,
    canonical: canonical?.attributes.get('href') ?? null,
    all: (name) => metas.get(name) ?? [],
    text: (name) => metas.get(name)?.[0]?.content ?? '',
  };
}

function structuredData(tags: readonly StartTag[]): { data: Record<string, unknown>[]; faults: MetadataFault[] } {
  const data: Record<string, unknown>[] = [];
  const faults: MetadataFault[] = [];
  for (const { name, attributes, text, offset } of tags) {
    if (name !== 'script' || attributes.get('type') !== 'application/ld+json') continue;
    const parsed = parseObject(text ?? '');
    if (typeof parsed?.['@type'] === 'string') data.push(parsed);
    else faults.push({ message: 'the structured data cannot be read', expected: 'a JSON object with @type', offset });
  }
  return { data, faults };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    // Not JSON: the caller reports it with its place.
    return null;
  }
}

function previewFaults(head: Head): MetadataFault[] {
  const once = ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale', 'twitter:card'];
  const description = head.text('og:description');
  return [
    ...once.flatMap((name) => exactlyOne(head, name)),
    ...rule(['article', 'website'].includes(head.text('og:type')), 'og:type is unknown', 'article or website'),
    ...rule(
      description.length <= longestDescription,
      `og:description has ${description.length} characters`,
      `at most ${longestDescription}`,
    ),
    ...rule(
      head.text('og:url') === (head.canonical ?? ''),
      'og:url is not the canonical address',
      'the same address twice, or neither',
    ),
    ...rule(
      head.hasAddress || head.canonical === null,
      'the page names an address, but the site has none',
      'no canonical link',
    ),
  ];
}

function imageFaults(head: Head): MetadataFault[] {
  const image = head.text('og:image');
  if (image === '') return rule(head.text('twitter:card') !== 'summary_large_image', 'there is no og:image', 'one');
  return [
    ...rule(/^https?:\/\//.test(image), 'og:image is not absolute', 'an address with a host'),
    ...rule(/^\d+$/.test(head.text('og:image:width')), 'og:image has no width', 'og:image:width in pixels'),
    ...rule(/^\d+$/.test(head.text('og:image:height')), 'og:image has no height', 'og:image:height in pixels'),
    ...exactlyOne(head, 'og:image:alt'),
  ];
}

/** The page of one paper, as Zotero and search engines read it. */
function paperFaults(head: Head): MetadataFault[] {
  const title = head.text('citation_title');
  const article = head.structured.find((data) => data['@type'] === 'ScholarlyArticle');
  return [
    ...exactlyOne(head, 'citation_title'),
    // A paper of which no capture has the abstract states none, in neither way.
    ...(article?.['abstract'] === undefined && head.all('citation_abstract').length === 0
      ? []
      : exactlyOne(head, 'citation_abstract')),
    ...rule(title === head.text('og:title'), 'citation_title and og:title differ', 'the title of the paper alone'),
    ...rule(!/\\[a-z]{2,}\{/i.test(title), 'citation_title holds LaTeX', 'plain Unicode'),
    ...rule(article?.['headline'] === title, 'no ScholarlyArticle has this title', 'structured data of the paper'),
    ...authorFaults(head),
    ...dateFaults(head),
    ...identifierFaults(head, article?.['identifier']),
    ...mistakenForMetadata(head),
    ...exportFaults(head, ['application/x-bibtex', 'application/x-research-info-systems']),
    ...head
      .all('citation_abstract')
      .filter(({ offset }) => offset > previewBytes)
      .map(({ offset }) => ({ message: 'the metadata begins too late', expected: 'it in the first 32 kB', offset })),
  ];
}

function authorFaults(head: Head): MetadataFault[] {
  return head
    .all('citation_author')
    .filter(({ content }) => !/^[^,]+(?:, [^,]+){0,2}$/.test(content))
    .map(({ content, offset }) => ({ message: `citation_author is "${content}"`, expected: '"Last, First"', offset }));
}

/** A date elsewhere in the page becomes that of the paper. */
function dateFaults(head: Head): MetadataFault[] {
  const dates = head.all('citation_publication_date');
  const published = dates[0]?.content ?? '';
  const strange = head.tags.filter(({ name, attributes }) => {
    const date = name === 'time' ? attributes.get('datetime') : undefined;
    return date !== undefined && date.replaceAll('-', '/') !== published;
  });
  return [
    ...rule(
      dates.length <= 1 && /^(?:\d{4}(?:\/\d{2}){0,2})?$/.test(published),
      `citation_publication_date is "${published}"`,
      'YYYY, YYYY/MM or YYYY/MM/DD, once',
    ),
    ...strange.map(({ offset }) => ({
      message: 'a time element holds another date than that of the paper',
      expected: 'no datetime attribute',
      offset,
    })),
  ];
}

function identifierFaults(head: Head, identifier: unknown): MetadataFault[] {
  const arxiv = head.text('citation_arxiv_id');
  const doi = typeof identifier === 'string' ? identifier.replace(/^https:\/\/doi\.org\//, '') : '';
  const wanted: readonly (readonly [name: string, content: string])[] =
    arxiv === ''
      ? [
          ['citation_doi', doi],
          ['citation_pdf_url', ''],
          ['citation_public_url', head.canonical ?? ''],
        ]
      : [
          ['citation_doi', `10.48550/arXiv.${arxiv}`],
          ['citation_pdf_url', `https://arxiv.org/pdf/${arxiv}`],
          ['citation_public_url', `https://arxiv.org/abs/${arxiv}`],
          ['citation_conference_title', ''],
          ['z:itemType', 'preprint'],
          ['z:repository', 'arXiv'],
          ['z:archiveID', `arXiv:${arxiv}`],
        ];
  return wanted.flatMap(([name, content]) =>
    rule(head.text(name) === content, `${name} is "${head.text(name)}"`, content === '' ? 'no such tag' : content),
  );
}

/** What Zotero takes for author, date or kind of the paper. */
function mistakenForMetadata({ tags, all }: Head): MetadataFault[] {
  const names = ['author', 'article:published_time', 'citation_journal_title'];
  const metas = names.flatMap((name) => all(name).map(({ offset }) => ({ what: `a meta element ${name}`, offset })));
  const elements = tags.flatMap(({ attributes, offset }) => {
    const classes = attributes.get('class') ?? '';
    if (classes.includes('byline')) return [{ what: 'a class with "byline"', offset }];
    return classes.split(/\s+/).includes('Z3988') ? [{ what: 'COinS', offset }] : [];
  });
  return [...metas, ...elements].map(({ what, offset }) => ({
    message: `the page of a paper has ${what}`,
    expected: 'nothing that reference managers mistake for its metadata',
    offset,
  }));
}

/** Every page that is not that of one paper. */
function listFaults(head: Head): MetadataFault[] {
  const spans = head.tags.filter(({ attributes }) => attributes.get('class') === 'Z3988');
  const types = head.structured.map((data) => data['@type']);
  return [
    ...['citation_title', 'citation_author', 'z:itemType'].flatMap((name) =>
      head.all(name).map(({ offset }) => ({ message: `the page has ${name}`, expected: 'it on papers only', offset })),
    ),
    ...spans.filter((span) => !isPreprint(span)).map(({ offset }) => ({
      message: 'a COinS span does not describe a preprint',
      expected: 'its format, type, title and identifier',
      offset,
    })),
    ...(spans.length === 0
      ? []
      : [
          ...rule(types.includes('CollectionPage'), 'the page lists papers without saying so', 'a CollectionPage'),
          ...rule(!head.hasAddress || types.includes('BreadcrumbList'), 'there is no BreadcrumbList', 'one'),
          ...exportFaults(head, ['application/x-bibtex', 'application/x-research-info-systems', 'text/csv']),
        ]),
  ]; // prettier-ignore
}

function isPreprint({ attributes }: StartTag): boolean {
  const fields = new URLSearchParams(attributes.get('title') ?? '');
  return (
    fields.get('rft_val_fmt') === 'info:ofi/fmt:kev:mtx:dc' &&
    fields.get('rft.type') === 'preprint' &&
    Boolean(fields.get('rft.title')) &&
    Boolean(fields.get('rft.identifier'))
  );
}

function exportFaults({ tags }: Head, mediaTypes: readonly string[]): MetadataFault[] {
  const offered = new Set(
    tags.flatMap(({ name, attributes }) =>
      name === 'link' && attributes.get('rel') === 'alternate' ? [attributes.get('type')] : [],
    ),
  );
  return mediaTypes.flatMap((type) => rule(offered.has(type), `no alternate of type ${type}`, 'a link element'));
}

function exactlyOne({ all }: Head, name: string): MetadataFault[] {
  const found = all(name);
  return rule(
    found.length === 1 && found[0]?.content.trim() !== '',
    `${name} stands ${found.length} times, or is empty`,
    'it once',
  );
}

function rule(holds: boolean, message: string, expected: string): MetadataFault[] {
  return holds ? [] : [{ message, expected, offset: 0 }];
}
