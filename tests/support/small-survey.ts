/** A survey of a few papers in a folder of its own, to be built for real. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestInfo } from '@playwright/test';

const header = [
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'Daily Papers',
  'byAK and the research community',
  'Jul 31',
];

/** A capture in the format hf-papers-text. */
export function capture(...lines: readonly string[]): string {
  return [...header, ...lines].map((line) => `${line}\n\n`).join('');
}

/** Two papers in the format hf-papers-text. */
export const soundCapture = capture(
  'Alpha: Wider Caches for Longer Prompts',
  'We store keys and values of a transformer in eight shards. Decoding of long prompts becomes twice as fast on one GPU.',
  'Beta: Fewer Bits for Smaller Phones',
  'We quantize the weights of a language model to three bits. The accuracy on phones stays the same as with sixteen bits.',
);

export interface SmallSurvey {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A survey of its own, with the project's taxonomy; `content` replaces or adds files, `variables` those of the environment. */
export function makeSurvey(
  info: TestInfo,
  seeds: Readonly<Record<string, string>>,
  content: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): SmallSurvey {
  const folder = info.outputPath('survey');
  for (const name of ['seeds', 'content']) mkdirSync(path.join(folder, name), { recursive: true });
  // Not the essay of the home page, which speaks of papers that this survey does not have.
  for (const name of ['site.yaml', 'taxonomy.yaml', 'pages/about.md', 'pages/method.md']) {
    cpSync(path.join('content', name), path.join(folder, 'content', name), { recursive: true });
  }
  for (const [name, text] of Object.entries(seeds)) writeFileSync(path.join(folder, 'seeds', name), text);
  for (const [name, text] of Object.entries(content)) writeFileSync(path.join(folder, 'content', name), text);
  const environment = {
    SEEDS_DIR: path.join(folder, 'seeds'),
    CONTENT_DIR: path.join(folder, 'content'),
    OUT_DIR: path.join(folder, 'dist'),
    CACHE_DIR: path.join(folder, 'cache'),
    CI: '1',
    ...variables,
  };
  return { folder, environment };
}
