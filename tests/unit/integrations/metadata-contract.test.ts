import { describe, expect, test } from 'vitest';
import { type StartTag, visitStartTags } from '../../../src/integrations/html.ts';
import { metadataFaults } from '../../../src/integrations/metadata-contract.ts';
import { escapedHtml } from '../../../src/corpus/inline.ts';
import { coins } from '../../../src/exports/coins.ts';
import { headTags, type HeadTags, type PageKind } from '../../../src/site/metadata.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { awkwardPapers } from '../../support/awkward-citations.ts';
import { citationWith } from '../../support/citations.ts';
import { paperOf, publishedOn, site } from '../site/fabricated-survey.ts';

function tagsOf(html: string): StartTag[] {
  const tags: StartTag[] = [];
  visitStartTags(html, (tag) => tags.push(tag));
  return tags;
}

function htmlOf({ canonical, metas, alternates, structured }: HeadTags): string {
  return [
    ...(canonical === null ? [] : [`<link rel="canonical" href="${canonical}">`]),
    ...alternates.map(({ type, href }) => `<link rel="alternate" type="${type}" href="${href}">`),
    ...metas.map(({ key, name, content }) => `<meta ${key}="${name}" content="${escapedHtml(content)}">`),
    ...structured.map((data) => `<script type="application/ld+json">${data}</script>`),
  ].join('\n');
}

/** The head that the site gives a page, as HTML. */
function headOf(title: string, page: PageKind, address: string | null): string {
  const urls = makeUrls('/survey/', address);
  const path = page.kind === 'paper' ? urls.paper(page.paper.id) : urls.topic('pots');
  const breadcrumbs = [
    { label: 'Home', href: urls.home() },
    { label: title, href: path },
  ];
  return htmlOf(headTags({ title, description: 'All about it.', path, breadcrumbs, page }, { site, urls }));
}

const address = 'https://kettles.example';
const arxivPaper = paperOf('kettle', { arxiv: '2401.00001', authors: ['Ada Spout'], ...publishedOn('2024-01-02') });
const paperHead = headOf(arxivPaper.title.plain, { kind: 'paper', paper: arxivPaper, topicTitle: 'Pots' }, address);
const span = `<span class="Z3988" title="${escapedHtml(coins(citationWith({ title: 'A "kettle"' })))}"></span>`;
const listHead = headOf('Pots', { kind: 'collection', papers: [arxivPaper] }, address);

const messagesOf = (html: string, hasAddress = true): string[] =>
  metadataFaults(tagsOf(html), hasAddress).map(({ message }) => message);

describe('the pages of this site keep the contract', () => {
  test.each(awkwardPapers.map((paper) => [paper.id, paper] as const))('paper: %s', (_, paper) => {
    const page: PageKind = { kind: 'paper', paper, topicTitle: null };
    expect(messagesOf(headOf(paper.title.plain, page, address))).toEqual([]);
    expect(messagesOf(headOf(paper.title.plain, page, null), false)).toEqual([]);
  });

  test('a list of papers', () => {
    expect(messagesOf(listHead + span)).toEqual([]);
    expect(messagesOf(headOf('Pots', { kind: 'collection', papers: [] }, null) + span, false)).toEqual([]);
  });
});

describe('a page of a paper is refused', () => {
  test.each([
    ['citation_title and og:title differ', paperHead.replace('"Title of kettle"', '"Title of kettle · Atlas"')],
    ['citation_doi is "10.1/x"', paperHead.replace('10.48550/arXiv.2401.00001"', '10.1/x"')],
    ['citation_author is "A, B, C, D"', paperHead.replace('"Spout, Ada"', '"A, B, C, D"')],
    ['citation_publication_date is "2 January"', paperHead.replace('2024/01/02', '2 January')],
    ['z:itemType is ""', paperHead.replace('name="z:itemType"', 'name="z:other"')],
    ['the page of a paper has a meta element author', `${paperHead}<meta name="author" content="x">`],
    ['the page of a paper has a class with "byline"', `${paperHead}<p class="small byline-x">`],
    ['the page of a paper has COinS', paperHead + span],
    ['a time element holds another date than that of the paper', `${paperHead}<time datetime="2026-11-21">`],
    ['citation_conference_title is "POTS"', `${paperHead}<meta name="citation_conference_title" content="POTS">`],
    ['the metadata begins too late', `<p>${' '.repeat(33_000)}${paperHead}`],
    ['no alternate of type application/x-bibtex', paperHead.replace('application/x-bibtex', 'text/x')],
    ['no ScholarlyArticle has this title', paperHead.replace('ScholarlyArticle', 'Article')],
    ['citation_abstract stands 0 times, or is empty', paperHead.replace('citation_abstract', 'citation_summary')],
    ['og:url is not the canonical address', paperHead.replace('rel="canonical"', 'rel="next"')],
  ])('%s', (message, html) => {
    expect(messagesOf(html)).toContain(message);
  });

  test('that has a date elsewhere only where it is its own', () => {
    expect(messagesOf(`${paperHead}<time datetime="2024-01-02">`)).toEqual([]);
  });
});

describe('any other page is refused', () => {
  test.each([
    ['the page has citation_title', `${listHead}<meta name="citation_title" content="x">`],
    ['a COinS span does not describe a preprint', `${listHead}<span class="Z3988" title="rft.title=x"></span>`],
    ['there is no BreadcrumbList', listHead.replace('BreadcrumbList', 'ItemList') + span],
    ['the page lists papers without saying so', listHead.replace('CollectionPage', 'WebPage') + span],
    ['og:type is unknown', listHead.replace('content="website"', 'content="site"')],
    ['og:title stands 0 times, or is empty', listHead.replace('og:title', 'og:name')],
    ['the structured data cannot be read', `${listHead}<script type="application/ld+json">{</script>`],
    ['og:image is not absolute', listHead.replace(/(property="og:image" content=")[^"]*/, '$1/card.png')],
    ['og:image has no width', listHead.replace('og:image:width', 'og:image:size')],
  ])('%s', (message, html) => {
    expect(messagesOf(html)).toContain(message);
  });

  test('that names an address while the site has none', () => {
    expect(messagesOf(listHead, false)).toContain('the page names an address, but the site has none');
  });
});
