/** Citations as ContextObjects in Spans, by which reference managers find all papers of a page at once. */
import { citationName, parseName } from '../corpus/names.ts';
import type { Citation } from './citation.ts';

/** What the title of a `Z3988` span holds for one paper; not yet escaped for HTML. */
export function coins(citation: Citation): string {
  const { title, authors, published, year, url, page } = citation;
  const parameters = new URLSearchParams([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'preprint'],
    ['rft.title', title],
    ...(authors ?? []).map(authorParameter),
    ...(published === null && year === null ? [] : [['rft.date', published ?? String(year)]]),
    ['rft.identifier', url ?? page],
    ...(citation.doi === null ? [] : [['rft_id', `info:doi/${citation.doi}`]]),
  ]);
  return parameters.toString();
}

// A name without a comma is split at its last space, unless it is said to be that of an organisation.
function authorParameter(name: string): [string, string] {
  return [parseName(name).isGroup ? 'rft.aucorp' : 'rft.au', citationName(name)];
}
