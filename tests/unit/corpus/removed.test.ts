import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { parseRemovals } from '../../../src/corpus/removed.ts';
import { fabricatedSurvey } from '../../support/fabricated-survey.ts';

const fignet = 'fignet-faster-figs-for-everybody';
const removalOf = (id: string) =>
  `papers:\n  ${id}:\n    date: "2026-12-01"\n    reason: At the request of the authors.\n`;
const placesOf = ({ diagnostics }: ReturnType<typeof buildCorpus>) =>
  diagnostics.map(({ place, code }) => `${formatPlace(place)} ${code}`);

describe('parseRemovals', () => {
  test('reads day, reason and title, and reports entries without them', () => {
    const text =
      'papers:\n  b: { date: "2026-12-01", reason: Asked., title: B }\n  a: { date: "2026-13-01", reason: Asked. }\n';
    const { removals, diagnostics } = parseRemovals({ path: 'content/removed.yaml', text });
    expect(removals.papers).toEqual([{ id: 'b', date: '2026-12-01', reason: 'Asked.', title: 'B' }]);
    expect(diagnostics.map(({ place }) => formatPlace(place))).toEqual(['content/removed.yaml:3:14']);
  });
});

describe('a removed paper', () => {
  test('is left out with all its records, noted, and no longer related to or counted', () => {
    const corpus = buildCorpus(fabricatedSurvey({ removed: removalOf(fignet) }));
    expect(corpus.papers.map(({ id }) => id)).not.toContain(fignet);
    expect(JSON.stringify(corpus.papers)).not.toContain('FigNet');
    expect(corpus.counts).toMatchObject({ records: 4, merged: 0, removed: 2, papers: 2 });
    expect(corpus.removed).toMatchObject([{ id: fignet, date: '2026-12-01' }]);
    expect(placesOf(corpus)).toContain('content/removed.yaml:2:3 removed-paper');
  });

  test('may be gone from the captures when it was published, and is unknown when it never was', () => {
    const removed = removalOf('never-captured');
    expect(placesOf(buildCorpus(fabricatedSurvey({ removed })))).toContain('content/removed.yaml:2:3 unknown-paper');
    const published = buildCorpus(fabricatedSurvey({ removed, permalinks: '/papers/never-captured/\n' }));
    expect(placesOf(published)).not.toContain('content/removed.yaml:2:3 unknown-paper');
  });
});

describe('a merged paper', () => {
  const [kept, merged] = ['plums-on-poor-ground', 'grafting-plums-by-machine'];
  const curation = `papers:\n  ${merged}: { sameAs: ${kept} }\n`;

  test('keeps the id that the ledger moves the other to, whichever it is, and stays merged', () => {
    for (const [from, to] of [
      [merged, kept],
      [kept, merged],
    ]) {
      const permalinks = `/papers/${String(from)}/ -> /papers/${String(to)}/\n/papers/${String(to)}/\n`;
      const corpus = buildCorpus(fabricatedSurvey({ curation, permalinks }));
      expect(corpus.papers.map(({ id }) => id)).toEqual([fignet, to].sort());
      expect(corpus.formerIds.get(String(from))).toBe(to);
      expect(placesOf(corpus).filter((place) => place.startsWith('content/'))).toEqual([]);
    }
  });

  test('names its former id before the ledger knows the move', () => {
    const permalinks = `/papers/${merged}/\n/papers/${kept}/\n`;
    const corpus = buildCorpus(fabricatedSurvey({ curation, permalinks }));
    expect(corpus.formerIds.size).toBe(1);
    expect([...corpus.formerIds.entries()].flat().sort()).toEqual([merged, kept].sort());
  });
});
