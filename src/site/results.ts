/** Reported results as rows and dots, the same on every page. */
import { stripPlot, type Strip, type StripDot, type StripPlot } from '../charts/strip-plot.ts';
import type { MetricKind } from '../corpus/metrics.ts';
import type { Claim, Paper } from '../corpus/paper.ts';
import { speedupOf } from '../corpus/speedups.ts';
import type { TopicLink } from './paper-entry.ts';
import type { Survey, TopicEntry } from './survey.ts';
import type { Urls } from './urls.ts';
import { counted } from './wording.ts';

/** One result. */
export interface ResultEntry {
  readonly value: string;
  /** The metric as the sentence names it, else the kind of metric. */
  readonly metric: string;
  /** Which way it changed, in a word; null for a value in itself. */
  readonly change: string | null;
  readonly against: string | null;
  readonly quote: Quote;
}

/** A quoted sentence around the value in it. */
export interface Quote {
  readonly before: string;
  readonly value: string;
  readonly after: string;
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
  return {
    value: claim.value,
    metric: metricName(claim),
    change: changeWord(claim),
    against: claim.against,
    quote: quoteOf(claim),
  };
}

// "outperform" says that there is a metric, not which.
function metricName({ words, metric }: Claim): string {
  return words === null || /^(?:outperform|surpass|exceed)/i.test(words) ? metricTitle(metric).toLowerCase() : words;
}

const saysChange = /faster|slower|smaller|larger|better|gain|improve|outperform|surpass|accelerat|saving|prun/i;

// "6.1× faster" needs no "up".
function changeWord({ change, metric, words }: Claim): string | null {
  if (change === null || metric === 'speed-up' || saysChange.test(words ?? '')) return null;
  return change === 'increase' ? 'up' : 'down';
}

function quoteOf({ quote, value }: Claim): Quote {
  const at = Math.max(0, quote.indexOf(value));
  return {
    before: quote.slice(0, at),
    value: quote.slice(at, at + value.length),
    after: quote.slice(at + value.length),
  };
}

/** The results of a paper, those of one sentence together. */
export function quotedResults(claims: readonly Claim[]): QuotedResults[] {
  const groups = Map.groupBy(claims, ({ quote }) => quote);
  return [...groups].map(([quote, members]) => ({ quote, results: members.map(resultEntry) }));
}

export interface PlotDot extends StripDot {
  readonly href: string;
  readonly label: string;
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
}

export interface PlotRow {
  readonly topic: TopicLink | null;
  readonly papers: readonly Paper[];
}

/** The speed-ups of the papers of each row; null when there are fewer than `least`. Rows without any are left out. */
export function speedupPlot(rows: readonly PlotRow[], urls: Pick<Urls, 'paper'>, least = 3): SpeedupPlotView | null {
  const filled = rows
    .map(({ topic, papers }) => ({ topic, dots: papers.flatMap((paper) => speedupsOf(paper, urls)) }))
    .filter(({ dots }) => dots.length > 0);
  const all = filled.flatMap(({ dots }) => dots.map(({ value }) => value));
  if (all.length < least) return null;
  const labelled = filled.some(({ topic }) => topic !== null);
  const plot = stripPlot(
    filled.map(({ dots }) => dots),
    labelled,
  );
  return {
    height: plot.height,
    ticks: plot.ticks,
    description: `${all.length} reported speed-ups from ${Math.min(...all)}× to ${Math.max(...all)}× on a logarithmic scale; each dot is one result and leads to its paper`,
    strips: plot.strips.map((strip, row) => ({
      ...strip,
      topic: filled[row]?.topic ?? null,
      dots: strip.dots.map((dot, index) => ({ ...dot, ...linkOf(filled[row]?.dots[index]) })),
    })),
  };
}

type Dot = ReturnType<typeof speedupsOf>[number];

function speedupsOf(paper: Paper, urls: Pick<Urls, 'paper'>) {
  return paper.claims.flatMap((claim) => {
    const speedup = speedupOf(claim);
    if (speedup === null) return [];
    const words = claim.words === null ? '' : ` ${claim.words}`;
    return [
      {
        value: speedup.high,
        low: speedup.low,
        href: urls.paper(paper.id),
        label: `${claim.value}${words}: ${paper.title.plain}`,
      },
    ];
  });
}

function linkOf(dot: Dot | undefined): Pick<PlotDot, 'href' | 'label'> {
  return { href: dot?.href ?? '', label: dot?.label ?? '' };
}

/** What the papers of one topic report. */
export interface TopicResults {
  /** Null when too few of them are speed-ups. */
  readonly plot: SpeedupPlotView | null;
  readonly rows: readonly {
    readonly paper: { readonly href: string; readonly title: string; readonly titleHtml: string };
    /** The first of them. */
    readonly results: readonly ResultEntry[];
    /** How many more its own page has. */
    readonly more: number;
  }[];
  /** "31 results". */
  readonly count: string;
  /** The same results with their sentences. */
  readonly href: string;
}

/** How many results of one paper the page of a topic shows; a single one more is shown, too. */
const mostPerPaper = 3;

/** The results of the papers whose primary topic this is, newest paper first. */
export function topicResults({ topic, papers }: TopicEntry, { urls }: Pick<Survey, 'urls'>): TopicResults {
  const reporting = papers.filter(({ claims }) => claims.length > 0);
  return {
    plot: speedupPlot([{ topic: null, papers }], urls),
    rows: reporting.map(({ id, title, claims }) => {
      const shown = claims.length <= mostPerPaper + 1 ? claims : claims.slice(0, mostPerPaper);
      return {
        paper: { href: urls.paper(id), title: title.plain, titleHtml: title.html },
        results: shown.map(resultEntry),
        more: claims.length - shown.length,
      };
    }),
    count: counted(
      reporting.reduce((sum, { claims }) => sum + claims.length, 0),
      'result',
    ),
    href: urls.results({ topic: topic.id }),
  };
}
