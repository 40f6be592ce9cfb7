/** Chooses each paper's topic by weighted terms, says why, and lets a curator overrule. */
import type { Curation, CurationEntry } from './curation.ts';
import { type Diagnostic, diagnosticAt, diagnosticInFile } from './diagnostics.ts';
import { FacetFinder } from './facets.ts';
import { nearestOf } from './nearest.ts';
import { compareText } from './ordering.ts';
import type { Classification, PaperDraft, Reason } from './paper.ts';
import { excerptOf } from './source-text.ts';
import { type FacetName, type PlacedTopic, type Taxonomy, topicsById } from './taxonomy.ts';
import { TermIndex, type Token, tokenise } from './terms.ts';

/** The part of a draft that classification needs. */
export type ClassifiablePaper = Pick<PaperDraft, 'id' | 'title' | 'abstract' | 'sources'>;

/** A title has a tenth of the words of an abstract, and they are the authors' own choice of topic. */
export const titleFactor = 3;

/** Below this score no topic is chosen: it is less than one telling term of the title. */
export const leastScore = 8;

/** A further topic needs this share of the best score … */
const alsoShare = 0.55;
/** … and at least this score. */
const alsoLeast = 16;

/** The lead over the second topic, and the score, at which confidence reaches 1 − 1/e of its range. */
const leadScale = 9;
const strengthScale = 10;

/**
 * How much `count` mentions in an abstract weigh: 1, 1.5, 1.75, 1.875. A word repeated throughout
 * says little more than one said twice, and nothing after the fourth time.
 */
export function mentionFactor(count: number): number {
  return 2 - 2 ** (1 - Math.min(count, 4));
}

/**
 * How sure the rules are, 0 to 1, rounded to two decimals: the better the best score, and the greater
 * its lead over the second, the surer. Never falls when `best` grows, never rises when `second` grows.
 */
export function confidenceOf(best: number, second: number): number {
  const strength = 1 - Math.exp(-Math.max(best, 0) / strengthScale);
  const lead = 1 - Math.exp(-Math.max(best - Math.max(second, 0), 0) / leadScale);
  return Math.round(100 * strength * (0.4 + 0.6 * lead)) / 100;
}

/**
 * Classifies every paper. `pathOf` gives the path of a capture by its file name. Never throws.
 * Diagnostics: `unclassified-paper` at the paper's first record; `unknown-topic` and `unknown-facet`
 * where the curation names what the taxonomy does not define; `borrowed-content` instead when the
 * curation belongs to another set of captures.
 */
export function classifyPapers(
  papers: readonly ClassifiablePaper[],
  taxonomy: Taxonomy,
  curation: Curation,
  pathOf: (seed: string) => string,
): { classifications: Map<string, Classification>; diagnostics: Diagnostic[] } {
  const classifier = new Classifier(taxonomy);
  const classifications = new Map<string, Classification>();
  const diagnostics = checkCuration(curation, taxonomy);
  for (const paper of papers) {
    const classification = classifier.classify(paper, curation.papers.get(paper.id));
    classifications.set(paper.id, classification);
    if (classification.basis === 'unclassified') diagnostics.push(unclassified(paper, classification, pathOf));
  }
  return { classifications, diagnostics };
}

interface TopicTerm {
  readonly topic: string;
  readonly term: string;
  readonly weight: number;
}

interface ScoredTopic {
  readonly topic: string;
  score: number;
  readonly reasons: Reason[];
}

/** Classifies single papers; made once per taxonomy. */
export class Classifier {
  readonly #topics: ReadonlyMap<string, PlacedTopic>;
  readonly #index: TermIndex<TopicTerm>;
  readonly #facets: FacetFinder;

  constructor(taxonomy: Taxonomy) {
    this.#topics = topicsById(taxonomy);
    this.#facets = new FacetFinder(taxonomy);
    this.#index = new TermIndex(
      [...this.#topics.values()].flatMap(({ topic }) =>
        topic.terms.map(({ term, weight }) => ({ term, value: { topic: topic.id, term, weight }, group: topic.id })),
      ),
    );
  }

  /** What curation states stands; everything else rests on the terms of the taxonomy. */
  classify(paper: Pick<ClassifiablePaper, 'title' | 'abstract'>, entry: CurationEntry | undefined): Classification {
    const title = tokenise(paper.title.plain);
    const abstract = tokenise(paper.abstract.plain);
    const ranked = this.#rank(title, abstract);
    const found = this.#facets.find(title, abstract);
    return {
      ...this.#chosenByCurator(ranked, entry ?? {}),
      candidates: ranked.slice(0, 3).map(({ topic, score }) => ({ topic, score })),
      platforms: [...(entry?.platforms ?? found.platform)],
      modalities: [...(entry?.modalities ?? found.modality)],
      contributions: [...(entry?.contributions ?? found.contribution)],
    };
  }

  /** Topics with a positive score, best first, ties in the taxonomy's order. */
  #rank(title: readonly Token[], abstract: readonly Token[]): ScoredTopic[] {
    const scored = new Map([...this.#topics.keys()].map((topic) => [topic, { topic, score: 0, reasons: [] }]));
    const add = (where: 'title' | 'abstract', counts: ReadonlyMap<TopicTerm, number>) => {
      for (const [{ topic, term, weight }, count] of counts) {
        const target: ScoredTopic | undefined = scored.get(topic);
        if (target === undefined) continue;
        const contribution = weight * (where === 'title' ? titleFactor : mentionFactor(count));
        target.score += contribution;
        target.reasons.push({ term, where, weight: contribution });
      }
    };
    add('title', this.#index.count(title));
    add('abstract', this.#index.count(abstract));
    return [...scored.values()].filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  }

  #chosenByCurator(ranked: readonly ScoredTopic[], entry: CurationEntry): Chosen {
    const byRules = this.#chosenByRules(ranked);
    const topic = entry.topic ?? byRules.topic;
    const place = topic === null ? undefined : this.#topics.get(topic);
    const also = entry.also ?? byRules.also;
    if (place === undefined || (entry.topic === undefined && entry.also === undefined)) return byRules;
    const known = also.filter((id) => id !== topic && this.#topics.has(id)).slice(0, 2);
    if (entry.topic === undefined) return { ...byRules, also: known };
    const evidence = ranked.find((candidate) => candidate.topic === topic)?.reasons ?? [];
    const said: Reason = { term: entry.reason ?? `placed in ${place.topic.title}`, where: 'curation', weight: 0 };
    return {
      area: place.area.id,
      topic,
      also: known,
      basis: 'curated',
      confidence: 1,
      reasons: [said, ...sortedReasons(evidence)],
    };
  }

  #chosenByRules(ranked: readonly ScoredTopic[]): Chosen {
    const [best, second] = ranked;
    const place = best === undefined ? undefined : this.#topics.get(best.topic);
    if (best === undefined || place === undefined || best.score < leastScore) {
      return { area: null, topic: null, also: [], basis: 'unclassified', confidence: 0, reasons: [] };
    }
    const least = Math.max(alsoLeast, alsoShare * best.score);
    return {
      area: place.area.id,
      topic: best.topic,
      also: ranked
        .slice(1)
        .filter(({ score }) => score >= least)
        .slice(0, 2)
        .map(({ topic }) => topic),
      basis: 'rules',
      confidence: confidenceOf(best.score, second?.score ?? 0),
      reasons: sortedReasons(best.reasons),
    };
  }
}

type Chosen = Pick<Classification, 'area' | 'topic' | 'also' | 'basis' | 'confidence' | 'reasons'>;

/** Best first; a title's evidence before an abstract's. */
function sortedReasons(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted(
    (a, b) => b.weight - a.weight || compareText(b.where, a.where) || compareText(a.term, b.term),
  );
}

function unclassified(
  paper: ClassifiablePaper,
  { candidates }: Classification,
  pathOf: (seed: string) => string,
): Diagnostic {
  const [nearest] = candidates;
  const hint = nearest === undefined ? 'no term of any topic occurs' : `nearest is ${nearest.topic}`;
  const message = `no topic fits "${excerptOf(paper.title.plain)}" (${paper.id}): ${hint}`;
  const [source] = paper.sources;
  const path = source === undefined ? '' : pathOf(source.seed);
  const position = { path, line: source?.line ?? 1, column: 1 };
  return diagnosticAt('unclassified-paper', position, message, 'a topic in content/curation.yaml');
}

const facetFields = [
  ['platforms', 'platform'],
  ['modalities', 'modality'],
  ['contributions', 'contribution'],
] as const satisfies readonly (readonly [keyof CurationEntry, FacetName])[];

interface UnknownName {
  readonly code: 'unknown-topic' | 'unknown-facet';
  readonly name: string;
  readonly known: Iterable<string>;
  readonly path: readonly (string | number)[];
}

/** What the curation names and the taxonomy does not define. */
function checkCuration({ papers, borrowed, locate }: Curation, taxonomy: Taxonomy): Diagnostic[] {
  const unknown = [...papers].flatMap(([id, entry]) => unknownNames(id, entry, taxonomy));
  // A taxonomy that cannot be read has been reported; every name would be unknown to it.
  if (locate === null || unknown.length === 0 || taxonomy.areas.length === 0) return [];
  if (borrowed) {
    const names = [...new Set(unknown.map(({ name }) => `"${name}"`))].join(', ');
    const message = `curation names topics or facets that this taxonomy does not define: ${names}`;
    return [diagnosticInFile('borrowed-content', locate.positionOf([]).path, message)];
  }
  return unknown.map(({ code, name, known, path }) => {
    const nearest = nearestOf(name, known);
    const expected = nearest === null ? 'an id defined in content/taxonomy.yaml' : `"${nearest}"`;
    return diagnosticAt(code, locate.positionOf(path), `"${excerptOf(name)}" is not in the taxonomy`, expected);
  });
}

function unknownNames(id: string, entry: CurationEntry, taxonomy: Taxonomy): UnknownName[] {
  const topics = [...topicsById(taxonomy).keys()];
  const named = [
    ...(entry.topic === undefined ? [] : [{ name: entry.topic, path: ['papers', id, 'topic'] }]),
    ...(entry.also ?? []).map((name, index) => ({ name, path: ['papers', id, 'also', index] })),
  ];
  const unknownTopics = named
    .filter(({ name }) => !topics.includes(name))
    .map((found) => ({ ...found, code: 'unknown-topic' as const, known: topics }));
  const unknownFacets = facetFields.flatMap(([field, facet]) => {
    const known = taxonomy.facets[facet].map((value) => value.id);
    return (entry[field] ?? [])
      .map((name, index) => ({ name, path: ['papers', id, field, index], code: 'unknown-facet' as const, known }))
      .filter(({ name }) => !known.includes(name));
  });
  return [...unknownTopics, ...unknownFacets];
}
