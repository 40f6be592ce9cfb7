/**
 * The two faces of the survey, cut to the characters in use. Each face is up to two files: one with what nearly
 * every page shows, which pages preload, and one with rarer letters, which a browser fetches only for a page
 * that has them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Paper } from '../corpus/paper.ts';
import type { ProsePage } from '../corpus/prose.ts';
import type { FontOrder } from '../threads/font-job.ts';
import { JobThread } from '../threads/job-thread.ts';
import { fallbackFace, type FontMetrics } from './font-fallback.ts';
import { z } from 'zod';
import type { Urls } from './urls.ts';

/** A font file that is cut from one of a package. */
export interface CutFont {
  /** Without extension; holds a digest of what the file is made from. */
  readonly name: string;
  /** What it is cut from, and how. */
  readonly cut: FontOrder;
}

/** One font file of the site. */
export interface FontFile extends CutFont {
  readonly family: string;
  /** Whether every page needs it. */
  readonly isCore: boolean;
}

interface Face {
  readonly family: string;
  /** The first part of the names of its files. */
  readonly name: string;
  readonly package: string;
  /** The axes of the package's files to use, as their names say. */
  readonly axes: string;
  /** Axes that get one value. */
  readonly pinned: Readonly<Record<string, number>>;
  /** At weight 400, as a test measures them. */
  readonly metrics: FontMetrics;
  readonly fallback: 'serif' | 'sans-serif';
}

/** In the order of their use: a face for reading, a face for everything that helps to read. */
export const faces: readonly Face[] = [
  {
    family: 'Survey Text',
    name: 'text',
    package: 'source-serif-4',
    axes: 'opsz',
    // The cut for running text on a screen; titles bear it too.
    pinned: { opsz: 20 },
    metrics: { ascent: 1036, descent: -335, lineGap: 0, unitsPerEm: 1000, xWidthAvg: 450 },
    fallback: 'serif',
  },
  {
    family: 'Survey Sans',
    name: 'sans',
    package: 'source-sans-3',
    axes: 'wght',
    pinned: {},
    metrics: { ascent: 1024, descent: -400, lineGap: 0, unitsPerEm: 1000, xWidthAvg: 418 },
    fallback: 'sans-serif',
  },
];

/** What a page states of its fonts. */
export interface PageFonts {
  /** Addresses of the files that the page loads at once. */
  readonly preloads: readonly string[];
  readonly styles: string;
  /** By which the security policy allows the styles. */
  readonly stylesHash: `sha256-${string}`;
}

/** What pages and routes need of the fonts. */
export interface SurveyFonts extends PageFonts {
  readonly files: readonly FontFile[];
  /** For pages without running text. */
  readonly sansOnly: PageFonts;
}

/** The fonts for a survey of these texts. */
export function surveyFonts(texts: Iterable<string>, urls: Pick<Urls, 'asset'>): SurveyFonts {
  const files = fontFiles(rareCharacters(texts));
  return { files, ...pageFonts(faces, files, urls), sansOnly: pageFonts(faces.slice(1), files, urls) };
}

/** For a page in these faces. */
function pageFonts(used: readonly Face[], allFiles: readonly FontFile[], urls: Pick<Urls, 'asset'>): PageFonts {
  const files = allFiles.filter((file) => used.some(({ family }) => family === file.family));
  const styles = fontStyles(used, files, urls);
  return {
    preloads: files.filter(({ isCore }) => isCore).map((file) => addressOf(file, urls)),
    styles,
    stylesHash: `sha256-${createHash('sha256').update(styles).digest('base64')}`,
  };
}

function addressOf({ name }: FontFile, urls: Pick<Urls, 'asset'>): string {
  return urls.asset(`fonts/${name}.woff2`);
}

/** What nearly every page shows. */
const coreCharacters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00a0.,:;!?\'"()[]/%&+-=*_<>#@{}“”‘’–—…×·←→↑';

// The weights in use; kerning and the ligatures of f; no hinting, which the screens of today ignore.
function subsetOptions({ pinned }: Face): FontOrder['options'] {
  return {
    targetFormat: 'woff2',
    variationAxes: { ...pinned, wght: { min: 400, max: 600, default: 400 } },
    keepFeatures: ['kern', 'liga'],
    noHinting: true,
  };
}

/** The texts of papers and prose that pages show. */
export function* shownTexts(
  papers: readonly Paper[],
  prose: readonly Pick<ProsePage, 'markdown'>[],
): Generator<string> {
  for (const { title, abstract, authors, organizations, venue } of papers) {
    yield* [title.plain, abstract.plain, ...(authors ?? []), ...organizations, venue ?? ''];
  }
  for (const { markdown } of prose) yield markdown;
}

/** The characters beyond ASCII, and the rarer ones of ASCII, that stand in the texts. */
export function rareCharacters(texts: Iterable<string>): string {
  const rare = new Set<string>();
  for (const text of texts) {
    for (const [character] of text.matchAll(/[^A-Za-z0-9 .,\n\p{M}]/gu)) rare.add(character);
  }
  return [...rare]
    .filter((character) => !coreCharacters.includes(character))
    .sort()
    .join('');
}

/** The font files of a survey with these rare characters; those that no file of a face holds are left to the system. */
export function fontFiles(rare: string): FontFile[] {
  return faces.flatMap((face) => {
    const options = subsetOptions(face);
    return ['latin', 'latin-ext'].flatMap((subset) => {
      const source = packageFile(face.package, sourceName(face, subset));
      const isCore = subset === 'latin';
      // The accents of western names are too frequent for files of their own: most pages would ask for them.
      const characters = (isCore ? coreCharacters : '') + charactersWithin(rare, rangesOf(face.package, subset));
      const file = cutFont(face.name, { source, characters, options });
      return characters === '' ? [] : [{ ...file, family: face.family, isCore }];
    });
  });
}

/** The rules that name the files, and stand-ins of the same measure where they come late. */
function fontStyles(used: readonly Face[], files: readonly FontFile[], urls: Pick<Urls, 'asset'>): string {
  const rules = files.map((file) => {
    const { family, cut, isCore } = file;
    // Late fonts would move the text: a page keeps the face it was first painted in.
    const source = `src:url(${addressOf(file, urls)})format('woff2');font-weight:400 600;font-display:optional`;
    return `@font-face{font-family:'${family}';${source}${isCore ? '' : `;unicode-range:${unicodeRange(cut.characters)}`}}`;
  });
  return rules.join('') + used.map(fallbackFace).join('');
}

/** Cutting a file takes a quarter of a second. */
const cutter = new JobThread<FontOrder>('src/threads/font-job.ts');

/** The bytes of a file, from the folder `cache` of former builds where it has them. */
export async function fontBytes({ name, cut }: CutFont, cache: string): Promise<Uint8Array<ArrayBuffer>> {
  const kept = path.join(cache, `${name}.woff2`);
  try {
    return new Uint8Array(await readFile(kept));
  } catch {
    const font = await cutter.run(cut);
    await keep(kept, font);
    return font;
  }
}

// Another build may write the same file at the same time.
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

/** The file of the package with a subset of the characters; relative to the package. */
export function sourceName({ package: name, axes }: Face, subset: string): string {
  return `files/${name}-${subset}-${axes}-normal.woff2`;
}

// The built site bundles this module elsewhere, so packages are found from the project's folder.
function packageFile(name: string, file: string): string {
  return createRequire(path.resolve('package.json')).resolve(`@fontsource-variable/${name}/${file}`);
}

/** The file that `cut` makes; `name`: what its name begins with. */
export function cutFont(name: string, cut: FontOrder): CutFont {
  return { name: `${name}.${digestOf(cut)}`, cut };
}

function digestOf({ source, characters, options }: FontOrder): string {
  const hash = createHash('sha256')
    .update(readFileSync(source))
    .update(JSON.stringify([characters, options]));
  return hash.digest('base64url').replace(/[-_]/g, '').slice(0, 8);
}

const unicodeSchema = z.record(z.string(), z.string());

type Range = readonly [first: number, last: number];

/** The ranges of characters that the package gives for one of its files. */
function rangesOf(name: string, subset: string): Range[] {
  const ranges: unknown = JSON.parse(readFileSync(packageFile(name, 'unicode.json'), 'utf8'));
  return parseRanges(unicodeSchema.parse(ranges)[subset] ?? '');
}

function parseRanges(text: string): Range[] {
  return [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first = '', last = first]) => [
    parseInt(first, 16),
    parseInt(last, 16),
  ]);
}

function charactersWithin(characters: string, ranges: readonly Range[]): string {
  const within = Array.from(characters).filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => code >= first && code <= last);
  });
  return within.join('');
}

function unicodeRange(characters: string): string {
  return Array.from(characters)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`)
    .join();
}
