/** The buttons that put papers on the reading list or mark them as read, on every page; the list in the header. */
import type * as ListNotice from './list-notice.ts';
import { announce } from './announcer.ts';
import { readingList } from './list-store.ts';
import { isListed, type ReadingList, withoutPapers, withPapers, withRead } from './reading-list.ts';

const tick = 'M3 8.5 6.5 12 13 4.5';

/** Connects the buttons, and shows in them and in the header what is on the list. */
export function connectReadingList(): void {
  showListButtons(document);
  readingList.follow(() => {
    showListButtons(document);
  });
  if (readingList.problems.includes('damaged'))
    notify((notice) => {
      notice.tellDamage();
    });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const { listToggle, readToggle, listAll } = button?.dataset ?? {};
    if (button === null) return;
    if (listToggle !== undefined) toggle(listToggle, titleOf(button));
    if (readToggle !== undefined) toggleRead(readToggle, titleOf(button));
    if (listAll !== undefined) addToList(shownPapers(button));
  });
}

/** Brings the buttons of a part of the page up to date, such as results that have just arrived. */
export function showListButtons(root: ParentNode): void {
  const { list } = readingList;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-list-toggle]')) {
    if (button.hidden) {
      button.hidden = false;
      addReadToggle(button);
    }
    press(button, isListed(list, button.dataset['listToggle'] ?? ''));
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-read-toggle]')) {
    press(button, list.read.includes(button.dataset['readToggle'] ?? ''));
  }
  const count = document.querySelector('[data-list-count]');
  if (count !== null) count.textContent = list.papers.length === 0 ? '' : String(list.papers.length);
}

/** Puts papers on the list and says so. */
export function addToList(ids: readonly string[]): void {
  const before = readingList.list;
  const added = ids.filter((id) => !isListed(before, id));
  change((list) => withPapers(list, added));
  notify((notice) => {
    notice.tellAdded(added, ids.length);
  });
}

function toggle(id: string, title: string): void {
  const before = readingList.list;
  if (isListed(before, id)) {
    change((list) => withoutPapers(list, [id]));
    notify((notice) => {
      notice.tellRemoved(before, title);
    });
  } else {
    change((list) => withPapers(list, [id]));
    announce(`Added to the reading list: ${title}`);
  }
}

function toggleRead(id: string, title: string): void {
  const isRead = !readingList.list.read.includes(id);
  change((list) => withRead(list, id, isRead));
  announce(`Marked as ${isRead ? 'read' : 'not read'}: ${title}`);
}

function change(edit: (list: ReadingList) => ReadingList): void {
  readingList.change(edit);
  if (readingList.problems.includes('tab-only'))
    notify((notice) => {
      notice.tellTabOnly();
    });
}

/** Messages that one can act on are rare: their script comes with the first. */
function notify(tell: (notice: typeof ListNotice) => void): void {
  void import('./list-notice.ts').then(tell);
}

/** On cards, the button that marks a paper as read stands below the one they come with. */
function addReadToggle(button: HTMLButtonElement): void {
  const { listToggle } = button.dataset;
  const copy = button.cloneNode(true);
  if (!button.classList.contains('card-toggle') || listToggle === undefined || !(copy instanceof HTMLElement)) return;
  delete copy.dataset['listToggle'];
  copy.dataset['readToggle'] = listToggle;
  copy.setAttribute('aria-label', `Read: ${titleOf(button)}`);
  copy.querySelector('path')?.setAttribute('d', tick);
  button.after(copy);
}

/** The papers of the list that a button for all of them belongs to, without those that are filtered out. */
function shownPapers(button: HTMLElement): string[] {
  const scope = button.closest('[data-list-scope]') ?? document;
  const buttons = [...scope.querySelectorAll<HTMLElement>('[data-list-toggle]')];
  return buttons.flatMap((toggle) => (toggle.closest('[hidden]') === null ? (toggle.dataset['listToggle'] ?? []) : []));
}

/** The name of every such button is what it does, a colon and the title. */
function titleOf(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, '');
}

function press(button: HTMLElement, isPressed: boolean): void {
  button.setAttribute('aria-pressed', String(isPressed));
}
