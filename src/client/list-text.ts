/** The reading list as the browser keeps it, and the little of it that every page needs. */

// Surveys under different paths of one host keep their lists apart.
export const listKey = `reading-list:${import.meta.env.BASE_URL}`;
/** Where the browser refuses storage, the list is the name of the tab: it outlives a page, and other sites cannot read it. */
export const tabPrefix = `${listKey}\n`;
/** Dispatched on the window when the list has changed on this page. */
export const listChange = 'reading-list-change';

/** What the name of the tab keeps of the list; null when it is not there. */
export function tabText(): string | null {
  return window.name.startsWith(tabPrefix) ? window.name.slice(tabPrefix.length) : null;
}

/** What is kept, here or there; null when there is nothing, or when it must not be read. */
export function keptText(): string | null {
  try {
    return tabText() ?? localStorage.getItem(listKey);
  } catch {
    return null;
  }
}

export interface ListGlance {
  readonly listed: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
}

/**
 * The ids in a text that `formatList` wrote, without parsing it: notes cannot hold a quotation mark that is not escaped.
 * What it finds in a damaged text is a guess; whoever changes the list reads it properly.
 */
export function glanceAt(text: string): ListGlance {
  const end = text.lastIndexOf('"read":');
  const idsIn = (part: string, pattern: RegExp): Set<string> =>
    new Set([...part.matchAll(pattern)].map(([, id = '']) => id));
  return {
    listed: idsIn(text.slice(0, end), /"id":"([a-z0-9-]+)"/g),
    read: idsIn(text.slice(end + '"read":'.length), /"([a-z0-9-]+)"/g),
  };
}
