/** The table of contents of a long page: the headings of its prose and the sections that follow. */
import { slug } from 'github-slugger';
import type { ContentsEntry, ProseView } from './survey-prose.ts';

/** A section of a page that exists only when there is something in it. */
export interface PageSection {
  readonly title: string;
  /** The id of its heading; where not given, that of `Heading`. */
  readonly anchor?: string;
  readonly isShown: boolean;
}

/** A shorter page is seen at a glance. */
const leastEntries = 3;

/** The contents of a page in the order of its headings; empty where there are too few to need any. */
export function pageContents(prose: ProseView | null, sections: readonly PageSection[]): ContentsEntry[] {
  const shown = sections
    .filter(({ isShown }) => isShown)
    .map(({ title, anchor = slug(title) }) => ({ text: title, href: `#${anchor}`, parts: [] }));
  const references = prose === null || prose.references.length === 0 ? [] : [referencesEntry];
  const contents = [...(prose?.contents ?? []), ...shown, ...references];
  return contents.length < leastEntries ? [] : contents;
}

const referencesEntry: ContentsEntry = { text: 'References', href: '#references', parts: [] };
