/** The page of the reading list: what its script needs to show papers that only the browser knows. */
import type { ListTopic } from '../client/list-order.ts';
import { type ExportFormat, formatFacts } from '../exports/formats.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import { pageShare, type ShareView } from './share-view.ts';
import type { Survey } from './survey.ts';

export interface ListView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  /** In the order of the taxonomy. */
  readonly topics: readonly ListTopic[];
  readonly formats: readonly { readonly format: ExportFormat; readonly label: string }[];
  readonly share: ShareView;
  readonly links: { readonly papers: string; readonly topics: string; readonly search: string };
}

const offered = ['bibtex', 'ris', 'csv', 'markdown', 'csl-json'] as const satisfies readonly ExportFormat[];

type ListSource = Pick<Survey, 'site' | 'urls' | 'fonts' | 'areas' | 'versions'>;

export function listView(survey: ListSource): ListView {
  const { urls, areas } = survey;
  const title = 'Reading list';
  return {
    frame: pageFrame(survey, {
      title,
      description: 'Papers you put aside, kept in your browser: with notes, to share, to print, to take away.',
      path: urls.list(),
      kind: { kind: 'unlisted' },
    }),
    title,
    lead: 'Kept in this browser only. A link shares it; nothing is sent to a server.',
    topics: areas.flatMap(({ area, topics }, areaIndex) =>
      topics.map(({ topic }) => ({
        id: topic.id,
        label: topic.title,
        href: urls.topic(topic.id),
        area: { id: area.id, label: area.title, href: urls.area(area.id) },
        areaIndex,
      })),
    ),
    formats: offered.map((format) => ({ format, label: formatFacts[format].label })),
    share: pageShare(title, urls.list(), survey),
    links: { papers: urls.papers(), topics: urls.topics(), search: urls.search() },
  };
}
