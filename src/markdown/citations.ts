/** Sets the citations of prose as links. */
import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { citationGroups } from '../corpus/citations.ts';

/** How one paper is cited on one page. */
export interface CitationTarget {
  /** What stands in the text: "Adams et al., 2024", or the name of the system. */
  readonly label: string;
  /** The full title, shown on hovering. */
  readonly title: string;
  readonly href: string;
  /** Id of the first mention, for the way back from the list of references. */
  readonly mentionId: string;
  /** Id of the element of the page that holds the full title: the accessible description of the link. */
  readonly descriptionId: string;
}

/**
 * A remark plugin: `[@first; @second]` becomes links in parentheses, with the full title of the paper as description.
 * A paper that `targets` does not know, and a bracket that is no citation, stay as they are written.
 */
export function remarkCitations(targets: ReadonlyMap<string, CitationTarget>): (tree: Root) => void {
  return (tree) => {
    const mentioned = new Set<string>();
    visit(tree, (node, index, parent) => {
      // Links cannot stand within links.
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || parent === undefined || index === undefined) return;
      const parts = setCitations(node.value, targets, mentioned);
      if (parts === null) return;
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

/** The text with its citations set; null when it has none. Enters each paper it meets into `mentioned`. */
function setCitations(
  text: string,
  targets: ReadonlyMap<string, CitationTarget>,
  mentioned: Set<string>,
): PhrasingContent[] | null {
  const groups = citationGroups(text).flatMap(({ start, end, papers }) => {
    const known = papers.flatMap(({ id }) => targets.get(id) ?? []);
    return known.length === papers.length && known.length > 0 ? [{ start, end, known }] : [];
  });
  if (groups.length === 0) return null;
  const parts = groups.flatMap(({ start, end, known }, index): PhrasingContent[] => [
    textOf(text.slice(groups[index - 1]?.end ?? 0, start)),
    ...known.flatMap((target, place) => [textOf(place === 0 ? '(' : '; '), linkTo(target, mentioned)]),
    textOf(index === groups.length - 1 ? `)${text.slice(end)}` : ')'),
  ]);
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

function linkTo(target: CitationTarget, mentioned: Set<string>): Link {
  const { label, title, href, mentionId, descriptionId } = target;
  const isFirst = !mentioned.has(mentionId);
  mentioned.add(mentionId);
  return {
    type: 'link',
    url: href,
    title,
    children: [textOf(label)],
    data: {
      hProperties: { className: ['citation'], ariaDescribedBy: [descriptionId], ...(isFirst ? { id: mentionId } : {}) },
    },
  };
}

function textOf(value: string): Text {
  return { type: 'text', value };
}
