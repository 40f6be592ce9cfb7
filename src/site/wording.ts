/** How numbers, dates and lists are put into words, the same on every page. */
import type { Basis, Paper, PublicationDate } from '../corpus/paper.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A whole number with a comma between thousands, independent of the machine's locale. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 paper`, `2 papers`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** `1 June 2026`, `June 2026` or `2026`, as precise as the date is. */
export function formatDate({ value }: Pick<PublicationDate, 'value'>): string {
  const [year = '', month, day] = value.split('-');
  const name = month === undefined ? null : (months[Number(month) - 1] ?? month);
  return [day === undefined ? null : String(Number(day)), name, year].filter((part) => part !== null).join(' ');
}

/** `Jun 2026` or `2026`: the date in a list of papers. */
export function formatMonth({ value }: Pick<PublicationDate, 'value'>): string {
  const [year = '', month] = value.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return name === undefined ? year : `${name.slice(0, 3)} ${year}`;
}

/** Up to `shown` names, then "et al."; also "et al." when the list itself is known to be cut short. */
export function abbreviateAuthors(authors: readonly string[], complete: boolean, shown = 3): string {
  const names = authors.slice(0, shown);
  const cut = names.length < authors.length || !complete;
  return names.join(', ') + (cut ? ' et al.' : '');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The start of a text, cut at a word, with an ellipsis when something is left out. */
export function excerptAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  const cut = start.lastIndexOf(' ');
  // Of a word longer than half of it all, a part is shown.
  return `${(cut > length / 2 ? start.slice(0, cut) : start.replace(/[\uD800-\uDBFF]$/, '')).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** Who chose the topic, and how sure the rules were (0 to 1, two digits). */
export function describeBasis(basis: Basis, confidence: number): string {
  switch (basis) {
    case 'curated':
      return 'chosen by a curator';
    case 'rules':
      return `chosen automatically, confidence ${confidence.toFixed(2)}`;
    case 'unclassified':
      return 'no topic fits well enough';
  }
}

/** The text with its first letter as at the start of a sentence. */
export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a paper is about, for readers who do not see its page: its abstract, else what is known of it. */
export function paperSummary({ title, abstract, authors, authorsComplete, year }: SummarisedPaper): string {
  if (abstract.plain !== '') return abstract.plain;
  const by = authors === null ? '' : ` by ${abbreviateAuthors(authors, authorsComplete)}`;
  return `“${title.plain}”${by}${year === null ? '' : `, ${year}`}: its topic, its sources and how to cite it.`;
}

type SummarisedPaper = Pick<Paper, 'title' | 'abstract' | 'authors' | 'authorsComplete' | 'year'>;
