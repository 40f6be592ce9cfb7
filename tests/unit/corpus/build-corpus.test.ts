import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../../src/corpus/build-corpus.ts';
import { corpusStages } from '../../../src/corpus/corpus.ts';
import { diagnosticInFile, hasErrors } from '../../../src/corpus/diagnostics.ts';
import { paperSchema } from '../../../src/corpus/paper.ts';
import { capturesOfSurvey, fabricatedSurvey } from '../../support/fabricated-survey.ts';

const ids = ['fignet-faster-figs-for-everybody', 'grafting-plums-by-machine', 'plums-on-poor-ground'];

describe('buildCorpus', () => {
  const corpus = buildCorpus(fabricatedSurvey());

  test('learns from the curated papers of another collection', () => {
    const curation = { path: 'other/curation.yaml', text: `papers: { ${ids[2] ?? ''}: { topic: figs } }` };
    const training = { seeds: capturesOfSurvey, curation, permalinks: null };
    const [, plums] = buildCorpus({ ...fabricatedSurvey(), training }).papers;
    const [, alone] = corpus.papers;
    expect(plums?.basis).toBe('rules');
    expect(plums?.candidates).not.toEqual(alone?.candidates);
  });

  test('gives every paper once, sorted by id, in the form of its schema', () => {
    expect(corpus.papers.map(({ id }) => id)).toEqual(ids);
    for (const paper of corpus.papers) expect(paperSchema.safeParse(paper).error).toBeUndefined();
  });

  test('merges what two captures say of one paper and keeps where each field comes from', () => {
    const [fignet] = corpus.papers;
    expect(fignet?.sources.map(({ seed, line }) => `${seed}:${line}`)).toEqual(['a.txt:13', 'b.txt:1']);
    expect(fignet?.published).toEqual({ value: '2025-05-04', precision: 'day', yearInferred: false });
    expect(fignet?.provenance.published).toEqual({ kind: 'capture', seed: 'b.txt', line: 1 });
    expect(fignet?.provenance.title).toEqual({ kind: 'capture', seed: 'a.txt', line: 13 });
  });

  test('infers the year of a date without one and says so', () => {
    expect(corpus.papers[1]?.published).toEqual({ value: '2026-06-05', precision: 'day', yearInferred: true });
  });

  test('puts papers into topics with the reasons, and beside related ones with the shared terms', () => {
    expect(corpus.papers.map(({ topic, basis }) => [topic, basis])).toEqual([
      ['figs', 'rules'],
      ['plums', 'rules'],
      ['plums', 'rules'],
    ]);
    expect(corpus.papers[0]?.reasons.map(({ term }) => term)).toContain('fig');
    expect(corpus.papers[1]?.related[0]?.id).toBe(ids[2]);
    expect(corpus.papers[1]?.related[0]?.shared).toContain('plum tree');
  });

  test('accounts for every capture, every line and every stage', () => {
    for (const { lines } of corpus.captures) {
      expect(lines.blank + lines.records + lines.boilerplate + lines.unaccounted).toBe(lines.total);
    }
    expect(corpus.captures.map(({ seed, records, papers }) => [seed, records, papers])).toEqual([
      ['a.txt', 2, [ids[0], ids[2]]],
      ['b.txt', 2, [ids[0], ids[1]]],
    ]);
    expect(corpus.counts).toMatchObject({ captures: 2, records: 4, merged: 1, papers: 3, byRules: 3, unclassified: 0 });
    expect(hasErrors(corpus.diagnostics)).toBe(false);
  });

  test('is the same for any order of the captures', () => {
    const reversed = buildCorpus(fabricatedSurvey({ seeds: capturesOfSurvey.toReversed() }));
    expect(reversed).toEqual(corpus);
  });

  test('reports its stages in order', () => {
    const told: string[] = [];
    buildCorpus(fabricatedSurvey(), (stage) => told.push(stage));
    expect(told).toEqual(corpusStages.filter((stage) => told.includes(stage)));
    expect(told).toContain('relate');
  });

  test('lets the curation overrule topic and date, and keeps the reason', () => {
    const curation = `papers:\n  ${ids[0] ?? ''}:\n    topic: plums\n    reason: a fig is a plum here\n    corrections: { published: '2024-01' }\n`;
    const [fignet] = buildCorpus(fabricatedSurvey({ curation })).papers;
    expect(fignet).toMatchObject({ topic: 'plums', basis: 'curated', confidence: 1, year: 2024 });
    expect(fignet?.reasons[0]).toEqual({ term: 'a fig is a plum here', where: 'curation', weight: 0 });
    expect(fignet?.provenance.published).toEqual({ kind: 'curation' });
  });

  test('collects everything that is wrong at once and still gives what can be read', () => {
    const broken = buildCorpus(
      fabricatedSurvey({
        seeds: [...capturesOfSurvey, { path: 'seeds/c.txt', text: 'nothing that anybody knows' }],
        curation: 'papers:\n  no-such-paper: { topic: figs }\n  plums-on-poor-ground: { topic: cherries }\n',
        bibliography: 'sources: {\n',
      }),
    );
    expect(new Set(broken.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))).toEqual(
      new Set(['malformed-yaml', 'unknown-format', 'unknown-paper', 'unknown-topic']),
    );
    expect(broken.papers.map(({ id }) => id)).toEqual(ids);
  });

  test('says when there is no capture at all, unless the folder could not be read', () => {
    const codes = (survey: ReturnType<typeof fabricatedSurvey>): string[] =>
      buildCorpus(survey).diagnostics.map(({ code }) => code);
    expect(codes(fabricatedSurvey({ seeds: [] }))).toContain('no-captures');
    const unreadable = diagnosticInFile('unreadable-file', 'seeds', 'cannot list this folder', 'a readable folder');
    expect(codes({ ...fabricatedSurvey({ seeds: [] }), diagnostics: [unreadable] })).not.toContain('no-captures');
  });

  test('is silent about damage in a text that a curator has corrected', () => {
    const seeds = capturesOfSurvey.map(({ path, text }) => ({ path, text: text.replace('by hand', 'by \\wizz') }));
    const codes = (curation: string): string[] =>
      buildCorpus(fabricatedSurvey({ seeds, curation })).diagnostics.map(({ code }) => code);
    expect(codes('papers: {}\n').filter((code) => code === 'unknown-macro')).toHaveLength(2);
    const corrected = `papers:\n  plums-on-poor-ground:\n    corrections: { abstract: Every plum was counted. }\n`;
    expect(codes(corrected).filter((code) => code === 'unknown-macro')).toHaveLength(1);
  });

  test('leaves every paper unclassified, with an error, when there is no taxonomy', () => {
    const lost = buildCorpus(fabricatedSurvey({ taxonomy: null }));
    expect(lost.papers.map(({ basis }) => basis)).toEqual(['unclassified', 'unclassified', 'unclassified']);
    expect(lost.diagnostics.map(({ code }) => code)).toContain('missing-content');
  });

  test('never throws, whatever the captures and content files hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.string(), fc.string(), (texts, curation, permalinks) => {
        const seeds = texts.map((text, index) => ({ path: `seeds/${index}.txt`, text }));
        const { counts, papers } = buildCorpus(fabricatedSurvey({ seeds, curation, permalinks }));
        expect(counts.papers).toBe(papers.length);
      }),
      { numRuns: 50 },
    );
  });
});
