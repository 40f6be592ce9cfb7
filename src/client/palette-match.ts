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
  /** The name, then all else the item is found by, in the same form. */
  readonly texts: string;
  readonly shortNames: readonly string[];
  readonly initials: string;
}

/** What is typed, as it is looked for. */
interface Query {
  readonly words: readonly string[];
  /** For each word what may stand for it, each behind a space: itself, or known words near to it. */
  readonly options: readonly (readonly string[])[];
  readonly isExact: boolean;
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

/** A word without parts or accents: most are, and need no closer look. */
const plainWord = /^[A-Z]?[a-z]+$/;

/** The words of a text, then whole forms of words in parts, so that "kvcache" and "decoding" find what they mean. */
function searchText(text: string): string {
  const words: string[] = [];
  const joined: string[] = [];
  for (const printed of text.split(/\s+/)) {
    if (plainWord.test(printed)) {
      words.push(printed.toLowerCase());
      continue;
    }
    const plain = typedWords(printed);
    const parts = partsOf(printed).map((part) => asciiFolded(part.text));
    words.push(...plain);
    if (plain.length > 1) joined.push(plain.join(''));
    joined.push(...parts.filter((part) => part.length > 2 && !plain.includes(part)));
  }
  return ` ${[...words, ...joined].join(' ')} `;
}

/** A misspelt word keeps its first letter; short words are not guessed. */
function editLimit(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

const mostSpellings = 5;

/** Names to find among; more can be added at any time, and stand behind those added before. */
export class NameIndex<Item extends Named> {
  readonly #entries: Entry<Item>[] = [];
  /** All words by their first letter, each with its letters. */
  readonly #words = new Map<string, Map<string, number>>();
  /** What was found to stand for words that no item has. */
  readonly #spellings = new Map<string, readonly string[]>();

  get size(): number {
    return this.#entries.length;
  }

  /** The order of the items decides among equally good matches. */
  add(items: readonly Item[]): void {
    this.#spellings.clear();
    for (const item of items) {
      const name = searchText(item.name);
      const texts = name + searchText(item.also.join(' '));
      const short = typedWords(item.shortName ?? '');
      const initials = typedWords(item.name).map((word) => word.slice(0, 1));
      const shortNames = short.length === 0 ? [] : [short.join(' '), short.join('')];
      this.#entries.push({ item, name, texts, shortNames, initials: initials.join('') });
      for (const word of texts.split(' ')) this.#remember(word);
    }
  }

  /** Everything that answers the typed text, best first. */
  match(typed: string): Match<Item>[] {
    const words = typedWords(typed);
    if (words.length === 0) return [];
    const spellings = words.map((word) => (this.#isKnown(word) ? [word] : this.#nearest(word)));
    const query = {
      words,
      options: spellings.map((options) => options.map((word) => ` ${word}`)),
      isExact: spellings.every(([option], place) => option === words[place]),
    };
    const matches: { readonly match: Match<Item>; readonly grade: number }[] = [];
    for (const entry of this.#entries) {
      const match = matchOf(entry, query);
      if (match !== null) matches.push({ match, grade: ranks.indexOf(match.rank) * 100 + match.unfinished });
    }
    // The sort is stable: among equals the order of the entries stays.
    return matches.sort((a, b) => a.grade - b.grade).map(({ match }) => match);
  }

  #remember(word: string): void {
    if (word === '') return;
    const first = word.slice(0, 1);
    const known = this.#words.get(first);
    if (known === undefined) this.#words.set(first, new Map([[word, lettersOf(word)]]));
    else if (!known.has(word)) known.set(word, lettersOf(word));
  }

  #isKnown(beginning: string): boolean {
    for (const word of this.#words.get(beginning.slice(0, 1))?.keys() ?? [])
      if (word.startsWith(beginning)) return true;
    return false;
  }

  /** The beginnings of known words that a misspelt word is nearest to. */
  #nearest(word: string): readonly string[] {
    const known = this.#spellings.get(word);
    if (known !== undefined) return known;
    const found = nearestWords(word, this.#words.get(word.slice(0, 1)) ?? new Map());
    this.#spellings.set(word, found);
    return found;
  }
}

/** The letters of a word as bits, 32 of them: whatever is not among them shares one with another. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) % 32);
  return letters;
}

/** `known`: words with their letters. */
function nearestWords(word: string, known: ReadonlyMap<string, number>): string[] {
  const limit = editLimit(word.length);
  if (limit === 0) return [];
  const letters = lettersOf(word);
  const nearest: { readonly near: string; readonly edits: number }[] = [];
  for (const [near, nearLetters] of known) {
    // Every edit brings in one letter at most: this spares most words the count.
    if (near.length < word.length - limit || bitsIn(letters & ~nearLetters) > limit) continue;
    const edits = editsToBeginning(word, near.slice(0, word.length + limit), limit);
    if (edits <= limit) nearest.push({ near, edits });
  }
  const best = nearest.sort(
    (a, b) => a.edits - b.edits || a.near.length - b.near.length || compareText(a.near, b.near),
  );
  return best.slice(0, mostSpellings).map(({ near }) => near);
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

function matchOf<Item>(entry: Entry<Item>, query: Query): Match<Item> | null {
  const { item, texts } = entry;
  const found: string[] = [];
  for (const options of query.options) {
    const option = options.find((word) => texts.includes(word));
    if (option === undefined)
      return isInitials(entry, query.words) ? { item, rank: 'initials', unfinished: 0, found: [] } : null;
    found.push(option);
  }
  const unfinished = found.filter((word) => !texts.includes(`${word} `)).length;
  const rank = query.isExact ? rankOf(entry, query) : 'misspelt';
  return { item, rank, unfinished, found: found.map((word) => word.slice(1)) };
}

function rankOf<Item>({ name, texts, shortNames }: Entry<Item>, { words, options }: Query): Rank {
  const phrase = words.join(' ');
  if (shortNames.includes(phrase) || name === ` ${phrase} `) return 'whole';
  if (shortNames.some((short) => short.startsWith(phrase)) || name.startsWith(` ${phrase}`)) return 'beginning';
  if (name.includes(` ${phrase}`)) return 'phrase';
  const isNamed = options.every((word) => word.some((option) => name.includes(option)));
  return isNamed || texts.includes(` ${phrase} `, name.length) ? 'words' : 'elsewhere';
}

/** Two letters have to be all initials of a name; more may be those of a part of it. */
function isInitials<Item>({ initials }: Entry<Item>, words: readonly string[]): boolean {
  const [letters = '', ...others] = words;
  if (others.length > 0 || letters.length < 2) return false;
  return letters.length === 2 ? initials === letters : initials.includes(letters);
}
