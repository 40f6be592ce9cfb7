/** Citations as BibTeX. */
import { escapedLatex } from '../corpus/inline.ts';
import { parseName } from '../corpus/names.ts';
import { authorsNote, type Citation, dateParts } from './citation.ts';
import { protectCapitals } from './title-case.ts';
import { writerOf } from './writer.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Field = readonly [name: string, value: string];

/** One entry per citation, in the order given, an empty line between them; ends in a newline. */
export const bibtex = writerOf(entryOf, (entries) => entries.join('\n'));

function entryOf(citation: Citation): string {
  const type = citation.venue === null ? 'misc' : 'inproceedings';
  const fields = fieldsOf(citation).map(([name, value]) => `  ${name} = ${value}`);
  return `@${type}{${citation.citeKey},\n${fields.join(',\n')}\n}\n`;
}

function fieldsOf(citation: Citation): Field[] {
  const { titleLatex, authors, venue, arxiv, arxivClass, doi, url, readerNote } = citation;
  const note = authors === null ? authorsNote(citation) : null;
  return [
    ...(authors === null ? [] : [braced('author', authorList(authors, citation.authorsComplete))]),
    braced('title', balanced(protectCapitals(titleLatex))),
    ...(venue === null ? [] : [braced('booktitle', escapedText(venue))]),
    ...dateFields(citation),
    ...(arxiv === null ? [] : [braced('eprint', arxiv), braced('archivePrefix', 'arXiv')]),
    ...(arxiv === null || arxivClass === null ? [] : [braced('primaryClass', arxivClass)]),
    ...(doi === null ? [] : [braced('doi', doi)]),
    ...(url === null ? [] : [braced('url', urlText(url))]),
    ...(note === null ? [] : [braced('note', note)]),
    // Unlike `note`, styles do not print it.
    ...(readerNote === undefined ? [] : [braced('annote', noteText(readerNote))]),
  ];
}

function braced(name: string, value: string): Field {
  return [name, `{${value}}`];
}

function dateFields(citation: Citation): Field[] {
  const [year, month] = dateParts(citation);
  const monthName = month === undefined ? undefined : months[month - 1];
  return [
    ...(year === undefined ? [] : [braced('year', String(year))]),
    // The names of months are macros of BibTeX and stand without braces.
    ...(monthName === undefined ? [] : [['month', monthName] as const]),
  ];
}

function authorList(authors: readonly string[], complete: boolean): string {
  return [...authors.map(authorName), ...(complete ? [] : ['others'])].join(' and ');
}

/** "Family, Given" or "Family, Jr., Given"; what BibTeX must not take apart stands in braces. */
function authorName(name: string): string {
  const { family, given, suffix, isGroup } = parseName(name);
  if (isGroup) return `{${escapedText(family)}}`;
  if (given === null && suffix === null) return unbroken(family);
  return [family, suffix, given ?? '']
    .filter((part) => part !== null)
    .map(unbroken)
    .join(', ');
}

function unbroken(part: string): string {
  const isPlain = !part.includes(',') && !/(?:^|\s)(?:and|others)(?:\s|$)/i.test(part);
  return isPlain ? escapedText(part) : `{${escapedText(part)}}`;
}

// Lines of a text are joined when it is read; an empty one separates paragraphs. Two dashes or quotation marks would be
// read as one sign.
function noteText(note: string): string {
  const lines = note.trim().split(/\s*\n\s*/);
  return lines
    .map((line) =>
      line
        .split(/(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)/)
        .map(escapedText)
        .join('{}'),
    )
    .join('\n\n');
}

function escapedText(text: string): string {
  return balanced(escapedLatex(text));
}

// BibTeX counts braces whatever stands before them, so a single `\{` would swallow the rest of the file.
function balanced(latex: string): string {
  return latex.replace(/\$(?:\\.|[^$\\])*\$|\\./gsu, (piece) => {
    if (piece === '\\{') return '\\textbraceleft{}';
    if (piece === '\\}') return '\\textbraceright{}';
    return piece.startsWith('$') ? piece.replaceAll('\\{', '\\lbrace ').replaceAll('\\}', '\\rbrace ') : piece;
  });
}

// Read verbatim, so nothing is escaped; a brace would end the field.
function urlText(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
