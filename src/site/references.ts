/** How the papers that a page of prose cites are named in its text and in its list of references. */
import { parseName } from '../corpus/names.ts';
import type { Paper } from '../corpus/paper.ts';
import type { ProsePage } from '../corpus/prose.ts';
import { systemNameOf } from '../corpus/titles.ts';
import type { CitationTarget } from '../markdown/citations.ts';
import type { Survey } from './survey.ts';
import { abbreviateAuthors, excerptAtWord } from './wording.ts';

export interface Reference extends CitationTarget {
  readonly paper: string;
  readonly titleHtml: string;
  readonly authors: string | null;
  /** Venue and year, as far as known. */
  readonly published: string | null;
  /** Address of the first mention on the page. */
  readonly mentionHref: string;
}

type ReferenceSource = Pick<Survey, 'paperById' | 'urls'>;

/** Authors named in a list of references before "et al.". */
const namedAuthors = 6;
/** A title that stands for its paper in running text is cut at a word to this many characters. */
const shortTitleLength = 32;

/** The papers a page cites, in the order of their first mention; papers that do not exist are left out. */
export function referencesOf(
  { citations }: Pick<ProsePage, 'citations'>,
  { paperById, urls }: ReferenceSource,
): Reference[] {
  const papers = citations.flatMap(({ paper }) => paperById.get(paper) ?? []);
  const labels = distinctLabels(papers);
  return papers.map((paper, index) => ({
    paper: paper.id,
    label: labels[index] ?? paper.title.plain,
    title: paper.title.plain,
    titleHtml: paper.title.html,
    href: urls.paper(paper.id),
    mentionId: `cite-${paper.id}`,
    mentionHref: `#cite-${paper.id}`,
    descriptionId: `ref-${paper.id}`,
    authors: paper.authors === null ? null : abbreviateAuthors(paper.authors, paper.authorsComplete, namedAuthors),
    published: publishedIn(paper),
  }));
}

/** Venue and year as far as known: "ICML, 2025". */
export function publishedIn({ venue, year }: Pick<Paper, 'venue' | 'year'>): string | null {
  if (venue === null) return year === null ? null : String(year);
  // Most venues are named with their year, which may be later than that of the first version.
  return year === null || /\b\d{4}\b/.test(venue) ? venue : `${venue}, ${year}`;
}

/** Papers of one label get a letter each: "Adams, 2024a" and "Adams, 2024b"; names get a number. */
function distinctLabels(papers: readonly Paper[]): string[] {
  const labels = papers.map(citationLabel);
  return labels.map((label, index) => {
    if (labels.filter((other) => other === label).length === 1) return label;
    const place = labels.slice(0, index).filter((other) => other === label).length;
    return /\d$/.test(label) ? label + letterOf(place) : `${label} (${place + 1})`;
  });
}

/** a, b, …, z, aa, ab, … */
function letterOf(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}

/** "Adams and Baker, 2024" where authors and year are known, else the system's name, else the start of the title. */
export function citationLabel({ title, authors, authorsComplete, year }: Paper): string {
  const [first, second, ...more] = (authors ?? []).map((author) => parseName(author).family);
  if (first === undefined || year === null)
    return systemNameOf(title.plain) ?? excerptAtWord(title.plain, shortTitleLength);
  if (!authorsComplete || more.length > 0) return `${first} et al., ${year}`;
  return `${second === undefined ? first : `${first} and ${second}`}, ${year}`;
}

/** The references by paper, as the Markdown plugin wants them. */
export function citationTargets(references: readonly Reference[]): Map<string, CitationTarget> {
  return new Map(references.map((reference) => [reference.paper, reference]));
}
