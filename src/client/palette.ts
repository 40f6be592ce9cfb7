/** The search palette: loaded when it is opened for the first time, and kept until the page is left. */
import stylesheet from '../styles/palette.css?url';
import { makeUrls, type Urls } from '../site/urls.ts';
import { counted } from '../site/wording.ts';
import { type FoundPages, findPages } from './found-pages.ts';
import type { SearchHit } from './hit.ts';
import { loadHits } from './page-hits.ts';
import { loadIndex } from './pagefind-index.ts';
import { entriesOf, type PaletteEntry } from './palette-entries.ts';
import { NameIndex } from './palette-match.ts';
import {
  nameGroups,
  type OptionGroup,
  type PaletteOption,
  searchGroup,
  startGroups,
  textGroup,
} from './palette-options.ts';
import { PaletteView } from './palette-view.ts';
import { RecentSearches } from './recent-searches.ts';
import { readTitlePart, type TitlePart, titlePartFile } from './title-data.ts';
import { loadVocabulary } from './vocabulary.ts';
import { WordIndex } from './word-index.ts';

/** The texts are searched when nothing was typed for so many milliseconds: a search takes longer than a key. */
const pause = 50;
const mostTexts = 5;
const leastTexts = 3;
const mostFetched = 15;

class Palette {
  readonly #urls: Urls = makeUrls(import.meta.env.BASE_URL, null);
  readonly #recent = new RecentSearches(this.#urls.base);
  readonly #names = new NameIndex<PaletteEntry>();
  readonly #entries: PaletteEntry[] = [];
  readonly #parts: TitlePart[] = [];
  readonly #view: PaletteView;
  /** Null until something is typed. */
  #texts: Promise<WordIndex> | null = null;
  /** Null until a word is typed that no page has. */
  #vocabulary: Promise<readonly string[]> | null = null;
  readonly #firstTitles: Promise<void>;
  #furtherTitles: Promise<void> | null = null;
  #namesFailed = false;
  #timer = 0;
  /** Counts what was typed; a search that is no longer the newest shows nothing. */
  #turn = 0;

  constructor() {
    this.#view = new PaletteView({
      typed: () => {
        this.#search();
      },
      chosen: (option, apart) => {
        this.#choose(option, apart);
      },
      submitted: (apart) => {
        const [option] = searchGroup(this.#view.text, this.#urls).options;
        if (option !== undefined) this.#choose(option, apart);
      },
      cleared: () => {
        this.#recent.clear();
        this.#search();
      },
    });
    this.#firstTitles = this.#loadTitles(1);
  }

  get isOpen(): boolean {
    return this.#view.isOpen;
  }

  open(text: string): void {
    this.#view.text = text;
    this.#view.announce('');
    this.#view.open();
    this.#search();
  }

  #choose({ search, href }: PaletteOption, apart: boolean): void {
    if (search !== null && !apart) {
      this.#view.text = search;
      this.#search();
      return;
    }
    this.#recent.remember(this.#view.text);
    if (apart) {
      window.open(href, '_blank', 'noopener');
      return;
    }
    // A page that the browser keeps for going back would come back with the palette open.
    this.#view.close();
    location.assign(href);
  }

  #search(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    const text = this.#view.text.trim();
    if (text === '') {
      const searches = this.#recent.all;
      this.#view.show(startGroups(searches, this.#entries, this.#urls), searches.length > 0);
      this.#view.announce(this.#namesFailed ? failure : '');
      return;
    }
    const groups = nameGroups(this.#names.match(text), text);
    this.#view.show([...groups, searchGroup(text, this.#urls)], false);
    const turn = this.#turn;
    this.#timer = window.setTimeout(() => void this.#searchTexts(text, groups, turn), pause);
    this.#furtherTitles ??= this.#loadFurtherTitles();
  }

  /** Adds what the texts hold below what was found by name. */
  async #searchTexts(text: string, groups: readonly OptionGroup[], turn: number): Promise<void> {
    const names = groups.reduce((sum, { options }) => sum + options.length, 0);
    const found = this.#namesFailed ? failure : counted(names, 'suggestion');
    try {
      this.#texts ??= loadIndex(this.#urls.asset('pagefind/pagefind.js')).then((index) => new WordIndex(index));
      const outcome = await findPages(await this.#texts, text, {
        equivalents: [],
        pageCount: Math.max(1, this.#names.size),
        vocabulary: () => (this.#vocabulary ??= loadVocabulary(this.#urls.asset('search/vocabulary.json'))),
      });
      const { texts, total } = await textsBeside(groups, outcome);
      if (turn !== this.#turn) return;
      const search = searchGroup(text, this.#urls);
      this.#view.show(texts.options.length > 0 ? [...groups, search, texts] : [...groups, search], false);
      const meant = outcome.corrected === null ? '' : ` for “${outcome.corrected}”`;
      this.#view.announce(`${found}, ${counted(total, 'page')} in full text${meant}`);
    } catch (error) {
      console.error(error);
      this.#texts = null;
      this.#vocabulary = null;
      if (turn === this.#turn) this.#view.announce(`${found}; the full text is not available`);
    }
  }

  async #loadTitles(number: number): Promise<void> {
    try {
      const response = await fetch(this.#urls.asset(`search/${titlePartFile(number)}`));
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      const part = readTitlePart(await response.json());
      const entries = entriesOf(part, this.#parts, this.#urls);
      this.#parts.push(part);
      this.#entries.push(...entries);
      this.#names.add(entries);
    } catch (error) {
      console.error(error);
      this.#namesFailed = true;
    }
    if (this.#view.isOpen) this.#search();
  }

  /** A large survey has more than one file; one after the other, so that each is used as soon as it is there. */
  async #loadFurtherTitles(): Promise<void> {
    await this.#firstTitles;
    const files = this.#parts[0]?.parts ?? 1;
    for (let number = 2; number <= files && !this.#namesFailed; number += 1) await this.#loadTitles(number);
  }
}

/** The best pages by full text that `groups` do not lead to already, and how many there are in all. */
async function textsBeside(
  groups: readonly OptionGroup[],
  outcome: FoundPages,
): Promise<{ texts: OptionGroup; total: number }> {
  let hits: readonly SearchHit[] = [];
  let texts = textGroup(hits, groups, outcome.corrected);
  // Each result is a file of its own: more are fetched only where the first were known by name.
  for (let from = 0; from < mostFetched && texts.options.length < leastTexts; from += mostTexts) {
    const next = await loadHits(outcome.pages, outcome.words, from, from + mostTexts);
    if (next.length === 0) break;
    hits = [...hits, ...next];
    texts = textGroup(hits, groups, outcome.corrected);
  }
  const options = texts.options.slice(0, mostTexts);
  return { texts: { ...texts, options }, total: hits.length === 0 ? 0 : outcome.pages.length };
}

const failure = 'Titles could not be loaded';

let palette: Promise<Palette> | null = null;

async function preparePalette(): Promise<Palette> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = stylesheet;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => {
      reject(new Error(`${stylesheet} could not be loaded`));
    });
  });
  document.head.append(link);
  const made = new Palette();
  await loaded;
  return made;
}

/** Opens the palette with what `typed` then returns in its field; does nothing when it is open. */
export async function openPalette(typed: () => string): Promise<void> {
  palette ??= preparePalette();
  const opened = await palette;
  if (!opened.isOpen) opened.open(typed());
}
