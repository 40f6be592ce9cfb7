/** The cite box of a paper: a reference, and the same in the formats of reference managers. */
import type { Paper } from '../corpus/paper.ts';
import { authorsNote, citationOf } from '../exports/citation.ts';
import { formatFacts } from '../exports/formats.ts';
import { referenceText } from '../exports/reference.ts';
import { type ExportLink, paperExports } from './export-links.ts';
import type { Urls } from './urls.ts';

export interface CitedFormat extends ExportLink {
  /** The whole file. */
  readonly text: string;
}

export interface CiteView {
  readonly reference: string;
  /** What the reference lacks; null when nothing. */
  readonly note: string | null;
  readonly formats: readonly CitedFormat[];
}

/** Everything the cite box shows. */
export function citeView(paper: Paper, urls: Urls): CiteView {
  const citation = citationOf(paper, urls);
  return {
    reference: referenceText(citation),
    note: authorsNote(citation),
    formats: paperExports(urls.paper(paper.id), urls).map((link) => ({
      ...link,
      // Saved under the key it is cited by; the address has the paper's id.
      fileName: `${citation.citeKey}.${formatFacts[link.format].extension}`,
      text: formatFacts[link.format].write([citation]).trimEnd(),
    })),
  };
}
