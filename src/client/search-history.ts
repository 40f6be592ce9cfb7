/** The search in the address bar and in the browser's history. */
import { formatState, parseState, type SearchState } from './query-state.ts';

/** What an entry of the history remembers: how many results were shown when it was left, and how far it was scrolled. */
interface Place {
  readonly shown: number;
  readonly top: number;
}

function placeOf(entry: unknown): Place {
  const numberIn = (name: string): number => {
    const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : 0;
    return typeof value === 'number' ? value : 0;
  };
  return { shown: numberIn('shown'), top: numberIn('top') };
}

/** Milliseconds without scrolling after which a reader has come to rest. */
const rest = 100;

/**
 * Typing makes one entry of the history, which follows what is typed until the search is committed; so
 * "back" goes from search to search and not from letter to letter.
 */
export class SearchHistory {
  #typing = false;

  #timer = 0;

  constructor() {
    // The browser would scroll before the results are there, to the end of a page that is still short.
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.#remember({ top: scrollY });
      }, rest);
    });
  }

  /** The search in the address bar. */
  get state(): SearchState {
    return parseState(location.search);
  }

  /** What was shown here before; nothing for a new search. */
  get place(): Place {
    return placeOf(history.state);
  }

  /** Notes what is typed so far. */
  type(state: SearchState): void {
    this.#write(state, !this.#typing);
    this.#typing = true;
  }

  /** Notes a finished search: the next one will be an entry of its own. */
  commit(state: SearchState): void {
    this.#write(state, !this.#typing);
    this.#typing = false;
  }

  /** To be called when the reader went back or forward. */
  moved(): void {
    this.#typing = false;
    clearTimeout(this.#timer);
  }

  rememberShown(shown: number): void {
    this.#remember({ shown });
  }

  #remember(part: Partial<Place>): void {
    history.replaceState({ ...this.place, ...part }, '');
  }

  #write(state: SearchState, asNew: boolean): void {
    const url = location.pathname + formatState(state);
    if (url === location.pathname + location.search) return;
    clearTimeout(this.#timer);
    if (asNew) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }
}
