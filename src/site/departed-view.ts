/** What stands at an address whose page has moved, or whose paper was removed. */
import type { RemovedPaper } from '../corpus/removed.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import type { Survey } from './survey.ts';
import { formatDate } from './wording.ts';

export interface MovedView {
  readonly kind: 'moved';
  readonly language: string;
  readonly title: string;
  readonly href: string;
  /** The address of the page that has taken this one's place: absolute when the site has an address. */
  readonly canonical: string;
}

export interface RemovedView {
  readonly kind: 'removed';
  readonly frame: PageFrame;
  readonly title: string;
  readonly date: string;
  readonly reason: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** An address of the ledger that no page of the survey has, relative to the root and without slashes at its ends. */
export interface DepartedPath {
  readonly path: string;
  readonly view: MovedView | RemovedView;
}

/** All addresses that have moved, and all removed papers. */
export function departedPaths(survey: Survey): DepartedPath[] {
  const moved = survey.moves
    .filter(({ from }) => from.endsWith('/'))
    .map(({ from, to }) => ({ path: trimmed(from), view: movedView(to, survey) }));
  const removed = survey.removed.map((paper) => ({
    path: `papers/${paper.id}`,
    view: removedView(paper, survey),
  }));
  return [...moved, ...removed];
}

function trimmed(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

function movedView(to: string, { urls, site }: Survey): MovedView {
  const href = urls.asset(to);
  return {
    kind: 'moved',
    language: site.language,
    title: `Moved · ${site.title}`,
    href,
    canonical: urls.absolute(href) ?? href,
  };
}

function removedView({ id, date, reason, title }: RemovedPaper, survey: Survey): RemovedView {
  const { urls } = survey;
  const heading = `Removed: ${title ?? id}`;
  return {
    kind: 'removed',
    frame: pageFrame(survey, {
      title: heading,
      description: `This paper was removed from the survey on ${formatDate({ value: date })}.`,
      path: urls.paper(id),
      above: [{ label: 'Papers', href: urls.papers() }],
      kind: { kind: 'unlisted' },
    }),
    title: heading,
    date: formatDate({ value: date }),
    reason,
    links: [
      { label: 'All papers', href: urls.papers() },
      { label: 'What has changed from version to version', href: urls.changes() },
    ],
  };
}
