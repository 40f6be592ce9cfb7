/** Reads a bibliography in BibTeX. The parser is large: it is loaded only for an import. */
import { parse } from '@retorquere/bibtex-parser';
import type { ImportedEntry } from './list-import.ts';

export interface ReadBibliography {
  readonly entries: readonly ImportedEntry[];
  /** Beginnings of entries that could not be read. */
  readonly unreadable: readonly string[];
}

const identifying = ['eprint', 'doi', 'url', 'note', 'journal', 'howpublished', 'archiveprefix'] as const;
const shownLength = 60;

export function readBibtex(text: string): ReadBibliography {
  const { entries, errors } = parse(withSignsMarked(text), { sentenceCase: false });
  return {
    entries: entries.map(({ key, fields }) => {
      const title = fields.title === undefined ? null : withoutMarkup(fields.title);
      return {
        name: [key, title].filter((part) => part).join(': '),
        key,
        title,
        note: noteOf(fields.annote ?? fields.annotation),
        identifiers: identifying.flatMap((name) => {
          const value: unknown = fields[name];
          return typeof value === 'string' ? [withoutMarkup(value)] : [];
        }),
      };
    }),
    unreadable: errors.map(({ input = '', error }) =>
      withSigns(input === '' ? error : input)
        .trim()
        .slice(0, shownLength),
    ),
  };
}

/** What reference managers export as a reader's own note; each paragraph becomes a line. */
function noteOf(field: unknown): string {
  if (typeof field !== 'string') return '';
  return field
    .split(/<p>|<br>|\n/)
    .map((line) => withoutMarkup(line).trim())
    .join('\n')
    .trim();
}

/** Noncharacters, which no text has: they stand for `<` and `>`. */
const [less, greater] = ['\uFDD0', '\uFDD1'];

// The parser sets formatting as HTML and escapes nothing: afterwards its tags could not be told from what was written.
function withSignsMarked(text: string): string {
  return text
    .replace(/\\textless(?:\{\}|(?![A-Za-z])[ \t]*)|(?<!\\)</g, less)
    .replace(/\\textgreater(?:\{\}|(?![A-Za-z])[ \t]*)|(?<!\\)>/g, greater);
}

function withSigns(text: string): string {
  return text.replaceAll(less, '<').replaceAll(greater, '>');
}

function withoutMarkup(text: string): string {
  return withSigns(text.replace(/<\/?[a-z][^>]*>/gi, ''));
}
