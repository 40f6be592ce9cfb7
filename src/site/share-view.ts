/** What can be shared of a page: its address, and texts that name it. */
import type { Paper } from '../corpus/paper.ts';
import { citationOf } from '../exports/citation.ts';
import { referenceText } from '../exports/reference.ts';
import { partReference } from '../exports/survey-citation.ts';
import type { Survey } from './survey.ts';
import { surveyCitation } from './survey-citation.ts';
import { abbreviateAuthors } from './wording.ts';

export interface ShareView {
  readonly title: string;
  /** The page's permanent address; a path where the site has no public address. */
  readonly href: string;
  /** What follows the link in Markdown: authors and year of a paper; empty for other pages. */
  readonly note: string;
  /** A reference; `{title}` and `{url}` stand for what a script knows better. */
  readonly citation: string;
  /** Whether the query of the address is part of what is shared. */
  readonly hasState: boolean;
}

type ShareSource = Pick<Survey, 'site' | 'urls' | 'versions'>;

/** A paper; its reference leads to the paper itself. */
export function paperShare(paper: Paper, { urls }: Pick<ShareSource, 'urls'>): ShareView {
  const path = urls.paper(paper.id);
  const authors = paper.authors === null ? null : abbreviateAuthors(paper.authors, paper.authorsComplete);
  const facts = [authors, paper.year === null ? null : String(paper.year)].filter((fact) => fact !== null);
  return {
    title: paper.title.plain,
    href: urls.absolute(path) ?? path,
    note: facts.join(', '),
    citation: referenceText(citationOf(paper, urls)),
    hasState: false,
  };
}

/** Any other page; its reference leads to the page, as a part of the survey's last version. */
export function pageShare(title: string, path: string, source: ShareSource, hasState = false): ShareView {
  const { urls } = source;
  return {
    title,
    href: urls.absolute(path) ?? path,
    note: '',
    citation: partReference('{title}', '{url}', surveyCitation(source)),
    hasState,
  };
}
