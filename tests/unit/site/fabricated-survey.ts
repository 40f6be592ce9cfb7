/** A small invented survey for the view models. */
import type { CaptureAccount } from '../../../src/corpus/corpus.ts';
import type { Claim, FormattedText, Paper } from '../../../src/corpus/paper.ts';
import { noAbbreviations } from '../../../src/corpus/abbreviations.ts';
import type { Taxonomy, Topic } from '../../../src/corpus/taxonomy.ts';
import type { SiteConfig } from '../../../src/site/config.ts';
import { assembleSurvey, type Survey } from '../../../src/site/survey.ts';
import { makeUrls } from '../../../src/site/urls.ts';

export const site: SiteConfig = {
  title: 'Atlas of Kettles',
  tagline: 'All about kettles',
  description: 'A survey of kettles.',
  language: 'en',
  url: null,
  repository: null,
  contact: null,
  licence: 'MIT',
  authors: [],
};

export function formatted(plain: string): FormattedText {
  return { raw: plain, plain, html: plain.replaceAll('<', '&lt;'), latex: plain };
}

/** A paper of which nothing is known but title and abstract, in the topic "boiling"; `known` adds the rest. */
export function paperOf(id: string, known: Partial<Paper> = {}): Paper {
  return {
    id,
    title: formatted(`Title of ${id}`),
    abstract: formatted(`Abstract of ${id}.`),
    authors: null,
    authorsComplete: false,
    authorCount: null,
    published: null,
    year: null,
    arxiv: null,
    doi: null,
    venue: null,
    category: null,
    organizations: [],
    code: [],
    links: [],
    comments: null,
    sources: [{ seed: '001_kettles.txt', line: 5, endLine: 7 }],
    mergedBy: null,
    provenance: { title: { kind: 'capture', seed: '001_kettles.txt', line: 5 } },
    conflicts: [],
    citeKey: id.replaceAll('-', ''),
    area: 'heating',
    topic: 'boiling',
    also: [],
    basis: 'rules',
    confidence: 0.9,
    reasons: [{ term: 'boil', where: 'title', weight: 6 }],
    candidates: [
      { topic: 'boiling', score: 6 },
      { topic: 'whistling', score: 1 },
    ],
    platforms: [],
    modalities: [],
    contributions: [],
    claims: [],
    related: [],
    ...known,
  };
}

/** A speed-up of "2×", against nothing; `known` replaces any part, and the sentence holds the value. */
export function claimOf(known: Partial<Claim> = {}): Claim {
  const value = known.value ?? '2×';
  return {
    quote: `The kettle shows ${value}.`,
    value,
    metric: 'speed-up',
    words: 'faster',
    numbers: [2],
    unit: '×',
    bound: 'exactly',
    change: 'increase',
    better: 'higher',
    against: null,
    ...known,
  };
}

export function publishedOn(value: string): Pick<Paper, 'published' | 'year'> {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { published: { value, precision, yearInferred: false }, year: Number(value.slice(0, 4)) };
}

const taxonomy: Taxonomy = {
  areas: [
    {
      id: 'heating',
      title: 'Heating',
      summary: 'Making water hot.',
      topics: [topicOf('boiling', 'Boiling', [{ what: 'the sound of steam', see: 'whistling' }])],
    },
    { id: 'sound', title: 'Sound', summary: 'What is heard.', topics: [topicOf('whistling', 'Whistling', [])] },
  ],
  boundaries: ['A kettle that sings is `whistling`.'],
  facets: { platform: [{ id: 'stove', title: 'Stove', fallback: false, terms: [] }], modality: [], contribution: [] },
};

function topicOf(id: string, title: string, notHere: Topic['notHere']): Topic {
  return { id, title, definition: `All about ${id}.`, notHere, terms: [{ term: id, weight: 1 }] };
}

const noFonts = { preloads: [], styles: '', stylesHash: 'sha256-' } as const;

export const capture: CaptureAccount = {
  seed: '001_kettles.txt',
  slug: '001_kettles',
  format: 'hf-papers-text',
  listedOn: null,
  inferredYear: null,
  sha256: null,
  dates: null,
  lines: { total: 10, blank: 2, records: 6, boilerplate: 2, unaccounted: 0 },
  records: 1,
  papers: [],
};

/** The survey of the papers given; `changes` replaces any part. */
export function surveyOf(papers: readonly Paper[], changes: Partial<Survey> = {}): Survey {
  return assembleSurvey({
    site,
    urls: makeUrls('/survey/', null),
    fonts: { files: [], ...noFonts, sansOnly: noFonts },
    taxonomy,
    abbreviations: noAbbreviations,
    papers,
    captures: [capture],
    counts: {
      captures: 1,
      records: papers.length,
      merged: 0,
      removed: 0,
      papers: papers.length,
      curated: 0,
      byRules: papers.length,
      unclassified: 0,
    },
    prose: [],
    diagnostics: [],
    versions: [],
    changedOn: new Map(),
    removed: [],
    moves: [],
    ...changes,
  });
}
