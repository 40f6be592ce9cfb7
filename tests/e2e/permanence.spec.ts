/** The same input gives the same bytes; real builds of a small survey from version to version keep their addresses. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../../src/cli/serve.ts';
import { runProject } from '../support/commands.ts';
import { firstCapture, secondCapture, taxonomyText } from '../support/fabricated-survey.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const fignet = 'fignet-faster-figs-for-everybody';
const grafting = 'grafting-plums-by-machine';
const plums = 'plums-on-poor-ground';

/** The variables of the environment under which `npm test` built what lies in .cache/e2e/survey. */
const basePathBuild = { BASE_PATH: '/survey/', SITE_URL: 'https://survey.example' };

interface Survey {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A survey of three papers in a folder of its own. */
function makeSurvey(): Survey {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'survey-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('seeds/a.txt', firstCapture);
  write('seeds/b.txt', secondCapture);
  write('content/taxonomy.yaml', taxonomyText);
  write('content/curation.yaml', 'papers: {}\n');
  for (const name of ['site.yaml', 'pages/about.md', 'pages/method.md']) {
    cpSync(path.join('content', name), path.join(folder, 'content', name), { recursive: true });
  }
  return {
    folder,
    environment: {
      SEEDS_DIR: path.join(folder, 'seeds'),
      CONTENT_DIR: path.join(folder, 'content'),
      OUT_DIR: path.join(folder, 'dist'),
      CACHE_DIR: path.join(folder, 'cache'),
      SITE_URL: 'https://survey.example',
      CI: '1',
    },
  };
}

async function build({ environment }: Survey) {
  return runProject('src/cli/build.ts', [], environment);
}

async function survey({ folder, environment }: Survey, ...args: readonly string[]) {
  const location = ['--seeds', path.join(folder, 'seeds'), '--content', path.join(folder, 'content')];
  return runProject('src/cli/survey.ts', [...args, ...location], environment);
}

/** Every file of a built site with its content. */
function filesOf(root: string): Map<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'latin1')]));
}

test('the survey built again in another folder, time zone and language is the same in every byte', async ({}, info) => {
  const folder = info.outputPath('elsewhere');
  for (const name of ['seeds', 'content']) cpSync(name, path.join(folder, name), { recursive: true });
  const { exitCode, stderr } = await runProject('src/cli/build.ts', [], {
    SEEDS_DIR: path.join(folder, 'seeds'),
    CONTENT_DIR: path.join(folder, 'content'),
    OUT_DIR: path.join(folder, 'dist'),
    // Nothing is taken over that the first build has drawn, cut or packed.
    CACHE_DIR: path.join(folder, 'cache'),
    ...basePathBuild,
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(exitCode, stderr).toBe(0);
  const [first, second] = [filesOf('.cache/e2e/survey'), filesOf(path.join(folder, 'dist'))];
  expect(first.size).toBeGreaterThan(2000);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([file, text]) => second.get(file) !== text).map(([file]) => file)).toEqual([]);
});

test('a retitled paper keeps its address, a merged one leads on, a removed one says why, and nothing vanishes unsaid', async ({
  page,
  browser,
}) => {
  const site = makeSurvey();
  const content = (name: string, text: string): void => {
    writeFileSync(path.join(site.folder, 'content', name), text);
  };
  expect((await build(site)).exitCode).toBe(0);
  const published = await survey(site, 'publish', '--version', '1.0', '--date', '2026-11-21');
  expect(published.exitCode, published.stderr).toBe(0);
  expect(readFileSync(path.join(site.folder, 'content', 'permalinks.txt'), 'utf8')).toContain('\n/papers/*.bib\n');

  // A capture that is missing, and with it a paper gone without a word.
  rmSync(path.join(site.folder, 'seeds', 'b.txt'));
  const vanished = await build(site);
  expect(vanished.exitCode).toBe(1);
  expect(vanished.stderr).toMatch(new RegExp(`permalinks\\.txt:\\d+:1: /papers/${grafting}/ is neither built`));
  expect(vanished.stderr).toMatch(/permalinks\.txt:\d+:1: the capture "b", published as \/sources\/b\/, is missing/);
  expect(vanished.stderr).toContain('survey -- permalinks --write');
  const unsaid = await survey(site, 'changes');
  expect([unsaid.exitCode, unsaid.stderr]).toEqual([1, expect.stringContaining(`"${grafting}" was published`)]);
  writeFileSync(path.join(site.folder, 'seeds', 'b.txt'), secondCapture);

  content(
    'curation.yaml',
    `papers:\n  ${grafting}: { sameAs: ${plums} }\n  ${plums}: { corrections: { title: Plums on the Poorest Ground } }\n`,
  );
  content('removed.yaml', `papers:\n  ${fignet}: { date: "2026-12-01", reason: Its authors asked for it. }\n`);
  const ledger = path.join(site.folder, 'content', 'permalinks.txt');
  // Without the removed paper a year and a platform have no page any more.
  const moved = await survey(site, 'permalinks', '--write');
  expect(moved.exitCode, moved.stderr).toBe(0);
  expect(readFileSync(ledger, 'utf8').split('\n')).toEqual(
    expect.arrayContaining([
      `/papers/${grafting}/ -> /papers/${plums}/`,
      '/platforms/field/ -> /platforms/',
      '/years/2025/ -> /years/',
    ]),
  );
  const rebuilt = await build(site);
  expect(rebuilt.exitCode, rebuilt.stderr).toBe(0);
  const again = await survey(site, 'publish', '--version', '1.1', '--date', '2026-12-01');
  expect(again.stdout.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual(
    expect.arrayContaining([`merged ${grafting}`, `removed ${fignet}`]),
  );
  expect((await build(site)).exitCode).toBe(0);

  const files = filesOf(path.join(site.folder, 'dist'));
  expect(files.get(`papers/${grafting}.bib`)).toBe(files.get(`papers/${plums}.bib`));
  expect(files.get('_redirects')).toContain(`/papers/${grafting}/ /papers/${plums}/ 301`);
  expect(files.get(`cards/papers/${grafting}.png`)).toBeDefined();
  expect(files.get(`cards/papers/${grafting}.png`)).toBe(files.get(`cards/papers/${plums}.png`));
  expect(files.get(`papers/${plums}/index.html`)).toContain('>Plums on the Poorest Ground</h1>');
  expect([...files.keys()].filter((file) => file.includes('poorest'))).toEqual([]);
  expect(files.get('sitemap-0.xml')).not.toMatch(`${fignet}|${grafting}`);
  expect(files.get('changes/feed.xml')).toContain('tag:atlas-of-efficient-ai.invalid,2026:changes/1.1');

  // What has papers again is no longer led away from.
  rmSync(path.join(site.folder, 'content', 'removed.yaml'));
  const back = await survey(site, 'permalinks');
  expect(back.stdout.split('\n')).toEqual(
    expect.arrayContaining(['/platforms/field/ is back', '/years/2025/ is back']),
  );

  const { server, address } = await serve({ folder: path.join(site.folder, 'dist'), base: '/', port: 0 });
  await page.goto(`${address}papers/${grafting}/?from=mail#abstract`);
  await expect(page).toHaveURL(`${address}papers/${plums}/?from=mail#abstract`);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${address}papers/${grafting}/`);
  await expect(plain).toHaveURL(`${address}papers/${plums}/`);
  await plain.close();
  await page.goto(`${address}papers/${fignet}/`);
  await expect(page.locator('main')).toContainText('removed from the survey on 1 December 2026');
  await expect(page.locator('main')).toContainText('Its authors asked for it.');
  await page.goto(`${address}changes/`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/1\.1, 1 December 2026/, /1\.0, 21 November 2026/]);
  await expect(page.locator(`[data-list-toggle="${plums}"]`)).toBeAttached();
  await expect(page.locator(`[data-list-toggle="${fignet}"]`)).toHaveCount(0);
  server.close();
});
