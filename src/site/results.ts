/** Reported results as rows and dots, the same on every page. */
import { stripPlot, type Strip, type StripDot, type StripPlot, type StripValue } from '../charts/strip-plot.ts';
import type { MetricKind } from '../corpus/metrics.ts';
import type { Claim, Paper } from '../corpus/paper.ts';
import { speedupOf } from '../corpus/speedups.ts';
import type { TopicLink } from './paper-entry.ts';
import { isBestCase } from './result-direction.ts';
import { type Quote, quoteAround, resultText, type ResultWording, wordResult } from './result-wording.ts';
import type { Survey, TopicEntry } from './survey.ts';
import type { Urls } from './urls.ts';
import { counted } from './wording.ts';

/** One result. */
export interface ResultEntry extends ResultWording {
  readonly against: string | null;
  readonly quote: Quote;
}

/** Results that one sentence reports. */
export interface QuotedResults {
  readonly quote: string;
  readonly results: readonly ResultEntry[];
}

/** The title of a group of results. */
export function metricTitle(kind: MetricKind): string {
  switch (kind) {
    case 'speed-up':
      return 'Speed-up';
    case 'latency':
      return 'Latency and run time';
    case 'throughput':
      return 'Throughput';
    case 'memory':
      return 'Memory';
    case 'energy':
      return 'Energy and power';
    case 'compression':
      return 'Size and compression';
    case 'cost':
      return 'Computation and cost';
    case 'accuracy':
      return 'Accuracy and quality';
    case 'error':
      return 'Error';
    case 'other':
      return 'Other measures';
  }
}

/** A claim in words. */
export function resultEntry(claim: Claim): ResultEntry {
  return { ...wordResult(claim), against: claim.against, quote: quoteAround(claim) };
}

/** The results of a paper, those of one sentence together. */
export function quotedResults(claims: readonly Claim[]): QuotedResults[] {
  const groups = Map.groupBy(claims, ({ quote }) => quote);
  return [...groups].map(([quote, members]) => ({ quote, results: members.map(resultEntry) }));
}

export interface PlotDot extends StripDot {
  readonly href: string;
  readonly label: string;
  /** Whether the paper gives it as the best of several. */
  readonly isBestCase: boolean;
}

export interface PlotStrip extends Strip {
  readonly topic: TopicLink | null;
  readonly dots: readonly PlotDot[];
}

/** The plot of reported speed-ups. */
export interface SpeedupPlotView extends Pick<StripPlot, 'height' | 'ticks'> {
  /** What the plot shows, for those who do not see it. */
  readonly description: string;
  readonly strips: readonly PlotStrip[];
  /** Which marks its legend explains. */
  readonly marks: { readonly bestCases: boolean; readonly ranges: boolean };
}

export interface PlotRow {
  readonly topic: TopicLink | null;
  readonly papers: readonly Paper[];
}

/** Fewer speed-ups are told in words. */
const leastPlotted = 3;

/** The speed-ups of the papers of each row; null when there are too few. Rows without any are left out. */
export function speedupPlot(rows: readonly PlotRow[], urls: Pick<Urls, 'paper'>): SpeedupPlotView | null {
  const filled = rows
    .map(({ topic, papers }) => ({ topic, dots: papers.flatMap((paper) => speedupsOf(paper, urls)) }))
    .filter(({ dots }) => dots.length > 0);
  const all = filled.flatMap(({ dots }) => dots);
  if (all.length < leastPlotted) return null;
  const plot = stripPlot(
    filled.map(({ dots }) => dots),
    filled.some(({ topic }) => topic !== null),
  );
  return {
    height: plot.height,
    ticks: plot.ticks,
    description: describePlot(all),
    strips: plot.strips.map((strip, row) => ({
      ...strip,
      topic: filled[row]?.topic ?? null,
      dots: strip.dots.flatMap((place, index) => {
        const dot = filled[row]?.dots[index];
        return dot === undefined ? [] : [{ ...place, href: dot.href, label: dot.label, isBestCase: dot.isBestCase }];
      }),
    })),
    marks: { bestCases: all.some((dot) => dot.isBestCase), ranges: all.some(({ low }) => low !== null) },
  };
}

interface Dot extends StripValue, Pick<PlotDot, 'href' | 'label' | 'isBestCase'> {}

function describePlot(dots: readonly Dot[]): string {
  const values = dots.map(({ value }) => value);
  const best = dots.filter((dot) => dot.isBestCase).length;
  const hollow = best === 0 ? '' : `, ${best} of them best cases (“up to”), drawn hollow`;
  return `${dots.length} reported speed-ups from ${Math.min(...values)}× to ${Math.max(...values)}× on a logarithmic scale${hollow}; each dot is one result and leads to its paper`;
}

function speedupsOf(paper: Paper, urls: Pick<Urls, 'paper'>): Dot[] {
  return paper.claims.flatMap((claim) => {
    const speedup = speedupOf(claim);
    if (speedup === null) return [];
    return [
      {
        value: speedup.high,
        low: speedup.low,
        href: urls.paper(paper.id),
        label: `${resultText(wordResult(claim))}: ${paper.title.plain}`,
        isBestCase: isBestCase(claim),
      },
    ];
  });
}

/** A paper as the rows of a table name it. */
export interface ReportingPaper {
  readonly href: string;
  readonly title: string;
  readonly titleHtml: string;
}

/** What the papers of one topic report. */
export interface TopicResults {
  /** Null when too few of them are speed-ups. */
  readonly plot: SpeedupPlotView | null;
  /** The speed-ups that are too few for a plot; null where there is one. */
  readonly fewSpeedups: readonly (ResultWording & { readonly paper: ReportingPaper })[] | null;
  readonly rows: readonly {
    readonly paper: ReportingPaper;
    /** The first of them, shown at once. */
    readonly results: readonly ResultEntry[];
    /** All others, shown on demand. */
    readonly further: readonly ResultEntry[];
  }[];
  /** "31 results". */
  readonly count: string;
  /** The same results with their sentences. */
  readonly href: string;
}

/** How many results of one paper the page of a topic shows at once; a single one more is shown, too. */
const mostPerPaper = 3;

/** The results of the papers whose primary topic this is, newest paper first. */
export function topicResults({ topic, papers }: TopicEntry, { urls }: Pick<Survey, 'urls'>): TopicResults {
  const reporting = papers.filter(({ claims }) => claims.length > 0);
  const paperOf = ({ id, title }: Paper): ReportingPaper => ({
    href: urls.paper(id),
    title: title.plain,
    titleHtml: title.html,
  });
  const plot = speedupPlot([{ topic: null, papers }], urls);
  return {
    plot,
    fewSpeedups:
      plot === null
        ? reporting.flatMap((paper) =>
            paper.claims
              .filter((claim) => speedupOf(claim) !== null)
              .map((claim) => ({ ...wordResult(claim), paper: paperOf(paper) })),
          )
        : null,
    rows: reporting.map((paper) => {
      const { claims } = paper;
      const shown = claims.length <= mostPerPaper + 1 ? claims.length : mostPerPaper;
      return {
        paper: paperOf(paper),
        results: claims.slice(0, shown).map(resultEntry),
        further: claims.slice(shown).map(resultEntry),
      };
    }),
    count: counted(
      reporting.reduce((sum, { claims }) => sum + claims.length, 0),
      'result',
    ),
    href: urls.results({ topic: topic.id }),
  };
}
