/** Citations as a list in Markdown. */
import type { Citation } from './citation.ts';
import { referenceParts } from './reference.ts';

/** One item per citation, in the order given; the title leads to the paper. What a reader wrote is quoted below it. */
export function markdown(citations: readonly Citation[]): string {
  return citations
    .map((citation) => `- ${markdownReference(citation)}\n${quotedNote(citation.readerNote ?? '')}`)
    .join('');
}

/** Every line of a note as one of its own. */
function quotedNote(note: string): string {
  const lines = note.split('\n').map((line) => escapedMarkdown(line.trim()));
  const text = lines.filter((line) => line !== '').map((line) => line.replace(/^(?=[#+=-])|(?<=^\d+)(?=[.)])/, '\\'));
  return text.length === 0 ? '' : `  > ${text.join('\\\n  > ')}\n`;
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
