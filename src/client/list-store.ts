/** Keeps the reading list in the browser, in step with other tabs. Loaded by what changes the list. */
import { keptText, listChange, listKey, tabPrefix, tabText } from './list-text.ts';
import { emptyList, formatList, isSound, parseList, type ReadingList } from './reading-list.ts';

/**
 * `tab-only`: the browser refuses to keep the list, because storage is blocked or full; it lasts as long as the tab.
 * `damaged`: what was kept could not be read in full, and lies under `damagedKey`.
 */
export type StoreProblem = 'tab-only' | 'damaged';

export const damagedKey = `damaged-${listKey}`;

class ListStore {
  #list = emptyList;
  readonly #problems: StoreProblem[] = [];

  constructor() {
    this.#load();
    if (isStorageBlocked()) this.#report('tab-only');
    const renew = (): void => {
      this.#load();
      tell();
    };
    addEventListener('storage', ({ key }) => {
      // A null key: everything was cleared.
      if (key === listKey || key === null) renew();
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) renew();
    });
  }

  get list(): ReadingList {
    return this.#list;
  }

  /** What went wrong on this page so far, each once. */
  get problems(): readonly StoreProblem[] {
    return this.#problems;
  }

  /** Calls the listener after every change. */
  follow(listener: () => void): void {
    addEventListener(listChange, listener);
  }

  /** Changes the list as it is now, which another tab may have changed a moment ago. */
  change(edit: (list: ReadingList) => ReadingList): void {
    this.#load();
    this.#list = edit(this.#list);
    this.#keep(formatList(this.#list));
    tell();
  }

  #load(): void {
    const text = keptText();
    this.#list = text === null ? emptyList : parseList(text);
    if (text !== null && !isSound(text)) this.#putAside(text);
  }

  #keep(text: string): void {
    try {
      localStorage.setItem(listKey, text);
      if (tabText() !== null) window.name = '';
    } catch {
      window.name = tabPrefix + text;
      this.#report('tab-only');
    }
  }

  /** The damaged text is kept beside the list, and replaced by what is sound of it: it is reported once. */
  #putAside(text: string): void {
    this.#report('damaged');
    try {
      localStorage.setItem(damagedKey, [localStorage.getItem(damagedKey), text].filter(Boolean).join('\n'));
    } catch {
      // No room for both: the damaged text stays where it is until the list is changed.
      return;
    }
    this.#keep(formatList(this.#list));
  }

  #report(problem: StoreProblem): void {
    if (!this.#problems.includes(problem)) this.#problems.push(problem);
  }
}

function isStorageBlocked(): boolean {
  try {
    localStorage.getItem(listKey);
    return false;
  } catch {
    return true;
  }
}

function tell(): void {
  dispatchEvent(new Event(listChange));
}

/** The list of this browser. */
export const readingList = new ListStore();
