/** The charts of the whole survey, for those who would rather look than read. */
import { areaYearMatrix, type CountMatrix, topicPlatformMatrix, topicYearMatrix } from './count-matrix.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import { topicLink } from './paper-entry.ts';
import { paperMap, type PaperMapView } from './paper-map.ts';
import { speedupPlot, type SpeedupPlotView } from './results.ts';
import { newestFirst, type Survey } from './survey.ts';
import { everyAreaYears, surveyYears, type YearsChartView } from './year-charts.ts';
import { counted, formatCount, formatDate } from './wording.ts';

export interface OverviewView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly map: PaperMapView;
  readonly years: YearsChartView;
  /** One chart for each area, all on one scale, under its name. */
  readonly areas: readonly { readonly label: string; readonly href: string; readonly chart: YearsChartView }[];
  readonly areaYears: CountMatrix;
  /** How far the last year goes; null without a date. */
  readonly until: string | null;
  readonly topicYears: CountMatrix;
  /** Null when no abstract names a platform. */
  readonly topicPlatforms: CountMatrix | null;
  /** How many abstracts the matrix of platforms leaves out, in a sentence. */
  readonly silent: string;
  /** Null when too few abstracts report one. */
  readonly speedups: SpeedupPlotView | null;
  readonly resultsHref: string;
}

/** Everything /overview/ shows. */
export function overviewView(survey: Survey): OverviewView {
  const { urls, counts, areas, topics, papers } = survey;
  const title = 'Overview';
  const lead = `${counted(counts.papers, 'paper')} by likeness, year, platform and reported speed-up. Every mark leads to its papers, and every chart has its numbers as a table below it.`;
  const charts = everyAreaYears(survey);
  return {
    frame: pageFrame(survey, { title, description: lead, path: urls.overview(), kind: { kind: 'collection' } }),
    title,
    lead,
    map: paperMap(survey),
    years: surveyYears(survey, overviewHeight),
    areas: areas.flatMap(({ area }, index) => {
      const chart = charts[index];
      return chart === undefined ? [] : [{ label: area.title, href: urls.area(area.id), chart }];
    }),
    areaYears: areaYearMatrix(survey),
    until: untilOf(survey),
    topicYears: topicYearMatrix(survey),
    topicPlatforms: topicPlatformMatrix(survey),
    silent: `${formatCount(papers.filter(({ platforms }) => platforms.length === 0).length)} of ${counted(papers.length, 'abstract')} name no platform and are not in this chart; an abstract can name several.`,
    speedups: speedupPlot(
      topics.map((entry) => ({ topic: topicLink(entry.topic.id, survey), papers: entry.papers })),
      urls,
    ),
    resultsHref: urls.results(),
  };
}

const overviewHeight = 220;

function untilOf({ papers }: Survey): string | null {
  const [newest] = papers.filter(({ published }) => published !== null).sort(newestFirst);
  return newest?.published ? `The newest paper is of ${formatDate(newest.published)}.` : null;
}
