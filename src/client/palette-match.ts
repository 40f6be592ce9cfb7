/** Finds by a few typed letters among many names: pure, and quick enough for every key. */
import { editsToBeginning } from '../corpus/nearest.ts';
import { compareText } from '../corpus/ordering.ts';
import { asciiFolded } from '../corpus/titles.ts';

/** Something that is found by its name. */
export interface Named {
  readonly name: string;
  /** A short name for the whole, such as the one a system has in a title. */
  readonly shortName: string | null;
  /** What else it is found by: weaker than the name. */
  readonly also: readonly string[];
}

/** How a name answers what is typed; the order is that of goodness. */
export const ranks = ['whole', 'beginning', 'phrase', 'words', 'elsewhere', 'initials', 'misspelt'] as const;
export type Rank = (typeof ranks)[number];

export interface Match<Item> {
  readonly item: Item;
  readonly rank: Rank;
  /** How many of the typed words are only the beginning of a word. */
  readonly unfinished: number;
  /** The words that were found, as they begin in the texts: what to mark. */
  readonly found: readonly string[];
}

interface Entry<Item> {
  readonly item: Item;
  /** Folded words between spaces, one at either end; forms that stand for several words at the end. */
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly also: string;
  readonly initials: string;
}

/** The typed text as words, as they stand in `Entry`. */
export function typedWords(text: string): string[] {
  return asciiFolded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A printed word in its parts ("KV-cache" has two, "BitDecoding" too), with the place of each. */
export function partsOf(printed: string): { readonly text: string; readonly start: number }[] {
  const pattern = /\p{Lu}+(?!\p{Ll})\p{M}*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+|\p{L}/gu;
  return [...printed.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}

/** The words of a text, then whole forms of words in parts, so that "kvcache" and "decoding" find what they mean. */
function searchText(text: string): string {
  const joined = text.split(/\s+/).flatMap((printed) => {
    const plain = typedWords(printed);
    const whole = plain.join('');
    const parts = partsOf(printed).map((part) => asciiFolded(part.text));
    return [...(plain.length > 1 ? [whole] : []), ...parts.filter((part) => !plain.includes(part) && part.length > 2)];
  });
  return ` ${[...typedWords(text), ...joined].join(' ')} `;
}

/** A misspelt word keeps its first letter; short words are not guessed. */
function editLimit(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

const mostSpellings = 8;

/** Names to find among; more can be added at any time, and stand behind those added before. */
export class NameIndex<Item extends Named> {
  readonly #entries: Entry<Item>[] = [];
  /** All words by their first letter. */
  readonly #words = new Map<string, Set<string>>();

  get size(): number {
    return this.#entries.length;
  }

  /** The order of the items decides among equally good matches. */
  add(items: readonly Item[]): void {
    for (const item of items) {
      const words = typedWords(item.name);
      const short = typedWords(item.shortName ?? '');
      const entry = {
        item,
        name: searchText(item.name),
        shortNames: short.length === 0 ? [] : [short.join(' '), short.join('')],
        also: searchText(item.also.join(' ')),
        initials: words.map((word) => word.slice(0, 1)).join(''),
      };
      this.#entries.push(entry);
      for (const word of `${entry.name}${entry.also}`.split(' ')) this.#remember(word);
    }
  }

  /** Everything that answers the typed text, best first. */
  match(typed: string): Match<Item>[] {
    const words = typedWords(typed);
    if (words.length === 0) return [];
    const spellings = words.map((word) => (this.#isKnown(word) ? [word] : this.#nearest(word)));
    const matches = this.#entries.flatMap((entry) => matchOf(entry, words, spellings) ?? []);
    // The sort is stable: among equals the order of the entries stays.
    return matches.sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || a.unfinished - b.unfinished);
  }

  #remember(word: string): void {
    if (word === '') return;
    const first = word.slice(0, 1);
    const known = this.#words.get(first);
    if (known === undefined) this.#words.set(first, new Set([word]));
    else known.add(word);
  }

  #isKnown(beginning: string): boolean {
    for (const word of this.#words.get(beginning.slice(0, 1)) ?? []) if (word.startsWith(beginning)) return true;
    return false;
  }

  /** The beginnings of known words that a misspelt word is nearest to. */
  #nearest(word: string): string[] {
    const limit = editLimit(word.length);
    if (limit === 0) return [];
    const nearest: { readonly known: string; readonly edits: number }[] = [];
    for (const known of this.#words.get(word.slice(0, 1)) ?? []) {
      if (known.length < word.length - limit) continue;
      const edits = editsToBeginning(word, known.slice(0, word.length + limit), limit);
      if (edits <= limit) nearest.push({ known, edits });
    }
    const best = nearest.sort(
      (a, b) => a.edits - b.edits || a.known.length - b.known.length || compareText(a.known, b.known),
    );
    return best.slice(0, mostSpellings).map(({ known }) => known);
  }
}

/** `spellings`: for each typed word, what to look for: itself, or known words near to it. */
function matchOf<Item>(
  entry: Entry<Item>,
  words: readonly string[],
  spellings: readonly (readonly string[])[],
): Match<Item> | null {
  const texts = `${entry.name}${entry.also}`;
  const found = spellings.map((options) => options.find((word) => texts.includes(` ${word}`)));
  const complete = found.filter((word) => word !== undefined);
  const { item } = entry;
  if (complete.length < words.length) {
    return isInitials(entry, words) ? { item, rank: 'initials', unfinished: 0, found: [] } : null;
  }
  const unfinished = complete.filter((word) => !texts.includes(` ${word} `)).length;
  const exact = complete.every((word, index) => word === words[index]);
  const rank = exact ? rankOf(entry, words) : 'misspelt';
  return { item, rank, unfinished, found: complete };
}

function rankOf<Item>({ name, shortNames, also }: Entry<Item>, words: readonly string[]): Rank {
  const phrase = words.join(' ');
  if (shortNames.includes(phrase) || name === ` ${phrase} `) return 'whole';
  if (shortNames.some((short) => short.startsWith(phrase)) || name.startsWith(` ${phrase}`)) return 'beginning';
  if (name.includes(` ${phrase}`)) return 'phrase';
  const isNamed = words.every((word) => name.includes(` ${word}`));
  return isNamed || also.includes(` ${phrase} `) ? 'words' : 'elsewhere';
}

/** Two letters have to be all initials of a name; more may be those of a part of it. */
function isInitials<Item>({ initials }: Entry<Item>, words: readonly string[]): boolean {
  const [letters = '', ...others] = words;
  if (others.length > 0 || letters.length < 2) return false;
  return letters.length === 2 ? initials === letters : initials.includes(letters);
}
