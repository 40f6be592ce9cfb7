/** The texts that are damaged by fuzzing, and those that were once read wrongly. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FuzzedKind, fuzzedKindSchema, type FuzzedText } from './fuzzing.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const captures = path.join(root, 'tests', 'fixtures', 'captures');
const regressions = path.join(root, 'tests', 'fixtures', 'regressions');

/** Content files, each with the kind of text it is; long ones only to their hundredth line. */
const contentFiles: readonly (readonly [FuzzedKind, string])[] = [
  ['taxonomy', 'src/cli/starter/content/taxonomy.yaml'],
  ['taxonomy', 'content/taxonomy.yaml'],
  ['bibliography', 'content/bibliography.yaml'],
  ['curation', 'content/curation.yaml'],
  ['permalinks', 'content/permalinks.txt'],
  ['citation-keys', 'content/citation-keys.txt'],
  ['history', 'content/history/0.1.0.yaml'],
  ['site', 'content/site.yaml'],
];

const removed: FuzzedText = {
  kind: 'removed',
  text: 'papers:\n  a-paper:\n    title: A Paper\n    date: 2026-01-02\n    reason: Withdrawn by its authors.\n',
};

/** What is damaged: every fixture of every format, and every kind of content file. */
export function fuzzedTexts(): [FuzzedText, ...FuzzedText[]] {
  const fixtures = readdirSync(captures)
    .sort()
    .map((name): FuzzedText => ({
      kind: 'capture',
      text: readFileSync(path.join(captures, name, 'capture.txt'), 'utf8'),
    }));
  const content = contentFiles.map(([kind, file]): FuzzedText => ({
    kind,
    text: readFileSync(path.join(root, file), 'utf8').split('\n').slice(0, 100).join('\n'),
  }));
  return [removed, ...fixtures, ...content];
}

/** The texts kept because they were once read wrongly, by file name. */
export function readRegressions(): [string, FuzzedText][] {
  if (!existsSync(regressions)) return [];
  return readdirSync(regressions)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => [
      name,
      {
        kind: fuzzedKindSchema.parse(name.replace(/-[^-]*\.txt$/, '')),
        text: readFileSync(path.join(regressions, name), 'utf16le'),
      },
    ]);
}

/** Keeps a text for the tests to come; returns its path. */
export function keepRegression({ kind, text }: FuzzedText): string {
  mkdirSync(regressions, { recursive: true });
  const digest = createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 8);
  const file = path.join(regressions, `${kind}-${digest}.txt`);
  // UTF-16, since a text may hold what UTF-8 cannot: half a surrogate pair.
  writeFileSync(file, text, 'utf16le');
  return path.relative(root, file);
}
