/** Bibliographies in BibTeX, as reference managers and publishers give them out. */
import { listingDateOf, type ListingDateReading, monthOf } from '../dates.ts';
import { type BibtexEntry, bibtexParts } from './bibtex-entries.ts';
import { type EntryFacts, EntryReading, isoDateIn, noFacts, type PlacedText, venueNamed } from './entry-reading.ts';
import type { Capture, CaptureFormat, CaptureReading } from './format.ts';
import { nameFromParts } from './name-parts.ts';

const entryLine = /^@\s{0,20}[A-Za-z][\w-]{0,60}\s{0,20}[{(]/;

export const bibtex: CaptureFormat = {
  id: 'bibtex',
  shape: 'entries such as "@article{key, title = {…}, …}"',
  fit: (lines) => {
    const first = lines.find(({ text }) => !text.startsWith('%'));
    if (first !== undefined && entryLine.test(first.text)) return 0.95;
    return lines.some(({ text }) => entryLine.test(text)) ? 0.6 : 0;
  },
  read: readBibtex,
};

function readBibtex(capture: Capture): CaptureReading {
  const reading = new EntryReading(capture, 'bibtex');
  for (const part of bibtexParts(capture.text)) {
    switch (part.kind) {
      case 'boilerplate':
        reading.boilerplate(part);
        break;
      case 'fault':
        reading.skip(part, part.offset, 'this entry of BibTeX is not understood; it was left out', part.expected);
        break;
      case 'entry':
        reading.add(factsOf(part), part);
        break;
    }
  }
  return reading.result();
}

function factsOf({ fields }: BibtexEntry): EntryFacts {
  const field = (name: string): string | null => fields.get(name)?.text ?? null;
  const title = fields.get('title');
  const abstract = fields.get('abstract');
  const journal = field('journal') ?? field('journaltitle');
  const authors = authorsOf(field('author'));
  return {
    ...noFacts,
    title: title === undefined ? null : { ...title, text: withoutBraces(title.text) },
    abstract: abstract === undefined ? null : { ...abstract, text: withoutBraces(abstract.text) },
    authors: authors.filter((name) => name !== 'others').map(nameOf),
    authorsComplete: !authors.includes('others'),
    date: dateOf(fields),
    venue: venueNamed(withoutBraces(field('booktitle') ?? journal ?? '')),
    category: field('primaryclass') ?? field('eprintclass'),
    addresses: [
      field('eprint'),
      field('doi'),
      field('url'),
      field('code'),
      /arxiv:\s{0,3}(\S+)/i.exec(journal ?? '')?.[1] ?? null,
    ].filter((address) => address !== null),
  };
}

/** Without the braces that only keep capitals or hold a name together; those of macros and formulas stay. */
function withoutBraces(text: string): string {
  if (!text.includes('{')) return text;
  const kept: boolean[] = [];
  let [plain, isMath] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isEscaped = text.charAt(at - 1) === '\\';
    if (character === '$' && !isEscaped) isMath = !isMath;
    if (character === '{' && !isEscaped) kept.push(isMath || belongsToMacro(text, at));
    const isProtective = (character === '{' && kept.at(-1) === false) || (character === '}' && kept.at(-1) === false);
    if (isEscaped || !isProtective) plain += character;
    if (character === '}' && !isEscaped) kept.pop();
  }
  return plain.trim();
}

/** Whether a brace follows a macro or its first argument, or holds one. */
function belongsToMacro(text: string, brace: number): boolean {
  return (
    text.charAt(brace + 1) === '\\' ||
    /(?:\\(?:[A-Za-z]{1,30}\*?|[^A-Za-z\s])|\})$/.test(text.slice(Math.max(0, brace - 32), brace))
  );
}

/** The names of a list, split at "and" outside of braces. */
function authorsOf(list: string | null): string[] {
  const names: string[] = [];
  let [depth, words] = [0, new Array<string>()];
  for (const word of (list ?? '').split(' ')) {
    if (depth === 0 && word.toLowerCase() === 'and') {
      names.push(words.join(' '));
      words = [];
      continue;
    }
    words.push(word);
    for (const mark of word.match(/[{}]/g) ?? []) depth = Math.max(0, depth + (mark === '{' ? 1 : -1));
  }
  return [...names, words.join(' ')].filter((name) => name !== '');
}

/** "Family, Given", "Family, Jr., Given" or as printed; a name in braces is that of a group. */
function nameOf(name: string): string {
  if (/^\{[^{}]*\}$/.test(name)) return name.slice(1, -1);
  const [family = '', ...rest] = name.split(',').map((part) => part.trim());
  if (rest.length === 0) return withoutBraces(name);
  const given = rest.at(-1) ?? '';
  return nameFromParts({
    given: withoutBraces(given),
    family: withoutBraces(family),
    suffix: rest.length > 1 ? (rest[0] ?? '') : '',
  });
}

function dateOf(fields: ReadonlyMap<string, PlacedText>): EntryFacts['date'] {
  const date = fields.get('date');
  if (date !== undefined) return isoDateIn(date);
  const year = fields.get('year');
  if (year === undefined) return null;
  return { ...year, reading: readYear(year.text, fields.get('month')?.text ?? '', fields.get('day')?.text ?? '') };
}

function readYear(year: string, month: string, day: string): ListingDateReading {
  if (!/^\d{4}$/.test(year)) return { kind: 'none' };
  const number = monthOf(month);
  return listingDateOf(Number(year), number, number !== null && /^\d{1,2}$/.test(day) ? Number(day) : null);
}
