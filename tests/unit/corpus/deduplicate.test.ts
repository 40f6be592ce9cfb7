import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deduplicate } from '../../../src/corpus/deduplicate.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import type { PaperRecord } from '../../../src/corpus/paper.ts';
import { contentOf, record } from '../../support/fabricate.ts';

const run = (records: readonly PaperRecord[], texts: Parameters<typeof contentOf>[0] = {}) =>
  deduplicate(records, contentOf(texts));
const shape = (records: readonly PaperRecord[], texts: Parameters<typeof contentOf>[0] = {}) =>
  run(records, texts).groups.map(({ id, mergedBy, records: members }) => {
    const places = members.map(({ source }) => `${source.seed}:${source.line}`).join(' ');
    return `${id} = ${places} (${mergedBy ?? 'single'})`;
  });

const sentences = Array.from(
  { length: 12 },
  (_, index) => `Sentence number ${index} says that invention ${index} makes machine ${index * 7} faster than before.`,
);
const abstract = sentences.join(' ');
/** The same abstract with the last words changed. */
const revised = `${abstract.slice(0, -20)} twice as fast.`;
const halfRevised = [...sentences.slice(0, 10), 'Nothing of this end is the same as in the other version of it.'].join(
  ' ',
);

describe('deduplicate', () => {
  it('merges records of one title, whatever its case, accents and punctuation', () => {
    expect(shape([record('b.txt:3', 'Café: A Fast Cache'), record('a.txt:9', 'CAFE - a fast cache')])).toEqual([
      'cafe-a-fast-cache = a.txt:9 b.txt:3 (title)',
    ]);
  });

  it('keeps titles apart that differ in a word', () => {
    expect(
      shape([record('a.txt:1', 'MAPPER: Agents for Phones'), record('a.txt:5', 'MaPPer: Learning to Prompt')]),
    ).toEqual(['mapper-agents-for-phones = a.txt:1 (single)', 'mapper-learning-to-prompt = a.txt:5 (single)']);
  });

  it('merges records that name one arXiv id, and never those that name two', () => {
    const named = (place: string, title: string, arxiv: string) => record(place, title, { arxiv, abstract });
    expect(shape([named('a.txt:1', 'First title', '2401.00001'), named('b.txt:1', 'Other', '2401.00001')])).toEqual([
      'first-title = a.txt:1 b.txt:1 (arxiv)',
    ]);
    expect(
      shape([named('a.txt:1', 'One title', '2401.00001'), named('b.txt:1', 'One title', '2401.00002')]),
    ).toHaveLength(2);
  });

  it('merges records to which the bibliography gives one arXiv id when they are at all alike', () => {
    const bibliography = [
      'sources: { l: lists }',
      'papers:',
      "  caching-keys-fast: { title: Caching keys fast, arxiv: { value: '2401.00001', from: l } }",
      "  keys-cached: { title: Keys cached, arxiv: { value: '2401.00001', from: l } }",
    ].join('\n');
    const [one, two] = [
      record('a.txt:1', 'Caching keys fast', { abstract }),
      record('b.txt:1', 'Keys cached', { abstract: halfRevised }),
    ];
    expect(shape([one, two], { bibliography })).toEqual(['caching-keys-fast = a.txt:1 b.txt:1 (arxiv)']);
    const unlike = record('b.txt:1', 'Keys cached', { abstract: 'Something else altogether is told here.' });
    expect(shape([one, unlike], { bibliography })).toHaveLength(2);
  });

  it('merges records that are near-identical in title and abstract', () => {
    expect(
      shape([
        record('a.txt:1', 'A Fast Cache for Large Models', { abstract }),
        record('b.txt:1', 'A Fast Cache for Very Large Models', { abstract: revised }),
      ]),
    ).toEqual(['a-fast-cache-for-large-models = a.txt:1 b.txt:1 (similarity)']);
  });

  it('warns of records that look alike and are not merged', () => {
    const { groups, diagnostics } = run([
      record('a.txt:1', 'A fast cache', { abstract }),
      record('b.txt:4', 'Something new', { abstract: revised }),
    ]);
    expect(groups).toHaveLength(2);
    expect(diagnostics.map(({ code, place, message }) => `${formatPlace(place)} ${code} ${message}`)).toEqual([
      'seeds/b.txt:4:1 near-duplicate "Something new" looks like seeds/a.txt:1 "A fast cache" (titles 0 %, abstracts 96 % in common)',
    ]);
  });

  it('lets the curation merge what looks different and keep apart what looks alike', () => {
    const [one, two] = [record('a.txt:1', 'A fast cache'), record('b.txt:1', 'Something new')];
    expect(shape([one, two], { curation: 'papers:\n  something-new: { sameAs: a-fast-cache }\n' })).toEqual([
      'a-fast-cache = a.txt:1 b.txt:1 (curation)',
    ]);
    const alike = [
      record('a.txt:1', 'A Fast Cache for Large Models', { abstract }),
      record('b.txt:1', 'A Fast Cache for Very Large Models', { abstract: revised }),
    ];
    const curation =
      'papers:\n  a-fast-cache-for-large-models: { distinctFrom: [a-fast-cache-for-very-large-models] }\n';
    expect(run(alike, { curation }).groups).toHaveLength(2);
    expect(run(alike, { curation }).diagnostics).toEqual([]);
  });

  it('notes each merge at the later record, naming the first', () => {
    const records = ['a.txt:1', 'b.txt:2', 'c.txt:3'].map((place) => record(place, 'One title'));
    expect(
      run(records).diagnostics.map(({ code, place, message }) => `${formatPlace(place)} ${code} ${message}`),
    ).toEqual([
      'seeds/b.txt:2:1 duplicate-record "One title" repeats seeds/a.txt:1 (the same title)',
      'seeds/c.txt:3:1 duplicate-record "One title" repeats seeds/a.txt:1 (the same title)',
    ]);
  });

  it('gives papers that the curation merges the id it says they are part of, though both were published', () => {
    const records = [record('a.txt:1', 'A fast cache'), record('b.txt:1', 'Something altogether new')];
    const ledger = '/papers/a-fast-cache/\n/papers/something-altogether-new/\n';
    const mergedInto = (part: string, whole: string): string[] =>
      shape(records, { ledger, curation: `papers:\n  ${part}: { sameAs: ${whole} }\n` });
    expect(mergedInto('a-fast-cache', 'something-altogether-new')).toEqual([
      'something-altogether-new = a.txt:1 b.txt:1 (curation)',
    ]);
    expect(mergedInto('something-altogether-new', 'a-fast-cache')).toEqual([
      'a-fast-cache = a.txt:1 b.txt:1 (curation)',
    ]);
  });

  it('remembers the ids that merged parts had of their own', () => {
    const curation = 'papers:\n  something-new: { sameAs: a-fast-cache }\n';
    const records = [record('a.txt:1', 'A fast cache'), record('b.txt:1', 'Something new')];
    expect(run(records, { curation }).groups[0]?.otherIds).toEqual(['something-new']);
  });

  it('keeps records without a title in letters apart', () => {
    expect(run([record('a.txt:1', '???'), record('a.txt:5', '!!!')]).groups).toHaveLength(2);
  });

  it('gives the same result for any order of the records, and loses none', () => {
    const titles = ['A fast cache', 'A fast Cache!', 'A very fast cache', 'Something new', 'Something else'];
    const abstracts = [abstract, revised, halfRevised, 'Short.', 'Another text that nothing shares with the rest.'];
    const arbitrary = fc
      .array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(null, null, '2401.00001', '2401.00002')), { maxLength: 12 })
      .map((rows) =>
        rows.map(([title, text, arxiv], index) =>
          record(`${'abc'[index % 3]!}.txt:${index + 1}`, titles[title]!, { abstract: abstracts[text]!, arxiv }),
        ),
      )
      .chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })));
    fc.assert(
      fc.property(arbitrary, ([records, shuffled]) => {
        const result = run(records);
        expect(run(shuffled)).toEqual(result);
        const dropped = result.diagnostics.filter(({ code }) => code === 'duplicate-id').length;
        const kept = result.groups.flatMap((group) => [...group.records]).length;
        expect(dropped > 0 ? kept < records.length : kept === records.length).toBe(true);
      }),
    );
  });
});
