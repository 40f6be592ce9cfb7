/** Messages about the reading list, with the means to take a change back. Loaded with the first of them. */
import { announce } from './announcer.ts';
import { damagedKey, readingList, type StoreProblem } from './list-store.ts';
import { merged, type ReadingList, withNote, withoutPapers } from './reading-list.ts';

export const problemTexts: Readonly<Record<StoreProblem, string>> = {
  'tab-only':
    'Your browser does not let this site keep the reading list, or has no room left: it lasts until you close this tab. Take it away as a file, or keep its link.',
  damaged: `Your reading list was damaged. What could be read of it is still here; all of it is kept in this browser’s storage as “${damagedKey}”.`,
};

type Edit = (list: ReadingList) => ReadingList;

/** `before`: the list that still held the paper. */
export function tellRemoved(before: ReadingList, title: string): void {
  show(`Removed from the reading list: ${title}`, (list) => merged(before, list));
}

/** `added` of the `asked` papers were not on the list before, `filled` were there and have got a note. */
export function tellAdded(added: readonly string[], asked: number, filled: readonly string[]): void {
  const known = asked - added.length;
  const others = known === 0 ? '' : `, ${known} ${known === 1 ? 'was' : 'were'} on it`;
  const undo: Edit = (list) => filled.reduce((rest, id) => withNote(rest, id, ''), withoutPapers(list, added));
  show(`Added ${papers(added.length)} to the reading list${others}.`, added.length + filled.length === 0 ? null : undo);
}

/** `before`: the list as it was. */
export function tellReplaced(before: ReadingList): void {
  show(`The reading list now holds ${papers(readingList.list.papers.length)}.`, () => before);
}

export function tellProblem(problem: StoreProblem): void {
  show(problemTexts[problem]);
}

/** "1 paper", "2 papers". */
export function papers(count: number): string {
  return `${count} ${count === 1 ? 'paper' : 'papers'}`;
}

/** Shows a message until it is closed or the next one comes. */
export function show(message: string, undo: Edit | null = null): void {
  document.querySelector('.notice')?.remove();
  const notice = document.createElement('section');
  notice.className = 'notice';
  notice.setAttribute('aria-label', 'Message');
  const text = document.createElement('p');
  text.textContent = message;
  const last = document.activeElement;
  const close = (): void => {
    const hadFocus = notice.contains(document.activeElement);
    notice.remove();
    if (hadFocus && last instanceof HTMLElement) last.focus();
  };
  notice.append(text);
  if (undo !== null) {
    const takeBack = (): void => {
      readingList.change(undo);
      close();
      announce('Undone.');
    };
    notice.append(buttonOf('Undo', takeBack));
  }
  notice.append(buttonOf('Close', close));
  notice.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  document.body.append(notice);
  announce(undo === null ? message : `${message} It can be undone at the end of the page.`);
}

function buttonOf(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}
