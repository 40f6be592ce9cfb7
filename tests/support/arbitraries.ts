/** Generators of fabricated listings and of texts that look almost like captures. */
import fc from 'fast-check';
import type { Listing, ListingDate, ListingFormat } from '../../src/corpus/paper.ts';
import { type ListingDetails, listingOf, noDetails } from './listings.ts';
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

const title = fc
  .tuple(phrase(titleWords, 1, 8), fc.constantFrom(...lastWords))
  .map((parts) => parts.join(' '))
  // "Acme Acme" is how a listing prints an organisation.
  .filter((text) => !/^(\S+) \1$/.test(text));
const abstract = phrase(abstractWords, 20, 120).map((text) => `We ${text}. It works.`);
const name = fc.tuple(fc.constantFrom(...givenNames), fc.constantFrom(...familyNames)).map((parts) => parts.join(' '));

/** Days that every year has; the year is left out as listings leave out their own. */
export const listingDate: fc.Arbitrary<ListingDate> = fc.record({
  year: fc.option(fc.integer({ min: 2015, max: 2025 })),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

const metaDetails: fc.Arbitrary<ListingDetails> = fc
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

const scholarDetails: fc.Arbitrary<ListingDetails> = fc
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

const arxivId = fc
  .tuple(fc.integer({ min: 15, max: 25 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99999 }))
  .map(([year, month, number]) => `${year}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`);
const doi = fc.integer({ min: 1, max: 9999 }).map((number) => `10.1234/made.${number}`);
const venue = fc.constantFrom('NeurIPS 2024', 'Journal of Made-up Results', 'ICML');
const codeAddress = fc.constantFrom('https://github.com/acme/caches', 'https://gitlab.com/roe/npu');
const projectAddress = fc.constantFrom('https://caches.example/project', 'http://www.example.org/~doe/');

/** A date as exactly as bibliographies know it. */
const statedDate: fc.Arbitrary<ListingDate> = fc
  .record({
    year: fc.integer({ min: 1990, max: 2025 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
  })
  .map(({ year, month, day }) => ({ year, month, day: month === null ? null : day }));

const fullDate = statedDate.map(({ year, month, day }) => ({ year, month: month ?? 1, day: day ?? 1 }));

/** What a bibliography states: everything may be missing, at most one address beside the paper's own. */
const bibliographicDetails: fc.Arbitrary<ListingDetails> = fc
  .record({
    authors: fc.uniqueArray(name, { maxLength: 4 }),
    isComplete: fc.boolean(),
    date: fc.option(statedDate),
    arxiv: fc.option(arxivId),
    doi: fc.option(doi),
    venue: fc.option(venue),
    code: fc.option(codeAddress),
    link: fc.option(projectAddress),
  })
  .map(({ authors, isComplete, date, code, link, ...stated }) => ({
    ...noDetails,
    ...listedAuthors(authors, isComplete),
    date,
    stated: { ...stated, code: code === null ? [] : [code], links: code === null && link !== null ? [link] : [] },
  }));

const bibtexDetails = fc
  .tuple(bibliographicDetails, fc.option(fc.constantFrom('cs.CL', 'math.OC')))
  .map(([details, category]) => ({ ...details, category }));

const atomDetails: fc.Arbitrary<ListingDetails> = fc
  .record({
    authors: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    date: fullDate,
    organizations: fc.subarray(['Acme Lab', 'University of Nowhere']),
    category: fc.constantFrom('cs.CL', 'math.OC'),
    arxiv: arxivId,
    doi: fc.option(doi),
    venue: fc.option(venue),
  })
  .map(({ authors, date, organizations, category, ...stated }) => ({
    ...noDetails,
    ...listedAuthors(authors, true),
    date,
    organizations,
    category,
    stated: { ...stated, code: [], links: [] },
  }));

const pageDetails: fc.Arbitrary<ListingDetails> = fc
  .record({
    authorCount: fc.option(fc.integer({ min: 1, max: 40 })),
    organization: fc.option(fc.constantFrom('Acme Lab', 'University of Nowhere')),
    date: fc.option(fullDate),
    comments: fc.option(fc.integer({ min: 1, max: 99 })),
    arxiv: arxivId,
    code: fc.option(codeAddress),
    link: fc.option(projectAddress),
  })
  .map(({ authorCount, organization, date, comments, arxiv, code, link }) => ({
    ...noDetails,
    authorCount,
    organizations: organization === null ? [] : [organization],
    date,
    comments,
    stated: {
      arxiv,
      doi: null,
      venue: null,
      code: code === null ? [] : [code],
      links: link === null ? [] : [link],
    },
  }));

function listedAuthors(
  authors: string[],
  isComplete: boolean,
): Pick<ListingDetails, 'authors' | 'authorsComplete' | 'authorCount'> {
  const authorsComplete = authors.length > 0 && isComplete;
  return { authors, authorsComplete, authorCount: authorsComplete ? authors.length : null };
}

function detailsIn(format: ListingFormat): fc.Arbitrary<ListingDetails> {
  switch (format) {
    case 'hf-papers-text':
    case 'hf-papers-compact':
      return fc.constant(noDetails);
    case 'hf-papers-meta':
      return metaDetails;
    case 'scholar-listing':
      return scholarDetails;
    case 'bibtex':
      return bibtexDetails;
    case 'ris':
    case 'csl-json':
      return bibliographicDetails;
    case 'arxiv-atom':
      return atomDetails;
    case 'hf-papers-markdown':
    case 'hf-papers-html':
      return pageDetails;
  }
}

/** Listings as one format prints them. */
export function listingsIn(format: ListingFormat, abstracts = true): fc.Arbitrary<Listing[]> {
  const listing = fc
    .tuple(title, abstracts ? abstract : fc.constant(''), detailsIn(format))
    .map(([text, body, details]) => listingOf(format, text, body, details));
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
        ...['@article{key,', '  title = {A {T}itle},', '  year = "2024', '}', '@string{x = "y"}', '% comment'],
        ...['TY  - JOUR', 'TI  - A Title', 'DA  - 2024/13/40', 'ER  - ', '[', '  {"title": "A Title",', '  }, {', ']'],
        ...['<?xml version="1.0"?>', '<feed>', '<entry><title>A Title', '</title></entry>', '</feed>', '<!-- -->'],
        ...[
          '<article><h3><a href="/papers/2401.00001">A Title',
          '</a></h3></article>',
          '<a href="/papers/2401.00002">',
        ],
        ...['### [A Title](https://huggingface.co/papers/2401.00001)', '[x](/acme)', '- 3 authors'],
        ...[' et al.', ' · ', ', , ,', 'An abstract. With two sentences.', 'x'.repeat(400), `${'Word '.repeat(90)}.`],
      ),
    ),
    { maxLength: 30 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)));

/** A capture in a format, and the listings it holds. */
export function captureIn(
  format: ListingFormat,
  { abstracts = true }: { readonly abstracts?: boolean } = {},
): fc.Arbitrary<{ text: string; listings: Listing[] }> {
  return listingsIn(format, abstracts).map((listings) => ({ text: renderCapture(format, listings), listings }));
}
