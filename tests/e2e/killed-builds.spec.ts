import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { repairSwap } from '../../src/integrations/folder-swap.ts';
import { FolderCheck, pagesOf } from '../../src/integrations/folder-check.ts';
import { runProject } from '../support/commands.ts';
import { makeSurvey, type SmallSurvey, soundCapture } from '../support/small-survey.ts';

test.describe.configure({ timeout: 600_000 });

const siteFile = readFileSync('content/site.yaml', 'utf8');

/** Every page of a site names the survey, so its title tells which build a page comes from. */
function setTitle({ folder }: SmallSurvey, title: string): void {
  writeFileSync(path.join(folder, 'content', 'site.yaml'), siteFile.replace(/^title:.*$/m, `title: ${title}`));
}

/** The builds that the pages of the published folder come from; throws when the site is not complete. */
function publishedTitles({ folder }: SmallSurvey): string[] {
  const dist = path.join(folder, 'dist');
  const { diagnostics } = new FolderCheck({ folder: dist, base: '/', site: null, isOffline: false }).finish();
  expect(diagnostics).toEqual([]);
  const titles = pagesOf(dist).map(
    (page) => /Build \d+/.exec(readFileSync(path.join(dist, page), 'utf8'))?.[0] ?? page,
  );
  return [...new Set(titles)];
}

/**
 * Starts a build in a process group of its own and kills the group when `due` resolves. Gives how it ended: `signal` is
 * null when it did so by itself.
 */
async function killBuild(environment: SmallSurvey['environment'], signal: NodeJS.Signals, due: () => Promise<void>) {
  const child = spawn('node', ['src/cli/build.ts'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (exitCode, signal) => {
      resolve({ exitCode, signal });
    });
  });
  await Promise.race([due(), closed]);
  if (child.pid !== undefined && child.exitCode === null) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It ended in this very moment.
    }
  }
  return { ...(await closed), pid: child.pid, stderr };
}

const after = (milliseconds: number) => () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Resolves when the swap of the folders has begun. */
const whileSwapping = (folder: string) => async () => {
  while (!readdirSync(folder).some((name) => /^dist\.(incoming|previous)-/.test(name))) await after(1)();
};

test('a build killed at any moment leaves the published site complete', async ({}, info) => {
  const survey = makeSurvey(info, { 'sound.txt': soundCapture }, {}, { SOCIAL_CARDS: 'off' });
  setTitle(survey, 'Build 0');
  let started = performance.now();
  expect((await runProject('src/cli/build.ts', [], survey.environment)).exitCode).toBe(0);
  let duration = performance.now() - started;

  const kills = 20;
  const during = 5;
  const killed: number[] = [];
  let last = 'Build 0';
  for (let build = 1; killed.length < kills; build += 1) {
    expect(build, 'builds begun to kill twenty').toBeLessThan(4 * kills);
    setTitle(survey, `Build ${build}`);
    // Multiples of the golden ratio spread evenly over the time that a build takes.
    const due = build <= during ? whileSwapping(survey.folder) : after(duration * ((build * 0.618034) % 1));
    started = performance.now();
    const means = build % 3 === 0 ? 'SIGTERM' : 'SIGKILL';
    const { exitCode, signal, pid, stderr } = await killBuild(survey.environment, means, due);
    // A build that fails by itself is neither done nor killed.
    expect([signal, exitCode], `how build ${build} ended: ${stderr}`).toEqual(
      signal === null ? [null, 0] : [means, null],
    );
    // A build that was done before its time shows how long one takes now.
    if (signal === null && build > during) duration = Math.min(duration, performance.now() - started);
    else if (signal !== null && pid !== undefined) killed.push(pid);
    // What the server and the next build do first.
    await repairSwap(path.join(survey.folder, 'dist'));
    const titles = publishedTitles(survey);
    expect(titles, `after killing build ${build}`).toHaveLength(1);
    expect([last, `Build ${build}`]).toContain(titles[0]);
    last = titles[0] ?? last;
  }

  setTitle(survey, 'Build 99');
  expect((await runProject('src/cli/build.ts', [], survey.environment)).exitCode).toBe(0);
  expect(publishedTitles(survey)).toEqual(['Build 99']);
  expect(readdirSync(survey.folder).filter((name) => name.startsWith('dist.'))).toEqual([]);
  for (const pid of killed) expect(existsSync(path.join('.cache', 'staging', String(pid)))).toBe(false);
});

test('two builds at once each make a whole site, and one of them is published', async ({}, info) => {
  const survey = makeSurvey(info, { 'sound.txt': soundCapture }, {}, { SOCIAL_CARDS: 'off' });
  setTitle(survey, 'Build 1');
  const first = runProject('src/cli/build.ts', [], survey.environment);
  await after(400)();
  setTitle(survey, 'Build 2');
  const results = await Promise.all([first, runProject('src/cli/build.ts', [], survey.environment)]);
  for (const { exitCode, stderr } of results) expect(exitCode, stderr).toBe(0);
  expect(publishedTitles(survey)).toHaveLength(1);
  expect(readdirSync(survey.folder).filter((name) => name.startsWith('dist.'))).toEqual([]);
});

test('a disk that takes no more and a folder that cannot be made are told, and the published site stays', async ({}, info) => {
  const survey = makeSurvey(info, { 'sound.txt': soundCapture }, {}, { SOCIAL_CARDS: 'off' });
  setTitle(survey, 'Build 0');
  expect((await runProject('src/cli/build.ts', [], survey.environment)).exitCode).toBe(0);

  // The system refuses to let any file grow beyond 20 kB.
  const limited = await new Promise<{ exitCode: number | null; stderr: string }>((resolve) => {
    const child = spawn('sh', ['-c', "trap '' XFSZ; ulimit -f 40; exec node src/cli/build.ts"], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...survey.environment },
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('close', (exitCode) => {
      resolve({ exitCode, stderr });
    });
  });
  expect(limited.exitCode).toBe(1);
  expect(limited.stderr).toMatch(/not published: a file may not grow.*expected .* as it was/s);
  expect(publishedTitles(survey)).toEqual(['Build 0']);

  const file = path.join(survey.folder, 'content', 'site.yaml');
  const blocked = await runProject('src/cli/build.ts', [], { ...survey.environment, OUT_DIR: path.join(file, 'dist') });
  expect(blocked.exitCode).toBe(1);
  expect(blocked.stderr).toMatch(/not published: there is no such folder.*expected a path to a folder/s);
  expect(blocked.stderr).not.toMatch(/^\s+at /m);
});
