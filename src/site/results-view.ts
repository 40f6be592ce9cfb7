/** The page of all reported results. */
import { metricKinds } from '../corpus/metrics.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Claim, Paper } from '../corpus/paper.ts';
import { speedupOf } from '../corpus/speedups.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type TopicLink, topicLink } from './paper-entry.ts';
import { isBestCase, isSlowdown } from './result-direction.ts';
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
  /** The fragment that leads to it. */
  readonly id: string;
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
  /** How many of the results say little by themselves, in a sentence; null where there are none. */
  readonly account: string | null;
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
    account: accountOf(found.map(({ claim }) => claim)),
    plot: speedupPlot(
      topics.map(({ topic, papers }) => ({ topic: topicLink(topic.id, survey), papers })),
      urls,
    ),
    groups: sections.map((section) => groupOf(section, found, survey)).filter(({ rows }) => rows.length > 0),
    topics: topics
      .filter(({ papers }) => papers.some((paper) => withResults.has(paper)))
      .map(({ topic }) => ({ value: topic.id, label: topic.title })),
    platforms: taxonomy.facets.platform
      .filter(({ id }) => found.some(({ paper }) => paper.platforms.includes(id)))
      .map(({ id, title: label }) => ({ value: id, label })),
  };
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly holds: (claim: Claim) => boolean;
}

// Slowdowns are results in speed, but no speed-ups.
const sections: readonly Section[] = [
  ...metricKinds.map((kind) => ({
    id: kind,
    title: metricTitle(kind),
    holds: (claim: Claim) => claim.metric === kind && !isSlowdown(claim),
  })),
  { id: 'slowdown', title: 'Slowdowns and gaps in speed', holds: isSlowdown },
];

function accountOf(claims: readonly Claim[]): string | null {
  const factors = claims.filter((claim) => speedupOf(claim) !== null);
  if (claims.length === 0) return null;
  const all = `Among ${counted(claims.length, 'result')} are ${alone(claims)} without a baseline in their sentence and ${best(claims)} (“up to”)`;
  if (factors.length === 0) return `${all}.`;
  return `${all}; among ${counted(factors.length, 'speed-up')} given as a factor, ${alone(factors)} without a baseline and ${best(factors)}.`;
}

function alone(claims: readonly Claim[]): string {
  return formatCount(claims.filter(({ against }) => against === null).length);
}

function best(claims: readonly Claim[]): string {
  return counted(claims.filter(isBestCase).length, 'best case');
}

function groupOf({ id, title, holds }: Section, all: readonly Found[], survey: Survey): ResultGroup {
  const found = all.filter(({ claim }) => holds(claim));
  const shown = found.slice(0, longestGroup);
  const byValue = ranksBy(shown, compareValues);
  const byDate = ranksBy(shown, (a, b) => compareText(b.paper.published?.value ?? '', a.paper.published?.value ?? ''));
  return {
    id,
    title,
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
