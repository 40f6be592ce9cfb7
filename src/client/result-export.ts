/** Takes all papers of a search away: as a file, or onto the reading list. What does it is loaded on first use. */
import type { ExportFormat } from '../exports/formats.ts';
import { partOf } from './elements.ts';
import { saveFormats } from './save-formats.ts';

/** `paperIds`: the papers of the search shown; `say`: tells the reader how it went. */
export function connectResultExport(
  root: ParentNode,
  paperIds: () => Promise<readonly string[]>,
  say: (message: string) => void,
): void {
  partOf(root, 'list-all', HTMLButtonElement).addEventListener('click', () => {
    Promise.all([paperIds(), import('./list-actions.ts')]).then(
      ([ids, { addToList }]) => {
        addToList(ids);
      },
      (error: unknown) => {
        console.error(error);
        say('The papers could not be added; try again');
      },
    );
  });
  partOf(root, 'export', HTMLElement).addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-export]') : null;
    const format = saveFormats.find((known) => known === button?.getAttribute('data-export'));
    if (format === undefined) return;
    save(paperIds(), format).then(
      (count) => {
        say(count === 1 ? 'Saved 1 paper' : `Saved ${count} papers`);
      },
      (error: unknown) => {
        console.error(error);
        say('The papers could not be saved; try again');
      },
    );
  });
}

async function save(papers: Promise<readonly string[]>, format: ExportFormat): Promise<number> {
  const [ids, { exportCitations }] = await Promise.all([papers, import('./citation-export.ts')]);
  await exportCitations(ids, format, 'search-results');
  return ids.length;
}
