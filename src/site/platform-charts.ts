/** On what the papers of an area or a topic run, as bars. */
import { barLengths } from '../charts/bars.ts';
import type { Paper } from '../corpus/paper.ts';
import { areaClass } from './area-class.ts';
import { countFacets } from './facets.ts';
import { areaIndexOf } from './paper-entry.ts';
import type { AreaEntry, Survey, TopicEntry } from './survey.ts';
import { counted, formatCount } from './wording.ts';

export interface PlatformBar {
  readonly label: string;
  readonly href: string;
  readonly count: string;
  /** In percent of the longest bar. */
  readonly length: number;
}

export interface PlatformsChartView {
  readonly title: string;
  readonly areaClass: string;
  /** From the most frequent. */
  readonly bars: readonly PlatformBar[];
  /** How many papers the bars leave out, in a sentence; null when none. */
  readonly silent: string | null;
}

/** One area; null when no abstract names a platform. */
export function areaPlatforms({ area, topics }: AreaEntry, survey: Survey): PlatformsChartView | null {
  const papers = topics.flatMap((entry) => entry.papers);
  return platformsChart(papers, area.id, survey, (platform) => survey.urls.facet('platform', platform));
}

/** One topic; a bar leads to the topic's papers on that platform. */
export function topicPlatforms({ topic, area, papers }: TopicEntry, survey: Survey): PlatformsChartView | null {
  return platformsChart(papers, area.id, survey, (platform) => survey.urls.topic(topic.id, { platform }));
}

function platformsChart(
  papers: readonly Paper[],
  areaId: string,
  survey: Survey,
  hrefOf: (platform: string) => string,
): PlatformsChartView | null {
  const counts = countFacets(papers, 'platform', survey.facets);
  if (counts.length === 0) return null;
  const lengths = barLengths(counts.map(({ count }) => count));
  const silent = papers.filter(({ platforms }) => platforms.length === 0).length;
  return {
    title: 'Platforms',
    areaClass: areaClass(areaIndexOf(areaId, survey.areas)),
    bars: counts.map(({ entry, count }, index) => ({
      label: shortLabel(entry.label),
      href: hrefOf(entry.id),
      count: formatCount(count),
      length: lengths[index] ?? 0,
    })),
    silent: silent === 0 ? null : `${counted(silent, 'abstract')} of ${formatCount(papers.length)} name none.`,
  };
}

/** A label without what stands in parentheses; the value's own page has room for that. */
export function shortLabel(label: string): string {
  return label.replace(/ \(.*\)$/, '');
}
