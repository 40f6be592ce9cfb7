import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/corpus/paper-words.ts';
import { relatedPapers as relate, type RelatedOptions } from '../../../src/corpus/related.ts';

interface PlainPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

const relatedPapers = (list: readonly PlainPaper[], options?: RelatedOptions) =>
  relate(
    list.map((paper) => ({ ...paper, text: readText(paper.title, paper.abstract) })),
    options,
  );

const papers: PlainPaper[] = [
  {
    id: 'rye',
    title: 'Rye Bread',
    abstract: 'Sourdough crust from a low-temperature oven. See https://bread.example/rye.',
  },
  {
    id: 'spelt',
    title: 'Spelt Bread',
    abstract: 'A sourdough crust in a low temperature oven. See https://bread.example/spelt.',
  },
  { id: 'cake', title: 'Cake', abstract: 'Sugar and icing from the oven.' },
  { id: 'soup', title: 'Soup', abstract: 'Broth and herbs on the stove.' },
  { id: 'stew', title: 'Stew', abstract: 'Herbs simmer on a stove.' },
];

describe('relatedPapers', () => {
  it('puts the paper with the most telling terms in common first', () => {
    const related = relatedPapers(papers);
    expect(related.get('rye')!.map(({ id }) => id)).toEqual(['spelt', 'cake']);
    expect(related.get('soup')!.map(({ id }) => id)).toEqual(['stew']);
  });

  it('explains by terms as they are written, pairs of words instead of their parts', () => {
    const [spelt, cake] = relatedPapers(papers).get('rye')!;
    expect(spelt!.shared).toContain('sourdough crust');
    expect(spelt!.shared).not.toContain('sourdough');
    expect(spelt!.shared.length).toBeLessThanOrEqual(5);
    expect(cake!.shared).toEqual(['oven']);
  });

  it('takes no term from a link', () => {
    const terms = [...relatedPapers(papers).values()].flat().flatMap(({ shared }) => shared);
    expect(terms.filter((term) => term.includes('example'))).toEqual([]);
  });

  it('writes a term the way it is written most often', () => {
    const written = ['LLMs', 'LLMs', 'LLM'].map((word, n) => ({ id: `p${n}`, title: `Paper ${n}`, abstract: word }));
    expect(relatedPapers(written).get('p2')![0]!.shared).toEqual(['LLMs']);
  });

  it('weighs the title above the abstract', () => {
    const related = relatedPapers([
      { id: 'a', title: 'Saffron', abstract: 'Pepper.' },
      { id: 'b', title: 'Spoon', abstract: 'Saffron, fork.' },
      { id: 'c', title: 'Spoon', abstract: 'Pepper, fork.' },
    ]);
    expect(related.get('a')!.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('breaks ties by id and lists at most the number asked for', () => {
    const same = ['d', 'b', 'a', 'c'].map((id) => ({ id, title: 'Saffron rice', abstract: 'Rice.' }));
    expect(
      relatedPapers(same, { count: 2 })
        .get('c')!
        .map(({ id }) => id),
    ).toEqual(['a', 'b']);
    expect(
      relatedPapers(same)
        .get('a')!
        .map(({ score }) => score),
    ).toEqual([1, 1, 1]);
  });

  it('lists nothing for a paper that shares no term with another', () => {
    expect(relatedPapers([...papers, { id: 'x', title: 'Zither', abstract: '' }]).get('x')).toEqual([]);
    expect(relatedPapers([])).toEqual(new Map());
  });

  it('finds the likeliest papers among many with a common term', () => {
    const crowd = Array.from({ length: 1200 }, (_, n) => ({
      id: `p${String(n).padStart(4, '0')}`,
      title: `Oven pair${Math.floor(n / 2)}x`,
      abstract: 'An oven.',
    }));
    const matches = relatedPapers(crowd).get('p0700')!;
    expect(matches.length).toBe(8);
    expect(matches[0]!.id).toBe('p0701');
  });

  const word = fc.constantFrom(
    'oven',
    'rye',
    'crust',
    'Sugar',
    'icing',
    'broth',
    'herbs',
    'stove',
    'low-bit',
    'é',
    'GPUs',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((list) => list.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  const collection = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), title: text, abstract: text }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });

  it('gives the same result in any order of input', () => {
    fc.assert(
      fc.property(
        collection.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect([...relatedPapers(shuffled)]).toEqual([...relatedPapers(list)]);
        },
      ),
    );
  });

  it('gives symmetric scores from 0 to 1 and never relates a paper to itself', () => {
    fc.assert(
      fc.property(collection, (list) => {
        const related = relatedPapers(list, { count: list.length });
        for (const [id, matches] of related) {
          for (const match of matches) {
            expect(match.id).not.toBe(id);
            expect(match.score).toBeGreaterThan(0);
            expect(match.score).toBeLessThanOrEqual(1);
            expect(match.shared.length).toBeGreaterThan(0);
            expect(related.get(match.id)!.find((back) => back.id === id)!.score).toBe(match.score);
          }
        }
      }),
    );
  });
});
