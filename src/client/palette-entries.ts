/** What the palette can lead to, made from the files of titles. */
import { systemNameOf } from '../corpus/titles.ts';
import type { Urls } from '../site/urls.ts';
import { counted } from '../site/wording.ts';
import type { Named } from './palette-match.ts';
import { idAt, type NamedColumns, type PageColumns, type PaperColumns, type TitlePart } from './title-data.ts';

export const entryKinds = ['topic', 'author', 'paper', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface PaletteEntry extends Named {
  readonly kind: EntryKind;
  readonly href: string;
  /** What is known of it, shown behind the name. */
  readonly facts: readonly string[];
  /** The authors of a paper. */
  readonly authors: readonly string[];
}

/** The entries of one file; `earlier` are those read before, whose topics and authors its papers name. */
export function entriesOf(part: TitlePart, earlier: readonly TitlePart[], urls: Urls): PaletteEntry[] {
  const parts = [...earlier, part];
  const topics = parts.flatMap((known) => known.topics.titles);
  const authors = parts.flatMap((known) => known.authors.names);
  return [
    ...namedEntries('topic', part.topics, (id) => urls.topic(id), []),
    ...namedEntries('topic', part.areas, (id) => urls.area(id), ['Area']),
    ...authorEntries(part, urls),
    ...paperEntries(part.papers, topics, authors, urls),
    ...pageEntries(part.pages, urls),
  ];
}

function entry(kind: EntryKind, name: string, href: string, facts: readonly string[]): PaletteEntry {
  return { kind, name, shortName: null, also: [], href, facts, authors: [] };
}

function namedEntries(
  kind: EntryKind,
  { titles, ids, counts }: NamedColumns,
  addressOf: (id: string) => string,
  facts: readonly string[],
): PaletteEntry[] {
  return titles.map((title, place) =>
    entry(kind, title, addressOf(ids[place] ?? ''), [...facts, counted(counts[place] ?? 0, 'paper')]),
  );
}

function authorEntries({ authors: { names, counts, ids } }: TitlePart, urls: Urls): PaletteEntry[] {
  return names.map((name, place) =>
    entry('author', name, urls.facet('author', idAt(names, ids, place)), [counted(counts[place] ?? 0, 'paper')]),
  );
}

function pageEntries({ titles, addresses, notes }: PageColumns, urls: Urls): PaletteEntry[] {
  return titles.map((title, place) => {
    const note = notes[place] ?? '';
    return entry('page', title, addresses[place] ?? urls.home(), note === '' ? [] : [note]);
  });
}

function paperEntries(
  papers: PaperColumns,
  topics: readonly string[],
  authors: readonly string[],
  urls: Urls,
): PaletteEntry[] {
  return papers.titles.map((name, place) => {
    const names = (papers.authors[place] ?? []).map((author) =>
      typeof author === 'string' ? author : (authors[author] ?? ''),
    );
    const year = papers.years[place] ?? 0;
    const facts = [year === 0 ? undefined : String(year), topics[papers.topics[place] ?? -1]];
    return {
      kind: 'paper',
      name,
      shortName: systemNameOf(name),
      also: year === 0 ? names : [...names, String(year)],
      href: urls.paper(idAt(papers.titles, papers.ids, place)),
      facts: facts.filter((fact) => fact !== undefined),
      authors: names,
    };
  });
}
