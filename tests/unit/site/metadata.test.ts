import { describe, expect, test } from 'vitest';
import { headTags, type PageDescription, serialiseForScript } from '../../../src/site/metadata.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { formatted, paperOf, publishedOn, site } from './fabricated-survey.ts';
import type { Paper } from '../../../src/corpus/paper.ts';

const nowhere = { site, urls: makeUrls('/survey/', null) };
const published = { site, urls: makeUrls('/survey/', 'https://kettles.example') };

function paperPage(paper: Paper): PageDescription {
  return {
    title: paper.title.plain,
    description: paper.abstract.plain,
    path: `/survey/papers/${paper.id}/`,
    breadcrumbs: [
      { label: 'Home', href: '/survey/' },
      { label: paper.title.plain, href: `/survey/papers/${paper.id}/` },
    ],
    page: { kind: 'paper', paper, topicTitle: 'Boiling' },
  };
}

function valuesOf(page: PageDescription, name: string, context = nowhere): string[] {
  return headTags(page, context)
    .metas.filter((meta) => meta.name === name)
    .map(({ content }) => content);
}

const preprint = paperOf('kettle', {
  title: formatted('A kettle of Ψ & <steam>'),
  authors: ['Ada van Spout', 'Kettle Team'],
  authorsComplete: true,
  arxiv: '2601.01234',
  venue: 'KETTLES 2026',
  ...publishedOn('2026-01-05'),
});

describe('a paper with an arXiv id', () => {
  const page = paperPage(preprint);

  test('is described for reference managers as a preprint', () => {
    expect(valuesOf(page, 'citation_title')).toEqual(['A kettle of Ψ & <steam>']);
    expect(valuesOf(page, 'citation_publication_date')).toEqual(['2026/01/05']);
    expect(valuesOf(page, 'citation_doi')).toEqual(['10.48550/arXiv.2601.01234']);
    expect(valuesOf(page, 'citation_public_url')).toEqual(['https://arxiv.org/abs/2601.01234']);
    expect(valuesOf(page, 'z:itemType')).toEqual(['preprint']);
    expect(valuesOf(page, 'z:archiveID')).toEqual(['arXiv:2601.01234']);
    expect(valuesOf(page, 'og:type')).toEqual(['article']);
  });

  test('has one author tag per author, groups in one piece', () => {
    expect(valuesOf(page, 'citation_author')).toEqual(['van Spout, Ada', 'Kettle Team']);
  });

  test('says names and titles that are none in the form that machines expect', () => {
    const odd = paperPage(
      paperOf('odd', { authors: ['a,b,,c, d'], title: { raw: '', plain: 'A $\\href{x}{y}$', html: '', latex: '' } }),
    );
    expect(valuesOf(odd, 'citation_author')).toEqual(['a, b c d']);
    expect(valuesOf(odd, 'citation_title')).toEqual(['A $href{x}{y}$']);
    expect(valuesOf(odd, 'og:title')).toEqual(['A $href{x}{y}$']);
  });

  test('never names journal or conference, which would change its kind', () => {
    expect(valuesOf(page, 'citation_conference_title')).toEqual([]);
    expect(valuesOf(page, 'citation_journal_title')).toEqual([]);
  });

  test('never has tags that reference managers mistake for author or date', () => {
    expect(valuesOf(page, 'author')).toEqual([]);
    expect(valuesOf(page, 'article:published_time')).toEqual([]);
  });

  test('shows topic and year under a preview', () => {
    expect(valuesOf(page, 'twitter:label1')).toEqual(['Topic']);
    expect(valuesOf(page, 'twitter:data1')).toEqual(['Boiling']);
    expect(valuesOf(page, 'twitter:data2')).toEqual(['2026']);
  });
});

describe('a paper without an arXiv id', () => {
  test('names its venue where one is known', () => {
    const page = paperPage(paperOf('kettle', { venue: 'KETTLES 2026' }));
    expect(valuesOf(page, 'citation_conference_title')).toEqual(['KETTLES 2026']);
    expect(valuesOf(page, 'z:itemType')).toEqual([]);
  });

  test('has no tags for what is not known', () => {
    const page = paperPage(paperOf('kettle'));
    for (const name of ['citation_author', 'citation_publication_date', 'citation_doi', 'citation_pdf_url']) {
      expect(valuesOf(page, name)).toEqual([]);
    }
  });

  test('points to its own page when the site has an address', () => {
    const page = paperPage(paperOf('kettle'));
    expect(valuesOf(page, 'citation_public_url', published)).toEqual(['https://kettles.example/survey/papers/kettle/']);
    expect(valuesOf(page, 'citation_public_url')).toEqual([]);
  });
});

describe('absolute addresses', () => {
  test('are left out while the site has none', () => {
    const head = headTags(paperPage(preprint), nowhere);
    expect(head.canonical).toBeNull();
    expect(head.metas.map(({ name }) => name)).not.toContain('og:url');
    expect(head.structured.join()).not.toContain('BreadcrumbList');
  });

  test('include the base path', () => {
    const head = headTags(paperPage(preprint), published);
    expect(head.canonical).toBe('https://kettles.example/survey/papers/kettle/');
    expect(head.structured.map((text): unknown => JSON.parse(text))).toContainEqual(
      expect.objectContaining({ '@type': 'BreadcrumbList' }),
    );
  });
});

test('the description is cut at a word at about 200 characters', () => {
  const page = paperPage(paperOf('kettle', { abstract: formatted('steam '.repeat(80).trim()) }));
  const [description = ''] = valuesOf(page, 'og:description');
  expect(description.length).toBeLessThanOrEqual(201);
  expect(description).toMatch(/steam…$/);
  expect(valuesOf(page, 'citation_abstract')).toEqual(['steam '.repeat(80).trim()]);
});

test('pages that are not for search engines say so', () => {
  const page: PageDescription = { ...paperPage(preprint), page: { kind: 'unlisted' } };
  expect(valuesOf(page, 'robots')).toEqual(['noindex']);
});

test('structured data cannot end its script element', () => {
  const text = serialiseForScript({ name: '</script><script>alert(1)</script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' });
});

describe('the picture of a preview', () => {
  test('is the card of the page, with its size and a description', () => {
    expect(valuesOf(paperPage(preprint), 'og:image', published)).toEqual([
      'https://kettles.example/survey/cards/papers/kettle.png',
    ]);
    expect(valuesOf(paperPage(preprint), 'og:image:width', published)).toEqual(['1200']);
    expect(valuesOf(paperPage(preprint), 'og:image:alt', published)).toEqual([
      'A kettle of Ψ & <steam> · Atlas of Kettles',
    ]);
    expect(valuesOf(paperPage(preprint), 'twitter:card', published)).toEqual(['summary_large_image']);
  });

  test('is left out where the site has no address, or the build draws none', () => {
    expect(valuesOf(paperPage(preprint), 'og:image')).toEqual([]);
    const without = { site, urls: makeUrls('/survey/', 'https://kettles.example', { cards: false }) };
    expect(valuesOf(paperPage(preprint), 'og:image', without)).toEqual([]);
    expect(valuesOf(paperPage(preprint), 'twitter:card', without)).toEqual(['summary']);
  });
});

describe('alternates', () => {
  test('of a paper are its citation files', () => {
    expect(headTags(paperPage(preprint), nowhere).alternates).toEqual([
      { href: '/survey/papers/kettle.bib', type: 'application/x-bibtex', title: 'BibTeX' },
      { href: '/survey/papers/kettle.ris', type: 'application/x-research-info-systems', title: 'RIS' },
      { href: '/survey/papers/kettle.json', type: 'application/vnd.citationstyles.csl+json', title: 'CSL-JSON' },
    ]);
  });

  test('of a page that lists papers come before those it names itself', () => {
    const feed = { href: '/survey/topics/boiling/feed.xml', type: 'application/atom+xml', title: 'Boiling' };
    const page: PageDescription = {
      ...paperPage(preprint),
      path: '/survey/topics/boiling/',
      page: { kind: 'collection', papers: [preprint] },
      alternates: [feed],
    };
    const { alternates } = headTags(page, nowhere);
    expect(alternates.map(({ title }) => title)).toEqual(['BibTeX', 'RIS', 'CSV', 'CSL-JSON', 'Boiling']);
    expect(alternates.at(-1)).toEqual(feed);
  });

  test('are none where a page stands for no papers', () => {
    expect(headTags({ ...paperPage(preprint), page: { kind: 'collection' } }, nowhere).alternates).toEqual([]);
  });
});
