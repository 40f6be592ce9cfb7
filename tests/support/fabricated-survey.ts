/** A small invented survey: two captures that share a paper, a taxonomy of two topics, and optional content. */
import type { SurveyFiles } from '../../src/corpus/build-corpus.ts';
import type { SourceText } from '../../src/corpus/source-text.ts';

const source = (path: string, text: string): SourceText => ({ path, text });

export const taxonomyText = `areas:
  - id: orchards
    title: Orchards
    summary: Growing fruit.
    topics:
      - id: figs
        title: Figs
        definition: Growing figs.
        terms: { 6: [fig, fig tree], -3: [plum] }
      - id: plums
        title: Plums
        definition: Growing plums.
        terms: { 6: [plum, plum tree] }
facets:
  platform: [{ id: field, title: Field, terms: { 3: [in the field] } }]
  modality: [{ id: fruit, title: Fruit, fallback: true, terms: { 1: [fruit] } }]
  contribution: [{ id: method, title: Method, fallback: true, terms: { 1: [method] } }]
`;

const header =
  'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nApr 13\n';

const sentences = 'The trees are watered twice a day and pruned in spring, which other growers do only once in a year.';

export const figAbstract = `We present FigNet, a method that grows every fig tree 2.8times faster than before. ${sentences} All fruit was weighed in the field.`;
const plumAbstract = `This paper shows that a plum tree on poor ground bears 30% more fruit when it is grafted. ${sentences} Every plum was counted by hand.`;

export const firstCapture = `${header}
FigNet: Faster Figs for Everybody

${figAbstract}

Plums on Poor Ground

${plumAbstract}
`;

export const secondCapture = `AIMay 4, 2025Code
FigNet: Faster Figs for EverybodyAda Figwell, Bo Tree, Cy Root et al.
${figAbstract}
LGJun 5
Grafting Plums by MachineDee Stem, Eli Leaf
${plumAbstract.replace('poor ground', 'rich ground').replace('30%', '12%')} Machines did the grafting, and no plum was lost to frost in any of the winters.
`;

export interface SurveyParts {
  readonly seeds?: readonly SourceText[];
  readonly taxonomy?: string | null;
  readonly bibliography?: string;
  readonly curation?: string;
  readonly permalinks?: string;
  readonly citationKeys?: string;
  readonly removed?: string;
  /** The texts of the version files. */
  readonly history?: readonly string[];
  readonly abbreviations?: string;
}

export const capturesOfSurvey = [source('seeds/a.txt', firstCapture), source('seeds/b.txt', secondCapture)];

export function fabricatedSurvey(parts: SurveyParts = {}): SurveyFiles {
  const file = (name: string, text: string | null | undefined) =>
    text === null || text === undefined ? null : { source: source(`content/${name}`, text), borrowed: false };
  return {
    seeds: parts.seeds ?? capturesOfSurvey,
    taxonomy: file('taxonomy.yaml', parts.taxonomy === undefined ? taxonomyText : parts.taxonomy),
    bibliography: file('bibliography.yaml', parts.bibliography),
    curation: file('curation.yaml', parts.curation),
    permalinks: file('permalinks.txt', parts.permalinks),
    citationKeys: file('citation-keys.txt', parts.citationKeys),
    removed: file('removed.yaml', parts.removed),
    history: (parts.history ?? []).map((text, index) => source(`content/history/${String(index)}.yaml`, text)),
    abbreviations: file('abbreviations.yaml', parts.abbreviations),
    prose: { topic: [], area: [], page: [] },
    training: null,
    diagnostics: [],
  };
}
