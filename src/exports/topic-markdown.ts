/** A topic as Markdown, for people who read the survey through another program. */
import { citationGroups } from '../corpus/citations.ts';
import { escapedMarkdown } from './markdown.ts';

export interface MarkdownPaper {
  readonly id: string;
  readonly title: string;
  /** How running text names it: "Adams et al., 2024". */
  readonly label: string;
  readonly authors: string | null;
  /** Venue and year, as far as known. */
  readonly published: string | null;
  /** Address of its page. */
  readonly page: string;
  /** Address of the paper elsewhere. */
  readonly source: string | null;
}

export interface MarkdownTopic {
  readonly title: string;
  readonly definition: string;
  /** "Inference systems · Atlas of Efficient AI". */
  readonly place: string;
  /** Address of the page. */
  readonly page: string;
  /** How to cite the topic, without its address. */
  readonly reference: string;
  /** The text about the topic, in Markdown with citations; null when nobody has written it. */
  readonly prose: string | null;
  /** The papers that the text cites. */
  readonly cited: ReadonlyMap<string, Pick<MarkdownPaper, 'label' | 'page'>>;
  readonly papers: readonly MarkdownPaper[];
  /** Papers of other topics that belong here too. */
  readonly also: readonly MarkdownPaper[];
}

/** Title, definition, text and papers; citations become links. */
export function topicMarkdown(topic: MarkdownTopic): string {
  const { title, definition, place, page, reference, prose, cited, papers, also } = topic;
  const sections = [
    `# ${escapedMarkdown(title)}`,
    `> ${escapedMarkdown(definition)}`,
    `${escapedMarkdown(place)}: <${page}>`,
    `Cite as: ${escapedMarkdown(reference)} <${page}>`,
    ...(prose === null ? [] : [withLinks(prose.trim(), cited)]),
    '## Papers',
    papers.length === 0 ? 'None yet.' : papers.map(paperLine).join('\n'),
    ...(also.length === 0 ? [] : ['## Papers of other topics that belong here too', also.map(paperLine).join('\n')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The text with its citations as links; one that is not understood stays as it is written. */
export function withLinks(text: string, cited: MarkdownTopic['cited']): string {
  const groups = citationGroups(text).flatMap(({ start, end, papers }) => {
    const known = papers.flatMap(({ id }) => cited.get(id) ?? []);
    return known.length > 0 && known.length === papers.length ? [{ start, end, known }] : [];
  });
  const parts = groups.map(({ start, end, known }, index) => {
    const before = text.slice(groups[index - 1]?.end ?? 0, start);
    const links = known.map(({ label, page }) => `[${escapedMarkdown(label)}](${page})`);
    return { text: `${before}(${links.join('; ')})`, end };
  });
  return parts.map((part) => part.text).join('') + text.slice(parts.at(-1)?.end ?? 0);
}

function paperLine({ title, authors, published, page, source }: MarkdownPaper): string {
  const facts = [authors, published].filter((fact) => fact !== null).map(escapedMarkdown);
  const details = [...facts, ...(source === null ? [] : [`<${source}>`])];
  return `- [${escapedMarkdown(title)}](${page})${details.length === 0 ? '' : `: ${details.join('. ')}`}`;
}
