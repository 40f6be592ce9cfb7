/** A survey whose every field was written by someone who means harm: captures in all formats, content files, prose. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { buildCorpus } from '../../src/corpus/build-corpus.ts';
import { type Listing, type ListingFormat, listingFormatSchema } from '../../src/corpus/paper.ts';
import { readSurveyFiles } from '../../src/loaders/survey-files.ts';
import { listingOf } from './listings.ts';
import { renderCapture } from './render-listing.ts';

const attackSchema = z.strictObject({ kind: z.string(), text: z.string().min(1) });

/** The attack strings, in the order of their file. */
export function readAttacks(): string[] {
  const file: unknown = JSON.parse(readFileSync(path.resolve('tests/fixtures/hostile/attacks.json'), 'utf8'));
  return z
    .array(attackSchema)
    .parse(file)
    .map(({ text }) => text);
}

/** Writes `seeds/` and `content/` of the survey into a folder. */
export async function writeHostileSurvey(folder: string): Promise<void> {
  const attacks = readAttacks();
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [index, format] of listingFormatSchema.options.entries()) {
    write(`seeds/${String(index)}_${format}.txt`, renderCapture(format, hostileListings(format, index, attacks)));
  }
  write('seeds/sound.txt', soundCapture);
  for (const [name, content] of Object.entries(contentFiles(attacks))) write(`content/${name}`, content);
  // The text about a topic has to cite its papers, so they are read first.
  const location = { seeds: path.join(folder, 'seeds'), content: path.join(folder, 'content') };
  const { papers } = buildCorpus(await readSurveyFiles(location));
  const own = papers.filter(({ topic }) => topic === 'hostile').map(({ id }) => `[@${id}]`);
  write('content/topics/hostile.md', `${citing(attacks)}\n\nAll of them: ${own.join(' ')}.\n`);
}

/** Formats that tell a title from an abstract by its length. */
const shortTitles: readonly ListingFormat[] = ['hf-papers-text', 'hf-papers-compact', 'hf-papers-meta'];

/** Listings that hold every attack in every field, several to a paper. */
function hostileListings(format: ListingFormat, formatIndex: number, attacks: readonly string[]): Listing[] {
  const isShort = shortTitles.includes(format);
  const lines = attacks.map((text) => writable(oneLine(text), format));
  return packed(lines, roomOf(format)).map((mine, index) => {
    const text = mine.join(' ');
    const number = `${String(formatIndex)}${String(index).padStart(2, '0')}`;
    const title = `Hostile ${number} Cache ${text}`;
    const abstract =
      `We store the keys and values of a transformer in ${number} shards and decode long prompts twice as fast on one GPU. ` +
      `This abstract holds what should never have been in it: ${text} And it ends with a plain sentence about caches.`;
    return listingOf(format, title, abstract, {
      date: { year: 2025, month: 1 + (index % 12), day: 1 + formatIndex },
      authors: mine,
      authorsComplete: true,
      authorCount: null,
      // A listing of this format names an organisation in letters only; anything else is a title or an error.
      organizations: isShort ? [] : [text],
      category: format === 'scholar-listing' ? 'AI' : (mine[0] ?? null),
      hasCodeMark: false,
      comments: 1,
      stated: {
        arxiv: `2401.0${number.padStart(4, '0')}`,
        doi: `10.1000/${mine[1] ?? ''}`,
        venue: text,
        code: [`https://github.com/hostile/${mine[2] ?? ''}`],
        links: [`https://evil.example/${mine[3] ?? ''}`],
      },
    });
  });
}

/** What would end the entry or the whole listing there, rather than get into the survey, is taken out. */
function writable(text: string, format: ListingFormat): string {
  const cut = Array.from(text).slice(0, roomOf(format)).join('');
  return format === 'bibtex' ? cut.replace(/[{}]/g, '') : cut;
}

function roomOf(format: ListingFormat): number {
  if (format === 'hf-papers-markdown') return 400;
  return shortTitles.includes(format) ? 140 : 1000;
}

/** The texts in groups of at most `length` characters, at least one to a group. */
function packed(texts: readonly string[], length: number): string[][] {
  const groups: string[][] = [];
  let size = Infinity;
  for (const text of texts) {
    size += text.length + 1;
    if (size > length) {
      groups.push([]);
      size = text.length;
    }
    groups.at(-1)?.push(text);
  }
  return groups;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

const soundTitle = 'Alpha: Wider Caches for Longer Prompts';
const soundId = 'alpha-wider-caches-for-longer-prompts';
const removedId = 'gamma-caches-that-nobody-wanted';
const soundAbstract =
  'We store keys and values of a transformer in shards. Decoding of long prompts becomes faster on one GPU.';
const soundCapture = renderCapture(
  'hf-papers-text',
  [soundTitle, 'Gamma: Caches That Nobody Wanted'].map((title) => listingOf('hf-papers-text', title, soundAbstract)),
);

function contentFiles(attacks: readonly string[]): Readonly<Record<string, string>> {
  const all = attacks.join(' ');
  const prose = (title: string): string =>
    `---\n${stringify({ title: `${title} ${attacks.slice(0, 20).join(' ')}`, description: `${title} ${all}` })}---\n\n${attacks.join('\n\n')}\n`;
  return {
    'site.yaml': stringify({
      title: `Hostile ${attacks.slice(0, 3).join(' ')}`,
      tagline: all,
      description: `Home ${all}`,
      url: 'https://survey.example',
      repository: 'https://github.com/hostile/"onclick="window.hacked=1',
      contact: 'javascript:window.hacked=1//@a.example',
      licence: all,
      authors: attacks,
    }),
    'taxonomy.yaml': stringify(taxonomy(attacks, all)),
    'bibliography.yaml': stringify({
      sources: { __proto: all, constructor: all },
      papers: {
        [soundId]: { title: soundTitle, from: 'constructor', venue: attacks.slice(40, 60).join(' '), authors: attacks },
      },
    }),
    'curation.yaml': stringify({
      papers: {
        [soundId]: {
          topic: 'hostile',
          reason: oneLine(all),
          corrections: {
            title: `Alpha ${attacks.slice(20, 40).join(' ')}`,
            abstract: all,
            category: all,
            organizations: attacks,
          },
        },
      },
    }),
    'abbreviations.yaml': stringify({
      abbreviations: {
        constructor: 'prototype',
        toString: 'then',
        hasOwnProperty: ['valueOf', 'שלום', 'a'.repeat(300)],
      },
      synonyms: [['script', 'javascript', 'onerror']],
    }),
    'removed.yaml': stringify({
      papers: { [removedId]: { date: '2026-11-21', reason: all, title: attacks.slice(60, 80).join(' ') } },
    }),
    'history/1.0.yaml': stringify(history(attacks, all)),
    'topics/prototype.md': citing(attacks.slice(0, 4)),
    'areas/constructor.md': citing(attacks),
    'pages/home.md': citing(attacks),
    'pages/about.md': prose('About'),
    'pages/method.md': prose('Method'),
  };
}

/** Prose about papers: a paragraph, a list item, a heading or a cell for each text, with what it cites. */
function citing(attacks: readonly string[]): string {
  const forms = [
    (text: string) => `Hostile text ${text} [@${soundId}].`,
    (text: string) => `- Hostile item ${text} [@${soundId}].`,
    (text: string) => `## Hostile heading ${text}\n\nMore of it [@${soundId}].`,
    (text: string) => `| Kind | Text |\n| --- | --- |\n| Hostile cell ${text} | [@${soundId}] |`,
  ];
  return attacks.map((text, index) => forms[index % forms.length]?.(oneLine(text)) ?? '').join('\n\n');
}

/** A published version before this state, whose changes are shown. */
function history(attacks: readonly string[], all: string): object {
  return {
    version: '1.0',
    date: '2026-11-20',
    note: all,
    papers: {
      [soundId]: { title: attacks.slice(0, 40).join(' '), topic: 'prototype', abstract: '00000000', venue: all },
    },
    texts: { 'topics/hostile': { title: all }, 'areas/constructor': { title: all } },
    gone: {},
  };
}

function taxonomy(attacks: readonly string[], all: string): object {
  const facet = (id: string) => [
    {
      id,
      title: `${id} ${attacks.slice(0, 20).join(' ')}`,
      definition: `${id} ${all}`,
      fallback: true,
      terms: { 1: ['cache', 'constructor'] },
    },
  ];
  return {
    areas: [
      {
        id: 'constructor',
        title: `Area ${attacks.slice(0, 20).join(' ')}`,
        summary: `Area ${all}`,
        topics: [
          {
            id: 'hostile',
            title: `Topic ${attacks.slice(0, 20).join(' ')}`,
            short: attacks[0],
            definition: `Topic ${all}`,
            terms: { 6: ['cache', 'hostile'], 1: attacks.filter((text) => text.includes('<script>')).slice(0, 1) },
            notHere: attacks.map((what) => ({ what, see: 'prototype' })),
          },
          { id: 'prototype', title: 'Prototype', definition: 'Another.', terms: { 6: ['prototype'] } },
        ],
      },
    ],
    boundaries: attacks,
    facets: { platform: facet('constructor'), modality: facet('prototype'), contribution: facet('then') },
  };
}
