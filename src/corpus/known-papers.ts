/** Checks that content files speak of papers that the captures hold. */
import type { Bibliography } from './bibliography.ts';
import type { ContentLocator, ContentPath } from './content-file.ts';
import type { Curation } from './curation.ts';
import { type Diagnostic, diagnosticAt, diagnosticInFile } from './diagnostics.ts';
import { nearestOf } from './nearest.ts';
import type { IdentifiedGroup } from './record-group.ts';
import { excerptOf } from './source-text.ts';
import { normalisedTitle } from './titles.ts';

interface Mention {
  readonly path: ContentPath;
  readonly message: string;
  /** Looked up only for what is reported. */
  readonly expected: () => string | null;
}

// Of more unknown papers than this the captures have changed, not the spelling; a search costs time.
const maxSuggestions = 8;

/**
 * An `unknown-paper` error for each entry or reference that names no paper, whose title is another
 * paper's, or that is attached to an id which was merged away; for a borrowed file one
 * `borrowed-content` note with their number.
 */
export function checkEntries(
  groups: readonly IdentifiedGroup[],
  { bibliography, curation }: { readonly bibliography: Bibliography; readonly curation: Curation },
): Diagnostic[] {
  const papers = new Map(groups.flatMap((group) => [group.id, ...group.otherIds].map((id) => [id, group] as const)));
  return [
    ...report(bibliographyMentions(bibliography, papers), bibliography),
    ...report(curationMentions(curation, papers), curation),
  ];
}

type KnownPapers = ReadonlyMap<string, IdentifiedGroup>;

function bibliographyMentions({ papers: entries }: Bibliography, papers: KnownPapers): Mention[] {
  return [...entries].flatMap(([id, { title }]) => {
    const group = papers.get(id);
    if (group === undefined) return [unknown(['papers', id], id, papers)];
    const key = normalisedTitle(title);
    if (group.records.some((record) => normalisedTitle(record.title.plain) === key)) return [];
    const message = `"${id}" is "${excerptOf(title)}" here, but another paper in the captures`;
    return [{ path: ['papers', id, 'title'], message, expected: () => `"${excerptOf(group.records[0].title.plain)}"` }];
  });
}

function curationMentions({ papers: entries }: Curation, papers: KnownPapers): Mention[] {
  return [...entries].flatMap(([id, { sameAs, distinctFrom, ...decisions }]) => {
    const group = papers.get(id);
    const references = [
      ...(sameAs === undefined ? [] : [{ path: ['papers', id, 'sameAs'], other: sameAs }]),
      ...(distinctFrom ?? []).map((other, index) => ({ path: ['papers', id, 'distinctFrom', index], other })),
    ];
    const bad = references
      .filter(({ other }) => !papers.has(other))
      .map(({ path, other }) => unknown(path, other, papers));
    if (group === undefined) return [unknown(['papers', id], id, papers), ...bad];
    const message = `"${id}" is part of another paper, so its decisions would be lost`;
    const isLost = group.id !== id && Object.keys(decisions).length > 0;
    return isLost ? [{ path: ['papers', id], message, expected: () => `"${group.id}"` }, ...bad] : bad;
  });
}

function unknown(path: ContentPath, id: string, papers: KnownPapers): Mention {
  const expected = (): string | null => {
    const nearest = nearestOf(id, papers.keys());
    return nearest === null ? null : `"${nearest}"`;
  };
  return { path, message: `no paper "${excerptOf(id, 80)}"`, expected };
}

function report(
  mentions: readonly Mention[],
  { borrowed, locate }: { readonly borrowed: boolean; readonly locate: ContentLocator | null },
): Diagnostic[] {
  if (locate === null || mentions.length === 0) return [];
  if (borrowed) {
    const message = `${mentions.length} entries are about papers that these captures do not hold`;
    return [diagnosticInFile('borrowed-content', locate.keyPositionOf([]).path, message)];
  }
  return mentions.map(({ path, message, expected }, index) => {
    // An entry is named by its key; a reference stands where its value does.
    const position = path.length === 2 ? locate.keyPositionOf(path) : locate.positionOf(path);
    return diagnosticAt('unknown-paper', position, message, index < maxSuggestions ? expected() : null);
  });
}
