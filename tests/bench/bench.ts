/**
 * `npm run bench [-- PART…] [--papers N,N]`: measures the corpus stage and the whole build on the real
 * captures and on generated ones, prints tables, and writes .cache/bench/PART.json.
 * Parts: corpus, build; these without a name; classify, which measures correctness; pages, which measures the site in
 * dist/ in a browser, beside its budgets. `--papers` names the generated sizes: 1000 unless told,
 * 1000,10000 for the growth of the cost per paper.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readSurveyFiles } from '../../src/loaders/survey-files.ts';
import { benchClassification } from './classification.ts';
import { generateCaptures } from './generator.ts';
import { measure, type Measurement } from './measure.ts';
import { measurePages } from './pages.ts';
import type { Transfer } from './transfer.ts';

const output = path.resolve('.cache', 'bench');
const parts = ['corpus', 'build'] as const;

/** A survey to measure; `seeds` is null for the real captures. */
interface Subject {
  readonly name: string;
  readonly seeds: string | null;
  /** Whether it is built for the web: with an address, and so with social cards, feeds and a sitemap. */
  readonly isPublished: boolean;
  /** Number of papers that must come out; null where the captures themselves say. */
  readonly papers: number | null;
}

type Row = Readonly<Record<string, string | number | null>>;

const corpusReportSchema = z.object({
  stages: z.record(z.string(), z.number()),
  counts: z.object({ records: z.int(), papers: z.int() }),
  errors: z.array(z.string()),
  fewestRelated: z.number(),
});

async function prepare(sizes: readonly number[]): Promise<Subject[]> {
  const { seeds } = await readSurveyFiles({ seeds: null, content: null });
  const generated = sizes.map((papers) => {
    const folder = path.join(output, `seeds-${papers}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of generateCaptures(seeds, papers)) writeFileSync(path.join(folder, name), text);
    return { name: papers.toLocaleString('en'), seeds: folder, isPublished: false, papers };
  });
  const real = { seeds: null, papers: null };
  return [
    { ...real, name: 'real', isPublished: false },
    { ...real, name: 'real, for the web', isPublished: true },
    ...generated,
  ];
}

function environmentOf({ name, seeds, isPublished }: Subject): Record<string, string> {
  return {
    CI: '',
    OUT_DIR: path.join(output, `dist-${name}`),
    CACHE_DIR: path.join(output, `cache-${name}`),
    ...(seeds === null ? {} : { SEEDS_DIR: seeds }),
    ...(isPublished ? { SITE_URL: 'https://survey.example' } : {}),
  };
}

async function benchCorpus(subject: Subject): Promise<Row> {
  const run = await measureOrThrow(subject, ['node', 'tests/bench/corpus-run.ts']);
  const { stages, counts, errors, fewestRelated } = corpusReportSchema.parse(JSON.parse(run.stdout));
  if (errors.length > 0) throw new Error(`${subject.name}: the corpus has errors\n${errors.slice(0, 10).join('\n')}`);
  if (subject.papers !== null && counts.papers !== subject.papers) {
    throw new Error(`${subject.name}: ${counts.papers} papers came out, expected ${subject.papers}`);
  }
  const milliseconds = Object.entries(stages).map(([stage, time]) => [`${stage} ms`, Math.round(time)] as const);
  const total = Object.values(stages).reduce((sum, time) => sum + time, 0);
  return {
    captures: subject.name,
    papers: counts.papers,
    ...Object.fromEntries(milliseconds),
    'total s': round(total / 1000),
    'ms per paper': round(total / counts.papers),
    'fewest related': fewestRelated,
    'peak MB': round(run.peakMegabytes),
    'largest process MB': round(run.largestMegabytes),
  };
}

/** What `npm run build` runs when everything is installed. */
function buildCommand(): string[] {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  const { scripts } = z.object({ scripts: z.object({ build: z.string() }) }).parse(manifest);
  return scripts.build.replace(/^.*&& /, '').split(' ');
}

async function benchBuild(subject: Subject): Promise<Row> {
  rmSync(environmentOf(subject)['CACHE_DIR'] ?? '', { recursive: true, force: true });
  const run = await measureOrThrow(subject, buildCommand());
  const folder = path.join(output, `dist-${subject.name}`);
  const papers = readdirSync(path.join(folder, 'papers'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'by-year',
  ).length;
  const cost = run.cpuSeconds ?? run.wallSeconds;
  console.log(`\n${subject.name}: stages of the build\n${run.stderr.trimEnd()}`);
  return {
    captures: subject.name,
    'paper pages': papers,
    'wall s': round(run.wallSeconds),
    'cpu s': round(run.cpuSeconds),
    'cpu ms per paper': round((cost * 1000) / papers),
    'peak MB': round(run.peakMegabytes),
    'largest process MB': round(run.largestMegabytes),
    'dist MB': round(bytesBelow(folder) / 1e6),
    'search index MB': round(bytesBelow(path.join(folder, 'pagefind')) / 1e6),
  };
}

async function measureOrThrow(subject: Subject, command: readonly string[]): Promise<Measurement> {
  const run = await measure(command, environmentOf(subject));
  if (run.exitCode !== 0)
    throw new Error(`${command.join(' ')} failed on ${subject.name}\n${run.stdout}\n${run.stderr}`);
  return run;
}

async function benchPages(): Promise<void> {
  const folder = path.resolve(process.env['OUT_DIR'] ?? 'dist');
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no site: npm run build first`);
  console.error('pages: the built site …');
  const pages = await measurePages(folder);
  console.log('\ntransfers, kB on the wire');
  console.table(pages.transfers.map(rounded));
  console.log('\nlayout shift');
  console.table(pages.shifts.filter(({ unasked, afterInput }) => unasked + afterInput > 0));
  console.log('\nLighthouse, mobile');
  console.table(pages.scores);
  console.log('\nours beside the budget');
  console.table(pages.figures);
  mkdirSync(output, { recursive: true });
  writeFileSync(path.join(output, 'pages.json'), `${JSON.stringify({ part: 'pages', ...pages }, null, 2)}\n`);
}

function rounded(row: Transfer & { readonly page: string }): Row {
  const cells = Object.entries(row).map(
    ([name, value]) => [name, typeof value === 'number' ? round(value) : value] as const,
  );
  return Object.fromEntries(cells);
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}

/** How much more a paper costs in the last of these surveys than in the first; null with fewer than two. */
function growthOf(rows: readonly Row[]): number | null {
  const costs = rows.map((row) => Number(row['cpu ms per paper'] ?? row['ms per paper']));
  const [first, last] = [costs.at(0), costs.at(-1)];
  return first === undefined || last === undefined || costs.length < 2 ? null : round(last / first);
}

function report(part: string, rows: ReadonlyMap<Subject, Row>): void {
  console.log(`\n${part}`);
  console.table([...rows.values()]);
  const growth = growthOf([...rows].flatMap(([{ papers }, row]) => (papers === null ? [] : [row])));
  if (growth !== null) console.log(`cost per paper, largest against smallest: ${growth}`);
  writeFileSync(
    path.join(output, `${part}.json`),
    `${JSON.stringify({ part, growth, rows: [...rows.values()] }, null, 2)}\n`,
  );
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { papers: { type: 'string', default: '1000' } },
});
const unknown = positionals.find(
  (name) => !['classify', 'pages'].includes(name) && !parts.some((part) => part === name),
);
if (unknown !== undefined) throw new Error(`unknown part ${unknown}, expected ${parts.join(', ')}, classify, pages`);
if (positionals.includes('classify')) await benchClassification();
if (positionals.includes('pages')) await benchPages();
const chosen = positionals.length === 0 ? parts : parts.filter((part) => positionals.includes(part));
const subjects = chosen.length === 0 ? [] : await prepare(values.papers.split(',').filter(Boolean).map(Number));
for (const part of chosen) {
  const rows = new Map<Subject, Row>();
  // The corpus knows nothing of the web.
  for (const subject of subjects.filter(({ isPublished }) => part === 'build' || !isPublished)) {
    console.error(`${part}: ${subject.name} …`);
    rows.set(subject, part === 'corpus' ? await benchCorpus(subject) : await benchBuild(subject));
  }
  report(part, rows);
}
