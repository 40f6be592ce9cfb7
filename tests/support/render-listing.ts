/** Writes listings the way each format prints them: the inverse of the parsers, for tests. */
import { parseName } from '../../src/corpus/names.ts';
import type { Listing, ListingDate, ListingFormat } from '../../src/corpus/paper.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const header = ['new', '', 'Get trending papers in your email inbox!', '', 'Subscribe', '', 'Daily Papers', ''];
const signature = ['byAK and the research community', '', 'Jul 31', ''];

/** A whole capture, without a newline at its end. */
export function renderCapture(format: ListingFormat, listings: readonly Listing[]): string {
  return linesOfCapture(format, listings).join('\n');
}

function linesOfCapture(format: ListingFormat, listings: readonly Listing[]): string[] {
  switch (format) {
    case 'hf-papers-text':
      return [...header, ...signature, ...listings.flatMap(({ title, abstract }) => [title, '', abstract, ''])];
    case 'hf-papers-compact':
      return [
        'Get trending papers in your email inbox once a day!',
        'Get trending papers in your email inbox!',
        ...listings.flatMap(({ title, abstract }, index) => [`${index === 0 ? 'Subscribe' : ''}${title}`, abstract]),
      ];
    case 'hf-papers-meta':
      return [
        ...header,
        ...signature,
        ...listings.flatMap((listing) => [listing.title, '', listing.abstract, '', ...renderMeta(listing), '']),
      ];
    case 'scholar-listing':
      return listings.flatMap((listing) => [renderHead(listing), renderByline(listing), listing.abstract]);
    case 'bibtex':
      return ['% fabricated', ...listings.flatMap(renderBibtex)];
    case 'ris':
      return listings.flatMap(renderRis);
    case 'csl-json':
      return JSON.stringify(listings.map(cslItem), null, 2).split('\n');
    case 'arxiv-atom':
      return [...atomHeader, ...listings.flatMap(renderAtom), '</feed>'];
    case 'hf-papers-markdown':
      return ['# Trending Papers', '', ...listings.flatMap(renderMarkdown)];
    case 'hf-papers-html':
      return ['<!doctype html>', '<html><body><main>', ...listings.flatMap(renderHtml), '</main></body></html>'];
  }
}

/** The part of a name that a bibliography puts first; the fabricated names have one capitalised family name. */
function familyFirst(name: string): string {
  const { family, given } = parseName(name);
  return given === null ? family : `${family}, ${given}`;
}

/** "2024", "2024-05" or "2024-05-01". */
function isoDate({ year, month, day }: ListingDate): string {
  return [year, month, day].flatMap((part) => (part === null ? [] : String(part).padStart(2, '0'))).join('-');
}

function renderBibtex({ title, abstract, date, authors, authorsComplete, category, stated }: Listing): string[] {
  const names = [...authors.map(familyFirst), ...(authorsComplete ? [] : ['others'])].join(' and ');
  const field = (name: string, value: string | null | undefined): string[] =>
    value === null || value === undefined ? [] : [`  ${name} = {${value}},`];
  const published =
    date === null
      ? []
      : date.day === null
        ? [`  year = ${String(date.year)},`, ...(date.month === null ? [] : [`  month = ${monthMacro(date.month)},`])]
        : field('date', isoDate(date));
  return [
    '@inproceedings{some-key,',
    ...field('title', title),
    ...(authors.length === 0 ? [] : field('author', names)),
    ...field('booktitle', stated?.venue),
    ...published,
    ...(stated?.arxiv ? [...field('eprint', stated.arxiv), ...field('archivePrefix', 'arXiv')] : []),
    ...field('primaryClass', category),
    ...field('doi', stated?.doi),
    ...field('url', stated?.code[0] ?? stated?.links[0]),
    `  abstract = {${abstract}}`,
    '}',
    '',
  ];
}

function monthMacro(month: number): string {
  return (months[month - 1] ?? '').toLowerCase();
}

function renderRis({ title, abstract, date, authors, authorsComplete, stated }: Listing): string[] {
  const field = (tag: string, value: string | null | undefined): string[] =>
    value === null || value === undefined ? [] : [`${tag}  - ${value}`];
  return [
    'TY  - CPAPER',
    ...field('TI', title),
    ...[...authors.map(familyFirst), ...(authorsComplete ? [] : ['et al.'])].flatMap((name) => field('AU', name)),
    ...field('T2', stated?.venue),
    ...(date === null ? [] : field('DA', isoDate(date).replaceAll('-', '/'))),
    ...field('DO', stated?.doi),
    ...(stated?.arxiv ? field('UR', `https://arxiv.org/abs/${stated.arxiv}v2`) : []),
    ...field('L2', stated?.code[0] ?? stated?.links[0]),
    ...field('AB', abstract),
    'ER  - ',
    '',
  ];
}

function cslItem({ title, abstract, date, authors, authorsComplete, stated }: Listing): object {
  const names = authors.map((name) => {
    const { family, given } = parseName(name);
    return given === null ? { literal: family } : { family, given };
  });
  return {
    type: 'paper-conference',
    title,
    abstract,
    author: authorsComplete ? names : [...names, { literal: 'others' }],
    ...(date === null ? {} : { issued: { 'date-parts': [isoDate(date).split('-').map(Number)] } }),
    ...(stated?.venue ? { 'container-title': stated.venue } : {}),
    ...(stated?.arxiv ? { number: `arXiv:${stated.arxiv}` } : {}),
    ...(stated?.doi ? { DOI: stated.doi.toUpperCase() } : {}),
    ...(stated?.code[0] || stated?.links[0] ? { URL: stated.code[0] ?? stated.links[0] } : {}),
  };
}

const atomHeader = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<feed xmlns="http://www.w3.org/2005/Atom"',
  '      xmlns:arxiv="http://arxiv.org/schemas/atom">',
  '  <link href="http://arxiv.org/api/query?search_query=all:caches" rel="self" type="application/atom+xml"/>',
  '  <title type="html">ArXiv Query: search_query=all:caches</title>',
  '  <id>http://arxiv.org/api/made-up</id>',
  '  <updated>2025-06-01T00:00:00-04:00</updated>',
];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function renderAtom({ title, abstract, date, authors, organizations, category, stated }: Listing): string[] {
  const [firstAuthor = '', ...otherAuthors] = authors;
  const affiliations = organizations.map((name) => `<arxiv:affiliation>${escaped(name)}</arxiv:affiliation>`).join('');
  return [
    '  <entry>',
    `    <id>http://arxiv.org/abs/${stated?.arxiv ?? ''}v1</id>`,
    `    <updated>2025-01-02T17:00:00Z</updated>`,
    ...(date === null ? [] : [`    <published>${isoDate(date)}T17:00:00Z</published>`]),
    `    <title>${escaped(title).replace(' ', '\n  ')}</title>`,
    `    <summary>  ${escaped(abstract)}`,
    '    </summary>',
    `    <author><name>${escaped(firstAuthor)}</name>${affiliations}</author>`,
    ...otherAuthors.map((name) => `    <author>\n      <name>${escaped(name)}</name>\n    </author>`),
    ...(stated?.doi ? [`    <arxiv:doi>${stated.doi}</arxiv:doi>`] : []),
    ...(stated?.venue ? [`    <arxiv:journal_ref>${escaped(stated.venue)}</arxiv:journal_ref>`] : []),
    `    <link href="http://arxiv.org/abs/${stated?.arxiv ?? ''}v1" rel="alternate" type="text/html"/>`,
    ...(category === null ? [] : [`    <arxiv:primary_category term="${category}"/>`]),
    '    <category term="stat.ML"/>',
    '  </entry>',
  ].flatMap((line) => line.split('\n'));
}

function renderMarkdown({ title, abstract, date, authorCount, organizations, comments, stated }: Listing): string[] {
  const id = stated?.arxiv ?? '';
  return [
    `### [${title.replace(/[[\]*_]/g, '\\$&')}](https://huggingface.co/papers/${id})`,
    '',
    abstract.replace(/[*_]/g, '\\$&'),
    '',
    ...organizations.map((name) => `[![](https://cdn.example/logo.png) ${name}](https://huggingface.co/acme)`),
    ...(authorCount === null ? [] : [`- ${String(authorCount)} authors`]),
    ...(date === null ? [] : [`· Published on ${renderDate(date)}`]),
    ...(comments === null ? [] : [`[${String(comments)}](https://huggingface.co/papers/${id}#community)`]),
    ...(stated?.code[0] ? [`[GitHub 1.2k](${stated.code[0]})`] : []),
    ...(stated?.links[0] ? [`[Project](${stated.links[0]})`] : []),
    `[arXiv Page](https://arxiv.org/abs/${id})`,
    '',
  ];
}

function renderHtml({ title, abstract, date, authorCount, organizations, comments, stated }: Listing): string[] {
  const id = stated?.arxiv ?? '';
  return [
    '<article class="relative">',
    `  <a href="/papers/${id}"><img src="https://cdn.example/${id}.png" alt=""></a>`,
    `  <h3><a href="/papers/${id}">${escaped(title)}</a></h3>`,
    `  <p>${escaped(abstract)}</p>`,
    ...organizations.map((name) => `  <a href="/acme"><img alt="">${escaped(name)}</a>`),
    `  <ul>${authorCount === null ? '' : `<li>·&nbsp;${String(authorCount)} authors</li>`}</ul>`,
    ...(date === null ? [] : [`  <span>Published on ${renderDate(date)}</span>`]),
    ...(comments === null ? [] : [`  <a href="/papers/${id}#community"><svg></svg> ${String(comments)}</a>`]),
    ...(stated?.code[0] ? [`  <a href="${stated.code[0]}">GitHub <span>1.2k</span></a>`] : []),
    ...(stated?.links[0] ? [`  <a href="${stated.links[0]}">Project</a>`] : []),
    '</article>',
  ];
}

/** "Jun 1" or "Jun 1, 2025". */
export function renderDate({ year, month, day }: ListingDate): string {
  return `${months[(month ?? 1) - 1] ?? ''} ${String(day)}${year === null ? '' : `, ${year}`}`;
}

function renderMeta({ authorCount, organizations, date, comments }: Listing): string[] {
  const [organization] = organizations;
  const lines: string[] = [];
  if (authorCount !== null) lines.push(`  • ${authorCount} authors`);
  else if (organization !== undefined) lines.push(`${organization.toLowerCase().replaceAll(' ', '')} ${organization}`);
  if (date !== null) lines.push('·', `${renderDate(date)}${comments === null ? '' : ` ${comments}`}`);
  return lines;
}

function renderHead({ category, date, hasCodeMark }: Listing): string {
  return `${category ?? ''}${date === null ? '' : renderDate(date)}${hasCodeMark ? 'Code' : ''}`;
}

function renderByline({ title, authors, authorsComplete, organizations }: Listing): string {
  const tail = organizations.length === 0 ? '' : ` · ${organizations.join(', ')}`;
  return `${title}${authors.join(', ')}${authorsComplete ? '' : ' et al.'}${tail}`;
}
