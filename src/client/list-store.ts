/** Keeps the reading list in the browser, in step with other tabs. */
import { emptyList, formatList, isSound, parseList, type ReadingList } from './reading-list.ts';

/**
 * `tab-only`: the browser refuses to keep the list, because storage is blocked or full; it lasts as long as the tab.
 * `damaged`: what was kept could not be read in full, and lies under `damagedKey`.
 */
export type StoreProblem = 'tab-only' | 'damaged';

// Surveys under different paths of one host keep their lists apart.
const key = `reading-list:${import.meta.env.BASE_URL}`;
export const damagedKey = `damaged-${key}`;
const tabPrefix = `${key}\n`;

class ListStore {
  #list = emptyList;
  readonly #listeners: (() => void)[] = [];
  readonly #problems: StoreProblem[] = [];

  /** Reads the list, now and whenever another tab has changed it. */
  constructor() {
    this.#load();
    const renew = (): void => {
      this.#load();
      this.#tell();
    };
    addEventListener('storage', ({ key: changed }) => {
      // A null key: everything was cleared.
      if (changed === key || changed === null) renew();
    });
    // A page that was left and comes back has slept through the changes.
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
    this.#listeners.push(listener);
  }

  /** Changes the list as it is now, which another tab may have changed a moment ago. */
  change(edit: (list: ReadingList) => ReadingList): void {
    this.#load();
    this.#list = edit(this.#list);
    this.#keep(formatList(this.#list));
    this.#tell();
  }

  #load(): void {
    const text = tabText() ?? this.#stored();
    this.#list = text === null ? emptyList : parseList(text);
    if (text !== null && !isSound(text)) this.#putAside(text);
  }

  #stored(): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      this.#report('tab-only');
      return null;
    }
  }

  #keep(text: string): void {
    try {
      localStorage.setItem(key, text);
      if (tabText() !== null) window.name = '';
    } catch {
      // The name of a tab outlives its pages, and no other site gets to read it.
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

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function tabText(): string | null {
  return window.name.startsWith(tabPrefix) ? window.name.slice(tabPrefix.length) : null;
}

/** The list of this browser. */
export const readingList = new ListStore();
