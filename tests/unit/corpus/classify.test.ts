import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassifiablePaper, classifyPapers } from '../../../src/corpus/classify.ts';
import { emptyCuration, parseCuration } from '../../../src/corpus/curation.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { readText } from '../../../src/corpus/paper-words.ts';
import { parseTaxonomy } from '../../../src/corpus/taxonomy.ts';
import { titleFactor } from '../../../src/corpus/topic-terms.ts';

const taxonomy = parseTaxonomy({
  path: 'content/taxonomy.yaml',
  text: `areas:
  - id: baking
    title: Baking
    summary: Bread and cake.
    topics:
      - { id: bread, title: Bread, definition: Loaves., terms: { 4: [loaf, sourdough loaf], 2: [crust], -4: [sugar] } }
      - { id: cake, title: Cake, definition: Sweet., terms: { 4: [cake, sugar], 2: [icing] } }
  - id: cooking
    title: Cooking
    summary: Soup.
    topics:
      - { id: soup, title: Soup, definition: In a bowl., terms: { 4: [soup, broth] } }
facets:
  platform: [{ id: oven, title: Oven, terms: { 1: [oven] } }, { id: stove, title: Stove, terms: { 1: [stove] } }]
  modality: [{ id: any, title: Any, fallback: true, terms: {} }]
  contribution: [{ id: recipe, title: Recipe, terms: { 2: [recipe] } }, { id: review, title: Review, terms: { 2: [review] } }]
`,
}).taxonomy!;

const text = (plain: string) => ({ raw: plain, plain, html: plain, latex: plain });
const paper = (title: string, abstract: string, id = 'p'): ClassifiablePaper => ({
  id,
  title: text(title),
  text: readText(title, abstract),
  sources: [{ seed: '000.txt', line: 7, endLine: 9 }],
});
const curated = (yaml: string, borrowed = false) =>
  parseCuration({ path: 'content/curation.yaml', text: yaml }, borrowed).curation;
const run = (papers: readonly ClassifiablePaper[], curation = emptyCuration) =>
  classifyPapers(papers, taxonomy, curation, (seed) => `seeds/${seed}`);
const classify = (title: string, abstract: string, curation = emptyCuration) =>
  run([paper(title, abstract)], curation).classifications.get('p')!;

describe('classifyPapers', () => {
  it('chooses the topic with the best score and says why, best reason first', () => {
    expect(classify('A Sourdough Loaf', 'The crust of a loaf and one more loaf.')).toMatchObject({
      area: 'baking',
      topic: 'bread',
      basis: 'rules',
      reasons: [
        { term: 'sourdough loaf', where: 'title', weight: 4 * titleFactor },
        { term: 'loaf', where: 'abstract', weight: 6 },
        { term: 'crust', where: 'abstract', weight: 2 },
      ],
      candidates: [{ topic: 'bread', score: 20 }],
    });
  });

  it('weighs the title above the abstract', () => {
    expect(classify('Loaf', 'A cake.').topic).toBe('bread');
    expect(classify('Cake', 'A loaf.').topic).toBe('cake');
  });

  it('keeps neighbours apart by negative weights, and lists them as reasons last', () => {
    const { topic, reasons } = classify('Loaf with crust', 'With sugar.');
    expect(topic).toBe('bread');
    expect(reasons.at(-1)).toEqual({ term: 'sugar', where: 'abstract', weight: -4 });
  });

  it('names further topics that come near the best one', () => {
    const { topic, also } = classify('Cake and soup', 'Sugar, then broth and soup.');
    expect([topic, also]).toEqual(['soup', ['cake']]);
    expect(classify('Cake', 'A cake and a soup.').also).toEqual([]);
  });

  it('leaves a paper without evidence unclassified and warns at its first record', () => {
    const { classifications, diagnostics } = run([paper('On tables', 'A crust.')]);
    expect(classifications.get('p')).toMatchObject({
      area: null,
      topic: null,
      basis: 'unclassified',
      confidence: 0,
      reasons: [],
      candidates: [{ topic: 'bread', score: 2 }],
    });
    expect(diagnostics.map(({ code, place }) => `${formatPlace(place)} ${code}`)).toEqual([
      'seeds/000.txt:7:1 unclassified-paper',
    ]);
  });

  it('lets a curator overrule, and keeps the evidence of the rules', () => {
    const curation = curated('papers: { p: { topic: bread, also: [soup], reason: "It is about crust." } }');
    expect(classify('Cake', 'Cake with a crust.', curation)).toMatchObject({
      area: 'baking',
      topic: 'bread',
      also: ['soup'],
      basis: 'curated',
      confidence: 1,
      reasons: [
        { term: 'It is about crust.', where: 'curation', weight: 0 },
        { term: 'crust', where: 'abstract', weight: 2 },
      ],
      candidates: [{ topic: 'cake' }, { topic: 'bread' }],
    });
  });

  it('takes further topics and facets from curation without touching the rest', () => {
    const curation = curated('papers: { p: { also: [soup], platforms: [stove], contributions: [] } }');
    expect(classify('Cake', 'A recipe for cake in an oven.', curation)).toMatchObject({
      topic: 'cake',
      also: ['soup'],
      basis: 'rules',
      platforms: ['stove'],
      modalities: ['any'],
      contributions: [],
    });
  });

  it('reports unknown topics and facets of the curation where they stand', () => {
    const yaml = 'papers:\n  p:\n    topic: braed\n    also: [soup, pizza]\n    platforms: [overn]\n';
    const { diagnostics, classifications } = run([paper('Cake', 'Cake.')], curated(yaml));
    expect(diagnostics.map(({ code, place, expected }) => `${formatPlace(place)} ${code} ${String(expected)}`)).toEqual(
      [
        'content/curation.yaml:3:12 unknown-topic "bread"',
        'content/curation.yaml:4:18 unknown-topic an id defined in content/taxonomy.yaml',
        'content/curation.yaml:5:17 unknown-facet "oven"',
      ],
    );
    expect(classifications.get('p')).toMatchObject({ topic: 'cake', basis: 'rules' });
  });

  it('only notes unknown names of a curation that belongs to other captures', () => {
    const { diagnostics } = run([paper('Cake', 'Cake.')], curated('papers: { x: { topic: pizza } }', true));
    expect(diagnostics.map(({ code }) => code)).toEqual(['borrowed-content']);
  });

  it('never throws, and its reasons add up to the score', () => {
    const words = fc.constantFrom('loaf', 'crust', 'sugar', 'cake', 'Soup', 'broth', 'icing', 'and', '.', '-');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, texts, (title, abstract) => {
        const { topic, reasons, candidates, confidence, also } = classify(title, abstract);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(also.length).toBeLessThanOrEqual(2);
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        if (topic !== null) expect(candidates[0]).toEqual({ topic, score: sum });
      }),
    );
  });

  it('classifies a paper the same whatever stands beside it', () => {
    const papers = [paper('Cake', 'A cake.', 'a'), paper('Soup', 'Broth.', 'b'), paper('Loaf', 'Crust.', 'c')];
    const { classifications } = run(papers);
    const { classifications: reversed } = run(papers.toReversed());
    for (const { id } of papers) expect(reversed.get(id)).toEqual(classifications.get(id));
  });
});

describe('classifyPapers with curated papers', () => {
  const taught = [
    paper('Rolls', 'Kneading with a poolish, then proofing. Kneading and proofing again.', 'rolls'),
    paper('Baguettes', 'Kneading, proofing and a poolish before baking.', 'baguettes'),
    paper('Muffins', 'Frosting and sprinkles on top.', 'muffins'),
    paper('Cupcakes', 'Sprinkles in frosting.', 'cupcakes'),
  ];
  const labels = (topicOfRolls: string) =>
    `papers: { rolls: { topic: ${topicOfRolls} }, baguettes: { topic: bread }, muffins: { topic: cake }, cupcakes: { topic: cake } }`;
  const curation = curated(labels('bread'));
  const unseen = paper('A morning', 'With a crust: kneading, proofing, a poolish.', 'unseen');
  const classified = (papers: readonly ClassifiablePaper[], id: string, facts = curation) =>
    run(papers, facts).classifications.get(id)!;

  it('learns words that the terms lack, and names them as evidence', () => {
    const alone = classified([unseen], 'unseen');
    const among = classified([...taught, unseen], 'unseen');
    expect(alone.basis).toBe('unclassified');
    expect(among.candidates[0]!.topic).toBe('bread');
    expect(among.candidates[0]!.score).toBeGreaterThan(alone.candidates[0]!.score);
    const { reasons } = classified([...taught, paper('Loaf', 'Kneading, proofing.', 'loaf')], 'loaf');
    expect(reasons.map(({ term }) => term)).toEqual(expect.arrayContaining(['loaf', 'Kneading', 'proofing']));
  });

  it('uses the terms alone when nobody has curated a paper', () => {
    const { classifications } = run([...taught, paper('Loaf', 'Kneading.', 'loaf')]);
    expect(classifications.get('loaf')!.reasons).toEqual([{ term: 'loaf', where: 'title', weight: 4 * titleFactor }]);
  });

  it('learns from papers of another collection, unless this one curates them itself', () => {
    const training = taught.map(({ id, text: words }) => ({
      id,
      text: words,
      topic: id === 'rolls' || id === 'baguettes' ? 'bread' : 'cake',
      also: [],
      contributions: [],
    }));
    const learn = (papers: readonly ClassifiablePaper[], facts = emptyCuration) =>
      classifyPapers(papers, taxonomy, facts, String, training).classifications.get('unseen');
    expect(learn([unseen])).toEqual(classified([...taught, unseen], 'unseen'));
    expect(learn([...taught, unseen], curation)).toEqual(classified([...taught, unseen], 'unseen'));
  });

  it('judges a curated paper as if it were new', () => {
    for (const label of ['bread', 'cake']) {
      const { topic, candidates } = classified(taught, 'rolls', curated(labels(label)));
      expect(topic).toBe(label);
      expect(candidates[0]!.topic).toBe('bread');
      expect(candidates.map((candidate) => candidate.topic)).not.toContain('cake');
    }
  });

  it('trusts a term less the more curated papers of other topics use it', () => {
    const misled = [
      paper('Fondant', 'A loaf tin.', 'fondant'),
      paper('Sponge', 'A loaf tin.', 'sponge'),
      paper('Loaf', '', 'loaf'),
    ];
    const facts = curated('papers: { fondant: { topic: cake }, sponge: { topic: cake } }');
    expect(classified(misled, 'loaf', facts).candidates[0]!.score).toBeLessThan(
      classified(misled, 'loaf', emptyCuration).candidates[0]!.score,
    );
  });

  it('does not depend on the order of papers, and is not misled by unknown topics', () => {
    const papers = [...taught, unseen];
    expect([...run(papers.toReversed(), curation).classifications].toSorted()).toEqual(
      [...run(papers, curation).classifications].toSorted(),
    );
    const odd = curated('papers: { rolls: { topic: pizza } }');
    expect(classified(papers, 'unseen', odd)).toEqual(classified(papers, 'unseen', emptyCuration));
  });

  it('gives reasons that add up to the score, words of little weight aside', () => {
    const { reasons, candidates } = classified([...taught, paper('Loaf', 'Kneading, proofing.', 'loaf')], 'loaf');
    const sum = reasons.reduce((total, { weight }) => total + weight, 0);
    expect(Math.abs(candidates[0]!.score - sum)).toBeLessThan(1 * 6);
  });
});
