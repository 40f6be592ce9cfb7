/** Citations as a list in Markdown. */
import type { Citation } from './citation.ts';
import { referenceParts } from './reference.ts';

/** One item per citation, in the order given; the title leads to the paper. */
export function markdown(citations: readonly Citation[]): string {
  return citations.map((citation) => `- ${markdownReference(citation)}\n`).join('');
}

/** A reference on one line. */
export function markdownReference(citation: Citation): string {
  const { authors, title, venue, arxiv } = referenceParts(citation);
  const target = citation.url ?? citation.page;
  return [
    ...(authors === null ? [] : [escapedMarkdown(authors)]),
    `[${escapedMarkdown(title)}](${linkTarget(target)})`,
    ...(venue === null ? [] : [escapedMarkdown(venue)]),
    ...(arxiv === null ? [] : [escapedMarkdown(arxiv)]),
  ].join(' ');
}

/** Text that Markdown shows as it is. */
export function escapedMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&~|$]/g, '\\$&');
}

function linkTarget(address: string): string {
  return address.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
