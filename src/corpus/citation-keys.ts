/** Citation keys: what a paper is called in a bibliography manager. */
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { familyKey } from './names.ts';
import { compareText } from './ordering.ts';
import type { PaperDraft } from './paper.ts';
import { excerptOf, linesOf, type SourceText } from './source-text.ts';
import { asciiFolded } from './titles.ts';

/** The keys ever published, by the id of their paper. */
export type PublishedKeys = ReadonlyMap<string, string>;

export const noPublishedKeys: PublishedKeys = new Map();

/**
 * Reads content/citation-keys.txt: a paper's id and its key, one paper a line; text after `#` is a comment.
 * Diagnostics: `citation-key-unknown-form`, `duplicate-entry` (an id or a key twice).
 */
export function parsePublishedKeys(source: SourceText): { keys: PublishedKeys; diagnostics: Diagnostic[] } {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { number, text } of linesOf(source)) {
    const line = text.replace(/#.*$/, '').trim();
    if (line === '') continue;
    const position = { path: source.path, line: number, column: 1 };
    const [, id, key] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\s+([A-Za-z0-9]+)$/.exec(line) ?? [];
    if (id === undefined || key === undefined) {
      diagnostics.push(
        diagnosticAt('citation-key-unknown-form', position, `"${excerptOf(line)}"`, 'the id of a paper and its key'),
      );
    } else if (keys.has(id) || taken.has(key)) {
      const message = `"${keys.has(id) ? id : key}" stands here again`;
      diagnostics.push(diagnosticAt('duplicate-entry', position, message, 'each id and each key once'));
    } else {
      keys.set(id, key);
      taken.add(key);
    }
  }
  return { keys, diagnostics };
}

/** Words that say nothing about a title. */
const stopWords = new Set(
  (
    'a an and are as at be beyond but by can do does for from how if in into is it its not of on or our over ' +
    'should so than that the their them then these this those through to toward towards under use using via ' +
    'we what when where whether which who why will with within without you your'
  ).split(' '),
);

type CitedPaper = Pick<PaperDraft, 'id' | 'title' | 'authors' | 'published' | 'year'>;

/** The text of the file of keys, sorted by id, with the comments at the head of `source`. */
export function publishedKeysText(source: SourceText, keys: PublishedKeys): string {
  const lines = linesOf(source).map(({ text }) => text);
  const start = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  const head = start < 0 ? lines : lines.slice(0, start);
  const entries = [...keys].sort(([a], [b]) => compareText(a, b)).map(([id, key]) => `${id} ${key}`);
  return [...head, ...entries, ''].join('\n');
}

/**
 * A key for each paper, by id: family name of the first author, year, first content word of the
 * title (`frantar2024marlin`); without authors the first two content words and the year. ASCII
 * letters and digits in lower case.
 *
 * Of papers with one key the earliest published keeps it (then the first by id) and the others
 * get further words of their titles, so a newer paper changes no key that is in use, whatever
 * the order of the input. A published key stays with its paper, and is never given to another, whatever
 * becomes known of the paper later.
 */
export function assignCitationKeys(
  papers: readonly CitedPaper[],
  published: PublishedKeys = noPublishedKeys,
): Map<string, string> {
  const taken = new Set(published.values());
  const keys = new Map<string, string>();
  for (const paper of papers.toSorted(compareAge)) {
    const known = published.get(paper.id);
    const key = known ?? keyCandidates(paper).find((candidate) => !taken.has(candidate)) ?? numberedKey(paper, taken);
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
