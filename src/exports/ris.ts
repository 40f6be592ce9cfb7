/** Citations as RIS, the exchange format of reference managers. */
import { citationName } from '../corpus/names.ts';
import { authorsNote, type Citation, dateParts } from './citation.ts';
import { writerOf } from './writer.ts';

type Line = readonly [tag: string, value: string];

/** One record per citation, in the order given; lines end as the format asks, with CR LF. */
export const ris = writerOf(recordOf, (records) => records.join('\r\n'));

function recordOf(citation: Citation): string {
  return [...linesOf(citation), ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

function linesOf(citation: Citation): Line[] {
  const { title, authors, year, venue, arxiv, doi, url, readerNote } = citation;
  const line = (tag: string, value: string | null): Line[] => (value === null ? [] : [[tag, value]]);
  return [
    ['TY', venue === null ? 'UNPB' : 'CPAPER'],
    ['ID', citation.citeKey],
    ['TI', title],
    ...(authors ?? []).map((name): Line => ['AU', citationName(name)]),
    ...line('PY', year === null ? null : String(year)),
    ...line('DA', dateText(citation)),
    ...line('T2', venue),
    ...(venue === null && arxiv !== null ? [['PB', 'arXiv'] as const] : []),
    ...(arxiv === null ? [] : [['DB', 'arXiv'] as const, ['AN', `arXiv:${arxiv}`] as const]),
    ...line('DO', doi),
    ...line('UR', url),
    ...line('N1', authorsNote(citation)),
    ...line('N1', readerNote ?? null),
  ];
}

/** `YYYY/MM/DD/`, with nothing between the slashes where the date is not known so far. */
function dateText(citation: Citation): string | null {
  const [year, month, day] = dateParts(citation);
  if (year === undefined) return null;
  const digits = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${year}/${digits(month)}/${digits(day)}/`;
}

// A line break inside a value would begin another tag.
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
