/** What a new version of the survey changes against the last one published, and the file that keeps it. */
import type { Corpus } from './corpus.ts';
import type { Departure, PublishedState, RecordedPaper, RecordedText, VersionFile } from './history.ts';
import { compareText } from './ordering.ts';
import type { Paper } from './paper.ts';
import { type Ledger, paperIdOf, resolveMove } from './permalinks.ts';

/** Eight hexadecimal digits that differ when the text does. */
export type Digest = (text: string) => string;

type PublishedCorpus = Pick<Corpus, 'papers' | 'taxonomy' | 'prose' | 'removed' | 'permalinks'>;

/** The survey as the history would keep it. */
export function stateOf(
  { papers, taxonomy, prose }: Omit<PublishedCorpus, 'removed' | 'permalinks'>,
  digest: Digest,
): PublishedState {
  const textOf = (kind: 'topic' | 'area', id: string): Pick<RecordedText, 'text'> => {
    const page = prose.find((other) => other.kind === kind && other.id === id);
    return page === undefined ? {} : { text: digest(page.markdown.trim()) };
  };
  const texts = taxonomy.areas.flatMap((area) => [
    [`areas/${area.id}`, { title: area.title, ...textOf('area', area.id) }] as const,
    ...area.topics.map(({ id, title }) => [`topics/${id}`, { title, ...textOf('topic', id) }] as const),
  ]);
  return {
    papers: new Map(papers.map((paper) => [paper.id, recordedPaper(paper, digest)])),
    texts: new Map(texts.toSorted(([a], [b]) => compareText(a, b))),
  };
}

function recordedPaper(paper: Paper, digest: Digest): RecordedPaper {
  const { title, topic, published, arxiv, venue, abstract, authors, authorsComplete, code } = paper;
  return {
    title: title.plain,
    topic,
    ...(published === null ? {} : { published: published.value }),
    ...(arxiv === null ? {} : { arxiv }),
    ...(venue === null ? {} : { venue }),
    abstract: digest(abstract.plain),
    ...(authors === null ? {} : { authors: digest([...authors, ...(authorsComplete ? [] : ['et al.'])].join('\n')) }),
    ...(code.length === 0 ? {} : { code: digest(code.join('\n')) }),
  };
}

/** The changes of a version that is not yet published. */
export interface Pending {
  readonly file: Pick<VersionFile, 'papers' | 'texts' | 'gone'>;
  /** Ids and keys that are no longer there and of which nothing says where they went. */
  readonly unexplained: readonly string[];
}

/** The difference between the survey and its last published state; maps are sorted by key. */
export function pendingChanges(corpus: PublishedCorpus, last: PublishedState, digest: Digest): Pending {
  const now = stateOf(corpus, digest);
  const { ledger } = corpus.permalinks;
  const gone = [...missingKeys(last.papers, now.papers), ...missingKeys(last.texts, now.texts)].map((key) => ({
    key,
    departure: departureOf(key, corpus.removed, ledger),
  }));
  return {
    file: {
      papers: changedEntries(last.papers, now.papers),
      texts: changedEntries(last.texts, now.texts),
      gone: Object.fromEntries(gone.flatMap(({ key, departure }) => (departure === null ? [] : [[key, departure]]))),
    },
    unexplained: gone.filter(({ departure }) => departure === null).map(({ key }) => key),
  };
}

/** Whether there is nothing to publish. */
export function isUnchanged({ file, unexplained }: Pending): boolean {
  return (
    [file.papers, file.texts, file.gone].every((part) => Object.keys(part).length === 0) && unexplained.length === 0
  );
}

function missingKeys(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...before.keys()].filter((key) => !after.has(key));
}

function changedEntries<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Record<string, T> {
  const changed = [...after].filter(([key, entry]) => !isSameEntry(entry, before.get(key)));
  return Object.fromEntries(changed);
}

function isSameEntry(a: unknown, b: unknown): boolean {
  return sortedMap(a) === sortedMap(b);
}

function sortedMap(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => compareText(a, b)));
}

function departureOf(key: string, removed: Corpus['removed'], ledger: Ledger): Departure | null {
  const removal = removed.find(({ id }) => id === key);
  if (removal !== undefined) return { reason: removal.reason };
  const path = key.includes('/') ? `/${key}/` : `/papers/${key}/`;
  const target = resolveMove(ledger, path);
  if (target === null || target === path) return null;
  return { to: paperIdOf(target) ?? target.replace(/^\/|\/$/g, '') };
}

/** The text of the version's file: one line for each paper, sorted, so that versions are read and merged line by line. */
export function versionText(file: VersionFile): string {
  const section = (name: string, entries: Readonly<Record<string, object>>): string[] =>
    Object.keys(entries).length === 0
      ? []
      : [`${name}:`, ...Object.entries(entries).map(([key, entry]) => `  ${key}: ${flowMap(entry)}`)];
  return [
    '# Written by `survey publish`; not to be edited.',
    `version: ${JSON.stringify(file.version)}`,
    `date: ${JSON.stringify(file.date)}`,
    ...(file.note === undefined ? [] : [`note: ${JSON.stringify(file.note)}`]),
    ...section('papers', file.papers),
    ...section('texts', file.texts),
    ...section('gone', file.gone),
    '',
  ].join('\n');
}

/** A map of plain values on one line; JSON strings are YAML strings. */
function flowMap(entry: object): string {
  const parts = Object.entries(entry)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${parts.join(', ')} }`;
}
