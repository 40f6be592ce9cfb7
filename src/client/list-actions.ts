/** What the buttons of the reading list do. Loaded with the first click. */
import { announce } from './announcer.ts';
import { titleOf } from './list-marks.ts';
import { tellAdded, tellProblem, tellRemoved } from './list-notice.ts';
import { readingList } from './list-store.ts';
import { isListed, merged, type ReadingList, withoutPapers, withPapers, withRead } from './reading-list.ts';

/** Does what a button says. */
export function actOn(button: HTMLElement): void {
  const { listToggle, readToggle, listAll } = button.dataset;
  if (listToggle !== undefined) toggle(listToggle, titleOf(button));
  if (readToggle !== undefined) toggleRead(readToggle, titleOf(button));
  if (listAll !== undefined) addToList(shownPapers(button));
}

/** Puts papers on the list and says so. `notes`: what comes along for papers that have no note yet. */
export function addToList(ids: readonly string[], notes: ReadonlyMap<string, string> = new Map()): void {
  const wanted = [...new Set(ids)];
  const added = wanted.filter((id) => !isListed(readingList.list, id));
  const papers = wanted.map((id) => ({ id, note: notes.get(id) ?? '' }));
  const filled = readingList.list.papers.filter(({ id, note }) => note === '' && notes.has(id)).map(({ id }) => id);
  change(
    (list) => merged(list, { papers, read: [] }),
    () => {
      tellAdded(added, wanted.length, filled);
    },
  );
}

function toggle(id: string, title: string): void {
  const before = readingList.list;
  if (isListed(before, id)) {
    change(
      (list) => withoutPapers(list, [id]),
      () => {
        tellRemoved(before, title);
      },
    );
  } else {
    change(
      (list) => withPapers(list, [id]),
      () => {
        announce(`Added to the reading list: ${title}`);
      },
    );
  }
}

function toggleRead(id: string, title: string): void {
  const isRead = !readingList.list.read.includes(id);
  change(
    (list) => withRead(list, id, isRead),
    () => {
      announce(`Marked as ${isRead ? 'read' : 'not read'}: ${title}`);
    },
  );
}

let toldOf = 0;

/** Says what came of a change, unless something went wrong that has not been said yet. */
function change(edit: (list: ReadingList) => ReadingList, tell: () => void): void {
  readingList.change(edit);
  const [problem] = readingList.problems.slice(toldOf);
  toldOf = readingList.problems.length;
  if (problem === undefined) tell();
  else tellProblem(problem);
}

/** The papers of the list that a button for all of them belongs to, without those that are filtered out. */
function shownPapers(button: HTMLElement): string[] {
  const scope = button.closest('[data-list-scope]') ?? document;
  const toggles = [...scope.querySelectorAll<HTMLElement>('[data-list-toggle]')];
  return toggles.flatMap(({ dataset, parentElement }) =>
    parentElement?.closest('[hidden]') === null ? (dataset['listToggle'] ?? []) : [],
  );
}
