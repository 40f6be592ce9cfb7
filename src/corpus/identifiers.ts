/** Identifiers other people's systems give to papers, and the addresses they resolve to. */

/** New style since April 2007 (four digits behind the point until 2014), old style before. */
const ARXIV_ID = String.raw`(?:\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?\/\d{7})`;
const WHOLE_ID = new RegExp(`^(${ARXIV_ID})(?:v\\d+)?$`);
const NAMED_ID = new RegExp(
  `(?:arxiv\\.org/(?:abs|pdf|html)/|\\barxiv\\s?:\\s?|10\\.48550/arxiv\\.)(${ARXIV_ID})(?!\\d)`,
  'gi',
);

/**
 * The arXiv id without version that a text is: an id with or without `arXiv:`, version or
 * `.pdf`, or an arXiv or DOI address of one. Null for anything else, and for months that do not exist.
 */
export function parseArxivId(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:[a-z]+\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|doi\.org\/10\.48550\/arxiv\.)/i, '')
    .replace(/^arxiv\s?:\s?/i, '')
    .replace(/\.pdf$/i, '');
  const id = WHOLE_ID.exec(bare)?.[1] ?? null;
  return id !== null && arxivMonth(id) !== null ? id : null;
}

/** All arXiv ids a text names by address, DOI or `arXiv:`, without versions, once each, in order. */
export function arxivIdsIn(text: string): string[] {
  const ids = [...text.matchAll(NAMED_ID)].flatMap(([, id]) => parseArxivId(id ?? '') ?? []);
  return [...new Set(ids)];
}

/**
 * The month in which arXiv gave out an id, as `YYYY-MM`; null when the id is malformed. The year
 * has two digits: old-style ids begin in 1991, new-style ids in 2007.
 */
export function arxivMonth(id: string): string | null {
  const match = WHOLE_ID.exec(id);
  const digits = match?.[1]?.split('/').at(-1);
  if (digits === undefined) return null;
  const [year, month] = [Number(digits.slice(0, 2)), digits.slice(2, 4)];
  if (Number(month) < 1 || Number(month) > 12) return null;
  const century = id.includes('/') && year > 90 ? 1900 : 2000;
  return `${century + year}-${month}`;
}

export function arxivAbstractUrl(id: string): string {
  return `https://arxiv.org/abs/${id}`;
}

export function arxivPdfUrl(id: string): string {
  return `https://arxiv.org/pdf/${id}`;
}

/** The DOI that arXiv registers for every paper with DataCite. */
export function arxivDoi(id: string): string {
  return `10.48550/arXiv.${id}`;
}

/**
 * Categories of arXiv that stand in one archive only, and in which. "CV", "DS" and "IT" are left out, for example:
 * mathematics has them as well as computer science.
 */
const archiveOfSubject: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cs: 'AI AR CC CE CL CR CY DB DC DL DM ET FL HC IR LG MA MM MS NE NI OS PF PL RO SD SE',
    eess: 'AS IV',
    econ: 'EM',
    math: 'AC AG AT CA CT DG FA HO KT MG NT OA OC QA RA RT SG',
    'q-bio': 'BM CB MN PE QM',
    'q-fin': 'MF PM RM TR',
    stat: 'ME ML',
  }).flatMap(([archive, subjects]) => subjects.split(' ').map((subject): [string, string] => [subject, archive])),
);

/** A category with its archive: "cs.CL" for "CL" or "cs.CL"; null where several archives have one of that name. */
export function arxivClass(category: string): string | null {
  if (/^[a-z][a-z-]*\.[A-Za-z-]+$/.test(category)) return category;
  const archive = archiveOfSubject.get(category);
  return archive === undefined ? null : `${archive}.${category}`;
}

export function doiUrl(doi: string): string {
  return `https://doi.org/${doi}`;
}

/** Search on arXiv for a title; for papers whose id is not known. */
export function arxivSearchUrl(title: string): string {
  return `https://arxiv.org/search/?${new URLSearchParams({ query: title, searchtype: 'title' }).toString()}`;
}

/** Search on Google Scholar for an exact title. */
export function scholarSearchUrl(title: string): string {
  const query = `"${title.replaceAll('"', '')}"`;
  return `https://scholar.google.com/scholar?${new URLSearchParams({ q: query }).toString()}`;
}
