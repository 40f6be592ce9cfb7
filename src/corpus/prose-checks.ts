/** What is checked in the text of one prose file; places are exact. */
import { longestSharedRun, copiedSentenceWords, type WordRuns } from './copied-text.ts';
import { type Diagnostic, diagnosticAt } from './diagnostics.ts';
import { nearestOf } from './nearest.ts';
import { evidenceOf, type NumberEvidence, unsupportedNumbers } from './number-support.ts';
import type { PaperDraft } from './paper.ts';
import { citationsOf, placeIn, type ProseFile } from './prose-file.ts';
import type { ProseBlock } from './prose-blocks.ts';
import { type ProseSentence, sentencesOfBlock } from './prose-sentences.ts';
import { wordsOf } from './words.ts';
import { excerptOf, positionAt } from './source-text.ts';

/** Words in a row with a cited abstract from which a writer is told, though the sentence differs. */
const copiedPhraseWords = 12;

/** A file of prose with its sentences. */
export interface ReadProse {
  readonly file: ProseFile;
  readonly sentences: readonly ProseSentence[];
}

/** What the text of prose is held against. */
export interface ProseEvidence {
  readonly paperIds: ReadonlySet<string>;
  /** Null for a paper that does not exist. */
  readonly numbersOf: (paper: string) => NumberEvidence | null;
  readonly runs: WordRuns;
}

/** The evidence that the papers give; what is costly is made when first asked for. */
export function proseEvidence(papers: readonly Pick<PaperDraft, 'id' | 'abstract'>[], runs: WordRuns): ProseEvidence {
  const abstracts = new Map(papers.map(({ id, abstract }) => [id, abstract.plain]));
  const known = new Map<string, NumberEvidence>();
  return {
    paperIds: new Set(abstracts.keys()),
    runs,
    numbersOf: (paper) => {
      const abstract = abstracts.get(paper);
      if (abstract === undefined) return null;
      const evidence = known.get(paper) ?? evidenceOf(abstract);
      known.set(paper, evidence);
      return evidence;
    },
  };
}

/** Citations of papers that do not exist. */
export function unknownCitations(file: ProseFile, paperIds: ReadonlySet<string>): Diagnostic[] {
  return citationsOf(file)
    .filter(({ id }) => !paperIds.has(id))
    .map(({ id, offset }) => {
      const meant = [...paperIds].filter((other) => other.startsWith(id)).toSorted()[0] ?? nearestOf(id, paperIds);
      const expected = meant === null ? 'the id of a paper, as in its address' : `"${meant}"`;
      return diagnosticAt('unknown-citation', positionAt(file.source, offset), `no paper "${excerptOf(id)}"`, expected);
    });
}

/**
 * Paragraphs, list items and table rows that cite nothing. An item is asked as a whole, with the lists in it;
 * a paragraph that leads to a list or table is answered for by what follows.
 */
export function uncitedParagraphs(file: ProseFile): Diagnostic[] {
  const citing = new Set(citationsOf(file).map(({ block }) => block));
  return file.blocks
    .filter((block) => !block.leadsOn && !citing.has(block))
    .flatMap((block) => {
      if (block.kind === 'heading') return [];
      const message = `this ${blockName(block.kind)} cites no paper: "${excerptOf(block.texts[0]?.text ?? '', 40)}"`;
      const position = positionAt(file.source, block.start);
      return [diagnosticAt('uncited-paragraph', position, message, 'a citation such as [@paper-id]')];
    });
}

function blockName(kind: Exclude<ProseBlock['kind'], 'heading'>): string {
  switch (kind) {
    case 'paragraph':
      return 'paragraph';
    case 'item':
      return 'list item';
    case 'row':
      return 'table row';
  }
}

/** Headings of the first level, which is the page's title, and headings that skip a level. */
export function wrongHeadings(file: ProseFile): Diagnostic[] {
  const headings = file.blocks.filter(({ kind }) => kind === 'heading');
  return headings.flatMap(({ start, heading }, index) => {
    const above = headings[index - 1]?.heading?.depth ?? 1;
    if (heading === null || (heading.depth >= 2 && heading.depth <= above + 1)) return [];
    const expected = heading.depth < 2 ? '"##", since the page has its title' : `"${'#'.repeat(above + 1)}" at most`;
    const message = `the heading "${excerptOf(heading.text, 40)}" has level ${heading.depth}`;
    return [diagnosticAt('heading-level', positionAt(file.source, start), message, expected)];
  });
}

/** `counts`: how many papers, topics and areas there are, which a sentence may say without a citation. */
export function unsupportedFigures(
  { file, sentences }: ReadProse,
  evidence: ProseEvidence,
  counts: ReadonlySet<number>,
): Diagnostic[] {
  return sentences.flatMap((sentence) => {
    const cited = [...new Set(sentence.cited)].flatMap((id) => evidence.numbersOf(id) ?? []);
    // An unknown paper is reported as such; what it would have supported cannot be known.
    if (cited.length === 0 && sentence.cited.length > 0) return [];
    return unsupportedNumbers(sentence.text, cited)
      .filter(({ start, end }) => !isSurveyCount(sentence.text, start, end, counts))
      .map(({ start, end }) => {
        const number = sentence.text.slice(start, end).trim();
        const where =
          cited.length === 0 ? 'in a sentence that cites no paper' : 'is in no abstract cited in this sentence';
        const expected =
          cited.length === 0 ? 'a citation of the paper that states it' : nearbyNumbers(sentence, evidence);
        const position = positionAt(file.source, sentence.placeOf(start));
        return diagnosticAt('unsupported-number', position, `"${number}" ${where}`, expected);
      });
  });
}

function isSurveyCount(sentence: string, start: number, end: number, counts: ReadonlySet<number>): boolean {
  const noun = /^[\s\u00a0]+(?:\p{L}+\s+)?(?:papers|topics|areas|works)\b/u;
  return counts.has(Number(sentence.slice(start, end).replace(/,/g, ''))) && noun.test(sentence.slice(end));
}

/** What the cited abstracts do state, to compare with. */
function nearbyNumbers(sentence: ProseSentence, evidence: ProseEvidence): string {
  const values = [...new Set(sentence.cited)].flatMap((id) =>
    (evidence.numbersOf(id)?.numbers ?? [])
      .filter(({ inWords }) => !inWords)
      .map(({ values: [value], unit }) => {
        const sign = { percent: '%', times: '×', none: '' }[unit];
        return `${value ?? ''}${sign}`;
      }),
  );
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return 'no number, since the abstract states none in digits';
  return `a number of the abstract: ${distinct.slice(0, 12).join(', ')}${distinct.length > 12 ? ', …' : ''}`;
}

/** Sentences taken over from abstracts, and long runs of words shared with an abstract that the sentence cites. */
export function copiedSentences({ file, sentences }: ReadProse, evidence: ProseEvidence): Diagnostic[] {
  return sentences.flatMap((sentence) => {
    const run = longestSharedRun(sentence.text, evidence.runs);
    if (run === null) return [];
    const position = positionAt(file.source, sentence.placeOf(0));
    const source = `the abstract of "${run.id}"`;
    if (run.whole) {
      const message = `this sentence stands in ${source}: "${excerptOf(run.excerpt)}"`;
      return [
        diagnosticAt(
          'copied-sentence',
          position,
          message,
          `words of your own in sentences of ${copiedSentenceWords} words or more`,
        ),
      ];
    }
    if (run.words < copiedPhraseWords || !sentence.cited.includes(run.id)) return [];
    const message = `${run.words} words in a row are those of ${source}: "${excerptOf(run.excerpt, 90)}"`;
    return [diagnosticAt('copied-words', position, message, `fewer than ${copiedPhraseWords}`)];
  });
}

/** How many words the file has, without headings, citations and code. */
export function wordCount({ sentences }: ReadProse): number {
  return sentences.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
}

/** Whether the text is as long as pages of its kind are. */
export function lengthOf(prose: ReadProse, least: number, most: number): Diagnostic[] {
  const { file } = prose;
  const words = wordCount(prose);
  if (words >= least && words <= most) return [];
  const start = file.blocks[0]?.start ?? 0;
  return [diagnosticAt('prose-length', positionAt(file.source, start), `${words} words`, `${least} to ${most}`)];
}

/** A file cut into the sentences of its text, headings left out. */
export function readSentences(file: ProseFile): ReadProse {
  return { file, sentences: file.blocks.filter(({ kind }) => kind !== 'heading').flatMap(sentencesOfBlock) };
}

/** Where something about the file as a whole is reported: its first text. */
export function startOfText(file: ProseFile): number {
  const block = file.blocks[0];
  return block?.texts[0] === undefined ? 0 : placeIn(block.texts[0], 0);
}
