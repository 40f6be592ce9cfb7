/** Puts papers that stand in rows on the reading list: a button beside each, where cards come with theirs. */
import { copyOf, partOf } from './elements.ts';
import { showListMarks } from './list-marks.ts';

/** Adds the buttons to the lists with `data-list-rows` in a part of the page, each behind the link to its paper. */
export function addRowToggles(root: ParentNode): void {
  const template = partOf(document, 'row-toggle', HTMLTemplateElement);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-list-rows] a')) {
    const id = /\/papers\/([a-z0-9-]+)\/$/.exec(link.pathname)?.[1];
    if (id === undefined) continue;
    const copy = copyOf(template);
    const button = copy.firstElementChild;
    button?.setAttribute('data-list-toggle', id);
    button?.setAttribute('aria-label', `Reading list: ${link.textContent.trim()}`);
    link.after(copy);
  }
  showListMarks(root);
}
