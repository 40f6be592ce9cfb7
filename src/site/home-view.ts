/** The home page: what this is, where to start, what is new. */
import { versionView } from './changes-view.ts';
import { feedAlternates, feedReference } from './feed-reference.ts';
import type { Paper } from '../corpus/paper.ts';
import { hasMath, pageFrame, type PageFrame } from './page-frame.ts';
import { type PaperEntry, paperEntry } from './paper-entry.ts';
import { proseView, type ProseView } from './survey-prose.ts';
import { newestFirst, type Survey } from './survey.ts';
import { type AreaSummary, areaSummary } from './taxonomy-view.ts';
import { formatCount, formatDate } from './wording.ts';
import { surveyYears, type YearsChartView } from './year-charts.ts';

export interface Figure {
  readonly count: string;
  readonly label: string;
  readonly href: string;
}

/** The newest published version. */
export interface LatestChange {
  readonly heading: string;
  readonly summary: string;
  readonly href: string;
}

export interface HomeView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly tagline: string;
  /** What the survey is, in a sentence or two. */
  readonly description: string;
  readonly figures: readonly Figure[];
  /** How new the newest paper is; null where no paper has a date. */
  readonly freshness: string | null;
  readonly areas: readonly AreaSummary[];
  /** Null before the first version is published. */
  readonly change: LatestChange | null;
  readonly newest: readonly PaperEntry[];
  readonly byYearHref: string;
  /** Papers per year by area. */
  readonly years: YearsChartView;
  /** The essay about the collection; null when nobody has written it. */
  readonly prose: ProseView | null;
}

/** How many of the newest papers the home page shows. */
const newestOnHome = 4;

/** Everything the home page shows. */
export function homeView(survey: Survey): HomeView {
  const { site, urls, counts, areas, topics, papers } = survey;
  const dated = papers.filter((paper) => paper.published !== null).sort(newestFirst);
  const newest = dated.slice(0, newestOnHome).map((paper) => paperEntry(paper, survey, true));
  const prose = proseView('page', 'home', survey);
  return {
    frame: pageFrame(survey, {
      title: site.title,
      description: site.description,
      path: urls.home(),
      kind: { kind: 'home' },
      alternates: feedAlternates(feedReference({ kind: 'everything' }, survey)),
      hasMath: prose?.hasMath || hasMath(...newest.map(({ titleHtml }) => titleHtml)),
    }),
    title: site.title,
    tagline: site.tagline,
    description: site.description,
    freshness: freshnessOf(dated[0]),
    figures: [
      { count: formatCount(counts.papers), label: 'papers', href: urls.papers() },
      { count: formatCount(areas.length), label: 'areas', href: urls.topics() },
      { count: formatCount(topics.length), label: 'topics', href: urls.topics() },
      { count: formatCount(counts.captures), label: 'captured listings', href: urls.sources() },
    ],
    areas: areas.map((entry) => areaSummary(entry, survey, 0)),
    change: latestChange(survey),
    newest,
    byYearHref: urls.papersByYear(),
    years: surveyYears(survey),
    prose,
  };
}

// From the papers themselves: the day of a build says nothing about them.
function freshnessOf(newest: Paper | undefined): string | null {
  return newest?.published ? `newest of ${formatDate(newest.published)}` : null;
}

function latestChange(survey: Survey): LatestChange | null {
  const [newest] = survey.versions;
  if (newest === undefined) return null;
  const { heading, summary, anchor } = versionView(newest, survey);
  return { heading, summary, href: `${survey.urls.changes()}#${anchor}` };
}
