/** `npm run bench -- classify`: how well papers are classified that the classifier has not learned from. */
import { buildCorpus } from '../../src/corpus/build-corpus.ts';
import { Classifier } from '../../src/corpus/classify.ts';
import type { Lesson } from '../../src/corpus/lessons.ts';
import type { Classification, Paper } from '../../src/corpus/paper.ts';
import { readText } from '../../src/corpus/paper-words.ts';
import { reviewThreshold } from '../../src/corpus/review.ts';
import type { Taxonomy } from '../../src/corpus/taxonomy.ts';
import { readSurveyFiles } from '../../src/loaders/survey-files.ts';
import { foldsOf } from './folds.ts';
import { readUnseenPapers } from './unseen.ts';

const foldCount = 5;

interface Facets {
  readonly platforms: readonly string[];
  readonly modalities: readonly string[];
  readonly contributions: readonly string[];
}

/** A classification beside what it should be. */
interface Judged {
  readonly title: string;
  readonly found: Classification;
  /** The topic a curator chose; null where only acceptable ones are known. */
  readonly topic: string | null;
  readonly acceptable: readonly string[];
  readonly facets: Facets | null;
}

interface CuratedPaper extends Lesson {
  readonly paper: Paper;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const shareOf = <Item>(items: readonly Item[], has: (item: Item) => boolean): number =>
  items.length === 0 ? NaN : items.filter(has).length / items.length;
const isAcceptable = ({ found, acceptable }: Judged): boolean => acceptable.some((topic) => topic === found.topic);
const isExact = ({ found, topic }: Judged): boolean => found.topic === topic;
const isConfident = ({ found }: Judged): boolean => found.confidence >= reviewThreshold;

function curatedPapers(papers: readonly Paper[]): CuratedPaper[] {
  return papers.flatMap((paper) => {
    const { id, topic, also, contributions, title, abstract } = paper;
    if (paper.basis !== 'curated' || topic === null) return [];
    return [{ id, topic, also, contributions, text: readText(title.plain, abstract.plain), paper }];
  });
}

/** Each part is classified by what the other parts teach. */
function crossValidate(papers: readonly CuratedPaper[], taxonomy: Taxonomy, learns = true): Judged[] {
  const folds = foldsOf(papers, foldCount);
  return folds.flatMap((held, fold) => {
    const lessons = folds.flatMap((part, other) => (other === fold || !learns ? [] : part));
    const classifier = new Classifier(
      taxonomy,
      lessons.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    return held.map(({ id, text, topic, also, paper }) => ({
      title: paper.title.plain,
      found: classifier.classify({ id, text }, undefined),
      topic,
      acceptable: [topic, ...also],
      facets: paper,
    }));
  });
}

/** Leaves the words of the terms, of title and definition to learning, and nothing to the weights of terms. */
function withoutTerms(taxonomy: Taxonomy): Taxonomy {
  const areas = taxonomy.areas.map((area) => ({
    ...area,
    topics: area.topics.map((topic) => ({ ...topic, terms: [] })),
  }));
  return { ...taxonomy, areas };
}

function summary(name: string, judged: readonly Judged[]): Record<string, string | number> {
  const confident = judged.filter(isConfident);
  return {
    classifier: name,
    papers: judged.length,
    'same topic': judged.some(({ topic }) => topic !== null) ? percent(shareOf(judged, isExact)) : '',
    acceptable: percent(shareOf(judged, isAcceptable)),
    [`confidence ≥ ${reviewThreshold}`]: percent(confident.length / judged.length),
    'of them acceptable': percent(shareOf(confident, isAcceptable)),
    'mean confidence': percent(judged.reduce((sum, { found }) => sum + found.confidence, 0) / judged.length),
  };
}

function reliability(judged: readonly Judged[]): Record<string, string | number>[] {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? 1;
    const bin = judged.filter(({ found }) => found.confidence >= from && found.confidence < to);
    return {
      confidence: `${from.toFixed(2)}–${Math.min(to, 1).toFixed(2)}`,
      papers: bin.length,
      'mean confidence': percent(bin.reduce((sum, { found }) => sum + found.confidence, 0) / bin.length),
      acceptable: percent(shareOf(bin, isAcceptable)),
    };
  });
}

function perTopic(judged: readonly Judged[], topics: readonly string[]): Record<string, string | number>[] {
  return topics.map((topic) => {
    const curated = judged.filter((entry) => entry.topic === topic);
    const chosen = judged.filter(({ found }) => found.topic === topic);
    return {
      topic,
      papers: curated.length,
      chosen: chosen.length,
      precision: percent(shareOf(chosen, isExact)),
      'precision, also counted': percent(shareOf(chosen, isAcceptable)),
      recall: percent(shareOf(curated, isExact)),
      'recall, also counted': percent(shareOf(curated, isAcceptable)),
    };
  });
}

function confusions(judged: readonly Judged[]): string[] {
  const wrong = judged.filter((entry) => !isAcceptable(entry)).map((entry) => ({ entry, pair: pairOf(entry) }));
  const pairs = [...new Set(wrong.map(({ pair }) => pair))].map((pair) => ({
    pair,
    entries: wrong.filter((other) => other.pair === pair).map(({ entry }) => entry),
  }));
  return pairs
    .toSorted((a, b) => b.entries.length - a.entries.length || (a.pair < b.pair ? -1 : 1))
    .flatMap(({ pair, entries }) => [
      `  ${pair} (${entries.length})`,
      ...entries.map(({ found, title }) => `      ${found.confidence.toFixed(2)} ${title}`),
    ]);
}

function pairOf({ topic, acceptable, found }: Judged): string {
  return `${topic ?? acceptable.join(' or ')} → ${found.topic ?? 'none'}`;
}

/** Values found against those a curator set, over all papers together. */
function facetQuality(judged: readonly Judged[]): Record<string, string | number>[] {
  return (['platforms', 'modalities', 'contributions'] as const).map((facet) => {
    let [hits, found, wanted] = [0, 0, 0];
    for (const entry of judged) {
      const curated = entry.facets?.[facet] ?? [];
      hits += entry.found[facet].filter((value) => curated.includes(value)).length;
      found += entry.found[facet].length;
      wanted += curated.length;
    }
    return { facet, found, curated: wanted, precision: percent(hits / found), recall: percent(hits / wanted) };
  });
}

/** Measures and prints everything. */
export async function benchClassification(): Promise<void> {
  const { papers, taxonomy } = buildCorpus(await readSurveyFiles({ seeds: null, content: null }));
  const curated = curatedPapers(papers);
  const combined = crossValidate(curated, taxonomy);
  const started = performance.now();
  const classifier = new Classifier(taxonomy, curated);
  const fitted = performance.now();
  const unseen = readUnseenPapers(new URL('unseen-papers.jsonl', import.meta.url));
  const judgedUnseen = unseen.map(({ title, abstract, acceptable, set }) => ({
    set,
    title,
    found: classifier.classify({ id: '', text: readText(title, abstract) }, undefined),
    topic: null,
    acceptable,
    facets: null,
  }));
  const inSet = (name: string): Judged[] => judgedUnseen.filter(({ set }) => set === name);
  console.log(
    `\nclassify: ${foldCount} folds of ${curated.length} curated papers, and ${unseen.length} papers not here`,
  );
  console.table([
    summary('terms alone', crossValidate(curated, taxonomy, false)),
    summary('learned words alone', crossValidate(curated, withoutTerms(taxonomy))),
    summary('both', combined),
    summary('both, on papers not here, known', inSet('known')),
    summary('both, on papers not here, later', inSet('later')),
  ]);
  console.log('Is confidence what it says? (folds)');
  console.table(reliability(combined));
  console.log('Topics (folds)');
  console.table(perTopic(combined, [...taxonomy.areas.flatMap(({ topics }) => topics.map(({ id }) => id))]));
  console.log('Facets (folds)');
  console.table(facetQuality(combined));
  console.log(`Not acceptable (folds)\n${confusions(combined).join('\n')}`);
  console.log(`Not acceptable (papers not here)\n${confusions(judgedUnseen).join('\n')}`);
  const again = curated.flatMap(({ paper }) => paper);
  const before = performance.now();
  for (const paper of again) {
    classifier.classify({ id: '', text: readText(paper.title.plain, paper.abstract.plain) }, undefined);
  }
  const each = (performance.now() - before) / again.length;
  console.log(`\nfitted in ${Math.round(fitted - started)} ms; ${each.toFixed(2)} ms a paper`);
}
