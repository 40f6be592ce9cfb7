/** The feeds of the survey: of all papers, of each area and topic, and of the versions. */
import { arxivAbstractUrl } from '../corpus/identifiers.ts';
import { compareText } from '../corpus/ordering.ts';
import type { Paper } from '../corpus/paper.ts';
import { slugOfTitle } from '../corpus/titles.ts';
import type { AtomEntry, AtomFeed } from '../exports/atom.ts';
import { type ChangeItem, versionView } from './changes-view.ts';
import type { SiteConfig } from './config.ts';
import { feedPath, type FeedSubject, feedTitle } from './feed-reference.ts';
import { newestFirst, type Survey } from './survey.ts';
import { paperSummary } from './wording.ts';

/** A feed tells what is new; older papers are on the pages. */
const longestFeed = 100;

/** Every feed of the survey; none where the site has no address. */
export function feedSubjects({ areas, topics, urls }: Survey): FeedSubject[] {
  if (urls.absolute(urls.feed()) === null) return [];
  return [
    { kind: 'everything' },
    { kind: 'changes' },
    ...areas.map(({ area }) => ({ kind: 'area' as const, id: area.id, title: area.title })),
    ...topics.map(({ topic }) => ({ kind: 'topic' as const, id: topic.id, title: topic.title })),
  ];
}

/** What a feed holds; null where the site has no address. */
export function feedOf(subject: FeedSubject, survey: Survey): AtomFeed | null {
  const { site, urls } = survey;
  const self = urls.absolute(feedPath(subject, urls));
  const page = urls.absolute(pageOf(subject, survey));
  if (self === null || page === null) return null;
  return {
    id: tagUri(feedName(subject), site),
    title: feedTitle(subject, site),
    subtitle: subtitleOf(subject, survey),
    language: site.language,
    self,
    page,
    publisher: site.title,
    updated: lastPublished(survey),
    rights: site.licence,
    entries: subject.kind === 'changes' ? versionEntries(survey) : paperEntries(papersOf(subject, survey), survey),
  };
}

function pageOf(subject: FeedSubject, { urls }: Survey): string {
  switch (subject.kind) {
    case 'everything':
      return urls.home();
    case 'changes':
      return urls.changes();
    case 'area':
      return urls.area(subject.id);
    case 'topic':
      return urls.topic(subject.id);
  }
}

function feedName(subject: FeedSubject): string {
  switch (subject.kind) {
    case 'everything':
      return 'papers';
    case 'changes':
      return 'changes';
    case 'area':
      return `areas/${subject.id}`;
    case 'topic':
      return `topics/${subject.id}`;
  }
}

function subtitleOf(subject: FeedSubject, { site, areas, topicById }: Survey): string {
  switch (subject.kind) {
    case 'everything':
      return site.description;
    case 'changes':
      return `What each published version of ${site.title} changed.`;
    case 'area':
      return areas.find(({ area }) => area.id === subject.id)?.area.summary ?? subject.title;
    case 'topic':
      return topicById.get(subject.id)?.topic.definition ?? subject.title;
  }
}

function papersOf(subject: FeedSubject, { papers, topicById }: Survey): readonly Paper[] {
  switch (subject.kind) {
    case 'everything':
      return papers;
    case 'changes':
      return [];
    case 'area':
      return papers.filter(({ area }) => area === subject.id);
    case 'topic': {
      const entry = topicById.get(subject.id);
      return entry === undefined ? [] : [...entry.papers, ...entry.alsoPapers];
    }
  }
}

/** An identifier that depends neither on the host nor on the base path (RFC 4151). */
export function tagUri(name: string, { tagAuthority, title }: SiteConfig): string {
  return `tag:${tagAuthority ?? `${slugOfTitle(title)}.invalid,2026`}:${name}`;
}

/** Lately changed papers first, of those of one day the newest. */
function paperEntries(papers: readonly Paper[], survey: Survey): AtomEntry[] {
  return papers
    .map((paper) => ({ paper, updated: changedOn(paper, survey) }))
    .sort((a, b) => compareText(b.updated, a.updated) || newestFirst(a.paper, b.paper))
    .slice(0, longestFeed)
    .flatMap(({ paper, updated }) => paperEntry(paper, updated, survey));
}

/** The day of the version that last changed the record; for a paper that is in none yet, when it can have come at the earliest. */
export function changedOn({ id, published }: Pick<Paper, 'id' | 'published'>, survey: Survey): string {
  const recorded = survey.changedOn.get(`papers/${id}`);
  if (recorded !== undefined) return recorded;
  const appeared = published === null ? '' : wholeDay(published.value);
  const last = lastPublished(survey);
  return appeared > last ? appeared : last;
}

/** The day of the last version; of a survey without versions that of its newest paper. */
export function lastPublished({ versions, papers }: Survey): string {
  const [version] = versions;
  if (version !== undefined) return version.date;
  const days = papers.flatMap(({ published }) => (published === null ? [] : [wholeDay(published.value)]));
  return days.reduce((latest, day) => (day > latest ? day : latest), '1970-01-01');
}

function wholeDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

function paperEntry(paper: Paper, updated: string, { site, urls, topicById }: Survey): AtomEntry[] {
  const page = urls.absolute(urls.paper(paper.id));
  if (page === null) return [];
  const topics = [paper.topic, ...paper.also].flatMap((id) => (id === null ? [] : (topicById.get(id) ?? [])));
  return [
    {
      id: tagUri(`papers/${paper.id}`, site),
      title: paper.title.plain,
      page,
      updated,
      published: paper.published?.precision === 'day' ? paper.published.value : null,
      // An entry without authors would be taken for the publisher's own.
      authors: paper.authors ?? ['Authors not named by the sources'],
      related: paper.arxiv === null ? [] : [arxivAbstractUrl(paper.arxiv)],
      categories: topics.map(({ topic }) => ({ term: topic.id, label: topic.title })),
      summary: paperSummary(paper),
    },
  ];
}

function versionEntries(survey: Survey): AtomEntry[] {
  const { site, urls, versions } = survey;
  return versions.slice(0, longestFeed).flatMap((changes) => {
    const page = urls.absolute(urls.changes());
    if (page === null) return [];
    const { heading, anchor, note, summary, groups } = versionView(changes, survey);
    const lines = groups.flatMap(({ title, items }) => [`${title}:`, ...items.map(changeLine)]);
    return [
      {
        id: tagUri(`changes/${changes.version}`, site),
        title: heading,
        page: `${page}#${anchor}`,
        updated: changes.date,
        published: changes.date,
        authors: [],
        related: [],
        categories: [],
        summary: [...(note === null ? [] : [note]), summary, ...lines].join('\n'),
      },
    ];
  });
}

function changeLine({ title, note }: ChangeItem): string {
  return note === null ? `- ${title}` : `- ${title}: ${note}`;
}
