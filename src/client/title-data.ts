/** The files the palette reads: what can be found by its name, each text once. */
import { slugOfTitle } from '../corpus/titles.ts';

/** Columns of equal length, because what is alike compresses best beside each other. */
export interface PaperColumns {
  readonly titles: readonly string[];
  /** Places in the list of topics; -1 for a paper without one. */
  readonly topics: readonly number[];
  /** 0 for a paper without one. */
  readonly years: readonly number[];
  /** Names, or places in the list of authors for those who have a page. */
  readonly authors: readonly (readonly (string | number)[])[];
  /** Ids that differ from the slug of the title, by place. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface AuthorColumns {
  readonly names: readonly string[];
  /** Number of papers of each. */
  readonly counts: readonly number[];
  /** Ids that differ from the slug of the name, by place. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface NamedColumns {
  readonly titles: readonly string[];
  readonly ids: readonly string[];
  /** Number of papers of each. */
  readonly counts: readonly number[];
}

/** One file. The first holds all but further papers and authors; the lists of authors continue from file to file. */
export interface TitlePart {
  /** How many files there are. */
  readonly parts: number;
  readonly papers: PaperColumns;
  readonly authors: AuthorColumns;
  readonly areas: NamedColumns;
  readonly topics: NamedColumns;
  readonly pages: PageColumns;
}

export interface PageColumns {
  readonly titles: readonly string[];
  /** Paths of the site, with its base. */
  readonly addresses: readonly string[];
  /** What kind of page it is; empty where the title says it. */
  readonly notes: readonly string[];
}

/** The file name of one part, counted from 1. */
export function titlePartFile(part: number): string {
  return part === 1 ? 'titles.json' : `titles-${part}.json`;
}

/** The ids that do not follow from the texts, by place. */
export function irregularIds(texts: readonly string[], ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.flatMap((id, place) => (slugAt(texts, place) === id ? [] : [[String(place), id]])));
}

/** The id at one place: the slug of the text there, unless the exceptions name another. */
export function idAt(texts: readonly string[], exceptions: Readonly<Record<string, string>>, place: number): string {
  return exceptions[place] ?? slugAt(texts, place);
}

function slugAt(texts: readonly string[], place: number): string {
  return slugOfTitle(texts[place] ?? '');
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isListOf =
  <T>(isItem: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(isItem);
const areTexts = isListOf(isText);
const areNumbers = isListOf(isNumber);
const areNames = isListOf(isListOf((value) => isText(value) || isNumber(value)));
const areIds = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every(isText);

/** Throws when a file holds anything but a part. */
export function readTitlePart(value: unknown): TitlePart {
  if (isObject(value)) {
    const { parts, papers, authors, areas, topics, pages } = value;
    if (
      isNumber(parts) &&
      isPapers(papers) &&
      isAuthors(authors) &&
      isNamed(areas) &&
      isNamed(topics) &&
      isPages(pages)
    )
      return { parts, papers, authors, areas, topics, pages };
  }
  throw new Error('The file of titles has an unknown form');
}

function isPapers(value: unknown): value is PaperColumns {
  if (!isObject(value)) return false;
  const { titles, topics, years, authors, ids } = value;
  return areTexts(titles) && areNumbers(topics) && areNumbers(years) && areNames(authors) && areIds(ids);
}

function isAuthors(value: unknown): value is AuthorColumns {
  return isObject(value) && areTexts(value['names']) && areNumbers(value['counts']) && areIds(value['ids']);
}

function isNamed(value: unknown): value is NamedColumns {
  return isObject(value) && areTexts(value['titles']) && areTexts(value['ids']) && areNumbers(value['counts']);
}

function isPages(value: unknown): value is PageColumns {
  return isObject(value) && areTexts(value['titles']) && areTexts(value['addresses']) && areTexts(value['notes']);
}
