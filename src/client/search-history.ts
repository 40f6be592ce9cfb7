/** The search in the address bar and in the browser's history. */
import { formatState, parseState, type SearchState } from './query-state.ts';
import { ScrollRest } from './scroll-rest.ts';

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

/** Who does one of these is about to scroll, or to use what is in view. */
const signs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Typing makes one entry of the history, which follows what is typed until the search is committed; so
 * "back" goes from search to search and not from letter to letter.
 */
export class SearchHistory {
  #typing = false;
  /** The way back to where the entry was left; until it is taken or given up, the place stays as remembered. */
  #wayBack: symbol | null = null;
  readonly #scrolling = new ScrollRest(() => {
    this.#rememberTop();
  });

  constructor() {
    // The browser would scroll before the results are there, to the end of a page that is still short.
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', () => {
      this.#rememberTop();
    });
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a[href]') !== null) this.#rememberTop();
    });
    for (const sign of signs) {
      const giveUp = (): void => {
        this.#wayBack = null;
      };
      addEventListener(sign, giveUp, { passive: true });
    }
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
    this.#scrolling.forget();
  }

  /**
   * What brings the reader to where this entry was left, once its results are there; it does nothing for readers who
   * have moved on by themselves.
   */
  wayBack(): () => void {
    const { top } = this.place;
    const way = Symbol('way back');
    this.#wayBack = way;
    return () => {
      if (this.#wayBack !== way) return;
      this.#wayBack = null;
      scrollTo({ top, behavior: 'instant' });
    };
  }

  rememberShown(shown: number): void {
    this.#remember({ shown });
  }

  #rememberTop(): void {
    if (this.#wayBack === null) this.#remember({ top: scrollY });
  }

  #remember(part: Partial<Place>): void {
    history.replaceState({ ...this.place, ...part }, '');
  }

  #write(state: SearchState, asNew: boolean): void {
    this.#wayBack = null;
    const url = location.pathname + formatState(state);
    if (url === location.pathname + location.search) return;
    this.#scrolling.forget();
    if (asNew) this.#rememberTop();
    if (asNew) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }
}
