/** Shows on every page which papers are on the reading list and which were read. */
import { glanceAt, keptText } from './list-text.ts';

const tick = 'M3 8.5 6.5 12 13 4.5';

/** Brings the buttons of a part of the page up to date, and the count in the header. */
export function showListMarks(root: ParentNode): void {
  const { listed, read } = glanceAt(keptText() ?? '');
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-list-toggle]')) {
    if (button.hidden) {
      button.hidden = false;
      addReadToggle(button);
    }
    const id = button.dataset['listToggle'] ?? '';
    press(button, listed.has(id));
    if (button.classList.contains('row-toggle')) describe(button, read.has(id));
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-read-toggle]')) {
    press(button, read.has(button.dataset['readToggle'] ?? ''));
  }
  const count = document.querySelector('[data-list-count]');
  if (count !== null) count.textContent = listed.size === 0 ? '' : String(listed.size);
}

/** The title that such a button names behind what it does. */
export function titleOf(button: Element): string {
  return (button.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, '');
}

/** On cards, the button that marks a paper as read stands below the one they come with. */
function addReadToggle(button: HTMLButtonElement): void {
  const copy = button.cloneNode(true);
  if (!button.classList.contains('card-toggle') || !(copy instanceof HTMLElement)) return;
  copy.removeAttribute('data-list-toggle');
  copy.dataset['readToggle'] = button.dataset['listToggle'] ?? '';
  copy.setAttribute('aria-label', `Read: ${titleOf(button)}`);
  copy.querySelector('path')?.setAttribute('d', tick);
  button.after(copy);
}

/** Rows have no button for the read mark, but show it. */
function describe(button: HTMLButtonElement, isRead: boolean): void {
  if (isRead) button.setAttribute('aria-description', 'Read');
  else button.removeAttribute('aria-description');
}

function press(button: HTMLButtonElement, isPressed: boolean): void {
  button.setAttribute('aria-pressed', String(isPressed));
}
