/** Decides which records are of one paper. */
import type { Bibliography } from './bibliography.ts';
import type { Curation } from './curation.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { Grouping } from './grouping.ts';
import type { MergeReason, PaperRecord } from './paper.ts';
import { assignIds, type Ledger, paperIdOf, resolveMove, withoutMoves } from './permalinks.ts';
import {
  type CapturePath,
  compareSources,
  type IdentifiedGroup,
  positionOfSource,
  type RecordGroup,
} from './record-group.ts';
import { jaccard, shingleSets, similarPairs, wordSets } from './set-similarity.ts';
import { excerptOf } from './source-text.ts';
import { normalisedTitle } from './titles.ts';

/**
 * Jaccard similarities, of the runs of three words of two abstracts and of the words of two titles.
 * Different papers of one group on one subject stay below 0.2; what lies between is for a person to decide.
 */
const thresholds = {
  /** Both needed to merge. */
  mergedAbstract: 0.8,
  mergedTitle: 0.6,
  /** Either is worth a warning. */
  alikeAbstract: 0.6,
  alikeTitle: 0.8,
  /** One of them needed to believe a bibliography that gives two papers one arXiv id. */
  plausibleAbstract: 0.3,
  plausibleTitle: 0.5,
} as const;

export interface DeduplicationInput {
  readonly bibliography: Bibliography;
  readonly curation: Curation;
  readonly ledger: Ledger;
  readonly pathOf: CapturePath;
}

/**
 * Groups the records by paper and gives every paper its id. Records are one paper when they name
 * the same arXiv id or DOI, have the same normalised title, are given the same arXiv id by the
 * bibliography (and are not altogether different), or are near-identical in title and abstract;
 * `sameAs` and `distinctFrom` of the curation overrule the last two. Records that name different
 * arXiv ids are never merged. The result, in the order of captures and lines, does not
 * depend on the order of `records`. Diagnostics: `duplicate-record`, `near-duplicate`, `duplicate-id`.
 */
export function deduplicate(
  records: readonly PaperRecord[],
  input: DeduplicationInput,
): { groups: IdentifiedGroup[]; diagnostics: Diagnostic[] } {
  const sorted = records.toSorted((a, b) => compareSources(a.source, b.source));
  const grouping = new Grouping(sorted.map(({ arxiv }) => arxiv));
  linkEqual(grouping, sorted, ({ arxiv }) => arxiv, 'arxiv');
  linkEqual(grouping, sorted, ({ doi }) => doi, 'doi');
  linkEqual(grouping, sorted, ({ title }) => normalisedTitle(title.plain) || null, 'title');
  const provisional = provisionalIds(sorted, grouping, input);
  keepApart(grouping, provisional.ownerOf, input.curation);
  linkCurated(grouping, provisional.ownerOf, input.curation);
  const alike = linkAlike(grouping, sorted, provisional.idOf, input);
  const groups = groupsOf(sorted, grouping);
  const ledger = withCuratedMoves(grouping, provisional.ownerOf, input);
  const assigned = assignIds(groups, ledger, input.pathOf, knownTitles(input));
  const identified = assigned.groups.map((group) => withOtherIds(group, provisional.idOf));
  const merged = identified.flatMap((group) => reportMerges(group, input.pathOf));
  const doubtful = alike.flatMap((pair) => reportAlike(pair, sorted, grouping, input.pathOf));
  return { groups: identified, diagnostics: [...assigned.diagnostics, ...merged, ...doubtful] };
}

function linkEqual(
  grouping: Grouping,
  records: readonly PaperRecord[],
  keyOf: (record: PaperRecord) => string | null,
  reason: MergeReason,
): void {
  const firsts = new Map<string, number[]>();
  for (const [index, record] of records.entries()) {
    const key = keyOf(record);
    if (key === null) continue;
    const before = firsts.get(key) ?? [];
    // More than one first where records of one title name different arXiv ids.
    if (!before.some((first) => grouping.link(first, index, reason))) firsts.set(key, [...before, index]);
  }
}

interface ProvisionalIds {
  readonly idOf: (record: PaperRecord) => string | null;
  readonly ownerOf: (id: string) => number | null;
}

/** The ids that papers have before anything is looked up by id. */
function provisionalIds(sorted: readonly PaperRecord[], grouping: Grouping, input: DeduplicationInput): ProvisionalIds {
  const indexOf = new Map(sorted.map((record, index) => [record, index]));
  const owners = new Map<string, number>();
  const ids = new Map<PaperRecord, string>();
  const titleOf = knownTitles(input);
  // A paper merged into another still goes by its former id here, which is the one that the curation merges.
  const former = withoutMoves(input.ledger);
  for (const { id, records } of assignIds(groupsOf(sorted, grouping), former, input.pathOf, titleOf).groups) {
    const owner = indexOf.get(records[0]);
    if (owner === undefined) continue;
    owners.set(id, owner);
    for (const record of records) ids.set(record, id);
  }
  for (const [id, owner] of [...owners]) {
    const current = paperIdOf(resolveMove(input.ledger, `/papers/${id}/`) ?? '');
    if (current !== null && !owners.has(current)) owners.set(current, owner);
  }
  return { idOf: (record) => ids.get(record) ?? null, ownerOf: (id) => owners.get(id) ?? null };
}

function knownTitles({ bibliography }: DeduplicationInput): (id: string) => string | null {
  return (id) => bibliography.papers.get(id)?.title ?? null;
}

type OwnerOf = ProvisionalIds['ownerOf'];

function keepApart(grouping: Grouping, ownerOf: OwnerOf, curation: Curation): void {
  for (const [id, { distinctFrom }] of curation.papers) {
    for (const other of distinctFrom ?? []) {
      const [a, b] = [ownerOf(id), ownerOf(other)];
      if (a !== null && b !== null) grouping.separate(a, b);
    }
  }
}

function linkCurated(grouping: Grouping, ownerOf: OwnerOf, curation: Curation): void {
  const links = [...curation.papers].flatMap(([id, { sameAs }]) => {
    const [a, b] = [ownerOf(id), sameAs === undefined ? null : ownerOf(sameAs)];
    return a === null || b === null ? [] : [[Math.min(a, b), Math.max(a, b)] as const];
  });
  links.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  for (const [a, b] of links) grouping.link(a, b, 'curation');
}

/** The ledger as if the papers that a curator calls part of another had moved there: that paper keeps its id. */
function withCuratedMoves(grouping: Grouping, ownerOf: OwnerOf, { curation, ledger }: DeduplicationInput): Ledger {
  const moved = new Map(ledger);
  for (const [id, { sameAs }] of curation.papers) {
    const [a, b] = [ownerOf(id), sameAs === undefined ? null : ownerOf(sameAs)];
    const [from, to] = [`/papers/${id}/`, `/papers/${sameAs ?? ''}/`];
    if (a === null || b === null || !grouping.together(a, b) || moved.get(from) !== null) continue;
    const target = resolveMove(moved, to);
    if (target !== null && target !== from) moved.set(from, to);
  }
  return moved;
}

interface AlikePair {
  readonly a: number;
  readonly b: number;
  readonly title: number;
  readonly abstract: number;
}

/** Merges by looked-up arXiv id, then by similarity; returns the pairs that look alike. */
function linkAlike(
  grouping: Grouping,
  sorted: readonly PaperRecord[],
  idOf: ProvisionalIds['idOf'],
  { bibliography }: DeduplicationInput,
): AlikePair[] {
  const titles = wordSets(sorted.map(({ title }) => title.plain));
  const abstracts = shingleSets(sorted.map(({ abstract }) => abstract.plain));
  const compare = (a: number, b: number): AlikePair => ({
    a,
    b,
    title: similarityAt(titles, a, b),
    abstract: similarityAt(abstracts, a, b),
  });
  const arxivOf = sorted.map((record) => record.arxiv ?? lookUpArxiv(bibliography, idOf(record)));
  for (const [a, b] of firstWithSame(arxivOf)) {
    const { title, abstract } = compare(a, b);
    if (title >= thresholds.plausibleTitle || abstract >= thresholds.plausibleAbstract) grouping.link(a, b, 'arxiv');
  }
  grouping.identify(arxivOf);
  const pairs = new Map<number, AlikePair>();
  const found = [...similarPairs(abstracts, thresholds.alikeAbstract), ...similarPairs(titles, thresholds.alikeTitle)];
  for (const { a, b } of found) pairs.set(a * sorted.length + b, compare(a, b));
  const alike = [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  for (const { a, b, title, abstract } of alike) {
    if (title >= thresholds.mergedTitle && abstract >= thresholds.mergedAbstract) grouping.link(a, b, 'similarity');
  }
  return alike;
}

function similarityAt(sets: readonly ReadonlySet<number>[], a: number, b: number): number {
  const [left, right] = [sets[a], sets[b]];
  return left === undefined || right === undefined ? 0 : jaccard(left, right);
}

function lookUpArxiv(bibliography: Bibliography, id: string | null): string | null {
  return id === null ? null : (bibliography.papers.get(id)?.arxiv?.value ?? null);
}

/** Each index with the first that has the same value. */
function firstWithSame(values: readonly (string | null)[]): [number, number][] {
  const firsts = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, index);
    else pairs.push([first, index]);
  }
  return pairs;
}

function groupsOf(sorted: readonly PaperRecord[], grouping: Grouping): RecordGroup[] {
  return grouping.groups().flatMap(({ members, reason }) => {
    const [first, ...rest] = members.flatMap((index) => sorted[index] ?? []);
    return first === undefined ? [] : [{ records: [first, ...rest], mergedBy: reason }];
  });
}

function withOtherIds(group: RecordGroup & { readonly id: string }, idOf: ProvisionalIds['idOf']): IdentifiedGroup {
  const ids = new Set(group.records.flatMap((record) => idOf(record) ?? []));
  ids.delete(group.id);
  return { ...group, otherIds: [...ids].sort() };
}

const reasonInWords: Readonly<Record<MergeReason, string>> = {
  arxiv: 'the same arXiv id',
  doi: 'the same DOI',
  title: 'the same title',
  similarity: 'near-identical title and abstract',
  curation: 'named in the curation',
};

function reportMerges({ records, mergedBy }: RecordGroup, pathOf: CapturePath): Diagnostic[] {
  const [first, ...others] = records;
  if (mergedBy === null) return [];
  const place = `${pathOf(first.source.seed)}:${first.source.line}`;
  return others.map(({ source, title }) => {
    const message = `"${excerptOf(title.plain)}" repeats ${place} (${reasonInWords[mergedBy]})`;
    return diagnosticAt('duplicate-record', positionOfSource(source, pathOf), message);
  });
}

function reportAlike(
  { a, b, title, abstract }: AlikePair,
  sorted: readonly PaperRecord[],
  grouping: Grouping,
  pathOf: CapturePath,
): Diagnostic[] {
  const [first, second] = [sorted[a], sorted[b]];
  if (first === undefined || second === undefined || grouping.together(a, b) || grouping.separated(a, b)) return [];
  const message =
    `"${excerptOf(second.title.plain)}" looks like ${pathOf(first.source.seed)}:${first.source.line} ` +
    `"${excerptOf(first.title.plain)}" (titles ${percent(title)}, abstracts ${percent(abstract)} in common)`;
  return [diagnosticAt('near-duplicate', positionOfSource(second.source, pathOf), message)];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
