/** Puts papers that stand in rows on the reading list: a button beside each, where cards come with theirs. */
import { makeUrls } from '../site/urls.ts';
import { copyOf, partOf } from './elements.ts';
import { showListMarks } from './list-marks.ts';

const paperFolder = makeUrls(import.meta.env.BASE_URL, null).papers();

/** Adds the buttons to the lists with `data-list-rows` in a part of the page, each behind the link to its paper. */
export function addRowToggles(root: ParentNode): void {
  const template = partOf(document, 'row-toggle', HTMLTemplateElement);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-list-rows] a')) {
    const id = linkedPaper(link, location.origin, paperFolder);
    if (id === null) continue;
    const copy = copyOf(template);
    const button = copy.firstElementChild;
    button?.setAttribute('data-list-toggle', id);
    button?.setAttribute('aria-label', `Reading list: ${link.textContent.trim()}`);
    link.after(copy);
  }
  showListMarks(root);
}

/** Which paper below `folder` a link leads to; null where it leads elsewhere, be it to papers of another site. */
export function linkedPaper(link: Pick<URL, 'origin' | 'pathname'>, origin: string, folder: string): string | null {
  if (link.origin !== origin || !link.pathname.startsWith(folder)) return null;
  return /^([a-z0-9-]+)\/$/.exec(link.pathname.slice(folder.length))?.[1] ?? null;
}
