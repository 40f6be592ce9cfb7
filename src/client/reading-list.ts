/** A reader's list of papers: what it holds, how it changes, and the text a browser keeps of it. */

export interface ListedPaper {
  readonly id: string;
  /** What the reader wrote about it; empty for nothing. */
  readonly note: string;
}

export interface ReadingList {
  /** In the order they were added, each id once. */
  readonly papers: readonly ListedPaper[];
  /** Ids of papers that were read, whether or not they are on the list. */
  readonly read: readonly string[];
}

export const emptyList: ReadingList = { papers: [], read: [] };

/** What stands in `version` of the text that is kept. */
const version = 1;

/** Ids of papers are slugs. */
export function isPaperId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

export function isListed({ papers }: ReadingList, id: string): boolean {
  return papers.some((paper) => paper.id === id);
}

/** Puts papers at the end; those on the list stay where they are. */
export function withPapers(list: ReadingList, ids: readonly string[]): ReadingList {
  return merged(list, { papers: ids.map((id) => ({ id, note: '' })), read: [] });
}

export function withoutPapers(list: ReadingList, ids: readonly string[]): ReadingList {
  return { ...list, papers: list.papers.filter(({ id }) => !ids.includes(id)) };
}

/** Marks a paper as read, or no longer. */
export function withRead(list: ReadingList, id: string, isRead: boolean): ReadingList {
  const others = list.read.filter((other) => other !== id);
  return { ...list, read: isRead ? [...others, id] : others };
}

export function withNote(list: ReadingList, id: string, note: string): ReadingList {
  return { ...list, papers: list.papers.map((paper) => (paper.id === id ? { id, note } : paper)) };
}

/** What the reader wrote, by the id of the paper; papers without a note are left out. */
export function notesOf({ papers }: ReadingList): ReadonlyMap<string, string> {
  return new Map(papers.flatMap(({ id, note }) => (note.trim() === '' ? [] : [[id, note]])));
}

/** Both lists; where both hold a paper, the first has its place, and its note unless that is empty. */
export function merged(first: ReadingList, second: ReadingList): ReadingList {
  const papers = new Map<string, ListedPaper>();
  for (const paper of [...first.papers, ...second.papers]) {
    const { id, note } = papers.get(paper.id) ?? paper;
    papers.set(id, { id, note: note === '' ? paper.note : note });
  }
  return { papers: [...papers.values()], read: [...new Set([...first.read, ...second.read])] };
}

/** The text to keep. Inverse of `parseList`. */
export function formatList({ papers, read }: ReadingList): string {
  return JSON.stringify({ version, papers, read });
}

/** Reads what was kept; never throws. Of a damaged text, everything that is still sound; see `isSound`. */
export function parseList(text: string): ReadingList {
  const data = jsonOf(text);
  const found = data === undefined ? fragmentsOf(text) : fieldOf(data, 'papers');
  const read = fieldOf(data, 'read').filter(isPaperId);
  return merged({ papers: found.flatMap(paperOf), read }, emptyList);
}

/** Whether a text is exactly one that this version writes: then nothing of it is lost by keeping `parseList` of it. */
export function isSound(text: string): boolean {
  return formatList(parseList(text)) === text;
}

/** Entries that are whole in a text that is not, such as one that was cut off. */
function fragmentsOf(text: string): unknown[] {
  return [...text.matchAll(/\{"id":"[^"]*","note":"(?:[^"\\]|\\.)*"\}/g)].map(([entry]) => jsonOf(entry));
}

function paperOf(entry: unknown): ListedPaper[] {
  if (typeof entry !== 'object' || entry === null || !('id' in entry) || !isPaperId(entry.id)) return [];
  return [{ id: entry.id, note: 'note' in entry && typeof entry.note === 'string' ? entry.note : '' }];
}

function fieldOf(data: unknown, name: 'papers' | 'read'): unknown[] {
  if (typeof data !== 'object' || data === null || !(name in data)) return [];
  const value: unknown = Reflect.get(data, name);
  return Array.isArray(value) ? value : [];
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
