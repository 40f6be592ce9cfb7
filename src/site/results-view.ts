/** The page of all reported results. */
import { type MetricKind, metricKinds } from '../corpus/metrics.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Claim, Paper } from '../corpus/paper.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type TopicLink, topicLink } from './paper-entry.ts';
import { metricTitle, type ResultEntry, resultEntry, speedupPlot, type SpeedupPlotView } from './results.ts';
import type { Survey } from './survey.ts';
import { counted, formatCount } from './wording.ts';

export interface ResultRow extends ResultEntry {
  readonly paper: { readonly href: string; readonly titleHtml: string };
  readonly topic: TopicLink | null;
  readonly topicId: string;
  readonly platforms: readonly string[];
  /** Place in the group by each order that the page offers; the rows stand in the order of topics. */
  readonly ranks: Readonly<Record<'value' | 'date', number>>;
}

export interface ResultGroup {
  readonly kind: MetricKind;
  readonly title: string;
  /** "84 results". */
  readonly count: string;
  readonly rows: readonly ResultRow[];
  /** How many were left out of a very long group, in words; null when none. */
  readonly more: string | null;
}

export interface ResultOption {
  readonly value: string;
  readonly label: string;
}

export interface ResultsView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly total: number;
  readonly plot: SpeedupPlotView | null;
  readonly groups: readonly ResultGroup[];
  readonly topics: readonly ResultOption[];
  readonly platforms: readonly ResultOption[];
}

/** Beyond this a group ends with a number; the pages of the topics hold the rest. */
const longestGroup = 500;

interface Found {
  readonly paper: Paper;
  readonly claim: Claim;
}

/** All results: by metric, then in the order of the taxonomy, then by paper. */
export function resultsView(survey: Survey): ResultsView {
  const { topics, unsorted, urls, taxonomy } = survey;
  const found = [...topics.flatMap(({ papers }) => papers), ...unsorted].flatMap((paper) =>
    paper.claims.map((claim) => ({ paper, claim })),
  );
  const withResults = new Set(found.map(({ paper }) => paper));
  const title = 'Reported results';
  const lead = `${counted(found.length, 'result')} that ${counted(withResults.size, 'paper')} of ${formatCount(survey.counts.papers)} report of their own work, each with the sentence that says so.`;
  return {
    frame: pageFrame(survey, {
      title,
      description: lead,
      path: urls.results(),
      kind: { kind: 'collection' },
      hasMath: hasMath(...[...withResults].map((paper) => paper.title.html)),
    }),
    title,
    lead,
    total: found.length,
    plot: speedupPlot(
      topics.map(({ topic, papers }) => ({ topic: topicLink(topic.id, survey), papers })),
      urls,
    ),
    groups: metricKinds.map((kind) => groupOf(kind, found, survey)).filter(({ rows }) => rows.length > 0),
    topics: topics
      .filter(({ papers }) => papers.some((paper) => withResults.has(paper)))
      .map(({ topic }) => ({ value: topic.id, label: topic.title })),
    platforms: taxonomy.facets.platform
      .filter(({ id }) => found.some(({ paper }) => paper.platforms.includes(id)))
      .map(({ id, title: label }) => ({ value: id, label })),
  };
}

function groupOf(kind: MetricKind, all: readonly Found[], survey: Survey): ResultGroup {
  const found = all.filter(({ claim }) => claim.metric === kind);
  const shown = found.slice(0, longestGroup);
  const byValue = ranksBy(shown, compareValues);
  const byDate = ranksBy(shown, (a, b) => compareText(b.paper.published?.value ?? '', a.paper.published?.value ?? ''));
  return {
    kind,
    title: metricTitle(kind),
    count: counted(found.length, 'result'),
    more:
      found.length > shown.length
        ? `${formatCount(found.length - shown.length)} more on the pages of the topics`
        : null,
    rows: shown.map(({ paper, claim }, index) => ({
      ...resultEntry(claim),
      paper: { href: survey.urls.paper(paper.id), titleHtml: paper.title.html },
      topic: paper.topic === null ? null : topicLink(paper.topic, survey),
      topicId: paper.topic ?? '',
      platforms: paper.platforms,
      ranks: { value: byValue[index] ?? 0, date: byDate[index] ?? 0 },
    })),
  };
}

/** Only values of one unit compare, so units stay together, the largest value of each first. */
function compareValues(a: Found, b: Found): number {
  return (
    compareText(a.claim.unit ?? '', b.claim.unit ?? '') || Math.max(...b.claim.numbers) - Math.max(...a.claim.numbers)
  );
}

/** The place of each entry in the order of `compare`, ties as they stand. */
function ranksBy(entries: readonly Found[], compare: (a: Found, b: Found) => number): number[] {
  const order = entries.map((entry, index) => ({ entry, index }));
  order.sort((a, b) => compare(a.entry, b.entry) || a.index - b.index);
  const ranks = entries.map(() => 0);
  order.forEach(({ index }, rank) => {
    ranks[index] = rank;
  });
  return ranks;
}
