/** What the prose of the survey adds to pages: contents and references where it stands, and the way back from a paper. */
import type { Discussion } from '../corpus/discussions.ts';
import type { ProseKind } from '../corpus/prose-file.ts';
import { hasMath } from './page-frame.ts';
import { type Reference, referencesOf } from './references.ts';
import type { Survey } from './survey.ts';

export interface ContentsEntry {
  readonly text: string;
  readonly href: string;
  /** The headings one level below. */
  readonly parts: readonly ContentsEntry[];
}

export interface ProseView {
  /** The headings of the prose; empty where there are too few to need a table of contents. */
  readonly contents: readonly ContentsEntry[];
  readonly references: readonly Reference[];
  /** Whether a title among the references holds a formula. */
  readonly hasMath: boolean;
}

export interface DiscussionLink {
  /** The topic, area or page. */
  readonly place: string;
  /** The heading there; null before the first heading. */
  readonly heading: string | null;
  readonly href: string;
}

/** What goes with the prose of a topic, area or page; null when nobody has written it. */
export function proseView(kind: ProseKind, id: string, survey: Survey): ProseView | null {
  const page = survey.prose.find((other) => other.kind === kind && other.id === id);
  if (page === undefined) return null;
  const references = referencesOf(page, survey);
  const contents = contentsOf(page.headings);
  return {
    contents: contents.length < 2 ? [] : contents,
    references,
    hasMath: hasMath(...references.map(({ titleHtml }) => titleHtml)),
  };
}

function contentsOf(headings: Survey['prose'][number]['headings']): ContentsEntry[] {
  return headings.flatMap(({ depth, text, slug }, index) => {
    if (depth !== 2) return [];
    const after = headings.slice(index + 1);
    const end = after.findIndex((other) => other.depth <= 2);
    const parts = after.slice(0, end < 0 ? after.length : end).filter((other) => other.depth === 3);
    return [
      { text, href: `#${slug}`, parts: parts.map((part) => ({ text: part.text, href: `#${part.slug}`, parts: [] })) },
    ];
  });
}

/** Where the prose discusses a paper: topics first, then areas, then pages. */
export function discussionLinks(paper: string, survey: Survey): DiscussionLink[] {
  return (survey.discussions.get(paper) ?? []).map((discussion) => {
    const { place, href } = placeOf(discussion, survey);
    const { heading } = discussion;
    return { place, heading: heading?.text ?? null, href: heading === null ? href : `${href}#${heading.slug}` };
  });
}

function placeOf(
  { kind, id }: Discussion,
  { urls, topicById, areas, site, prose }: Survey,
): { place: string; href: string } {
  switch (kind) {
    case 'topic':
      return { place: topicById.get(id)?.topic.title ?? id, href: urls.topic(id) };
    case 'area':
      return { place: areas.find(({ area }) => area.id === id)?.area.title ?? id, href: urls.area(id) };
    case 'page':
      if (id === 'home') return { place: site.title, href: urls.home() };
      return {
        place: prose.find((page) => page.kind === kind && page.id === id)?.title ?? id,
        href: urls.asset(`${id}/`),
      };
  }
}
