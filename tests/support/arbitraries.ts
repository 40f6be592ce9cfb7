/** Generators of fabricated listings and of texts that look almost like captures. */
import fc from 'fast-check';
import type { Listing, ListingDate, ListingFormat } from '../../src/corpus/paper.ts';
import { renderCapture } from './render-listing.ts';

const titleWords = [
  'Sparse',
  'Attention',
  'for',
  'Fast',
  'LLM',
  'Inference',
  'on',
  'Edge',
  'with',
  'GPT-4',
  '8-bit',
  'KV',
  'LoRA,',
];
const lastWords = [
  'Devices',
  'LLMs',
  'MLLM',
  'Inference',
  'INT8',
  'GPT-4',
  'Matter?',
  'Smartphones',
  '(Extended)',
  'NPU',
];
const abstractWords = [
  'we',
  'study',
  'models',
  'devices',
  'inference',
  'and',
  'measure',
  'MLLM',
  'LLMs',
  'of',
  '42%',
  'NPU',
];
const givenNames = ['Jane', 'Bo', 'L. H.', 'Ömer', 'Jun-Yan', 'Łukasz', 'A.', 'Xiaoyu'];
const familyNames = ['Doe', 'Roe', 'Li', 'McMahan', "O'Brien", 'van der Berg', 'de Vries', 'Şahin', 'Ng'];

const phrase = (words: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength, maxLength }).map((chosen) => chosen.join(' '));

const title = fc.tuple(phrase(titleWords, 1, 8), fc.constantFrom(...lastWords)).map((parts) => parts.join(' '));
const abstract = phrase(abstractWords, 20, 120).map((text) => `We ${text}. It works.`);
const name = fc.tuple(fc.constantFrom(...givenNames), fc.constantFrom(...familyNames)).map((parts) => parts.join(' '));

/** Days that every year has; the year is left out as listings leave out their own. */
export const listingDate: fc.Arbitrary<ListingDate> = fc.record({
  year: fc.option(fc.integer({ min: 2015, max: 2025 })),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

type Details = Pick<
  Listing,
  'date' | 'authors' | 'authorsComplete' | 'authorCount' | 'organizations' | 'category' | 'hasCodeMark' | 'comments'
>;

const noDetails: Details = {
  date: null,
  authors: [],
  authorsComplete: false,
  authorCount: null,
  organizations: [],
  category: null,
  hasCodeMark: false,
  comments: null,
};

const metaDetails: fc.Arbitrary<Details> = fc
  .record({
    authorCount: fc.option(fc.integer({ min: 1, max: 40 })),
    organization: fc.constantFrom('Acme Lab', 'Example', 'University of Nowhere'),
    date: listingDate,
    comments: fc.option(fc.integer({ min: 1, max: 99 })),
  })
  .map(({ authorCount, organization, date, comments }) => ({
    ...noDetails,
    authorCount,
    organizations: authorCount === null ? [organization] : [],
    date,
    comments,
  }));

const scholarDetails: fc.Arbitrary<Details> = fc
  .record({
    authors: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    abbreviated: fc.boolean(),
    organizations: fc.subarray(['acme', 'example-lab', 'nowhere']),
    category: fc.constantFrom('AI', 'LG', 'q-bio.NC', 'cs.DC', 'math.OC'),
    hasCodeMark: fc.boolean(),
    date: listingDate,
  })
  .map(({ authors, abbreviated, ...details }) => {
    const authorsComplete = authors.length < 3 || !abbreviated;
    return { ...noDetails, ...details, authors, authorsComplete, authorCount: authorsComplete ? authors.length : null };
  });

/** Listings as one format prints them; `source` is a placeholder, for it depends on the rendering. */
export function listingsIn(format: ListingFormat): fc.Arbitrary<Listing[]> {
  const details: fc.Arbitrary<Details> =
    format === 'scholar-listing' ? scholarDetails : format === 'hf-papers-meta' ? metaDetails : fc.constant(noDetails);
  const listing = fc.tuple(title, abstract, details).map(([text, body, rest]) => ({
    source: { seed: 'x', line: 1, endLine: 1 },
    format,
    title: text,
    abstract: body,
    ...rest,
  }));
  return fc.array(listing, { minLength: 1, maxLength: 6 });
}

/** Text with the building bricks of captures in any order, damaged at random. */
export const almostCapture: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        ...[
          '',
          ' ',
          '\u00a0',
          '\uFEFF',
          'new',
          'Subscribe',
          'Daily Papers',
          'Get trending papers in your email inbox!',
        ],
        ...[
          'byAK and the research community',
          'SubscribeSome Title',
          'Jul 31',
          'Feb 30, 2024 3',
          'Feb 29',
          '·',
          '  • 3 authors',
        ],
        ...[
          '• 0 authors',
          'acme Acme',
          'AIJun 1Code',
          'q-bio.NCFeb 31, 2025',
          'LGMay 2, 0000',
          'A TitleJane Doe, Bo Li et al. · acme',
        ],
        ...[' et al.', ' · ', ', , ,', 'An abstract. With two sentences.', 'x'.repeat(400), `${'Word '.repeat(90)}.`],
      ),
    ),
    { maxLength: 30 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)));

/** A capture in a format, and the listings it holds. */
export function captureIn(format: ListingFormat): fc.Arbitrary<{ text: string; listings: Listing[] }> {
  return listingsIn(format).map((listings) => ({ text: renderCapture(format, listings), listings }));
}
