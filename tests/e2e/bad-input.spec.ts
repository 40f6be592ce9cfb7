import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../src/cli/serve.ts';
import { runProject } from '../support/commands.ts';
import { watchFaults } from '../support/faults.ts';
import { capture, makeSurvey, soundCapture, type SmallSurvey } from '../support/small-survey.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

function checkArguments({ environment }: SmallSurvey): string[] {
  return ['check', '--seeds', environment['SEEDS_DIR']!, '--content', environment['CONTENT_DIR']!];
}

test('everything wrong with captures and content is told at once with its place, and the published site stays', async ({}, info) => {
  const survey = makeSurvey(
    info,
    {
      'sound.txt': soundCapture,
      'half.txt': capture(
        'Gamma: A Record That Stops',
        'It has an abstract, which ends here.',
        'Delta: A Title Without an Abstract',
      ),
      'strange.txt': '{ "this": "is no listing" }\n',
    },
    {
      'curation.yaml':
        'papers:\n  alpha-wider-caches-for-longer-prompts:\n    topic: no-such-topic\n  no-such-paper:\n    topic: kv-cache\n',
      'bibliography.yaml': 'papers:\n  beta: [1,\n',
    },
  );
  // A folder in the place of a file cannot be read by anyone, not even by root.
  mkdirSync(path.join(survey.folder, 'seeds', 'unreadable.txt'));
  mkdirSync(path.join(survey.folder, 'dist'));
  writeFileSync(path.join(survey.folder, 'dist', 'index.html'), 'the site as it was');
  const expected = [
    /unreadable\.txt: .*\[error unreadable-file\]/,
    /strange\.txt(:1:1)?: .*expected .*\[error unknown-format\]/,
    /half\.txt:17:1: .*expected .*\[error truncated-record\]/,
    /curation\.yaml:3:12: .*no-such-topic.*expected .*\[error unknown-topic\]/,
    /curation\.yaml:4:3: .*no-such-paper.*\[error unknown-paper\]/,
    /bibliography\.yaml:\d+:\d+: .*\[error malformed-yaml\]/,
  ];

  const check = await runProject('src/cli/survey.ts', checkArguments(survey), {});
  expect(check.exitCode).toBe(1);
  expect(check.stdout).toBe('');
  for (const line of expected) expect(check.stderr).toMatch(line);

  const build = await runProject('src/cli/build.ts', [], survey.environment);
  expect(build.exitCode).toBe(1);
  for (const line of expected) expect(build.stderr).toMatch(line);
  expect(readdirSync(path.join(survey.folder, 'dist'))).toEqual(['index.html']);
  expect(readFileSync(path.join(survey.folder, 'dist', 'index.html'), 'utf8')).toBe('the site as it was');
});

test('a fault in the description of the site fails the build, and the published site stays', async ({}, info) => {
  const site = readFileSync('content/site.yaml', 'utf8');
  const survey = makeSurvey(
    info,
    { 'sound.txt': soundCapture },
    { 'site.yaml': site.replace(/^title:.*$/m, "title: ''") },
  );
  mkdirSync(path.join(survey.folder, 'dist'));
  writeFileSync(path.join(survey.folder, 'dist', 'index.html'), 'the site as it was');
  const build = await runProject('src/cli/build.ts', [], survey.environment);
  expect(build.exitCode).toBe(1);
  expect(build.stderr).toMatch(/site\.yaml:\d+:\d+: .*\[error invalid-content\]/);
  expect(readFileSync(path.join(survey.folder, 'dist', 'index.html'), 'utf8')).toBe('the site as it was');
});

test('a broken link in the finished pages fails the build, and the published site stays', async ({}, info) => {
  const about = `${readFileSync('content/pages/about.md', 'utf8')}\nSee [the appendix](../no-such-page/#figures).\n`;
  const survey = makeSurvey(info, { 'sound.txt': soundCapture }, { 'pages/about.md': about });
  mkdirSync(path.join(survey.folder, 'dist'));
  writeFileSync(path.join(survey.folder, 'dist', 'index.html'), 'the site as it was');
  const build = await runProject('src/cli/build.ts', [], survey.environment);
  expect(build.exitCode).toBe(1);
  expect(build.stderr).toMatch(/about\/index\.html.*no-such-page.*\[error broken-link\]/);
  expect(readdirSync(path.join(survey.folder, 'dist'))).toEqual(['index.html']);
});

test('markup, event handlers and script addresses in captures come out as text', async ({ page }, info) => {
  const title = 'Epsilon: <img src=x onerror="window.hacked=1"> in <b>Titles</b>';
  const abstract =
    'We write <script>window.hacked = 1</script> and <a href="javascript:window.hacked=1" onclick="window.hacked=1">links</a> into an ' +
    'abstract. The code is at javascript:window.hacked=1 and "quoted\' text & ampersands </article></main> stay as they are.';
  const survey = makeSurvey(info, { 'hostile.txt': capture(title, abstract), 'sound.txt': soundCapture });
  const build = await runProject('src/cli/build.ts', [], survey.environment);
  expect(build.exitCode, build.stderr).toBe(0);

  const { server, address } = await serve({ folder: path.join(survey.folder, 'dist'), base: '/', port: 0 });
  try {
    const faults = watchFaults(page, address);
    const paper = readdirSync(path.join(survey.folder, 'dist', 'papers')).find((name) => name.startsWith('epsilon'))!;
    for (const place of ['', 'papers/', `papers/${paper}/`, 'sources/hostile/', 'method/', 'search/?q=epsilon']) {
      await page.goto(new URL(place, address).href, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => 'hacked' in window), place).toBe(false);
      expect(await page.locator('a[href^="javascript:"], [onclick], [onerror], img[src="x"]').count(), place).toBe(0);
    }
    await page.goto(new URL(`papers/${paper}/`, address).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('main')).toContainText('<script>window.hacked = 1</script>');
    await expect(page.getByRole('main')).toContainText('onclick="window.hacked=1">links</a>');
    await expect(page.getByRole('main')).toContainText('& ampersands </article></main> stay as they are.');
    await expect(page).toHaveTitle(new RegExp('<img src=x onerror="window.hacked=1">'));
    expect(faults).toEqual([]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
