/** The indexes of all papers: by title and by year. */
import { compareText } from '../corpus/ordering.ts';
import type { Paper } from '../corpus/paper.ts';
import { sortKeyOfTitle } from '../corpus/titles.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type TopicLink, topicLink } from './paper-entry.ts';
import { newestFirst, type Survey } from './survey.ts';
import { counted } from './wording.ts';

/** A paper as one row of an index. */
export interface IndexRow {
  readonly href: string;
  /** Safe HTML. */
  readonly titleHtml: string;
  readonly year: string | null;
  readonly topic: TopicLink | null;
}

export interface IndexGroup {
  /** Id of the heading. */
  readonly anchor: string;
  readonly label: string;
  readonly count: string;
  /** The page of the same papers; null where there is none. */
  readonly page: { readonly label: string; readonly href: string } | null;
  readonly rows: readonly IndexRow[];
}

export interface PapersView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  /** The same papers in another order. */
  readonly otherOrder: { readonly label: string; readonly href: string };
  readonly groups: readonly IndexGroup[];
}

/** All papers by title, under their first letters; those without a topic once more under "Unsorted". */
export function papersByTitleView(survey: Survey): PapersView {
  const { papers, unsorted, urls } = survey;
  const keyed = papers
    .map((paper) => ({ paper, key: sortKeyOfTitle(paper.title.plain) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.paper.id, b.paper.id));
  const letters = Map.groupBy(keyed, ({ key }) => initialOf(key));
  const groups = [...letters].map(([label, members]) =>
    indexGroup(
      label === otherInitial ? 'other' : `letter-${label.toLowerCase()}`,
      label,
      members.map(({ paper }) => paper),
      survey,
    ),
  );
  return indexView(survey, {
    title: 'Papers by title',
    path: urls.papers(),
    otherOrder: { label: 'Papers by year', href: urls.papersByYear() },
    groups: unsorted.length === 0 ? groups : [...groups, indexGroup('unsorted', 'Unsorted', unsorted, survey)],
  });
}

/** All papers by date, newest first, under their years. */
export function papersByYearView(survey: Survey): PapersView {
  const { papers, urls } = survey;
  const sorted = papers.toSorted(newestFirst);
  const years = [...Map.groupBy(sorted, (paper) => paper.year)].sort(([a], [b]) => (b ?? 0) - (a ?? 0));
  return indexView(survey, {
    title: 'Papers by year',
    path: urls.papersByYear(),
    otherOrder: { label: 'Papers by title', href: urls.papers() },
    groups: years.map(([year, members]) =>
      year === null
        ? indexGroup('no-date', 'Date not in the sources', members, survey)
        : {
            ...indexGroup(`year-${year}`, String(year), members, survey),
            page: { label: `${year} by area`, href: urls.facet('year', String(year)) },
          },
    ),
  });
}

function indexView(
  survey: Survey,
  { title, path, otherOrder, groups }: Pick<PapersView, 'title' | 'otherOrder' | 'groups'> & { path: string },
): PapersView {
  const lead = `All ${counted(survey.counts.papers, 'paper')} of the survey.`;
  const above = path === survey.urls.papers() ? [] : [{ label: 'Papers', href: survey.urls.papers() }];
  return {
    frame: pageFrame(survey, {
      title,
      description: `${lead} ${title}.`,
      path,
      above,
      kind: { kind: 'collection' },
      hasMath: hasMath(...groups.flatMap(({ rows }) => rows.map(({ titleHtml }) => titleHtml))),
    }),
    title,
    lead,
    otherOrder,
    groups,
  };
}

const otherInitial = '0–9 and other';

function initialOf(key: string): string {
  const first = key.charAt(0).toUpperCase();
  return /^[A-Z]$/.test(first) ? first : otherInitial;
}

/** Papers in the order given, as rows under one heading. */
export function indexGroup(anchor: string, label: string, papers: readonly Paper[], survey: Survey): IndexGroup {
  return {
    anchor,
    label,
    count: counted(papers.length, 'paper'),
    page: null,
    rows: papers.map((paper) => ({
      href: survey.urls.paper(paper.id),
      titleHtml: paper.title.html,
      year: paper.year === null ? null : String(paper.year),
      topic: paper.topic === null ? null : topicLink(paper.topic, survey),
    })),
  };
}
