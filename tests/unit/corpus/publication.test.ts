import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { readHistory, type VersionFile } from '../../../src/corpus/history.ts';
import { isUnchanged, pendingChanges, versionText } from '../../../src/corpus/publication.ts';
import { fabricatedSurvey, type SurveyParts } from '../../support/fabricated-survey.ts';

/** Good enough to tell texts apart here. */
const digest = (text: string): string =>
  Array.from(text)
    .reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffffff, 7)
    .toString(16)
    .padStart(8, '0');

const [fignet, grafting, plums] = [
  'fignet-faster-figs-for-everybody',
  'grafting-plums-by-machine',
  'plums-on-poor-ground',
];
const ledger = [fignet, grafting, plums].map((id) => `/papers/${id}/\n`).join('');

function pendingAfter(published: readonly string[], parts: SurveyParts) {
  const corpus = buildCorpus(fabricatedSurvey({ permalinks: ledger, ...parts, history: published }));
  expect(corpus.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return pendingChanges(corpus, corpus.history.state, digest);
}

function publish(version: string, published: readonly string[], parts: SurveyParts = {}): string {
  const { file } = pendingAfter(published, parts);
  return versionText({ version, date: '2026-11-21', ...file });
}

describe('a version', () => {
  const first = publish('0.1.0', []);

  test('holds every paper, topic and area on a line of its own, and then nothing is pending', () => {
    expect(first.match(/^ {2}\S+: \{ title: .* \}$/gm)).toHaveLength(3 + 3);
    expect(isUnchanged(pendingAfter([first], {}))).toBe(true);
  });

  test('holds only what changed since: a moved paper, a corrected one, a removed one, a renamed topic', () => {
    const parts: SurveyParts = {
      curation: `papers:\n  ${grafting}: { topic: figs }\n  ${plums}: { corrections: { title: Plums on Better Ground } }\n`,
      removed: `papers:\n  ${fignet}: { date: "2026-12-01", reason: Asked. }\n`,
    };
    const pending = pendingAfter([first], parts);
    expect(Object.keys(pending.file.papers)).toEqual([grafting, plums]);
    expect(pending.file.gone).toEqual({ [fignet]: { reason: 'Asked.' } });
    const { history } = readHistory(
      [first, publish('0.2.0', [first], parts)].map((text, i) => ({ path: `${i}.yaml`, text })),
    );
    expect(history.versions[0]).toMatchObject({
      added: [],
      moved: [{ id: grafting, from: 'plums', to: 'figs' }],
      corrected: [{ id: plums, fields: ['title'], formerTitle: 'Plums on Poor Ground' }],
      removed: [{ id: fignet, reason: 'Asked.' }],
    });
  });

  test('a paper merged into another has gone there, by the ledger', () => {
    const curation = `papers:\n  ${grafting}: { sameAs: ${plums} }\n`;
    const permalinks = `/papers/${fignet}/\n/papers/${grafting}/ -> /papers/${plums}/\n/papers/${plums}/\n`;
    expect(pendingAfter([first], { curation, permalinks }).file.gone).toEqual({ [grafting]: { to: plums } });
  });

  test('a paper that vanished without a word is unexplained', () => {
    const [a] = fabricatedSurvey().seeds;
    const pending = pendingAfter([first], { seeds: a === undefined ? [] : [a] });
    expect(pending.unexplained).toEqual([grafting]);
    expect(isUnchanged(pending)).toBe(false);
  });

  test('is the same text for the same state', () => {
    expect(publish('0.1.0', [])).toBe(first);
  });

  test('keeps every name and text as YAML, whatever it holds', () => {
    const file: VersionFile = {
      version: '1.0',
      date: '2026-11-21',
      note: '# "yes": {x}\nno \u2028 end',
      papers: { null: { title: 'true: #\t{[', topic: null, abstract: '12345678' } },
      texts: {},
      gone: {},
    };
    const { history, diagnostics } = readHistory([{ path: 'x.yaml', text: versionText(file) }]);
    expect(diagnostics).toEqual([]);
    expect(history.state.papers.get('null')).toEqual(file.papers['null']);
    expect(history.versions[0]?.note).toBe(file.note);
  });
});
