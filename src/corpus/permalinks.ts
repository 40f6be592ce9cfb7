/** The ledger of every URL path ever published, and the ids that papers get under it. */
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { parseName } from './names.ts';
import { compareText } from './ordering.ts';
import type { PaperRecord } from './paper.ts';
import { type CapturePath, positionOfSource, type RecordGroup } from './record-group.ts';
import { excerptOf, linesOf, type Position, type SourceText } from './source-text.ts';
import { normalisedTitle, slugCandidates, slugOfTitle } from './titles.ts';

/** Published paths in the order of the file; the value is where a path has moved to, if it has. */
export type Ledger = ReadonlyMap<string, string | null>;

export const emptyLedger: Ledger = new Map();

/** Everything that content/permalinks.txt says. */
export interface Permalinks {
  readonly ledger: Ledger;
  /** Files that stand beside every page of a folder, such as `/papers/*.bib`. */
  readonly families: readonly string[];
  readonly file: string;
  /** The line on which a path or family stands. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The ledger of a survey that has none. */
export const noPermalinks: Permalinks = {
  ledger: emptyLedger,
  families: [],
  file: 'content/permalinks.txt',
  lines: new Map(),
};

/** Where a path or family stands in the file; its beginning for one that does not. */
export function positionOfPermalink({ file, lines }: Permalinks, entry: string): Position {
  return { path: file, line: lines.get(entry) ?? 1, column: 1 };
}

const segment = '[A-Za-z0-9._~%-]+';
const fileName = '[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*\\.[A-Za-z0-9]+';
const path = `/(?:${segment}/)*(?:${fileName})?`;
const linePattern = new RegExp(`^(${path})(?:\\s+->\\s+(${path}))?$`);
const familyPattern = new RegExp(`^/(?:${segment}/)*\\*(?:(?:\\.[A-Za-z0-9]+)+|/${fileName})$`);

/**
 * One path a line, of a page (`/papers/<id>/`) or a file (`/data/papers.json`), optionally followed by ` -> ` and the
 * path it moved to; text after `#` is a comment. A line with `*`, such as `/papers/*.bib`, is a family: that file
 * exists for each page of the folder that is listed. Diagnostics: `permalink-unknown-form` (also for a target that is
 * not in the ledger, and for moves that lead in a circle), `duplicate-entry`.
 */
export function parseLedger(source: SourceText): Permalinks & { diagnostics: Diagnostic[] } {
  const ledger = new Map<string, string | null>();
  const families: string[] = [];
  const lines = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const { number, text } of linesOf(source)) {
    const line = text.replace(/#.*$/, '').trim();
    if (line === '') continue;
    const position = { path: source.path, line: number, column: 1 };
    const [, single, target] = linePattern.exec(line) ?? [];
    const entry = single ?? (familyPattern.test(line) ? line : undefined);
    if (entry === undefined || !isDecodable(entry) || !isDecodable(target ?? '')) {
      const expected = 'a path such as /papers/some-id/, optionally " -> " and another';
      diagnostics.push(diagnosticAt('permalink-unknown-form', position, `"${excerptOf(line)}"`, expected));
    } else if (lines.has(entry)) {
      const message = `"${entry}" stands here again, first in line ${String(lines.get(entry))}`;
      diagnostics.push(diagnosticAt('duplicate-entry', position, message, 'each path once'));
    } else {
      lines.set(entry, number);
      if (single === undefined) families.push(entry);
      else ledger.set(entry, target ?? null);
    }
  }
  const permalinks = { ledger, families, file: source.path, lines };
  return { ...permalinks, diagnostics: [...diagnostics, ...badMoves(permalinks)] };
}

/** Whether every per cent sign begins an escape of UTF-8. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function badMoves(permalinks: Permalinks): Diagnostic[] {
  const { ledger } = permalinks;
  return [...ledger].flatMap(([from, target]) => {
    if (target === null || resolveMove(ledger, from) !== null) return [];
    const message = `the move of "${from}" leads to no path of this file`;
    return [
      diagnosticAt(
        'permalink-unknown-form',
        positionOfPermalink(permalinks, from),
        message,
        'a target that is listed and does not lead back',
      ),
    ];
  });
}

/** The ledger as if nothing had moved: every published id stands for the records that first had it. */
export function withoutMoves(ledger: Ledger): Ledger {
  return new Map([...ledger.keys()].map((published) => [published, null]));
}

/** The paths that have moved, each with where it is found now, in the order of the file. */
export function movesOf(ledger: Ledger): { from: string; to: string }[] {
  return [...ledger].flatMap(([from, target]) => {
    const to = target === null ? null : resolveMove(ledger, from);
    return to === null ? [] : [{ from, to }];
  });
}

/** The id in the path of a paper's page; null for every other path. */
export function paperIdOf(pagePath: string): string | null {
  return /^\/papers\/([^/]+)\/$/.exec(pagePath)?.[1] ?? null;
}

/** Where a published path is found now; null when it is not in the ledger or its moves lead nowhere. */
export function resolveMove(ledger: Ledger, published: string): string | null {
  let at = published;
  for (let steps = 0; steps <= ledger.size; steps += 1) {
    const target = ledger.get(at);
    if (target === undefined) return null;
    if (target === null) return at;
    at = target;
  }
  return null;
}

/**
 * Gives every group its id. An id that the ledger holds is kept; otherwise a group takes the
 * shortest slug of its titles that no other group could take, so that two titles with a common
 * beginning both get more words and the result does not depend on the order of the input. Titles
 * that do not differ in any word: the first in the captures keeps the slug, the other gets words of its first
 * author, year and abstract. A group left without any is reported as `duplicate-id` and dropped.
 * `titleOf` gives the title a published id is known by: of several groups that can carry the id it decides.
 */
export function assignIds(
  groups: readonly RecordGroup[],
  ledger: Ledger,
  pathOf: CapturePath,
  titleOf: (id: string) => string | null = () => null,
): { groups: (RecordGroup & { readonly id: string })[]; diagnostics: Diagnostic[] } {
  const claims = groups.map((group) => ({ group, slugs: titleSlugs(group.records) }));
  const ids = new Map<RecordGroup, string>();
  const taken = new Set<string>();
  const give = (group: RecordGroup, id: string): void => {
    ids.set(group, id);
    taken.add(id);
  };
  for (const [group, id] of publishedIds(claims, ledger, titleOf)) give(group, id);
  const reserved = ledgerIds(ledger);
  const free = (slug: string): boolean => !taken.has(slug) && !reserved.has(slug);
  const unpublished = claims.filter(({ group }) => !ids.has(group));
  const claimants = countClaimants(unpublished);
  for (const { group, slugs } of unpublished) {
    const slug = slugs.find((candidate) => claimants.get(candidate) === 1 && free(candidate));
    if (slug !== undefined) give(group, slug);
  }
  const diagnostics: Diagnostic[] = [];
  for (const { group, slugs } of unpublished.filter((claim) => !ids.has(claim.group))) {
    const slug = [...slugs.slice(-1), ...longerSlugs(slugs, group.records)].find(free);
    if (slug !== undefined) give(group, slug);
    else diagnostics.push(duplicateId(group, pathOf));
  }
  const identified = groups.flatMap((group) => {
    const id = ids.get(group);
    return id === undefined ? [] : [{ ...group, id }];
  });
  return { groups: identified, diagnostics };
}

interface Claim {
  readonly group: RecordGroup;
  readonly slugs: readonly string[];
}

function titleSlugs(records: readonly PaperRecord[]): string[] {
  return [...new Set(records.flatMap(({ title }) => slugCandidates(title.plain)))];
}

function countClaimants(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const slug of claims.flatMap(({ slugs }) => slugs)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return counts;
}

/**
 * The ids that groups have in the ledger: the most specific first, to the group with the title that the id is known by,
 * else to the first that can carry it.
 */
function publishedIds(
  claims: readonly Claim[],
  ledger: Ledger,
  titleOf: (id: string) => string | null,
): Map<RecordGroup, string> {
  const published = claims.flatMap(({ group, slugs }, order) =>
    slugs.flatMap((slug) => {
      const id = paperIdOf(resolveMove(ledger, `/papers/${slug}/`) ?? '');
      return id === null ? [] : [{ group, rank: isTitled(group, titleOf(id)) ? 0 : 1, order, slug, id }];
    }),
  );
  published.sort(
    (a, b) => a.rank - b.rank || b.slug.length - a.slug.length || compareText(a.slug, b.slug) || a.order - b.order,
  );
  const ids = new Map<RecordGroup, string>();
  const taken = new Set<string>();
  for (const { group, id } of published) {
    if (ids.has(group) || taken.has(id)) continue;
    ids.set(group, id);
    taken.add(id);
  }
  return ids;
}

function isTitled({ records }: RecordGroup, title: string | null): boolean {
  const key = title === null ? '' : normalisedTitle(title);
  return key !== '' && records.some((record) => normalisedTitle(record.title.plain) === key);
}

/** Every id ever published, moved or not: none of them may come to mean another paper. */
function ledgerIds(ledger: Ledger): ReadonlySet<string> {
  return new Set([...ledger.keys()].flatMap((published) => paperIdOf(published) ?? []));
}

const abstractWordsInSlug = 8;

function longerSlugs(slugs: readonly string[], records: readonly PaperRecord[]): string[] {
  const base = slugs.at(-1) ?? 'untitled';
  const author = records.flatMap(({ authors }) => authors)[0];
  const year = records.find(({ published }) => published !== null)?.published?.value.slice(0, 4);
  const words = author === undefined ? [] : [slugOfTitle(parseName(author).family)];
  if (year !== undefined) words.push(year);
  const abstract = slugOfTitle(records[0]?.abstract.plain ?? '')
    .split('-')
    .slice(0, abstractWordsInSlug);
  const all = [...words, ...abstract].filter((word) => word !== 'untitled');
  return all.map((_, index) => [base, ...all.slice(0, index + 1)].join('-'));
}

function duplicateId({ records }: RecordGroup, pathOf: CapturePath): Diagnostic {
  const [first] = records;
  const position = positionOfSource(first.source, pathOf);
  const message = `"${excerptOf(first.title.plain)}" has no slug that another paper does not have`;
  return diagnosticAt('duplicate-id', position, message, 'a title that differs in at least one word');
}
