/** One result as the search page shows it. */
import { excerptParts, firstWords, markedParts, type TextPart } from './excerpt.ts';
import type { PagefindFragment } from './pagefind-index.ts';
import { isFormOf, spokenWords } from './query-text.ts';

/** A part of a page, under a heading of its own, that holds a match. */
export interface SectionHit {
  readonly title: string;
  readonly url: string;
  readonly excerpt: readonly TextPart[];
}

export interface SearchHit {
  readonly url: string;
  readonly title: readonly TextPart[];
  /** Kind of page, authors, year, topic: what the page states of them. */
  readonly details: readonly (readonly TextPart[])[];
  readonly sections: readonly SectionHit[];
  /** How the page begins; for a page that matches in no section. */
  readonly lead: string;
}

const maxSections = 3;
const leadWords = 32;

/** `sought`: the words looked for, in the form of `wordsOf`. */
export function toHit(fragment: PagefindFragment, sought: readonly string[]): SearchHit {
  const { meta, filters } = fragment;
  const kind = filters['kind']?.[0] ?? '';
  const details = [kind, authorLine(meta['authors'] ?? '', sought), meta['year'] ?? '', meta['topic'] ?? ''];
  const sections = fragment.sub_results.filter((section) => section.anchor !== undefined).slice(0, maxSections);
  return {
    url: fragment.url,
    title: markedParts(meta['title'] ?? fragment.url, sought),
    details: details.filter((detail) => detail !== '').map((text) => markedParts(text, sought)),
    sections: sections.map(({ title, url, excerpt }) => ({ title, url, excerpt: excerptParts(excerpt) })),
    lead: sections.length > 0 ? '' : leadOf(fragment),
  };
}

/** The text under the first heading with an id, or of the whole page when it has none. */
function leadOf({ content, anchors }: PagefindFragment): string {
  const anchor = anchors[0];
  if (anchor === undefined) return firstWords(content, leadWords);
  const headingLength = anchor.text.trim().split(/\s+/).length;
  const words = content.split(/\s+/).slice(anchor.location + headingLength);
  return firstWords(words.join(' '), leadWords);
}

const shownAuthors = 3;

/** The first authors, then those whose names match; "…" stands for the others. */
export function authorLine(authors: string, sought: readonly string[]): string {
  const names = authors.split(', ').filter((name) => name !== '');
  const isSought = (name: string): boolean =>
    name.split(/\s+/).some((word) => spokenWords(word).some((spoken) => sought.includes(spoken)));
  const line: string[] = [];
  for (const [index, name] of names.entries()) {
    if (index < shownAuthors || isSought(name)) line.push(name);
    else if (line.at(-1) !== '…') line.push('…');
  }
  return line.join(', ');
}

/**
 * Whether a page holds every word looked for, rather than only a beginning of it, which Pagefind falls
 * back to for a word it does not know. One page decides for the whole search: a word that any page
 * holds is never replaced.
 */
export function holdsEveryWord(fragment: PagefindFragment, sought: readonly string[]): boolean {
  const printed = fragment.content.split(/\s+/);
  const matched = fragment.locations.map((location) => printed[location] ?? '');
  const attached = Object.values(fragment.meta).flatMap((value) => value.split(/\s+/));
  const present = new Set([...matched, ...attached].flatMap(spokenWords));
  return sought.every((word) => [...present].some((found) => isFormOf(found, word)));
}
