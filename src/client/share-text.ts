/** The texts under which a page is shared. */
import { escapedMarkdown } from '../exports/markdown.ts';

export interface SharedPage {
  readonly title: string;
  readonly url: string;
  /** What follows the link: authors and year of a paper; empty for nothing. */
  readonly note: string;
  /** With `{title}` and `{url}` where these belong. */
  readonly citation: string;
}

/** The title of a search is what was searched for. */
export function titleWithQuery(title: string, query: string): string {
  const text = (new URLSearchParams(query).get('q') ?? '').trim();
  return text === '' ? title : `${title}: ${text}`;
}

/** "[Title](address), Ada Figwell et al., 2025". */
export function shareMarkdown({ title, url, note }: SharedPage): string {
  const target = url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `[${escapedMarkdown(title)}](${target})${note === '' ? '' : `, ${escapedMarkdown(note)}`}`;
}

export function shareCitation({ title, url, citation }: SharedPage): string {
  return citation.replace(/\{(title|url)\}/g, (_, name) => (name === 'title' ? title : url));
}
