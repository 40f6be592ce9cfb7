/** The whole corpus from texts; the only module that knows the order of the stages. */
import { type Abbreviations, noAbbreviations, parseAbbreviations } from './abbreviations.ts';
import { type Bibliography, emptyBibliography, parseBibliography } from './bibliography.ts';
import { assignCitationKeys, noPublishedKeys, parsePublishedKeys, type PublishedKeys } from './citation-keys.ts';
import { extractClaims } from './claims.ts';
import { classifyPapers } from './classify.ts';
import type { CaptureAccount, Corpus, CorpusCounts, CorpusStage } from './corpus.ts';
import { type Curation, emptyCuration, parseCuration } from './curation.ts';
import { inferCaptureYear, toPublicationDate } from './dates.ts';
import { deduplicate } from './deduplicate.ts';
import { compareDiagnostics, type Diagnostic, diagnosticInFile, diagnosticWithoutPlace } from './diagnostics.ts';
import { type ParsedCapture, parseCapture } from './formats/index.ts';
import { type History, readHistory } from './history.ts';
import { joinDrafts } from './join.ts';
import { type Lesson, lessonsOf } from './lessons.ts';
import { normaliseListing, type NormalisedListing } from './normalise.ts';
import { compareText } from './ordering.ts';
import type { Claim, Classification, Listing, Paper, PaperDraft, PaperRecord } from './paper.ts';
import { type PaperText, readText } from './paper-words.ts';
import { emptyLedger, noPermalinks, parseLedger, type Permalinks } from './permalinks.ts';
import { type ProseSources, readProse } from './prose.ts';
import type { CapturePath } from './record-group.ts';
import { relatedPapers } from './related.ts';
import { noRemovals, parseRemovals, type Removals, withoutRemoved } from './removed.ts';
import { fileNameOf, type SourceText } from './source-text.ts';
import { parseTaxonomy, type Taxonomy } from './taxonomy.ts';

/** A content file, and whether it was written for another set of captures than the one at hand. */
export interface ContentFile {
  readonly source: SourceText;
  readonly borrowed: boolean;
}

/** Another collection with the same taxonomy, whose curated papers teach the classifier. */
export interface TrainingFiles {
  readonly seeds: readonly SourceText[];
  readonly curation: SourceText;
  readonly permalinks: SourceText | null;
}

/** Everything a survey is made from, as read; null for a file that does not exist. */
export interface SurveyFiles {
  readonly seeds: readonly SourceText[];
  readonly taxonomy: ContentFile | null;
  readonly bibliography: ContentFile | null;
  readonly curation: ContentFile | null;
  readonly permalinks: ContentFile | null;
  readonly citationKeys: ContentFile | null;
  readonly removed: ContentFile | null;
  /** The files of the published versions, in any order. */
  readonly history: readonly SourceText[];
  readonly abbreviations: ContentFile | null;
  readonly prose: ProseSources;
  readonly training: TrainingFiles | null;
  /** What went wrong while reading. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Told after each stage, with the number of things it made. */
export type StageListener = (stage: CorpusStage, count: number) => void;

/**
 * Builds the corpus. Never throws on bad input: what is wrong is in `diagnostics`, and what can be
 * read is there. Without a usable taxonomy every paper is unclassified.
 */
export function buildCorpus(files: SurveyFiles, onStage: StageListener = () => undefined): Corpus {
  const content = parseContent(files);
  onStage('content', countContentFiles(files));
  const captures = readCaptures(files.seeds, onStage);
  const pathOf = capturePaths(files.seeds);
  const checksums = new Map(files.seeds.map(({ path, sha256 }) => [fileNameOf(path), sha256]));
  const { ledger } = content.permalinks;
  const deduplicated = deduplicate(recordsOf(captures), { ...content, ledger, pathOf });
  onStage('deduplicate', deduplicated.groups.length);
  const joined = joinDrafts(deduplicated.groups, { ...content, pathOf });
  const { kept: drafts, removed, ...removal } = withoutRemoved(joined.drafts, content.removals, ledger);
  onStage('join', drafts.length);
  const read = readTexts(drafts);
  const classified = classifyPapers(read, content.taxonomy, content.curation, pathOf, readTraining(files.training));
  onStage('classify', classified.classifications.size);
  const claims = new Map(drafts.map(({ id, abstract }) => [id, extractClaims(abstract.plain)]));
  onStage('extract', [...claims.values()].flat().length);
  const papers = completePapers(drafts, content.keys, read, classified.classifications, claims);
  onStage('relate', papers.length);
  const prose = readProse(files.prose, papers, content.taxonomy);
  onStage('prose', prose.pages.length);
  return {
    papers,
    taxonomy: content.taxonomy,
    abbreviations: content.abbreviations,
    captures: captures.parsed.map((capture) => accountOf(capture, papers, checksums.get(capture.seed) ?? null)),
    counts: countStages(captures.parsed.length, captures.normalised.length, papers, removed),
    prose: prose.pages,
    permalinks: content.permalinks,
    publishedKeys: content.keys,
    formerIds: new Map(
      deduplicated.groups.flatMap(({ id, otherIds }) => otherIds.map((other) => [other, id] as const)),
    ),
    removed: content.removals.papers,
    history: content.history,
    diagnostics: [
      ...files.diagnostics,
      ...content.diagnostics,
      ...noCaptures(files),
      ...captures.parsed.flatMap((capture) => capture.diagnostics),
      ...openProblems(captures.normalised, joined.drafts),
      ...deduplicated.diagnostics,
      ...joined.diagnostics,
      ...removal.diagnostics,
      ...classified.diagnostics,
      ...prose.diagnostics,
    ].toSorted(compareDiagnostics),
  };
}

interface Content {
  readonly taxonomy: Taxonomy;
  readonly bibliography: Bibliography;
  readonly curation: Curation;
  readonly permalinks: Permalinks;
  readonly keys: PublishedKeys;
  readonly removals: Removals;
  readonly history: History;
  readonly abbreviations: Abbreviations;
  readonly diagnostics: readonly Diagnostic[];
}

function parseContent(files: SurveyFiles): Content {
  const taxonomy = files.taxonomy && parseTaxonomy(files.taxonomy.source);
  const bibliography = files.bibliography && parseBibliography(files.bibliography.source, files.bibliography.borrowed);
  const curation = files.curation && parseCuration(files.curation.source, files.curation.borrowed);
  const permalinks = files.permalinks && parseLedger(files.permalinks.source);
  const keys = files.citationKeys && parsePublishedKeys(files.citationKeys.source);
  const removals = files.removed && parseRemovals(files.removed.source, files.removed.borrowed);
  const history = readHistory(files.history);
  const abbreviations = files.abbreviations && parseAbbreviations(files.abbreviations.source);
  const missing = diagnosticInFile(
    'missing-content',
    'content/taxonomy.yaml',
    'no taxonomy',
    'a file of areas and topics',
  );
  return {
    taxonomy: taxonomy?.taxonomy ?? emptyTaxonomy,
    bibliography: bibliography?.bibliography ?? emptyBibliography,
    curation: curation?.curation ?? emptyCuration,
    permalinks: permalinks ?? noPermalinks,
    keys: keys?.keys ?? noPublishedKeys,
    removals: removals?.removals ?? noRemovals,
    history: history.history,
    abbreviations: abbreviations?.abbreviations ?? noAbbreviations,
    diagnostics: [
      ...(taxonomy?.diagnostics ?? [missing]),
      ...(bibliography?.diagnostics ?? []),
      ...(curation?.diagnostics ?? []),
      ...(permalinks?.diagnostics ?? []),
      ...(keys?.diagnostics ?? []),
      ...(removals?.diagnostics ?? []),
      ...history.diagnostics,
      ...(abbreviations?.diagnostics ?? []),
    ],
  };
}

function countContentFiles({ taxonomy, bibliography, curation, permalinks, abbreviations }: SurveyFiles): number {
  return [taxonomy, bibliography, curation, permalinks, abbreviations].filter((file) => file !== null).length;
}

interface Captures {
  /** Sorted by file name. */
  readonly parsed: readonly ParsedCapture[];
  readonly normalised: readonly NormalisedListing[];
}

function recordsOf({ normalised }: Captures): PaperRecord[] {
  return normalised.map(({ record }) => record);
}

function noCaptures({ seeds, diagnostics }: SurveyFiles): Diagnostic[] {
  // A folder that cannot be read is reported as that.
  if (seeds.length > 0 || diagnostics.some(({ code }) => code === 'unreadable-file')) return [];
  return [diagnosticWithoutPlace('no-captures', 'there is no capture', 'at least one file in the folder of captures')];
}

/** What is wrong with fields that no curator has corrected. */
function openProblems(normalised: readonly NormalisedListing[], drafts: readonly PaperDraft[]): Diagnostic[] {
  // By identity: several records may stand on one line.
  const draftOf = new Map(drafts.flatMap((draft) => draft.sources.map((source) => [source, draft] as const)));
  return normalised.flatMap(({ record, problems }) => {
    const provenance = draftOf.get(record.source)?.provenance ?? {};
    return problems.filter(({ field }) => provenance[field]?.kind !== 'curation').map(({ diagnostic }) => diagnostic);
  });
}

function readCaptures(seeds: readonly SourceText[], onStage: StageListener): Captures {
  const sources = seeds.toSorted((a, b) => compareText(fileNameOf(a.path), fileNameOf(b.path)));
  const parsed = sources.map((source) => ({ source, capture: parseCapture(source) }));
  onStage(
    'parse',
    parsed.reduce((sum, { capture }) => sum + capture.listings.length, 0),
  );
  const normalised = parsed.flatMap(({ source, capture }) => {
    const year = inferredYearOf(capture.listings);
    return capture.listings.map((listing) => normaliseListing(listing, year, source.path));
  });
  onStage('normalise', normalised.length);
  return {
    parsed: parsed.map(({ capture }) => capture),
    normalised,
  };
}

function inferredYearOf(listings: readonly Listing[]): number | null {
  return inferCaptureYear(listings.flatMap(({ date }) => (date === null ? [] : [date])));
}

function capturePaths(seeds: readonly SourceText[]): CapturePath {
  const paths = new Map(seeds.map(({ path }) => [fileNameOf(path), path]));
  return (seed) => paths.get(seed) ?? seed;
}

interface ReadDraft extends PaperDraft {
  readonly text: PaperText;
}

/** Cuts titles and abstracts into words, once for all later stages. */
function readTexts(drafts: readonly PaperDraft[]): ReadDraft[] {
  return drafts.map((draft) => ({ ...draft, text: readText(draft.title.plain, draft.abstract.plain) }));
}

/** The curated papers of another collection; what is wrong with them is reported where they are built. */
function readTraining(files: TrainingFiles | null): Lesson[] {
  if (files === null) return [];
  const { curation } = parseCuration(files.curation);
  const ledger = files.permalinks === null ? emptyLedger : parseLedger(files.permalinks).ledger;
  const records = recordsOf(readCaptures(files.seeds, () => undefined));
  const content = { bibliography: emptyBibliography, curation, ledger, pathOf: capturePaths(files.seeds) };
  const { drafts } = joinDrafts(deduplicate(records, content).groups, content);
  return lessonsOf(readTexts(drafts), curation);
}

/** Adds what is derived from the whole collection; sorted by id. */
function completePapers(
  drafts: readonly PaperDraft[],
  publishedKeys: PublishedKeys,
  read: readonly ReadDraft[],
  classifications: ReadonlyMap<string, Classification>,
  claims: ReadonlyMap<string, Claim[]>,
): Paper[] {
  const citeKeys = assignCitationKeys(drafts, publishedKeys);
  const related = relatedPapers(
    read.map(({ id, title, abstract, text }) => ({ id, text, title: title.plain, abstract: abstract.plain })),
  );
  return drafts
    .map((draft) => ({
      ...draft,
      citeKey: required(citeKeys, draft.id),
      ...required(classifications, draft.id),
      claims: required(claims, draft.id),
      related: required(related, draft.id),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}

// Every stage answers for every paper; a gap is a fault of this program, not of its input.
function required<T>(answers: ReadonlyMap<string, T>, id: string): T {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`A stage left out the paper "${id}".`);
  return answer;
}

function accountOf(
  { seed, format, listedOn, lines, listings }: ParsedCapture,
  papers: readonly Paper[],
  sha256: string | null,
): CaptureAccount {
  const inferredYear = inferredYearOf(listings);
  const given = papers.flatMap((paper) =>
    paper.sources.filter((source) => source.seed === seed).map(({ line }) => ({ id: paper.id, line })),
  );
  return {
    seed,
    slug: seed.replace(/\.[^.]*$/, '') || seed,
    format,
    listedOn,
    sha256,
    dates: dateSpan(listings, inferredYear),
    inferredYear,
    lines,
    records: listings.length,
    papers: given.sort((a, b) => a.line - b.line).map(({ id }) => id),
  };
}

function dateSpan(listings: readonly Listing[], year: number | null): CaptureAccount['dates'] {
  const dates = listings
    .flatMap(({ date }) => (date === null ? [] : (toPublicationDate(date, year)?.value ?? [])))
    .sort(compareText);
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return oldest === undefined || newest === undefined ? null : { oldest, newest };
}

function countStages(
  captures: number,
  records: number,
  papers: readonly Paper[],
  removed: readonly PaperDraft[],
): CorpusCounts {
  const recordsRemoved = removed.reduce((sum, { sources }) => sum + sources.length, 0);
  const count = (basis: Paper['basis']): number => papers.filter((paper) => paper.basis === basis).length;
  return {
    captures,
    records,
    merged: records - recordsRemoved - papers.length,
    removed: recordsRemoved,
    papers: papers.length,
    curated: count('curated'),
    byRules: count('rules'),
    unclassified: count('unclassified'),
  };
}

// Lets the other stages run and report when the taxonomy cannot be used.
const emptyTaxonomy: Taxonomy = { areas: [], boundaries: [], facets: { platform: [], modality: [], contribution: [] } };
