/** What a reference to a paper needs: the one record behind every format of citation. */
import { z } from 'zod/mini';
import { arxivAbstractUrl, arxivClass, arxivDoi, doiUrl } from '../corpus/identifiers.ts';
import type { Paper } from '../corpus/paper.ts';

const textSchema = z.string().check(z.minLength(1));

export const citationSchema = z.strictObject({
  id: textSchema,
  citeKey: textSchema,
  /** Plain Unicode. */
  title: textSchema,
  /** LaTeX with special characters escaped and formulas in dollars; nothing is braced for its capitals. */
  titleLatex: textSchema,
  /** As printed ("First Last" or the name of a group); null when no source names any. */
  authors: z.nullable(z.array(textSchema)),
  /** False when `authors` is only the beginning of the list. */
  authorsComplete: z.boolean(),
  authorCount: z.nullable(z.int()),
  year: z.nullable(z.int()),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  published: z.nullable(textSchema),
  venue: z.nullable(textSchema),
  /** arXiv id without version. */
  arxiv: z.nullable(textSchema),
  /** arXiv category with its archive ("cs.CL"). */
  arxivClass: z.nullable(textSchema),
  doi: z.nullable(textSchema),
  /** Where the paper is to be had: its arXiv page or DOI, else its page in the survey; null when neither has an address. */
  url: z.nullable(textSchema),
  /** Address of the first repository. */
  code: z.nullable(textSchema),
  /** The paper's page in the survey: absolute when the site has an address, else a path. */
  page: textSchema,
  topic: z.nullable(textSchema),
  area: z.nullable(textSchema),
});
/** Everything that the formats of citation are written from. */
export type Citation = Readonly<z.infer<typeof citationSchema>> & {
  /** What the reader who takes the paper away wrote on it; may have several lines. The survey itself writes none. */
  readonly readerNote?: string;
};

/** The addresses of a paper's page, as `Urls` makes them. */
export interface PageAddresses {
  paper(id: string): string;
  absolute(path: string): string | null;
}

/** The citation of a paper. Nothing is added that the paper does not state or its arXiv id imply. */
export function citationOf(paper: Paper, urls: PageAddresses): Citation {
  const path = urls.paper(paper.id);
  const address = urls.absolute(path);
  return {
    id: paper.id,
    citeKey: paper.citeKey,
    title: paper.title.plain,
    titleLatex: paper.title.latex,
    authors: paper.authors,
    authorsComplete: paper.authorsComplete,
    authorCount: paper.authorCount,
    year: paper.year,
    published: paper.published?.value ?? null,
    venue: paper.venue,
    arxiv: paper.arxiv,
    arxivClass: paper.category === null ? null : arxivClass(paper.category),
    doi: paper.doi ?? (paper.arxiv === null ? null : arxivDoi(paper.arxiv)),
    url: publicUrlOf(paper) ?? address,
    code: paper.code[0] ?? null,
    page: address ?? path,
    topic: paper.topic,
    area: paper.area,
  };
}

function publicUrlOf({ arxiv, doi }: Paper): string | null {
  if (arxiv !== null) return arxivAbstractUrl(arxiv);
  return doi === null ? null : doiUrl(doi);
}

/** What the list of authors lacks, as a sentence for a note; null for a complete list. */
export function authorsNote({ authors, authorsComplete, authorCount }: Citation): string | null {
  const count = authorCount === null ? '' : ` (${authorCount} in all)`;
  if (authors === null) return `The authors are not known to this survey${count}.`;
  return authorsComplete ? null : `The list of authors is not complete${count}.`;
}

/** Year, month and day of publication, as far as they are known. */
export function dateParts({ published, year }: Pick<Citation, 'published' | 'year'>): number[] {
  if (published !== null) return published.split('-').map(Number);
  return year === null ? [] : [year];
}
