/** `survey changes`, `permalinks` and `publish`: what is new since the last version, and how it becomes one. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishedKeysText } from '../corpus/citation-keys.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { compareVersions, type VersionChanges, versionNameSchema, withVersion } from '../corpus/history.ts';
import { type Digest, isUnchanged, type Pending, pendingChanges, versionText } from '../corpus/publication.ts';
import { fileOf, ledgerText, newLedgerEntries } from '../corpus/published-urls.ts';
import { daySchema } from '../corpus/removed.ts';
import { filesBelow } from '../loaders/built-site.ts';
import { gatherFacets } from '../site/facets.ts';
import { facetFolders, facetKinds } from '../site/urls.ts';
import { contentFolderOf, displayPath, type SurveyLocation } from '../loaders/survey-files.ts';

/** What a command has to say; `data` is for standard output. */
export interface Report {
  readonly data: string;
  readonly messages: string;
  readonly exitCode: 0 | 1 | 2;
}

export interface PublicationInput {
  readonly corpus: Corpus;
  readonly location: SurveyLocation;
  /** The folder of the built site, whose addresses are entered. */
  readonly site: string;
}

export interface VersionRequest {
  readonly version: string | undefined;
  readonly date: string | undefined;
  readonly note: string | undefined;
  readonly dryRun: boolean;
}

const digest: Digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Lists what the next version would change. */
export function reportChanges(corpus: Corpus): Report {
  const pending = pendingChanges(corpus, corpus.history.state, digest);
  if (isUnchanged(pending)) return { data: '', messages: 'Nothing has changed since the last version.\n', exitCode: 0 };
  const { messages, exitCode } = unexplained(pending);
  return { data: describeChanges(changesOf(corpus, pending)), messages, exitCode };
}

function changesOf(corpus: Corpus, { file }: Pending, version = '0', date = ''): VersionChanges | undefined {
  return withVersion(corpus.history, { version, date, ...file }).versions[0];
}

/** One line a change: what it is, what changed, and its title. */
function describeChanges(changes: VersionChanges | undefined): string {
  if (changes === undefined) return '';
  const lines = [
    ...changes.added.map(({ id, title }) => `added\t${id}\t${title}`),
    ...changes.moved.map(({ id, from, to }) => `moved\t${id}\t${from ?? 'no topic'} -> ${to ?? 'no topic'}`),
    ...changes.corrected.map(({ id, fields }) => `corrected\t${id}\t${fields.join(', ')}`),
    ...changes.merged.map(({ id, to }) => `merged\t${id}\t${to}`),
    ...changes.removed.map(({ id, reason }) => `removed\t${id}\t${reason}`),
    ...changes.texts.map(({ key, change, title }) => `${change}\t${key}\t${title}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function unexplained({ unexplained: keys }: Pending): Pick<Report, 'messages' | 'exitCode'> {
  if (keys.length === 0) return { messages: '', exitCode: 0 };
  const lines = keys.map((key) => `survey: "${key}" was published and is gone\n`);
  const help = 'Say where it went in content/permalinks.txt, or why in content/removed.yaml.\n';
  return { messages: lines.join('') + help, exitCode: 1 };
}

interface LedgerUpdate {
  readonly entries: readonly string[];
  /** From the path of a page that is gone to where it is now; null for one that is back. */
  readonly moves: ReadonlyMap<string, string | null>;
  readonly newKeys: ReadonlyMap<string, string>;
  /** Why the built site cannot tell its new addresses; null when it can. */
  readonly stale: string | null;
}

/** Lists the addresses and citation keys of the built site that are not in the ledgers; `write` enters them. */
export async function reportPermalinks(input: PublicationInput, write: boolean): Promise<Report> {
  const update = findUpdate(input);
  if (typeof update === 'string') return { data: '', messages: `survey: ${update}\n`, exitCode: 1 };
  const { entries, moves, newKeys, stale } = update;
  // A site is not built while pages are gone: moves have to be entered before there is one that tells what is new.
  if (stale !== null && moves.size === 0) return { data: '', messages: `survey: ${stale}\n`, exitCode: 1 };
  const written = write ? await writeLedgers(input, update) : [];
  const moved = Array.from(moves, ([from, to]) => (to === null ? `${from} is back` : `${from} -> ${to}`));
  const counts =
    stale === null
      ? `${entries.length} new addresses, ${moves.size} moved, ${newKeys.size} new citation keys\n`
      : `${moves.size} moved; what is new is not known: ${stale}\n`;
  const outcome = write ? written.map((file) => `wrote ${file}\n`).join('') : 'Nothing was written; --write does.\n';
  const data = [...entries, ...moved].sort().map((line) => `${line}\n`);
  return { data: data.join(''), messages: counts + outcome, exitCode: 0 };
}

/** What the ledgers lack, or what is wrong with the built site. */
function findUpdate({ corpus, location, site }: PublicationInput): LedgerUpdate | string {
  if (location.content === null && location.seeds !== null) {
    return 'these captures borrow the content of this repository; name their own with --content';
  }
  const files = new Set(existsSync(site) ? filesBelow(site) : []);
  const { permalinks, removed, formerIds, papers, publishedKeys } = corpus;
  const merged = [...formerIds]
    .map(([from, to]) => [`/papers/${from}/`, `/papers/${to}/`] as const)
    .filter(([from]) => permalinks.ledger.get(from) === null);
  const moves = new Map<string, string | null>([...merged, ...facetMoves(corpus)]);
  const missing = papers.find(({ id }) => !files.has(fileOf(`/papers/${id}/`)));
  if (missing !== undefined) {
    const stale = `${displayPath(site)} has no page of "${missing.id}"; build the site first, or name its folder with --site`;
    return { entries: [], moves, newKeys: new Map(), stale };
  }
  const departed = new Set([...moves.keys()].map(fileOf));
  return {
    entries: newLedgerEntries(
      permalinks,
      removed.map(({ id }) => id),
      new Set([...files].filter((file) => !departed.has(file))),
    ),
    moves,
    newKeys: new Map(papers.filter(({ id }) => !publishedKeys.has(id)).map(({ id, citeKey }) => [id, citeKey])),
    stale: null,
  };
}

/** Authors, years and other facets that have lost their last paper lead to the list of all; null for those that have papers again. */
function facetMoves({ permalinks: { ledger }, taxonomy, papers }: Corpus): [string, string | null][] {
  const facets = gatherFacets(taxonomy, papers);
  return facetKinds.flatMap((kind) => {
    const list = `/${facetFolders[kind]}/`;
    if (!ledger.has(list)) return [];
    return [...ledger].flatMap(([page, target]): [string, string | null][] => {
      const id = page.startsWith(list) ? /^([^/]+)\/$/.exec(page.slice(list.length))?.[1] : undefined;
      if (id === undefined) return [];
      const hasPapers = facets[kind].has(decodeURIComponent(id));
      if (!hasPapers && target === null) return [[page, list]];
      return hasPapers && target !== null ? [[page, null]] : [];
    });
  });
}

async function writeLedgers(
  { corpus, location }: PublicationInput,
  { entries, moves, newKeys }: LedgerUpdate,
): Promise<string[]> {
  const folder = contentFolderOf(location);
  const rewrite = async (name: string, head: string, change: (text: string) => string): Promise<string[]> => {
    const file = path.join(folder, name);
    const before = await readFile(file, 'utf8').catch(() => null);
    const after = change(before ?? head);
    if (after === before) return [];
    await writeFile(file, after);
    return [displayPath(file)];
  };
  return [
    ...(await rewrite('permalinks.txt', ledgerHead, (text) => ledgerText({ path: '', text }, entries, moves))),
    ...(await rewrite('citation-keys.txt', keysHead, (text) =>
      publishedKeysText({ path: '', text }, new Map([...corpus.publishedKeys, ...newKeys])),
    )),
  ];
}

const ledgerHead = `# Every URL path ever published, one a line. A path is never removed: when a page moves, its line gets
# " -> " and the new path, which must be listed too. A line with * is a family: that file stands beside every page
# of the folder that is listed here. \`npm run -s survey -- permalinks --write\` adds what is new.
`;

const keysHead = `# The citation key of every paper ever published: its id and the key, which never changes and is never given to
# another paper. \`npm run -s survey -- permalinks --write\` adds what is new.
`;

/** Makes a version of the present state: its file in content/history, and the ledgers brought up to date. */
export async function publishVersion(input: PublicationInput, request: VersionRequest): Promise<Report> {
  const { corpus, location } = input;
  const wrong = wrongRequest(request, corpus);
  if (wrong !== null) return { data: '', messages: `survey: ${wrong}\n`, exitCode: 2 };
  const pending = pendingChanges(corpus, corpus.history.state, digest);
  const data = describeChanges(changesOf(corpus, pending));
  const { messages, exitCode } = unexplained(pending);
  if (exitCode !== 0) return { data, messages, exitCode };
  if (isUnchanged(pending))
    return { data, messages: 'survey: nothing has changed since the last version\n', exitCode: 1 };
  if (request.dryRun) return { data, messages: 'Nothing was written: --dry-run.\n', exitCode: 0 };
  const update = findUpdate(input);
  const stale = typeof update === 'string' ? update : update.stale;
  if (stale !== null) return { data, messages: `survey: ${stale}\n`, exitCode: 1 };
  const ledgers = await reportPermalinks(input, true);
  const { version = '', date = '', note } = request;
  const file = path.join(contentFolderOf(location), 'history', `${version}.yaml`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, versionText({ version, date, ...(note === undefined ? {} : { note }), ...pending.file }));
  return { data, messages: `${ledgers.messages}wrote ${displayPath(file)}\n`, exitCode: 0 };
}

/** What is wrong with the name and day of a version; null when nothing is. */
function wrongRequest({ version, date }: VersionRequest, { history }: Corpus): string | null {
  const [last] = history.versions;
  if (!versionNameSchema.safeParse(version).success) return 'publish needs --version with a number such as 0.2.0';
  if (!daySchema.safeParse(date).success) return 'publish needs --date with a day such as 2026-11-21';
  if (last === undefined) return null;
  if (compareVersions(version ?? '', last.version) <= 0) return `version ${last.version} is already published`;
  return (date ?? '') < last.date ? `version ${last.version} is of ${last.date}; the next cannot be earlier` : null;
}
