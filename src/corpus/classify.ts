/** Chooses each paper's topic by weighted terms and by what curated papers teach, says why, and lets a curator overrule. */
import { choiceOf } from './calibration.ts';
import type { Curation, CurationEntry } from './curation.ts';
import { type Diagnostic, diagnosticAt, diagnosticInFile } from './diagnostics.ts';
import { FacetFinder } from './facets.ts';
import { learnContributions, type LearnedContributions } from './learned-contributions.ts';
import { LearnedWords, type WordEvidence, type WordJudgement } from './learned-words.ts';
import { type Lesson, lessonsOf } from './lessons.ts';
import { nearestOf } from './nearest.ts';
import { compareText } from './ordering.ts';
import type { Classification, PaperDraft, Reason } from './paper.ts';
import { forEachTerm, type PaperText } from './paper-words.ts';
import { excerptOf } from './source-text.ts';
import { type FacetName, type FacetValue, type PlacedTopic, type Taxonomy, topicsById } from './taxonomy.ts';
import { termKey, type Token } from './terms.ts';
import { type TermEvidence, TopicTerms } from './topic-terms.ts';

/** What classification needs of a draft, and the words of its title and abstract. */
export interface ClassifiablePaper extends Pick<PaperDraft, 'id' | 'title' | 'sources'> {
  readonly text: PaperText;
}

/** How much the words learned from very many papers weigh beside the terms … */
const learnedFactor = 18;
/** … and of how many papers they weigh half as much. */
const halfLearned = 40;

/** A further topic needs this share of the best score … */
const alsoShare = 0.55;
/** … and at least this score. */
const alsoLeast = 16;

/** A word that contributes less is left out of the reasons. */
const leastReason = 1;

/**
 * Classifies every paper. Those that the curation places teach the others, and so do `training`,
 * papers of another collection with the same taxonomy. `pathOf` gives the path of a capture by its
 * file name. Never throws.
 * Diagnostics: `unclassified-paper` at the paper's first record; `unknown-topic` and `unknown-facet`
 * where the curation names what the taxonomy does not define; `borrowed-content` instead when the
 * curation belongs to another set of captures.
 */
export function classifyPapers(
  papers: readonly ClassifiablePaper[],
  taxonomy: Taxonomy,
  curation: Curation,
  pathOf: (seed: string) => string,
  training: readonly Lesson[] = [],
): { classifications: Map<string, Classification>; diagnostics: Diagnostic[] } {
  const own = lessonsOf(papers, curation);
  const ownIds = new Set(own.map(({ id }) => id));
  const lessons = [...own, ...training.filter(({ id }) => !ownIds.has(id))].toSorted((a, b) => compareText(a.id, b.id));
  const classifier = new Classifier(taxonomy, lessons);
  const classifications = new Map<string, Classification>();
  const diagnostics = checkCuration(curation, taxonomy);
  for (const paper of papers) {
    const classification = classifier.classify(paper, curation.papers.get(paper.id));
    classifications.set(paper.id, classification);
    if (classification.basis === 'unclassified') diagnostics.push(unclassified(paper, classification, pathOf));
  }
  return { classifications, diagnostics };
}

/** A topic with its score. */
interface ScoredTopic {
  readonly topic: string;
  readonly score: number;
}

/** What was found in a text, and what it makes of the topics. */
interface Findings {
  readonly text: PaperText;
  readonly terms: readonly TermEvidence[];
  /** Its scores count `learned` times. */
  readonly words: WordJudgement | null;
  readonly learned: number;
  /** Topics with a positive score, best first, ties in the taxonomy's order. */
  readonly ranked: readonly ScoredTopic[];
}

/** Classifies single papers; made once per taxonomy and set of lessons. */
export class Classifier {
  readonly #topics: ReadonlyMap<string, PlacedTopic>;
  readonly #terms: TopicTerms;
  /** Null when nobody has curated a paper: then the terms alone decide. */
  readonly #words: LearnedWords | null;
  readonly #lessons: ReadonlyMap<string, Lesson>;
  readonly #facets: FacetFinder;
  readonly #kinds: readonly FacetValue[];
  /** Learned when the first paper asks for it: where every paper is curated, none does. */
  #contributions: { readonly learned: LearnedContributions | null } | null = null;

  /** `lessons` sorted by id. */
  constructor(taxonomy: Taxonomy, lessons: readonly Lesson[] = []) {
    this.#topics = topicsById(taxonomy);
    const topics = [...this.#topics.values()].map(({ topic }) => topic);
    const known = lessons.filter(({ topic }) => this.#topics.has(topic));
    this.#lessons = new Map(known.map((lesson) => [lesson.id, lesson]));
    this.#terms = new TopicTerms(topics, known);
    this.#words = known.length === 0 ? null : new LearnedWords(topics, known);
    this.#facets = new FacetFinder(taxonomy);
    this.#kinds = taxonomy.facets.contribution;
  }

  /** What curation states stands; everything else rests on terms and learned words, as if the paper itself had taught nothing. */
  classify({ id, text }: Pick<ClassifiablePaper, 'id' | 'text'>, entry: CurationEntry | undefined): Classification {
    const findings = this.#find(text, this.#lessons.get(id) ?? null);
    return {
      ...this.#chosenByCurator(findings, entry ?? {}),
      candidates: findings.ranked.slice(0, 3).map(({ topic, score }) => ({ topic, score: rounded(score) })),
      ...this.#chosenFacets(text, entry ?? {}),
    };
  }

  #chosenFacets(text: PaperText, { platforms, modalities, contributions }: CurationEntry): ChosenFacets {
    if (platforms !== undefined && modalities !== undefined && contributions !== undefined) {
      return { platforms: [...platforms], modalities: [...modalities], contributions: [...contributions] };
    }
    const found = this.#facets.find(text.title, text.abstract);
    return {
      platforms: [...(platforms ?? found.platform)],
      modalities: [...(modalities ?? found.modality)],
      contributions: [...(contributions ?? this.#contributionsOf(text) ?? found.contribution)],
    };
  }

  /** Null where too few curated papers teach what kinds of contribution there are. */
  #contributionsOf(text: PaperText): string[] | null {
    this.#contributions ??= { learned: learnContributions(this.#kinds, [...this.#lessons.values()]) };
    const found = this.#contributions.learned?.find(text) ?? [];
    return found.length === 0 ? null : found;
  }

  /** `own`: the lesson that the text has taught. */
  #find(text: PaperText, own: Lesson | null): Findings {
    const terms = this.#terms.evidence(text, own);
    const words = this.#words?.judge(text, own) ?? null;
    const ids = [...this.#topics.keys()];
    const scores = new Map(ids.map((topic) => [topic, 0]));
    for (const { topic, contribution } of terms) scores.set(topic, (scores.get(topic) ?? 0) + contribution);
    const learned = this.#learnedFactor(own);
    const ranked = ids
      .map((topic, index) => ({ topic, score: (scores.get(topic) ?? 0) + learned * (words?.scores[index] ?? 0) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    return { text, terms, words, learned, ranked };
  }

  #learnedFactor(own: Lesson | null): number {
    const lessons = this.#lessons.size - (own === null ? 0 : 1);
    return (learnedFactor * lessons) / (lessons + halfLearned);
  }

  /** What speaks for and against a topic, best first; the weights add up to its score, small words aside. */
  #reasons(chosen: string, { text, terms, words, learned }: Findings): Reason[] {
    const index = [...this.#topics.keys()].indexOf(chosen);
    const telling = (words?.evidence(index) ?? [])
      .map(({ word, contribution }) => ({ word, contribution: learned * contribution }))
      .filter(({ contribution }) => Math.abs(contribution) >= leastReason);
    return reasonsOf(
      terms.filter(({ topic }) => topic === chosen),
      telling,
      shownWords(text, new Set(telling.map(({ word }) => word))),
    );
  }

  #chosenByCurator(findings: Findings, entry: CurationEntry): Chosen {
    const place = entry.topic === undefined ? undefined : this.#topics.get(entry.topic);
    if (entry.topic === undefined || place === undefined) {
      const byRules = this.#chosenByRules(findings);
      return byRules.topic === null
        ? byRules
        : { ...byRules, also: this.#knownAlso(byRules.topic, entry.also ?? byRules.also) };
    }
    const said: Reason = { term: entry.reason ?? `placed in ${place.topic.title}`, where: 'curation', weight: 0 };
    return {
      area: place.area.id,
      topic: entry.topic,
      also: this.#knownAlso(entry.topic, entry.also ?? this.#chosenByRules(findings).also),
      basis: 'curated',
      confidence: 1,
      reasons: [said, ...this.#reasons(entry.topic, findings)],
    };
  }

  #knownAlso(topic: string, also: readonly string[]): string[] {
    return also.filter((id) => id !== topic && this.#topics.has(id)).slice(0, 2);
  }

  #chosenByRules(findings: Findings): Chosen {
    const best = choiceOf(findings.ranked);
    const place = best === null ? undefined : this.#topics.get(best.topic);
    if (best === null || place === undefined) {
      return { area: null, topic: null, also: [], basis: 'unclassified', confidence: 0, reasons: [] };
    }
    const least = Math.max(alsoLeast, alsoShare * best.score);
    return {
      area: place.area.id,
      topic: best.topic,
      also: findings.ranked
        .slice(1)
        .filter(({ score }) => score >= least)
        .slice(0, 2)
        .map(({ topic }) => topic),
      basis: 'rules',
      confidence: best.confidence,
      reasons: this.#reasons(best.topic, findings),
    };
  }
}

type ChosenFacets = Pick<Classification, 'platforms' | 'modalities' | 'contributions'>;

interface ShownWord {
  readonly term: string;
  readonly where: 'title' | 'abstract';
}

/** How each of `wanted`, words and pairs of a text, is written where it first stands, and where that is. */
function shownWords({ title, abstract }: PaperText, wanted: ReadonlySet<string>): Map<string, ShownWord> {
  const shown = new Map<string, ShownWord>();
  const add = (tokens: readonly Token[], where: ShownWord['where']) => {
    forEachTerm(tokens, (word, first, last) => {
      if (!wanted.has(word) || shown.has(word)) return;
      shown.set(word, { where, term: first === last ? first.surface : `${first.surface} ${last.surface}` });
    });
  };
  add(title, 'title');
  add(abstract, 'abstract');
  return shown;
}

/** Terms and words of a text as reasons, best first; a word that is a term as well is named once. */
function reasonsOf(
  terms: readonly TermEvidence[],
  words: readonly WordEvidence[],
  shown: ReadonlyMap<string, ShownWord>,
): Reason[] {
  const reasons = new Map<string, Reason>();
  const add = (reason: Reason) => {
    const key = `${reason.where} ${termKey(reason.term)}`;
    const known = reasons.get(key);
    reasons.set(key, known === undefined ? reason : { ...known, weight: known.weight + reason.weight });
  };
  for (const { term, where, contribution } of terms) add({ term, where, weight: contribution });
  for (const { word, contribution } of words) {
    const found = shown.get(word);
    if (found !== undefined) add({ ...found, weight: contribution });
  }
  return [...reasons.values()]
    .map((reason) => ({ ...reason, weight: rounded(reason.weight) }))
    .toSorted((a, b) => b.weight - a.weight || compareText(b.where, a.where) || compareText(a.term, b.term));
}

/** To two decimals: what a reader can use. */
function rounded(score: number): number {
  return Math.round(100 * score) / 100;
}

type Chosen = Pick<Classification, 'area' | 'topic' | 'also' | 'basis' | 'confidence' | 'reasons'>;

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
