/** Connects the buttons of the reading list; what they do is loaded when one is about to be used. */
import { showListMarks } from './list-marks.ts';
import { listChange } from './list-text.ts';

const buttons = '[data-list-toggle],[data-read-toggle],[data-list-all]';

/** Shows what is on the list, here and whenever this or another page changes it. */
export function connectReadingList(): void {
  const show = (): void => {
    showListMarks(document);
  };
  show();
  if (document.querySelector('[data-list-rows]') !== null) {
    void import('./list-rows.ts').then(({ addRowToggles }) => {
      addRowToggles(document);
    });
  }
  // A page that was left and comes back has slept through the changes.
  for (const event of [listChange, 'storage', 'pageshow']) addEventListener(event, show);
  // Fetched when a button is about to be used, so that a click takes effect before the reader goes on.
  for (const event of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(event, ({ type, target }) => {
      const button = target instanceof Element ? target.closest(buttons) : null;
      if (!(button instanceof HTMLElement)) return;
      void import('./list-actions.ts').then(({ actOn }) => {
        if (type === 'click') actOn(button);
      });
    });
  }
}
