/** The page of changes: what every published version added, moved, corrected, merged and removed. */
import type { RecordedField, VersionChanges } from '../corpus/history.ts';
import { feedAlternates, type FeedReference, feedReference } from './feed-reference.ts';
import { pageFrame, type PageFrame } from './page-frame.ts';
import type { Survey } from './survey.ts';
import { counted, formatDate } from './wording.ts';

export interface ChangeItem {
  readonly title: string;
  /** Null for what is no longer there. */
  readonly href: string | null;
  readonly note: string | null;
}

export interface ChangeGroup {
  readonly title: string;
  readonly items: readonly ChangeItem[];
  /** Whether its links lead to papers that are there: a removed one leads to a notice. */
  readonly ofPapers: boolean;
  /** Whether the list is shown without being asked for. */
  readonly open: boolean;
}

export interface VersionView {
  readonly heading: string;
  /** Id of the heading, and the fragment that leads to it. */
  readonly anchor: string;
  /** The day as a machine reads it. */
  readonly day: string;
  readonly note: string | null;
  /** "3 papers added, 1 moved." */
  readonly summary: string;
  readonly groups: readonly ChangeGroup[];
}

export interface ChangesView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead: string;
  readonly feed: FeedReference | null;
  readonly versions: readonly VersionView[];
}

/** Lists up to this length are open. */
const shortList = 12;

/** Everything the page of changes shows. */
export function changesView(survey: Survey): ChangesView {
  const { urls, versions, site } = survey;
  const lead =
    versions.length === 0
      ? 'No version of this survey has been published yet.'
      : 'What each published version of this survey added, moved, corrected and removed.';
  const feed = feedReference({ kind: 'changes' }, survey);
  return {
    frame: pageFrame(survey, {
      title: 'Changes',
      description: `What each published version of ${site.title} added, moved, corrected and removed.`,
      path: urls.changes(),
      kind: { kind: 'page' },
      alternates: feedAlternates(feed),
    }),
    title: 'Changes',
    lead,
    feed,
    versions: versions.map((version) => versionView(version, survey)),
  };
}

/** One version as the page and the feed tell it. */
export function versionView(changes: VersionChanges, survey: Survey): VersionView {
  const { version, date, note } = changes;
  return {
    heading: `Version ${version}, ${formatDate({ value: date })}`,
    anchor: versionAnchor(version),
    day: date,
    note,
    summary: changeSummary(changes),
    groups: groupsOf(changes, survey).filter(({ items }) => items.length > 0),
  };
}

/** The fragment of a version on the page of changes. */
export function versionAnchor(version: string): string {
  return `v${version.replaceAll('.', '-')}`;
}

/** The number of each kind of change, in words. */
export function changeSummary(changes: VersionChanges): string {
  const { isFirst, papers, added, moved, corrected, merged, removed, texts } = changes;
  if (isFirst) return `The first version, with ${counted(papers, 'paper')}.`;
  const parts = [
    added.length > 0 ? `${counted(added.length, 'paper')} added` : null,
    moved.length > 0 ? `${counted(moved.length, 'paper')} put under another topic` : null,
    corrected.length > 0 ? `${counted(corrected.length, 'paper')} corrected` : null,
    merged.length > 0 ? `${counted(merged.length, 'paper')} merged into another` : null,
    removed.length > 0 ? `${counted(removed.length, 'paper')} removed` : null,
    texts.length > 0 ? `${counted(texts.length, 'topic or area', 'topics and areas')} changed` : null,
  ].filter((part) => part !== null);
  return `${parts.join(', ')}; ${counted(papers, 'paper')} in all.`;
}

function groupsOf(changes: VersionChanges, survey: Survey): ChangeGroup[] {
  const group = (title: string, items: readonly ChangeItem[], ofPapers = false): ChangeGroup => ({
    title,
    items,
    ofPapers,
    open: items.length <= shortList,
  });
  const paperGroup = (title: string, items: readonly ChangeItem[]): ChangeGroup => group(title, items, true);
  const paper = (id: string, title: string, note: string | null): ChangeItem => ({
    title,
    href: survey.paperById.has(id) ? survey.urls.paper(id) : null,
    note,
  });
  return [
    // The first version adds every paper; the page of papers lists them.
    paperGroup('Added', changes.isFirst ? [] : changes.added.map(({ id, title }) => paper(id, title, null))),
    paperGroup(
      'Put under another topic',
      changes.moved.map(({ id, title, from, to }) =>
        paper(id, title, `from ${topicTitle(from, survey)} to ${topicTitle(to, survey)}`),
      ),
    ),
    paperGroup(
      'Corrected',
      changes.corrected.map(({ id, title, fields, formerTitle }) =>
        paper(id, title, correctionNote(fields, formerTitle)),
      ),
    ),
    paperGroup(
      'Merged into another paper',
      changes.merged.map(({ id, title, to }) =>
        paper(id, title, `now part of ${survey.paperById.get(to)?.title.plain ?? to}`),
      ),
    ),
    group(
      'Removed',
      changes.removed.map(({ id, title, reason }) => ({
        // What was removed on request is not named here either.
        title: survey.removed.some((paperRemoved) => paperRemoved.id === id && paperRemoved.title === null)
          ? id
          : title,
        href: survey.removed.some((paperRemoved) => paperRemoved.id === id) ? survey.urls.paper(id) : null,
        note: reason,
      })),
    ),
    group(
      'Topics and areas',
      changes.isFirst ? [] : changes.texts.map(({ key, title, change }) => textItem(key, title, change, survey)),
    ),
  ];
}

function topicTitle(id: string | null, { topicById }: Survey): string {
  return id === null ? 'no topic' : (topicById.get(id)?.topic.title ?? id);
}

const fieldNames: Readonly<Record<RecordedField, string>> = {
  title: 'title',
  authors: 'authors',
  abstract: 'abstract',
  published: 'date',
  arxiv: 'arXiv id',
  venue: 'venue',
  code: 'code',
};

function correctionNote(fields: readonly RecordedField[], formerTitle: string | null): string {
  const names = fields.map((field) => fieldNames[field]).join(', ');
  return formerTitle === null ? names : `${names}; formerly “${formerTitle}”`;
}

const textChangesInWords: Readonly<Record<VersionChanges['texts'][number]['change'], string>> = {
  added: 'new',
  renamed: 'renamed',
  revised: 'text revised',
  moved: 'moved',
  removed: 'removed',
};

function textItem(
  key: string,
  title: string,
  change: VersionChanges['texts'][number]['change'],
  { urls, topicById, areas }: Survey,
): ChangeItem {
  const [kind, id = ''] = key.split('/');
  const exists = kind === 'topics' ? topicById.has(id) : areas.some(({ area }) => area.id === id);
  const href = kind === 'topics' ? urls.topic(id) : urls.area(id);
  return { title, href: exists ? href : null, note: textChangesInWords[change] };
}
