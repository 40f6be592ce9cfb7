import { describe, expect, test } from 'vitest';
import { paperDescriptions } from '../../../src/site/descriptions.ts';
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
});
