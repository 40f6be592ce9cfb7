/** Takes papers away in any format: the citations are fetched once, the file is written here. Loaded on first use. */
import type { Citation } from '../exports/citation.ts';
import { readCitations } from '../exports/citations-json.ts';
import { type ExportFormat, formatFacts } from '../exports/formats.ts';
import { makeUrls } from '../site/urls.ts';

const urls = makeUrls(import.meta.env.BASE_URL, null);

let citations: Promise<ReadonlyMap<string, Citation>> | null = null;

/**
 * The papers of these ids in a format, in the order given; unknown ids are left out. Rejects when the citations
 * cannot be fetched.
 */
export async function citationText(
  ids: readonly string[],
  format: ExportFormat,
  notes: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const byId = await readKnownCitations();
  return formatFacts[format].write(
    ids.flatMap((id) => {
      const [citation, readerNote] = [byId.get(id), notes.get(id)];
      if (citation === undefined) return [];
      return readerNote === undefined ? citation : { ...citation, readerNote };
    }),
  );
}

/** The citation of every paper of the survey, by id; rejects when they cannot be fetched. */
export function readKnownCitations(): Promise<ReadonlyMap<string, Citation>> {
  citations ??= fetchCitations().catch((error: unknown) => {
    // A failure, such as a lost connection, must not last for the whole visit.
    citations = null;
    throw error;
  });
  return citations;
}

/**
 * Saves the papers as a file, named after `name` or, without one, the paper or how many there are. `notes`: what the
 * reader wrote on papers, by id.
 */
export async function exportCitations(
  ids: readonly string[],
  format: ExportFormat,
  name?: string,
  notes?: ReadonlyMap<string, string>,
): Promise<void> {
  const text = await citationText(ids, format, notes);
  const { extension, mediaType } = formatFacts[format];
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  link.href = address;
  link.download = `${name ?? fileNameOf(ids)}.${extension}`;
  link.click();
  // The download has begun when the click returns, but Safari reads the address a little later.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** Puts the papers on the clipboard. Rejects where the browser does not allow it. */
export async function copyCitations(ids: readonly string[], format: ExportFormat): Promise<void> {
  const text = citationText(ids, format).then((written) => new Blob([written], { type: 'text/plain' }));
  // Given as a promise, for Safari allows writing only within the click itself.
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}

/** "kettle-study" for one paper, "12-papers" for several. */
export function fileNameOf(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? '') : `${ids.length}-papers`;
}

async function fetchCitations(): Promise<ReadonlyMap<string, Citation>> {
  const response = await fetch(urls.data('citations.json'));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new Map(readCitations(await response.text()).map((citation) => [citation.id, citation]));
}
