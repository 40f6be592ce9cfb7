/** A paper as one card of a list: enough to recognise it and to choose it, no more. */
import { arxivAbstractUrl } from '../corpus/identifiers.ts';
import type { Paper } from '../corpus/paper.ts';
import { facetsOf } from './facets.ts';
import { type ResultWording, wordResult } from './result-wording.ts';
import type { Survey } from './survey.ts';
import { tellingResult } from './telling-result.ts';
import { abbreviateAuthors, formatMonth } from './wording.ts';

export interface TopicLink {
  readonly label: string;
  readonly href: string;
  /** Position of the topic's area in the taxonomy: picks the colour of its marker. */
  readonly areaIndex: number;
}

export interface EntryLink {
  readonly label: string;
  /** What a screen reader says instead, because "Code" alone does not tell papers apart. */
  readonly description: string;
  readonly href: string;
}

export interface PaperEntry {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Safe HTML. */
  readonly titleHtml: string;
  /** Null where no source names an author. */
  readonly authorLine: string | null;
  /** Date and venue, as far as known. */
  readonly facts: readonly string[];
  /** Null where the list itself says the topic, or where there is none. */
  readonly topic: TopicLink | null;
  /** What the paper runs on, as far as its abstract says. */
  readonly platforms: readonly string[];
  readonly links: readonly EntryLink[];
  /** What its abstract reports of its own work; null where nothing speaks for itself. */
  readonly result: ResultWording | null;
}

type TopicSource = Pick<Survey, 'urls' | 'topicById' | 'areas'>;
type EntrySource = TopicSource & Pick<Survey, 'facets'>;

/** The entry of a paper in a list; `showTopic` is false where the list is that of the topic. */
export function paperEntry(paper: Paper, survey: EntrySource, showTopic: boolean): PaperEntry {
  const claim = tellingResult(paper);
  return {
    id: paper.id,
    href: survey.urls.paper(paper.id),
    title: paper.title.plain,
    titleHtml: paper.title.html,
    authorLine: paper.authors === null ? null : abbreviateAuthors(paper.authors, paper.authorsComplete),
    facts: [paper.published === null ? null : formatMonth(paper.published), paper.venue].filter(
      (fact) => fact !== null,
    ),
    topic: showTopic && paper.topic !== null ? topicLink(paper.topic, survey) : null,
    platforms: facetsOf(paper, 'platform', survey.facets).map(({ label }) => label),
    links: entryLinks(paper),
    result: claim === null ? null : wordResult(claim),
  };
}

/** The link to a topic; null for an id that the taxonomy does not define. */
export function topicLink(id: string, { urls, topicById, areas }: TopicSource): TopicLink | null {
  const entry = topicById.get(id);
  if (entry === undefined) return null;
  return { label: entry.topic.title, href: urls.topic(id), areaIndex: areaIndexOf(entry.area.id, areas) };
}

/** The place of an area in the taxonomy, counted from 0. */
export function areaIndexOf(id: string, areas: Survey['areas']): number {
  return areas.findIndex(({ area }) => area.id === id);
}

function entryLinks({ arxiv, code, title }: Paper): EntryLink[] {
  const links: EntryLink[] = [];
  if (arxiv !== null) {
    links.push({ label: 'arXiv', description: `arXiv page of ${title.plain}`, href: arxivAbstractUrl(arxiv) });
  }
  const [repository] = code;
  if (repository !== undefined) {
    links.push({ label: 'Code', description: `Code of ${title.plain}`, href: repository });
  }
  return links;
}
