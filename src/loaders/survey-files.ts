/** Reads the captures and content files of a survey from disk; interprets nothing. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFile, SurveyFiles, TrainingFiles } from '../corpus/build-corpus.ts';
import { type Diagnostic, diagnosticAt, diagnosticInFile } from '../corpus/diagnostics.ts';
import { type History, noHistory, readHistory } from '../corpus/history.ts';
import { noPermalinks, parseLedger, type Permalinks } from '../corpus/permalinks.ts';
import type { ProseSources } from '../corpus/prose.ts';
import { parseRemovals } from '../corpus/removed.ts';
import { positionAt, type SourceText } from '../corpus/source-text.ts';

/** Where a survey lies; null means this repository's own folder. */
export interface SurveyLocation {
  readonly seeds: string | null;
  readonly content: string | null;
}

const repository = findRepository(fileURLToPath(import.meta.url));

/** The location named by SEEDS_DIR and CONTENT_DIR, for builds of another survey. */
export function locationFromEnvironment(environment: NodeJS.ProcessEnv = process.env): SurveyLocation {
  return { seeds: environment['SEEDS_DIR'] || null, content: environment['CONTENT_DIR'] || null };
}

/** The folder that holds site.yaml and the prose of a survey. */
export function contentFolderOf(location: SurveyLocation): string {
  return location.content === null ? path.join(repository, 'content') : path.resolve(location.content);
}

/**
 * Reads every capture and content file. A file that cannot be read is an `unreadable-file` error,
 * bytes that are not UTF-8 are an `invalid-utf8` warning; everything else is read all the same.
 */
export async function readSurveyFiles(location: SurveyLocation): Promise<SurveyFiles> {
  const diagnostics: Diagnostic[] = [];
  const seeds = await readSeeds(location.seeds ?? path.join(repository, 'seeds'), diagnostics);
  const content = (name: string, fallback: boolean): Promise<ContentFile | null> =>
    readContentFile(location, name, fallback, diagnostics);
  const taxonomy = await content('taxonomy.yaml', true);
  return {
    seeds,
    taxonomy,
    bibliography: await content('bibliography.yaml', false),
    curation: await content('curation.yaml', true),
    permalinks: await content('permalinks.txt', false),
    citationKeys: await content('citation-keys.txt', false),
    removed: await content('removed.yaml', false),
    history: isBorrowed(location) ? [] : await readFolder(location, 'history', '.yaml', diagnostics),
    abbreviations: await content('abbreviations.yaml', true),
    prose: await readProseFiles(location, diagnostics),
    training: taxonomy?.borrowed === true ? await readTraining() : null,
    diagnostics,
  };
}

/**
 * The papers curated here: they know the taxonomy that another survey borrows. Null when they cannot be
 * read: that survey is none the worse for a fault of this repository.
 */
async function readTraining(): Promise<TrainingFiles | null> {
  const ignored: Diagnostic[] = [];
  const read = (name: string): Promise<SourceText | null> => readText(path.join(repository, 'content', name), ignored);
  const curation = await read('curation.yaml');
  if (curation === null) return null;
  const seeds = await readSeeds(path.join(repository, 'seeds'), ignored);
  return { seeds, curation, permalinks: await read('permalinks.txt') };
}

async function listFolder(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    const message = `cannot list this folder (${reasonOf(error)})`;
    diagnostics.push(diagnosticInFile('unreadable-file', displayPath(folder), message, 'a readable folder'));
    return [];
  });
}

async function readSeeds(folder: string, diagnostics: Diagnostic[]): Promise<SourceText[]> {
  const names = await listFolder(folder, diagnostics);
  const captures = names.filter((name) => !name.startsWith('.') && !name.toLowerCase().startsWith('readme')).sort();
  const texts: SourceText[] = [];
  for (const name of captures) {
    const text = await readText(path.join(folder, name), diagnostics);
    if (text !== null) texts.push(text);
  }
  return texts;
}

/** Prose about papers belongs to the captures it was written for; prose about the survey to any that borrows its content. */
async function readProseFiles(location: SurveyLocation, diagnostics: Diagnostic[]): Promise<ProseSources> {
  const borrowed = isBorrowed(location);
  const read = (folder: string): Promise<SourceText[]> => readFolder(location, folder, '.md', diagnostics);
  const pages = await read('pages');
  return {
    topic: borrowed ? [] : await read('topics'),
    area: borrowed ? [] : await read('areas'),
    page: borrowed ? pages.filter((page) => path.basename(page.path) !== 'home.md') : pages,
  };
}

/** What holds the finished site to its promises: the ledger of addresses, and the papers that were removed. */
export async function readPromises(location: SurveyLocation): Promise<{ permalinks: Permalinks; removed: string[] }> {
  const ignored: Diagnostic[] = [];
  // Other captures than those the ledger was written for have none of its pages.
  const [ledger, removals] = isBorrowed(location)
    ? [null, null]
    : [
        await readContentFile(location, 'permalinks.txt', false, ignored),
        await readContentFile(location, 'removed.yaml', false, ignored),
      ];
  return {
    permalinks: ledger === null ? noPermalinks : parseLedger(ledger.source),
    removed: removals === null ? [] : parseRemovals(removals.source).removals.papers.map(({ id }) => id),
  };
}

/** The published versions; what is wrong with them is reported where the corpus is built. */
export async function readHistoryOf(location: SurveyLocation): Promise<History> {
  if (isBorrowed(location)) return noHistory;
  return readHistory(await readFolder(location, 'history', '.yaml', [])).history;
}

/** Whether captures from elsewhere are read with the content of this repository. */
function isBorrowed(location: SurveyLocation): boolean {
  return location.content === null && location.seeds !== null;
}

/** The files with one extension in a folder of the content, by name; none when there is no such folder. */
async function readFolder(
  location: SurveyLocation,
  name: string,
  extension: string,
  diagnostics: Diagnostic[],
): Promise<SourceText[]> {
  const folder = path.join(contentFolderOf(location), name);
  if (!(await exists(folder))) return [];
  const names = (await listFolder(folder, diagnostics))
    .filter((file) => file.endsWith(extension) && !file.startsWith('.'))
    .sort();
  const texts = await Promise.all(names.map((file) => readText(path.join(folder, file), diagnostics)));
  return texts.filter((text) => text !== null);
}

/** `fallback`: whether the repository's own file serves a survey that has none. */
async function readContentFile(
  location: SurveyLocation,
  name: string,
  fallback: boolean,
  diagnostics: Diagnostic[],
): Promise<ContentFile | null> {
  const own = path.join(contentFolderOf(location), name);
  if (await exists(own)) {
    const source = await readText(own, diagnostics);
    return source && { source, borrowed: isBorrowed(location) };
  }
  const shared = path.join(repository, 'content', name);
  if (!fallback || location.content === null || !(await exists(shared))) return null;
  const source = await readText(shared, diagnostics);
  return source && { source, borrowed: true };
}

/** One file as text; null with a diagnostic when it cannot be read. */
export async function readText(file: string, diagnostics: Diagnostic[]): Promise<SourceText | null> {
  const shown = displayPath(file);
  const bytes = await readFile(file).catch((error: unknown) => {
    diagnostics.push(
      diagnosticInFile('unreadable-file', shown, `cannot be read (${reasonOf(error)})`, 'a readable text file'),
    );
    return null;
  });
  if (bytes === null) return null;
  const source = {
    path: shown,
    sha256: sha256Of(bytes),
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  };
  const damaged = isUtf8(bytes) ? -1 : source.text.indexOf('\uFFFD');
  if (damaged >= 0) {
    diagnostics.push(
      diagnosticAt('invalid-utf8', positionAt(source, damaged), 'bytes that are not UTF-8', 'a file in UTF-8'),
    );
  }
  return source;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The system's short reason ("ENOENT") where there is one. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/**
 * A message as the site shows it: its paths begin at the survey's folders, so that they neither tell about the machine
 * of the build nor differ from one to the other.
 */
export function portableDiagnostic(diagnostic: Diagnostic, location: SurveyLocation): Diagnostic {
  const folders = [
    [displayPath(location.seeds ?? path.join(repository, 'seeds')), 'seeds'],
    [displayPath(contentFolderOf(location)), 'content'],
  ] as const;
  const portable = (text: string): string =>
    folders.reduce((changed, [folder, name]) => changed.replaceAll(`${folder}/`, `${name}/`), text);
  const { place, message } = diagnostic;
  const shown = place.kind === 'unavailable' ? place : { ...place, path: portable(place.path) };
  return { ...diagnostic, place: shown, message: portable(message) };
}

/** Relative to where the command runs, with forward slashes: what a person can open from there. */
export function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith('..') ? path.resolve(file) : relative).split(path.sep).join('/');
}

// The built site bundles this module elsewhere, so the folder is found by what it holds.
function findRepository(from: string): string {
  const folder = path.dirname(from);
  if (path.basename(folder) === 'loaders' && path.basename(path.dirname(folder)) === 'src')
    return path.resolve(folder, '../..');
  return process.cwd();
}
