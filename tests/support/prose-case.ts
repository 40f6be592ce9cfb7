/** Fabricated papers and a taxonomy about kettles, and the folders of tests/fixtures/prose that are checked against them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Diagnostic, formatPlace } from '../../src/corpus/diagnostics.ts';
import type { Basis, FormattedText } from '../../src/corpus/paper.ts';
import { type ProseSources, readProse } from '../../src/corpus/prose.ts';
import type { SourceText } from '../../src/corpus/source-text.ts';
import type { Taxonomy } from '../../src/corpus/taxonomy.ts';
import { plainText } from './fabricate.ts';

interface FabricatedPaper {
  readonly id: string;
  readonly title: FormattedText;
  readonly abstract: FormattedText;
  readonly topic: string;
  readonly area: string;
  readonly basis: Basis;
}

function paper(id: string, topic: string, basis: Basis, title: string, abstract: string): FabricatedPaper {
  return { id, topic, basis, area: 'heating', title: plainText(title), abstract: plainText(abstract) };
}

export const kettlePapers: readonly FabricatedPaper[] = [
  paper(
    'kettle-one',
    'boiling',
    'curated',
    'KettleOne: A Faster Stove',
    'Water is slow to boil. KettleOne boils 1,000 litres 2.5x faster and halves the energy, a reduction of 37.5%. It runs on a T100 stove with 4 plates. Steam leaves through three valves that open one after the other when pressure rises.',
  ),
  paper(
    'lid-study',
    'boiling',
    'curated',
    'On Lids',
    'A tight lid saves between 10 and 20 percent of the gas, an order of magnitude more than a loose one, for 2 million households. Twelve cooks took part.',
  ),
  paper('sing', 'whistling', 'rules', 'Why Kettles Sing', 'A whistle sounds at 2,000 Hz.'),
];

export const kettleTaxonomy: Taxonomy = {
  areas: [
    {
      id: 'heating',
      title: 'Heating',
      summary: 'Making water hot.',
      topics: ['boiling', 'whistling'].map((id) => ({
        id,
        title: id,
        definition: `All about ${id}.`,
        notHere: [],
        terms: [{ term: id, weight: 1 }],
      })),
    },
  ],
  boundaries: [],
  facets: { platform: [], modality: [], contribution: [] },
};

const cases = path.join('tests', 'fixtures', 'prose');
const base = 'sound';
const folders = { topic: 'topics', area: 'areas', page: 'pages' } as const;

/** The names of the cases; each folder holds files that replace those of the case "sound". */
export function proseCases(): string[] {
  return readdirSync(cases).sort();
}

/** The files of a case, laid over those of "sound" without the ones that its `absent.json` names. */
export function proseOfCase(name: string): ProseSources {
  const absentFile = path.join(cases, name, 'absent.json');
  const absent = existsSync(absentFile) ? z.array(z.string()).parse(JSON.parse(readFileSync(absentFile, 'utf8'))) : [];
  const read = (folder: string): SourceText[] => {
    const names = [...new Set([base, name].flatMap((part) => filesIn(path.join(cases, part, folder))))].sort();
    return names
      .map((file) => `${folder}/${file}`)
      .filter((file) => !absent.includes(file))
      .map((file) => ({ path: file, text: readFileSync(nearestFile(name, file), 'utf8') }));
  };
  return { topic: read(folders.topic), area: read(folders.area), page: read(folders.page) };
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function nearestFile(name: string, file: string): string {
  const own = path.join(cases, name, file);
  return existsSync(own) ? own : path.join(cases, base, file);
}

/** What a case reports, one line each. Lengths are left out: the files of the cases are short. */
export function reportOfCase(name: string): string {
  const { diagnostics } = readProse(proseOfCase(name), kettlePapers, kettleTaxonomy);
  const shown = diagnostics.filter(({ code }) => code !== 'prose-length');
  return shown.map((diagnostic) => `${describe(diagnostic)}\n`).join('');
}

function describe({ severity, code, place, message, expected }: Diagnostic): string {
  return `${formatPlace(place)}: ${severity} ${code}: ${message}, expected ${expected ?? 'nothing'}`;
}
