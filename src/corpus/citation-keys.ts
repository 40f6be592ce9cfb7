/** Citation keys: what a paper is called in a bibliography manager. */
import { familyKey } from './names.ts';
import { compareText } from './ordering.ts';
import type { PaperDraft } from './paper.ts';
import { asciiFolded } from './titles.ts';

/** Words that say nothing about a title. */
const stopWords = new Set(
  (
    'a an and are as at be beyond but by can do does for from how if in into is it its not of on or our over ' +
    'should so than that the their them then these this those through to toward towards under use using via ' +
    'we what when where whether which who why will with within without you your'
  ).split(' '),
);

type CitedPaper = Pick<PaperDraft, 'id' | 'title' | 'authors' | 'published' | 'year'>;

/**
 * A key for each paper, by id: family name of the first author, year, first content word of the
 * title (`frantar2024marlin`); without authors the first two content words and the year. ASCII
 * letters and digits in lower case.
 *
 * Of papers with one key the earliest published keeps it (then the first by id) and the others
 * get further words of their titles, so a newer paper changes no key that is in use, whatever
 * the order of the input.
 */
export function assignCitationKeys(papers: readonly CitedPaper[]): Map<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const paper of papers.toSorted(compareAge)) {
    const key = keyCandidates(paper).find((candidate) => !taken.has(candidate)) ?? numberedKey(paper, taken);
    taken.add(key);
    keys.set(paper.id, key);
  }
  return keys;
}

function compareAge(a: CitedPaper, b: CitedPaper): number {
  return compareText(ageKey(a), ageKey(b)) || compareText(a.id, b.id);
}

function ageKey({ published, year }: CitedPaper): string {
  // A date that is not known comes last; so does the unknown rest of one that is known in part.
  return `${published?.value ?? year ?? ''}`.padEnd(10, '~');
}

/** The shortest key first, then with one more content word each time. */
function keyCandidates({ id, title, authors, year }: CitedPaper): string[] {
  const words = contentWords(title.plain);
  const family = familyKey(authors?.[0] ?? '');
  const least = Math.min(words.length, family === '' ? 2 : 1);
  const date = year === null ? '' : String(year);
  const lengths = Array.from({ length: words.length - least + 1 }, (_, index) => least + index);
  const keys = lengths.map((length) => {
    const text = words.slice(0, length).join('');
    return family === '' ? `${text}${date}` : `${family}${date}${text}`;
  });
  // The id holds what sets papers of one title apart.
  keys.push(`${family}${date}${id.replaceAll('-', '')}`);
  return keys.filter((key) => key !== '');
}

/** All words of a title when it holds nothing but stop words. */
function contentWords(title: string): string[] {
  const words = asciiFolded(title)
    // What a hyphen or apostrophe joins is one word: T-MAC is not a T.
    .replace(/(?<=[a-z0-9])['’‘ʼ‐‑-](?=[a-z0-9])/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const content = words.filter((word) => !stopWords.has(word));
  return content.length > 0 ? content : words;
}

// Ids that differ in their hyphens only, with the same author and year.
function numberedKey(paper: CitedPaper, taken: ReadonlySet<string>): string {
  const base = keyCandidates(paper).at(-1) ?? 'paper';
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${base}${number}`)) return `${base}${number}`;
  }
}
