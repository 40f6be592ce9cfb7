/** Makes captures of any size by recombining the titles and sentences of the real ones; the same seed gives the same bytes. */
import { randomNumbers } from '../../src/charts/random-numbers.ts';
import { parseCapture } from '../../src/corpus/formats/index.ts';
import { type Listing, listingFormatSchema } from '../../src/corpus/paper.ts';
import type { SourceText } from '../../src/corpus/source-text.ts';
import { normalisedTitle } from '../../src/corpus/titles.ts';

export interface GeneratedCapture {
  readonly name: string;
  readonly text: string;
}

interface InventedPaper {
  readonly title: string;
  readonly abstract: string;
  /** As a listing prints it: "Jun 1, 2024". */
  readonly date: string;
  readonly authors: readonly string[];
}

/** How many papers a capture lists, about as many as the real ones. */
const captureSize = 100;

const benchFormatSchema = listingFormatSchema.extract([
  'hf-papers-text',
  'hf-papers-compact',
  'hf-papers-meta',
  'scholar-listing',
]);
const benchFormats = benchFormatSchema.options;

/** Captures in the formats of the real ones in turn, `count` different papers in all. */
export function generateCaptures(real: readonly SourceText[], count: number, seed = 1): GeneratedCapture[] {
  const papers = inventPapers(real, count, randomNumbers(seed));
  return Array.from({ length: Math.ceil(count / captureSize) }, (_, index) => {
    const format = benchFormats[index % benchFormats.length] ?? 'hf-papers-text';
    const listed = papers.slice(index * captureSize, (index + 1) * captureSize);
    return { name: `${String(index).padStart(4, '0')}_generated.txt`, text: writeCapture(format, listed) };
  });
}

interface Material {
  /** What stands before the colon of a title. */
  readonly names: readonly string[];
  /** What stands behind it, or a whole title without one. */
  readonly subjects: readonly string[];
  readonly sentences: readonly string[];
  readonly authors: readonly string[];
}

/** Real titles and abstracts taken apart, in a fixed order. */
function takeApart(real: readonly SourceText[]): Material {
  const listings: Listing[] = real.flatMap((source) => [...parseCapture(source).listings]);
  const titles = listings.map(({ title }) => title);
  return {
    names: unique(titles.filter((title) => title.includes(': ')).map((title) => title.slice(0, title.indexOf(': ')))),
    subjects: unique(titles.map((title) => title.slice(title.indexOf(': ') < 0 ? 0 : title.indexOf(': ') + 2))),
    sentences: unique(listings.flatMap(({ abstract }) => abstract.split(/(?<=[.!?]) +(?=[A-Z])/))).filter(
      (sentence) => sentence.length > 40,
    ),
    authors: unique(listings.flatMap(({ authors }) => authors)),
  };
}

function inventPapers(real: readonly SourceText[], count: number, random: () => number): InventedPaper[] {
  const { names, subjects, sentences, authors } = takeApart(real);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  // Titles that differ in capitals only (MAPLE, MaPLe) are one paper when all the rest is the same.
  const titles = new Map<string, string>();
  while (titles.size < count) {
    const title = `${pick(names)}: ${pick(subjects)}`;
    titles.set(normalisedTitle(title), title);
  }
  return [...titles.values()].map((title) => ({
    title,
    abstract: Array.from({ length: 5 + Math.floor(random() * 4) }, () => pick(sentences)).join(' '),
    date: `${pick(months)} ${1 + Math.floor(random() * 28)}, ${2019 + Math.floor(random() * 7)}`,
    authors: [pick(authors), pick(authors), pick(authors)],
  }));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function writeCapture(format: (typeof benchFormats)[number], papers: readonly InventedPaper[]): string {
  const header =
    'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nJul 31\n\n';
  switch (format) {
    case 'hf-papers-text':
      return header + papers.map(({ title, abstract }) => `${title}\n\n${abstract}\n\n`).join('');
    case 'hf-papers-compact':
      return `Get trending papers in your email inbox!\nSubscribe${papers.map(({ title, abstract }) => `${title}\n${abstract}\n`).join('')}`;
    case 'hf-papers-meta':
      return (
        header +
        papers.map(({ title, abstract, date }) => `${title}\n\n${abstract}\n\n  • 3 authors\n·\n${date} 2\n\n`).join('')
      );
    case 'scholar-listing':
      return papers
        .map(
          ({ title, abstract, date, authors }) => `CL${date}Code\n${title}${authors.join(', ')} et al.\n${abstract}\n`,
        )
        .join('');
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
