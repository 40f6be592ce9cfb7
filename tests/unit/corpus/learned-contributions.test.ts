import { describe, expect, it } from 'vitest';
import { learnContributions } from '../../../src/corpus/learned-contributions.ts';
import type { Lesson } from '../../../src/corpus/lessons.ts';
import { readText } from '../../../src/corpus/paper-words.ts';

const values = [
  { id: 'recipe', title: 'Recipe', fallback: true, terms: [{ term: 'recipe', weight: 3 }] },
  { id: 'tasting', title: 'Tasting', fallback: false, terms: [{ term: 'tasting', weight: 3 }] },
];
const lessons = Array.from({ length: 60 }, (_, index): Lesson => {
  const isRecipe = index % 2 === 0;
  const text = readText('Supper', isRecipe ? 'Knead, proof and bake.' : 'Jurors sip and score.');
  return { id: `p${index}`, text, topic: 'any', also: [], contributions: [isRecipe ? 'recipe' : 'tasting'] };
});
const find = (abstract: string) => learnContributions(values, lessons)?.find(readText('A morning', abstract));

describe('learnContributions', () => {
  it('learns the kind of contribution from words that no term names', () => {
    expect(find('They knead and bake.')).toEqual(['recipe']);
    expect(find('Jurors score.')).toEqual(['tasting']);
  });

  it('heeds the terms beside what is learned', () => {
    expect(find('A tasting.')).toEqual(['tasting']);
  });

  it('finds nothing where nothing speaks for any kind', () => {
    expect(find('Zither.')).toEqual([]);
  });

  it('does not learn from a few papers, nor from kinds that the taxonomy lacks', () => {
    expect(learnContributions(values, lessons.slice(0, 20))).toBeNull();
    expect(learnContributions(values.slice(0, 1), lessons)).toBeNull();
  });
});
