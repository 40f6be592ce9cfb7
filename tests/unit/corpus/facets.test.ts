import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FacetFinder } from '../../../src/corpus/facets.ts';
import type { Taxonomy } from '../../../src/corpus/taxonomy.ts';
import { tokenise } from '../../../src/corpus/terms.ts';

const value = (id: string, weights: Record<string, number>, fallback = false) => ({
  id,
  title: id,
  fallback,
  terms: Object.entries(weights).map(([term, weight]) => ({ term, weight })),
});
const taxonomy: Taxonomy = {
  areas: [],
  boundaries: [],
  facets: {
    platform: [value('gpu', { gpu: 1 }), value('browser', { browser: 1 })],
    modality: [
      value('language', { text: 3, 'multimodal text': -3 }),
      value('vision', { image: 3, visual: 1 }),
      value('general', {}, true),
    ],
    contribution: [
      value('method', { propose: 2 }, true),
      value('system', { engine: 3 }),
      value('survey', { survey: 6 }),
    ],
  },
};
const find = (title: string, abstract: string) => new FacetFinder(taxonomy).find(tokenise(title), tokenise(abstract));

describe('FacetFinder', () => {
  it('gives every platform that is named, and none otherwise', () => {
    expect(find('', 'On GPUs and in a browser.').platform).toEqual(['gpu', 'browser']);
    expect(find('', 'Nothing of the kind.').platform).toEqual([]);
  });

  it('gives the fallback value only when nothing else fits', () => {
    expect(find('', 'Nothing.')).toMatchObject({ modality: ['general'], contribution: ['method'] });
    expect(find('', 'An image.').modality).toEqual(['vision']);
  });

  it('needs more than a hint for a modality', () => {
    expect(find('', 'Something visual.').modality).toEqual(['general']);
  });

  it('lets a longer term speak against a shorter one that it holds', () => {
    expect(find('', 'Multimodal text and an image.').modality).toEqual(['vision']);
  });

  it('gives at most two contributions, the weightier first', () => {
    expect(find('A Survey', 'We propose an engine.').contribution).toEqual(['survey']);
    expect(find('', 'We propose an engine.').contribution).toEqual(['system', 'method']);
  });

  it('never throws, and gives known values once each', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, abstract) => {
        const { modality, contribution } = find(title, abstract);
        expect(new Set(modality).size).toBe(modality.length);
        expect(contribution.length).toBeGreaterThan(0);
        expect(contribution.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
