/** The prose of the survey: which pages it has, what they cite, and whether it keeps to its evidence. */
import { z } from 'zod';
import { indexRuns } from './copied-text.ts';
import {
  compareDiagnostics,
  type Diagnostic,
  diagnosticAt,
  diagnosticInFile,
  diagnosticWithoutPlace,
} from './diagnostics.ts';
import { nearestOf } from './nearest.ts';
import { compareText } from './ordering.ts';
import type { Paper } from './paper.ts';
import {
  copiedSentences,
  lengthOf,
  proseEvidence,
  type ProseEvidence,
  type ReadProse,
  readSentences,
  startOfText,
  uncitedParagraphs,
  unknownCitations,
  unsupportedFigures,
  wrongHeadings,
} from './prose-checks.ts';
import {
  citationsOf,
  malformedCitations,
  type ProseFile,
  type ProseKind,
  proseKindSchema,
  readProseFile,
} from './prose-file.ts';
import { excerptOf, positionAt, type SourceText } from './source-text.ts';
import { type Taxonomy, topicsById } from './taxonomy.ts';

const headingSchema = z.object({ depth: z.int(), text: z.string(), slug: z.string() });

export const prosePageSchema = z.object({
  kind: proseKindSchema,
  /** A topic, an area, or the name of a page ("home", "about", "method"). */
  id: z.string(),
  /** Null where the front matter gives none. */
  title: z.string().nullable(),
  description: z.string().nullable(),
  /** Path of the file, for messages. */
  path: z.string(),
  /** Its text, the front matter blanked out. */
  markdown: z.string(),
  headings: z.array(headingSchema),
  /** The papers cited, in the order of their first mention, with the headings they are mentioned under. */
  citations: z.array(z.object({ paper: z.string(), headings: z.array(headingSchema.nullable()) })),
});
/** One page of prose. */
export type ProsePage = z.infer<typeof prosePageSchema>;

/** The prose files of a survey as read. */
export type ProseSources = Readonly<Record<ProseKind, readonly SourceText[]>>;

/** Pages that prose can be written for, besides topics and areas. */
export const prosePageNames = ['home', 'about', 'method'] as const;

type CheckedPaper = Pick<Paper, 'id' | 'title' | 'abstract' | 'topic' | 'area' | 'basis'>;

/** Lengths in words, from the plan of the survey: topic 250–600, area 200–400, the essay of the home page about 400. */
const lengths = { topic: [250, 600], area: [200, 400], page: [300, 500] } as const;

/**
 * Reads and checks all prose. Never throws. Pages are sorted by kind and id. The checks, by the code they report,
 * are described in diagnostics.ts. About and method pages speak of the survey, not of papers: only their front
 * matter and citations are checked. A survey without any topic or area prose is told so once.
 */
export function readProse(
  sources: ProseSources,
  papers: readonly CheckedPaper[],
  taxonomy: Taxonomy,
): { pages: ProsePage[]; diagnostics: Diagnostic[] } {
  const files = proseKindSchema.options
    .flatMap((kind) => sources[kind].map((source) => readProseFile(kind, source)))
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
  const surveying = files.filter(isSurveying).map(readSentences);
  const runs = indexRuns(
    papers.map(({ id, abstract }) => ({ id, text: abstract.plain })),
    surveying.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
  const evidence = proseEvidence(papers, runs);
  const diagnostics = [
    ...files.flatMap((file) => [
      ...file.diagnostics,
      ...unknownName(file, taxonomy),
      ...unnamedPage(file),
      ...malformedCitations(file),
      ...wrongHeadings(file),
      ...unknownCitations(file, evidence.paperIds),
    ]),
    ...surveying.flatMap((prose) => checkText(prose, evidence, papers, taxonomy)),
    ...files
      .filter(({ kind }) => kind === 'topic')
      .flatMap((file) => [...uncitedParagraphs(file), ...uncitedPapers(file, papers)]),
    ...missingProse(files, taxonomy),
  ];
  return { pages: files.map(pageOf), diagnostics: diagnostics.sort(compareDiagnostics) };
}

/** Whether a file tells of papers; the others tell of the survey itself. */
function isSurveying({ kind, id }: ProseFile): boolean {
  return kind !== 'page' || id === 'home';
}

function checkText(
  prose: ReadProse,
  evidence: ProseEvidence,
  papers: readonly CheckedPaper[],
  taxonomy: Taxonomy,
): Diagnostic[] {
  const [least, most] = lengths[prose.file.kind];
  return [
    ...unsupportedFigures(prose, evidence, surveyCounts(prose.file, papers, taxonomy)),
    ...copiedSentences(prose, evidence),
    ...lengthOf(prose, least, most),
  ];
}

/** The numbers of papers, topics and areas that a page may tell: those of what it is about. */
function surveyCounts({ kind, id }: ProseFile, papers: readonly CheckedPaper[], { areas }: Taxonomy): Set<number> {
  const topics = areas
    .filter((area) => kind === 'page' || area.id === id)
    .flatMap((area) => area.topics.map((topic) => topic.id));
  const own = kind === 'topic' ? [id] : topics;
  const perTopic = own.map((topic) => papers.filter((paper) => paper.topic === topic).length);
  const perArea = areas
    .filter((area) => kind === 'page' || area.id === id)
    .map((area) => papers.filter((paper) => paper.area === area.id).length);
  return new Set([
    papers.length,
    areas.length,
    areas.flatMap((area) => area.topics).length,
    topics.length,
    ...perTopic,
    ...perArea,
  ]);
}

function unknownName(file: ProseFile, taxonomy: Taxonomy): Diagnostic[] {
  const { code, names } = namesOf(file.kind, taxonomy);
  if (names.includes(file.id)) return [];
  const nearest = nearestOf(file.id, names);
  const expected = nearest === null ? `one of ${names.join(', ')}` : `"${nearest}"`;
  return [diagnosticInFile(code, file.source.path, `no ${file.kind} is named "${excerptOf(file.id)}"`, expected)];
}

/** Pages of their own need a name and a description; topics and areas have theirs in the taxonomy. */
function unnamedPage(file: ProseFile): Diagnostic[] {
  if (isSurveying(file)) return [];
  const missing = (['title', 'description'] as const).filter((key) => file[key] === null);
  return missing.map((key) =>
    diagnosticInFile('invalid-content', file.source.path, `no "${key}"`, `a line "${key}: …" between two lines "---"`),
  );
}

function namesOf(
  kind: ProseKind,
  taxonomy: Taxonomy,
): { code: 'unknown-topic' | 'unknown-area' | 'unknown-page'; names: readonly string[] } {
  switch (kind) {
    case 'topic':
      return { code: 'unknown-topic', names: [...topicsById(taxonomy).keys()] };
    case 'area':
      return { code: 'unknown-area', names: taxonomy.areas.map(({ id }) => id) };
    case 'page':
      return { code: 'unknown-page', names: prosePageNames };
  }
}

/** Papers whose first topic this is and which the page nowhere cites; a warning where no person has placed them yet. */
function uncitedPapers(file: ProseFile, papers: readonly CheckedPaper[]): Diagnostic[] {
  const cited = new Set(citationsOf(file).map(({ id }) => id));
  const position = positionAt(file.source, startOfText(file));
  return papers
    .filter(({ id, topic }) => topic === file.id && !cited.has(id))
    .map(({ id, title, basis }) => {
      const code = basis === 'curated' ? 'uncited-paper' : 'uncited-new-paper';
      return diagnosticAt(code, position, `nowhere cites "${excerptOf(title.plain, 80)}" of this topic`, `[@${id}]`);
    });
}

function missingProse(files: readonly ProseFile[], taxonomy: Taxonomy): Diagnostic[] {
  if (!files.some(({ kind }) => kind !== 'page')) {
    return [
      diagnosticWithoutPlace('no-prose', 'no topic or area has a text', 'files in content/topics and content/areas'),
    ];
  }
  const written = new Set(files.filter(({ blocks }) => blocks.length > 0).map(({ kind, id }) => `${kind}/${id}`));
  const missing = (kind: ProseKind, id: string): Diagnostic[] =>
    written.has(`${kind}/${id}`)
      ? []
      : [
          diagnosticInFile(
            'missing-prose',
            `content/${kind}s/${id}.md`,
            `the ${kind} "${id}" has no text`,
            'this file',
          ),
        ];
  return taxonomy.areas.flatMap((area) => [
    ...missing('area', area.id),
    ...area.topics.flatMap(({ id }) => missing('topic', id)),
  ]);
}

function pageOf(file: ProseFile): ProsePage {
  const mentions = Map.groupBy(citationsOf(file), ({ id }) => id);
  return {
    kind: file.kind,
    id: file.id,
    title: file.title,
    description: file.description,
    path: file.source.path,
    markdown: file.markdown,
    headings: file.blocks.flatMap(({ kind, heading }) => (kind === 'heading' && heading !== null ? [heading] : [])),
    citations: [...mentions].map(([paper, places]) => ({
      paper,
      headings: [...new Set(places.map(({ block }) => block.heading))],
    })),
  };
}
