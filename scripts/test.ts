/**
 * `npm test`: runs every check, goes on after a failure, and ends with the line `N passed, N failed`.
 * Each unit and browser test counts for itself, every other check as one. `npm test -- unit types`
 * runs only the checks named.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { formatDuration } from '../src/reporters/progress.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly title: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** For checks that count tests: where the command leaves its report, and how to read it. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Counts };
}

const reports = path.resolve('.cache', 'reports');
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

const checks: readonly Check[] = [
  { name: 'lockfile', title: 'Lockfile', command: ['node', 'scripts/check-lockfile.mjs'] },
  { name: 'types', title: 'Types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'lint', title: 'Lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'format', title: 'Format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'survey',
    title: 'Captures and content',
    command: ['node', 'src/cli/survey.ts', 'check'],
  },
  {
    name: 'unit',
    title: 'Unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, count: countUnitTests },
  },
  { name: 'build', title: 'Build and verification under /', command: ['node', 'src/cli/build.ts'] },
  {
    name: 'build-base',
    title: 'Build and verification under /survey/',
    command: ['node', 'src/cli/build.ts'],
    environment: { BASE_PATH: '/survey/', OUT_DIR: '.cache/e2e/survey', SITE_URL: 'https://survey.example' },
  },
  { name: 'verify', title: 'Finished site, valid HTML included', command: ['node', 'src/cli/verify.ts', 'dist'] },
  {
    name: 'browser',
    title: 'Browser tests',
    command: ['playwright', 'test'],
    environment: { E2E_REPORT: browserReport },
    report: { file: browserReport, count: countBrowserTests },
  },
];

function countUnitTests(report: unknown): Counts {
  const schema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
  const { numPassedTests, numFailedTests } = schema.parse(report);
  return { passed: numPassedTests, failed: numFailedTests };
}

function countBrowserTests(report: unknown): Counts {
  const schema = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) });
  const { stats } = schema.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** Runs one check with its output passed through; gives the exit code, or null when it could not run. */
function execute({ command, environment }: Check): Promise<number | null> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
      ...environment,
      PATH: searchPath(),
    },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once('close', resolve);
  });
}

/** The packages' own commands first, so that the checks also run without npm. */
function searchPath(): string {
  return [path.resolve('node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter);
}

/** A check that fails or crashes counts at least one failure, whatever its report says. */
function countsOf(check: Check, exitCode: number | null): Counts {
  if (check.report === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = readReport(check.report.file, check.report.count);
  if (exitCode === 0 && counts.passed > 0) return counts;
  return { passed: counts.passed, failed: Math.max(counts.failed, 1) };
}

function readReport(file: string, count: (report: unknown) => Counts): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file} cannot be understood: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

/** The checks named on the command line, all of them without a name. */
function chosenChecks(names: readonly string[]): readonly Check[] {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new Error(`unknown check ${unknown.join(', ')}, expected ${checks.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? checks : checks.filter((check) => names.includes(check.name));
}

async function run(): Promise<Counts> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results: { check: Check; counts: Counts; milliseconds: number }[] = [];
  for (const check of chosenChecks(process.argv.slice(2))) {
    console.log(`\n── ${check.title}`);
    const started = performance.now();
    const counts = countsOf(check, await execute(check));
    results.push({ check, counts, milliseconds: performance.now() - started });
  }
  console.log();
  for (const { check, counts, milliseconds } of results) {
    const result = counts.failed === 0 ? `${counts.passed} passed` : `${counts.passed} passed, ${counts.failed} failed`;
    console.log(
      `${counts.failed === 0 ? 'ok  ' : 'FAIL'}  ${check.title}: ${result} (${formatDuration(milliseconds)})`,
    );
  }
  return {
    passed: results.reduce((sum, { counts }) => sum + counts.passed, 0),
    failed: results.reduce((sum, { counts }) => sum + counts.failed, 0),
  };
}

const { passed, failed } = await run();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
