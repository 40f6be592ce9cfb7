import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { parseTaxonomy, topicsById } from '../../../src/corpus/taxonomy.ts';

const valid = `areas:
  - id: baking
    title: Baking
    summary: Bread and cake.
    topics:
      - id: bread
        title: Bread
        definition: Loaves.
        notHere:
          - what: sweet loaves
            see: cake
        terms:
          4: [loaf, sourdough]
          -3: [sugar]
      - id: cake
        title: Cake
        definition: Sweet things.
        terms:
          1.5: [sugar]
facets:
  platform: [{ id: oven, title: Oven, terms: { 1: [oven] } }]
  modality: [{ id: any, title: Any, fallback: true, terms: {} }]
  contribution: [{ id: recipe, title: Recipe, terms: { 1: [recipe] } }]
`;

const parse = (text: string) => parseTaxonomy({ path: 'content/taxonomy.yaml', text });
const reported = (text: string) =>
  parse(text).diagnostics.map(
    ({ place, code, message, expected }) => `${formatPlace(place)} ${code}: ${message}, expected ${String(expected)}`,
  );

describe('parseTaxonomy', () => {
  it('reads areas, topics, terms by weight, pointers and facets', () => {
    const { taxonomy, diagnostics } = parse(valid);
    expect(diagnostics).toEqual([]);
    const [area] = taxonomy!.areas;
    expect(area!.topics.map(({ id }) => id)).toEqual(['bread', 'cake']);
    expect(area!.topics[0]!.terms).toEqual([
      { term: 'loaf', weight: 4 },
      { term: 'sourdough', weight: 4 },
      { term: 'sugar', weight: -3 },
    ]);
    expect(area!.topics[0]!.notHere).toEqual([{ what: 'sweet loaves', see: 'cake' }]);
    expect(area!.topics[1]!.notHere).toEqual([]);
    expect(taxonomy!.boundaries).toEqual([]);
    expect(taxonomy!.facets.platform[0]).toEqual({
      id: 'oven',
      title: 'Oven',
      fallback: false,
      terms: [{ term: 'oven', weight: 1 }],
    });
    expect(taxonomy!.facets.modality[0]!.fallback).toBe(true);
  });

  it('places every topic in its area, in the order shown', () => {
    const placed = [...topicsById(parse(valid).taxonomy!)];
    expect(placed.map(([id, { area, topic }]) => [id, area.id, topic.title])).toEqual([
      ['bread', 'baking', 'Bread'],
      ['cake', 'baking', 'Cake'],
    ]);
  });

  it('reports a topic defined twice at the second place and keeps the first', () => {
    const text = valid.replace('id: cake', 'id: bread').replace('see: cake', 'see: bread');
    expect(reported(text)).toEqual([
      'content/taxonomy.yaml:15:13 duplicate-entry: "bread" stands here again, expected each name once',
    ]);
    expect(parse(text).taxonomy!.areas[0]!.topics.map(({ title }) => title)).toEqual(['Bread']);
  });

  it('reports an area and a facet value defined twice', () => {
    const area = valid.replace('facets:', valid.slice(valid.indexOf('  - id'), valid.indexOf('facets:')) + 'facets:');
    expect(reported(area)).toEqual([
      'content/taxonomy.yaml:20:9 duplicate-entry: "baking" stands here again, expected each name once',
    ]);
    const value = '{ id: oven, title: Oven, terms: {} }';
    expect(reported(valid.replace('platform: [', `platform: [${value}, `))).toEqual([
      'content/taxonomy.yaml:21:58 duplicate-entry: "oven" stands here again, expected each name once',
    ]);
  });

  it('reports a term that a topic has twice in two spellings', () => {
    expect(reported(valid.replace('-3: [sugar]', '-3: [Sour-Dough]'))).toEqual([
      'content/taxonomy.yaml:14:16 duplicate-entry: "Sour-Dough" stands here again, expected each name once',
    ]);
  });

  it('reports a pointer to an unknown topic with the nearest known one', () => {
    expect(reported(valid.replace('see: cake', 'see: cakes'))).toEqual([
      'content/taxonomy.yaml:11:18 unknown-topic: unknown topic "cakes", expected "cake"',
    ]);
  });

  it.each([
    ['a weight that is no number', '4: [loaf', 'heavy: [loaf'],
    ['a weight of zero', '4: [loaf', '0: [loaf'],
    ['a term without a word', 'loaf, ', "'--', "],
    ['an id with capitals', 'id: bread', 'id: Bread'],
    ['an unknown key', 'summary:', 'sumary:'],
  ])('refuses %s', (_, from, to) => {
    const { taxonomy, diagnostics } = parse(valid.replace(from, to));
    expect(taxonomy).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain('invalid-content');
  });

  it('never throws', () => {
    const lines = valid.split('\n');
    const damaged = fc
      .tuple(fc.nat(lines.length - 1), fc.string())
      .map(([at, text]) => lines.with(at, text).join('\n'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), damaged), (text) => {
        const { taxonomy, diagnostics } = parse(text);
        expect(taxonomy !== null || diagnostics.length > 0).toBe(true);
      }),
    );
  });
});
