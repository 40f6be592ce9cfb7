/** The form that takes papers over from other places. */
import type { Citation } from '../exports/citation.ts';
import { partOf } from './elements.ts';
import { addToList } from './list-actions.ts';
import { type Imported, importEntries, importText, isBibtex, PaperFinder } from './list-import.ts';
import { papers } from './list-notice.ts';

/** `citations` is asked for when there is something to import. */
export function connectImport(root: HTMLElement, citations: () => Promise<readonly Citation[]>): void {
  const form = partOf(root, 'import-form', HTMLFormElement);
  const field = partOf(root, 'import-text', HTMLTextAreaElement);
  const file = partOf(root, 'import-file', HTMLInputElement);
  const status = partOf(root, 'import-status', HTMLElement);
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    void chosen?.text().then((text) => {
      field.value = text;
    });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    status.textContent = 'Reading …';
    read(field.value, citations).then(
      (imported) => {
        if (imported.ids.length > 0) addToList(imported.ids, imported.notes);
        status.replaceChildren(...reportOf(imported));
        if (imported.unknown.length === 0) form.reset();
      },
      (error: unknown) => {
        console.error(error);
        status.textContent = 'The papers of the survey could not be loaded. Please try again.';
      },
    );
  });
}

async function read(text: string, citations: () => Promise<readonly Citation[]>): Promise<Imported> {
  const finder = new PaperFinder(await citations());
  if (!isBibtex(text)) return importText(text, finder);
  const { readBibtex } = await import('./list-bibtex.ts');
  const { entries, unreadable } = readBibtex(text);
  const { ids, notes, unknown } = importEntries(entries, finder);
  return { ids, notes, unknown: [...unknown, ...unreadable.map((start) => `not readable: ${start}`)] };
}

function reportOf({ ids, unknown }: Imported): Node[] {
  const found = document.createElement('p');
  found.textContent =
    ids.length === 0 && unknown.length === 0 ? 'There is nothing to read.' : `${papers(ids.length)} found.`;
  if (unknown.length === 0) return [found];
  const lead = document.createElement('p');
  lead.textContent = 'These match no paper of the survey:';
  const list = document.createElement('ul');
  for (const name of unknown) list.append(Object.assign(document.createElement('li'), { textContent: name }));
  return [found, lead, list];
}
