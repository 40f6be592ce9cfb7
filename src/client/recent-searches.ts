/** The searches a reader made last, kept in the browser alone. */

/** Surveys under different paths of one host keep their searches apart. */
const keyOf = (base: string): string => `recent-searches:${base}`;
const version = 1;
const most = 6;

/** What was kept, newest first; nothing where it is damaged or of another version. */
export function parseRecent(stored: string | null): string[] {
  if (stored === null) return [];
  const data = parsed(stored);
  if (typeof data !== 'object' || data === null) return [];
  if (!('version' in data) || data.version !== version) return [];
  if (!('searches' in data) || !Array.isArray(data.searches)) return [];
  const texts = data.searches.filter((text) => typeof text === 'string').map((text) => text.trim());
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, most);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function formatRecent(searches: readonly string[]): string {
  return JSON.stringify({ version, searches });
}

/** Puts a search in front; the same search in other capitals is replaced. Inverse order of age. */
export function withSearch(searches: readonly string[], text: string): string[] {
  const search = text.trim().replace(/\s+/g, ' ');
  if (search === '') return [...searches];
  const others = searches.filter((other) => other.toLowerCase() !== search.toLowerCase());
  return [search, ...others].slice(0, most);
}

/** The searches of one survey; without storage there are none, and nothing fails. */
export class RecentSearches {
  readonly #key: string;

  constructor(base: string) {
    this.#key = keyOf(base);
  }

  get all(): string[] {
    try {
      return parseRecent(localStorage.getItem(this.#key));
    } catch {
      return [];
    }
  }

  remember(text: string): void {
    const searches = withSearch(this.all, text);
    this.#write(() => {
      localStorage.setItem(this.#key, formatRecent(searches));
    });
  }

  clear(): void {
    this.#write(() => {
      localStorage.removeItem(this.#key);
    });
  }

  // Storage may be switched off or full: then nothing is remembered, and the search goes on.
  #write(write: () => void): void {
    try {
      write();
    } catch (error) {
      console.info(error);
    }
  }
}
