import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionLength, paperDescriptions } from '../../../src/site/descriptions.ts';
import { excerptAtWord } from '../../../src/site/wording.ts';
import { formatted, paperOf } from './fabricated-survey.ts';

describe('paperDescriptions', () => {
  test('a paper is described by its abstract', () => {
    const paper = paperOf('kettle', { abstract: formatted('Kettles boil water.') });
    expect(paperDescriptions([paper]).get('kettle')).toBe('Kettles boil water.');
  });

  test('papers whose abstracts begin alike are told apart by their titles', () => {
    const alike = 'Kettles boil water, and water boils in kettles. '.repeat(6);
    const papers = ['first', 'second'].map((id) => paperOf(id, { abstract: formatted(`${alike}Then ${id}.`) }));
    const described = paperDescriptions([...papers, paperOf('third')]);
    expect(described.get('first')).toBe(`Title of first: ${alike}Then first.`);
    expect(described.get('second')).toBe(`Title of second: ${alike}Then second.`);
    expect(described.get('third')).toBe('Abstract of third.');
  });

  test.each([
    ['the same title', 'Kettles'],
    ['titles that begin alike', 'Kettles that boil water in the morning '.repeat(8).trim()],
  ])('papers with alike abstracts and %s are told apart by their ids', (_, title) => {
    const papers = ['first', 'second'].map((id) =>
      paperOf(id, { title: formatted(title), abstract: formatted('Kettles boil water.') }),
    );
    const described = paperDescriptions(papers);
    expect(described.get('first')).toBe(`first: ${title}: Kettles boil water.`);
    expect(described.get('second')).toBe(`second: ${title}: Kettles boil water.`);
  });

  test('no two pages show the same, whatever the papers say', () => {
    const text = fc.constantFrom('', 'Kettles.', 'Kettles: kettles.', 'Steam. '.repeat(40));
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, abstract: text }), { maxLength: 8 }), (known) => {
        const papers = known.map(({ title, abstract }, index) =>
          paperOf(`paper-${index}`, { title: formatted(title), abstract: formatted(abstract) }),
        );
        const shown = [...paperDescriptions(papers).values()].map((text) => excerptAtWord(text, descriptionLength));
        expect(new Set(shown).size).toBe(papers.length);
      }),
    );
  });
});
