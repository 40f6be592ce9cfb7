import { expect, test } from 'vitest';
import { collectionsJson, type Collection, readCollections } from '../../../src/exports/collections.ts';
import { exportFiles } from '../../../src/exports/export-files.ts';
import { citationWith } from '../../support/citations.ts';

const citations = [citationWith({ id: 'a' }), citationWith({ id: 'b' })];
const topic: Collection = { kind: 'topic', id: 'pots', title: 'Pots', path: 'topics/pots', papers: ['b', 'a'] };

test('there are files for each paper, each collection and the survey', () => {
  const files = [...exportFiles(citations, [topic])];
  expect(files.map(({ path }) => path)).toEqual([
    'papers/a.bib', 'papers/a.ris', 'papers/a.json', 'papers/b.bib', 'papers/b.ris', 'papers/b.json',
    'topics/pots.bib', 'topics/pots.ris', 'topics/pots.csv', 'topics/pots.json',
    'data/survey.bib', 'data/survey.ris', 'data/survey.json',
  ]); // prettier-ignore
});

test('a collection keeps the order of its page', () => {
  const file = [...exportFiles(citations, [topic])].find(({ path }) => path === 'topics/pots.bib');
  expect(file?.citations.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('collections are read back as written; anything else is refused', () => {
  expect(readCollections(collectionsJson([topic]))).toEqual([topic]);
  expect(() => readCollections('{"schema":2,"collections":[]}')).toThrow();
  expect(() => readCollections('{"schema":1,"collections":[{"kind":"topic"}]}')).toThrow();
});
