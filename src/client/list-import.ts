/** Finds the papers of the survey in what a reader pastes: links, identifiers, entries of BibTeX. */
import { arxivIdsIn, parseArxivId } from '../corpus/identifiers.ts';
import { normalisedTitle } from '../corpus/titles.ts';
import type { Citation } from '../exports/citation.ts';
import { parseListFragment } from './list-link.ts';

/** What an entry of a bibliography says of the paper it stands for. */
export interface ImportedEntry {
  /** How the entry is named to the reader when nothing matches it. */
  readonly name: string;
  readonly key: string | null;
  readonly title: string | null;
  /** Identifiers and addresses, such as `eprint`, `doi` and `url`. */
  readonly identifiers: readonly string[];
  /** What the owner of the bibliography wrote on it; empty for nothing. */
  readonly note: string;
}

export interface Imported {
  /** Each once, in the order found. */
  readonly ids: readonly string[];
  /** Notes that came along, by the id of the paper. */
  readonly notes: ReadonlyMap<string, string>;
  /** What matches nothing, as the reader wrote it. */
  readonly unknown: readonly string[];
}

/** Looks papers up by what identifies them. */
export class PaperFinder {
  readonly #byId: ReadonlyMap<string, Citation>;
  readonly #byIdentifier: ReadonlyMap<string, string>;
  readonly #byTitle: ReadonlyMap<string, string>;
  readonly #byKey: ReadonlyMap<string, Citation>;

  constructor(citations: readonly Citation[]) {
    this.#byId = new Map(citations.map((citation) => [citation.id, citation]));
    this.#byIdentifier = new Map(
      citations.flatMap(({ id, arxiv, doi }) =>
        [arxiv, doi].flatMap((name): [string, string][] => (name === null ? [] : [[name.toLowerCase(), id]])),
      ),
    );
    this.#byTitle = new Map(citations.map(({ id, title }) => [normalisedTitle(title), id]));
    this.#byKey = new Map(citations.map((citation) => [citation.citeKey, citation]));
  }

  /** The paper an entry stands for: by identifier, else by title, else by citation key. */
  ofEntry({ identifiers, title, key }: ImportedEntry): string | null {
    for (const text of identifiers) {
      const [id] = this.ofText(text);
      if (id !== undefined) return id;
    }
    const wanted = title === null ? '' : normalisedTitle(title);
    return this.#byTitle.get(wanted) ?? this.#ofKey(key ?? '', wanted);
  }

  /** The papers that a word of pasted text names: a link to a list or a paper, an arXiv id, a DOI, an id. */
  ofText(text: string): string[] {
    const shared = text.includes('papers=') ? parseListFragment(text.slice(text.indexOf('#'))) : null;
    if (shared !== null) return [...shared.ids];
    const names = [...arxivIdsIn(text), parseArxivId(text), /\b10\.\d{4,9}\/\S+/.exec(text)?.[0]];
    const known = names.flatMap((name) => this.#byIdentifier.get(name?.toLowerCase() ?? '') ?? []);
    const id = /\/papers\/([a-z0-9-]+)/.exec(text)?.[1] ?? text;
    return [...new Set([...known, ...(this.#byId.has(id) ? [id] : [])])];
  }

  /** Two bibliographies may use one key for different papers: the titles must begin alike. */
  #ofKey(key: string, wanted: string): string | null {
    const citation = this.#byKey.get(key);
    if (citation === undefined) return null;
    const title = normalisedTitle(citation.title);
    return title.startsWith(wanted) || wanted.startsWith(title) ? citation.id : null;
  }
}

/** The papers of entries of a bibliography. */
export function importEntries(entries: readonly ImportedEntry[], finder: PaperFinder): Imported {
  const found = entries.map((entry) => ({ name: entry.name, note: entry.note, id: finder.ofEntry(entry) }));
  return {
    ids: [...new Set(found.flatMap(({ id }) => id ?? []))],
    notes: new Map(found.flatMap(({ id, note }) => (id === null || note === '' ? [] : [[id, note]]))),
    unknown: found.flatMap(({ id, name }) => (id === null ? [name] : [])),
  };
}

/**
 * The papers of pasted text. A line that is a title, or that holds an identifier somewhere, counts as a whole; of other
 * lines each word has to name papers.
 */
export function importText(text: string, finder: PaperFinder): Imported {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const found = lines.flatMap((line): { name: string; ids: string[] }[] => {
    if (line === '') return [];
    const title = finder.ofEntry({ name: line, key: line, title: line, identifiers: [], note: '' });
    if (title !== null) return [{ name: line, ids: [title] }];
    const words = line.split(/[\s,]+(?=https?:|arxiv|\d{4}\.\d|10\.)|\s+/i).filter((word) => word !== '');
    const named = words.map((word) => ({ name: word, ids: finder.ofText(word) }));
    const all = named.flatMap(({ ids }) => ids);
    // Prose around an address is no address that failed.
    if (all.length > 0) return named.filter(({ name, ids }) => ids.length > 0 || looksLikeAName(name));
    return [{ name: line, ids: finder.ofText(line) }];
  });
  return {
    ids: [...new Set(found.flatMap(({ ids }) => ids))],
    notes: new Map(),
    unknown: found.flatMap(({ ids, name }) => (ids.length === 0 ? [name] : [])),
  };
}

function looksLikeAName(word: string): boolean {
  return /:\/\/|^\d{4}\.\d{4}|^10\.\d{4}|^arxiv:/i.test(word);
}

/** Whether a text is BibTeX: it has an entry somewhere. */
export function isBibtex(text: string): boolean {
  return /^\s*@\s*[a-z]+\s*[{(]/im.test(text);
}
