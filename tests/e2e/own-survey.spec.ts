import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { serve } from '../../src/cli/serve.ts';
import { runProject } from '../support/commands.ts';
import { watchFaults } from '../support/faults.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const bibtex = `@article{stem2024,
  title = {Grafting Plums on Poor Ground},
  author = {Stem, Dee and van der Leaf, Eli},
  journal = {Journal of Orchards}, year = 2024, doi = {10.1234/plums.1},
  abstract = {This paper shows that a plum tree on poor ground bears 30\\% more fruit when it is grafted.}
}
@misc{root2025, title = {Watering Figs at Night}, author = {Root, Cy and others}, eprint = {2501.00001}, archivePrefix = {arXiv}}
@misc{unsigned, title = {The Plum That Nobody Signed}, abstract = {A plum was found and nobody knows when.}}
@misc{team, title = {Figs of the Whole Team}, author = {{Orchard Team}}, year = {2023}}
@misc{names, title = {Çilek and Plums}, author = {García-Márquez, José and Şahin, Ömer and 王, 小明}, year = {2022}, month = {5}}
@misc{formula, title = {Pruning a $\\beta$-Plum in $O(n^2)$ Steps}, author = {Root, Cy}, year = {2021}}
`;

const ris = `TY  - JOUR
TI  - Watering Figs at Night
AU  - Root, Cy
AU  - Figwell, Ada
UR  - https://arxiv.org/abs/2501.00001
AB  - We water every fig tree at night. No fig was lost in any of the winters.
ER  -
`;

const taxonomy = `areas:
  - id: orchards
    title: Orchards
    summary: Whatever grows on trees.
    topics:
      - { id: figs, title: Figs, definition: Growing figs., terms: { 6: [fig] } }
      - { id: plums, title: Plums, definition: Growing plums., terms: { 6: [plum] } }
facets:
  platform: [{ id: field, title: Field, terms: { 3: [ground] } }]
  modality: [{ id: fruit, title: Fruit, fallback: true, terms: {} }]
  contribution: [{ id: method, title: Gardening, fallback: true, terms: {} }]
`;

const site = `title: A Survey of Orchards
tagline: Fruit from every continent
description: What is written about fruit trees.
licence: CC0
repository: https://forge.example/orchards/survey
`;

function makeSurvey(folder: string): void {
  rmSync(path.join(folder, 'seeds', 'example.bib'));
  writeFileSync(path.join(folder, 'seeds', '1.bib'), bibtex);
  writeFileSync(path.join(folder, 'seeds', '2.ris'), ris);
  writeFileSync(path.join(folder, 'content', 'taxonomy.yaml'), taxonomy);
  writeFileSync(path.join(folder, 'content', 'site.yaml'), site);
}

/** What pages of papers that lack something, or have something unusual, tell reference managers. */
const awkward = {
  'the-plum-that-nobody-signed': { title: ['The Plum That Nobody Signed'], author: [], date: [] },
  'figs-of-the-whole-team': { title: ['Figs of the Whole Team'], author: ['Orchard Team'], date: ['2023'] },
  'cilek-and-plums': {
    title: ['Çilek and Plums'],
    author: ['García-Márquez, José', 'Şahin, Ömer', '王, 小明'],
    date: ['2022/05'],
  },
  'pruning-a-beta-plum-in-o-n2-steps': {
    title: ['Pruning a β-Plum in O(n²) Steps'],
    author: ['Root, Cy'],
    date: ['2021'],
  },
};

function citationTags(html: string) {
  const contents = (name: string): string[] =>
    [...html.matchAll(new RegExp(`<meta name="citation_${name}" content="([^"]*)"`, 'g'))].map(([, text = '']) => text);
  return { title: contents('title'), author: contents('author'), date: contents('publication_date') };
}

/** Every text file of a built site, by its path. */
function textsOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const texts = files.filter((file) => /\.(?:html|json|js|css|txt|md|xml|bib|ris|csv|svg)$/.test(file));
  return new Map(texts.map((file) => [file, readFileSync(path.join(site, file), 'utf8')]));
}

/** What is said in this repository's content and must not be in another survey. */
function ownWords(): string[] {
  const schema = z.object({ title: z.string(), tagline: z.string() });
  const { title, tagline } = schema.parse(parse(readFileSync('content/site.yaml', 'utf8')));
  const areas = z
    .object({
      areas: z.array(
        z.object({
          title: z.string(),
          summary: z.string(),
          topics: z.array(z.object({ title: z.string(), definition: z.string() })),
        }),
      ),
    })
    .parse(parse(readFileSync('content/taxonomy.yaml', 'utf8'))).areas;
  const papers = z
    .object({ papers: z.record(z.string(), z.object({ title: z.string() })) })
    .parse(parse(readFileSync('content/bibliography.yaml', 'utf8'))).papers;
  return [
    ...[title, tagline, 'Efficient AI', 'efficient AI', 'efficient artificial intelligence'],
    ...areas.flatMap((area) => [area.summary, ...area.topics.map(({ definition }) => definition)]),
    ...Object.entries(papers)
      .flatMap(([id, paper]) => [id, paper.title])
      .filter((text) => text.length > 15),
  ];
}

test('a new survey refuses a folder that holds something, and says which', async ({}, info) => {
  const folder = info.outputPath('full');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'thesis.txt'), 'years of work');
  const refused = await runProject('src/cli/survey.ts', ['new', folder], {});
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('thesis.txt');
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
  const unnamed = await runProject('src/cli/survey.ts', ['new'], {});
  expect(unnamed.exitCode).toBe(2);
  const missing = await runProject('src/cli/build.ts', ['--survey', info.outputPath('nowhere')], {});
  expect(missing.exitCode).toBe(1);
  expect(missing.stderr).toContain('site.yaml');
});

test('a new survey is checked as it is, without an error', async ({}, info) => {
  const folder = info.outputPath('starter');
  const made = await runProject('src/cli/survey.ts', ['new', folder], {});
  expect(made.exitCode).toBe(0);
  const checked = await runProject('src/cli/survey.ts', ['check', '--survey', folder], {});
  expect(checked.stderr).toContain('1 captures: 1 records');
  expect(checked.exitCode).toBe(0);
});

test('a survey of its own holds its title, areas and papers, and nothing of this one', async ({ page }, info) => {
  const folder = info.outputPath('orchards');
  const before = readdirSync('.').sort();
  expect((await runProject('src/cli/survey.ts', ['new', folder], {})).exitCode).toBe(0);
  makeSurvey(folder);
  expect(existsSync(path.join(folder, 'content', 'permalinks.txt'))).toBe(false);
  const built = await runProject('src/cli/build.ts', ['--survey', folder], { SITE_URL: 'https://orchards.example' });
  expect(built.stderr).not.toContain('error');
  expect(built.exitCode).toBe(0);
  expect(readdirSync('.').sort()).toEqual(before);

  const texts = textsOf(path.join(folder, 'dist'));
  const words = ownWords();
  const borrowed = [...texts].flatMap(([file, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
  );
  expect(borrowed).toEqual([]);

  const { server, address } = await serve({ folder: path.join(folder, 'dist'), base: '/', port: 0 });
  try {
    const faults = watchFaults(page, address);
    await page.goto(address);
    await expect(page).toHaveTitle(/A Survey of Orchards/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Orchards' }).first()).toBeVisible();
    await page.goto(`${address}topics/figs/`);
    await page.getByRole('link', { name: 'Watering Figs at Night' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watering Figs at Night');
    await expect(page.getByText('No fig was lost').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'arXiv:2501.00001' }).first()).toBeVisible();
    await page.goto(`${address}papers/grafting-plums-on-poor-ground/`);
    await expect(page.getByText('Eli van der Leaf').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'DOI' }).first()).toHaveAttribute(
      'href',
      'https://doi.org/10.1234/plums.1',
    );
    expect(faults).toEqual([]);

    // An issue at the survey's own repository, filled in with what the page says.
    await page.route('https://forge.example/**', (route) => route.fulfill({ body: 'A new issue' }));
    await page.getByRole('link', { name: 'Suggest a correction' }).click();
    await expect(page).toHaveURL(/^https:\/\/forge\.example\/orchards\/survey\/issues\/new\?/);
    const asked = new URL(page.url()).searchParams;
    expect(asked.get('title')).toBe('Correction: Grafting Plums on Poor Ground');
    expect(asked.get('body')).toContain('Paper id: grafting-plums-on-poor-ground\n');
    expect(asked.get('body')).toContain('Authors: Dee Stem, Eli van der Leaf\n');
    expect(asked.get('body')).toContain('Topic: Plums\n');
  } finally {
    server.close();
  }
  for (const [id, expected] of Object.entries(awkward)) {
    const html = texts.get(path.join('papers', id, 'index.html')) ?? '';
    expect(citationTags(html), id).toEqual(expected);
  }

  const written = await runProject('src/cli/survey.ts', ['permalinks', '--write', '--survey', folder], {});
  expect(written.exitCode).toBe(0);
  expect(readFileSync(path.join(folder, 'content', 'permalinks.txt'), 'utf8')).toContain(
    '/papers/watering-figs-at-night/',
  );
});
