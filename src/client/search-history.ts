/** The search in the address bar and in the browser's history. */
import { formatState, parseState, type SearchState } from './query-state.ts';

/** How many results were shown when an entry of the history was left. */
function shownIn(entry: unknown): number {
  if (typeof entry !== 'object' || entry === null || !('shown' in entry)) return 0;
  return typeof entry.shown === 'number' ? entry.shown : 0;
}

/**
 * Typing makes one entry of the history, which follows what is typed until the search is committed; so
 * "back" goes from search to search and not from letter to letter.
 */
export class SearchHistory {
  #typing = false;

  /** The search in the address bar. */
  get state(): SearchState {
    return parseState(location.search);
  }

  /** The number of results that were shown here before; 0 for a new search. */
  get shown(): number {
    return shownIn(history.state);
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
  }

  rememberShown(shown: number): void {
    history.replaceState({ shown }, '');
  }

  #write(state: SearchState, asNew: boolean): void {
    const url = location.pathname + formatState(state);
    if (url === location.pathname + location.search) return;
    if (asNew) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }
}
