/** What the palette offers for a typed text, in groups, as data. */
import type { Urls } from '../site/urls.ts';
import type { TextPart } from './excerpt.ts';
import type { SearchHit } from './hit.ts';
import { type EntryKind, entryKinds, type PaletteEntry } from './palette-entries.ts';
import { markedBeginnings, markedInitials } from './palette-marks.ts';
import { type Match, ranks, typedWords } from './palette-match.ts';

export interface PaletteOption {
  readonly href: string;
  readonly title: readonly TextPart[];
  readonly details: readonly (readonly TextPart[])[];
  /** A search to make in the palette instead of going anywhere; null for all but recent searches. */
  readonly search: string | null;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly PaletteOption[];
}

const labels: Readonly<Record<EntryKind, string>> = {
  topic: 'Topics and areas',
  author: 'Authors',
  paper: 'Papers',
  page: 'Pages',
};

/** How many of each kind are offered; the search page has the others. */
const most: Readonly<Record<EntryKind, number>> = { topic: 4, author: 4, paper: 8, page: 4 };

/** The best of each kind, the kind with the best of all first. `matches` come best first. */
export function nameGroups(matches: readonly Match<PaletteEntry>[], typed: string): OptionGroup[] {
  const byKind = Map.groupBy(matches, ({ item }) => item.kind);
  const rankOf = (kind: EntryKind): number => {
    const best = byKind.get(kind)?.[0];
    return best === undefined ? ranks.length : ranks.indexOf(best.rank);
  };
  return entryKinds
    .filter((kind) => byKind.has(kind))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || entryKinds.indexOf(a) - entryKinds.indexOf(b))
    .map((kind) => ({
      label: labels[kind],
      options: (byKind.get(kind) ?? []).slice(0, most[kind]).map((match) => nameOption(match, typed)),
    }));
}

function nameOption({ item, rank, found }: Match<PaletteEntry>, typed: string): PaletteOption {
  const title =
    rank === 'initials' ? markedInitials(item.name, typedWords(typed).join('')) : markedBeginnings(item.name, found);
  const line = authorsShown(item.authors, found);
  return {
    href: item.href,
    title,
    details: [...(line.length > 0 ? [line] : []), ...item.facts.map((fact) => markedBeginnings(fact, []))],
    search: null,
  };
}

const shownAuthors = 2;

/** The first authors, then those who were typed; "…" stands for the others. */
function authorsShown(names: readonly string[], found: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let gap = false;
  for (const [place, name] of names.entries()) {
    const marked = markedBeginnings(name, found);
    if (place >= shownAuthors && !marked.some((part) => part.marked)) {
      gap = true;
      continue;
    }
    parts.push({ text: gap ? ', …, ' : parts.length > 0 ? ', ' : '', marked: false }, ...marked);
    gap = false;
  }
  if (gap) parts.push({ text: ' …', marked: false });
  return parts.filter(({ text }) => text !== '');
}

/**
 * Pages whose text holds what is typed, or what was `meant` by misspelt words, but for those that `shown` groups lead
 * to already.
 */
export function textGroup(
  hits: readonly SearchHit[],
  shown: readonly OptionGroup[],
  meant: string | null = null,
): OptionGroup {
  const known = new Set(shown.flatMap(({ options }) => options.map(({ href }) => href)));
  const options = hits
    .filter(({ url }) => !known.has(url))
    .map(({ url, title, details, sections }): PaletteOption => {
      const excerpt = sections[0]?.excerpt;
      return { href: url, title, details: excerpt === undefined ? details : [excerpt], search: null };
    });
  return { label: meant === null ? 'In the text' : `In the text, for “${meant}”`, options };
}

/** The search page, with everything that is typed. */
export function searchGroup(typed: string, urls: Urls): OptionGroup {
  const title = [
    { text: 'All results for “', marked: false },
    { text: typed.trim(), marked: false },
    { text: '”', marked: false },
  ];
  return {
    label: 'Search',
    options: [{ href: urls.search({ q: typed.trim() }), title, details: [], search: null }],
  };
}

/** What is offered before anything is typed. */
export function startGroups(searches: readonly string[], entries: readonly PaletteEntry[], urls: Urls): OptionGroup[] {
  const recent = searches.map((search) => ({
    href: urls.search({ q: search }),
    title: [{ text: search, marked: false }],
    details: [],
    search,
  }));
  const pages = entries.filter(({ kind, facts }) => kind === 'page' && facts.length === 0);
  const options = pages.map(({ name, href }) => ({
    href,
    title: [{ text: name, marked: false }],
    details: [],
    search: null,
  }));
  return [
    { label: 'Recent searches', options: recent },
    { label: 'Pages', options },
  ].filter((group) => group.options.length > 0);
}
