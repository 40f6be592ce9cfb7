import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deduplicate } from '../../../src/corpus/deduplicate.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { joinDrafts } from '../../../src/corpus/join.ts';
import { draftSchema, type PaperRecord } from '../../../src/corpus/paper.ts';
import { contentOf, day, record } from '../../support/fabricate.ts';

const join = (records: readonly PaperRecord[], texts: Parameters<typeof contentOf>[0] = {}) => {
  const input = contentOf(texts);
  return joinDrafts(deduplicate(records, input).groups, input);
};
const problems = (...args: Parameters<typeof join>) =>
  join(...args).diagnostics.map(({ code, place, message, expected }) => {
    return `${formatPlace(place)} ${code}: ${message}${expected === null ? '' : `, expected ${expected}`}`;
  });
const bibliographyOf = (...lines: string[]) => ['sources: { l: lists }', 'papers:', ...lines].join('\n');
const stated = (value: string) => `{ value: ${value}, from: l, agree: 2 }`;
const fromLists = { kind: 'bibliography', from: 'lists', agree: 2 };

describe('joinDrafts', () => {
  const complete = bibliographyOf(
    '  one-title:',
    '    title: One title',
    `    arxiv: ${stated("'2401.01234'")}`,
    `    authors: ${stated('[Ada Müller, Bo Wang]')}`,
    `    venue: ${stated('Conference 2024')}`,
    `    year: ${stated('2024')}`,
    `    code: ${stated("['https://github.com/one/two']")}`,
  );

  it('fills from the bibliography what the captures lack, with where it comes from', () => {
    const { drafts, diagnostics } = join([record('a.txt:1', 'One title')], { bibliography: complete });
    expect(diagnostics).toEqual([]);
    expect(drafts[0]).toMatchObject({
      arxiv: '2401.01234',
      authors: ['Ada Müller', 'Bo Wang'],
      authorsComplete: true,
      authorCount: 2,
      venue: 'Conference 2024',
      published: { value: '2024-01', precision: 'month' },
      year: 2024,
      code: ['https://github.com/one/two'],
    });
    expect(drafts[0]?.provenance).toMatchObject({
      arxiv: fromLists,
      authors: fromLists,
      authorCount: { kind: 'derived', from: 'authors' },
      published: { kind: 'derived', from: 'arxiv' },
      year: { kind: 'derived', from: 'published' },
    });
    expect(draftSchema.safeParse(drafts[0]).success).toBe(true);
  });

  it('leaves out what no source states', () => {
    const [draft] = join([record('a.txt:1', 'One title')]).drafts;
    expect(draft).toMatchObject({
      authors: null,
      authorCount: null,
      published: null,
      year: null,
      arxiv: null,
      venue: null,
    });
    expect(Object.keys(draft?.provenance ?? {})).toEqual(['title', 'abstract']);
  });

  it('keeps the date of a capture and takes the year of the bibliography only for want of a better one', () => {
    const dated = record('a.txt:1', 'One title', { published: day('2024-02-03') });
    expect(join([dated], { bibliography: complete }).drafts[0]?.published).toEqual(day('2024-02-03'));
    const bibliography = bibliographyOf(`  one-title: { title: One title, year: ${stated('2023')} }`);
    const [draft] = join([record('a.txt:1', 'One title')], { bibliography }).drafts;
    expect(draft).toMatchObject({ published: { value: '2023', precision: 'year' }, year: 2023 });
    expect(draft?.provenance.published).toEqual(fromLists);
  });

  it('replaces an abbreviated author list when the first author agrees, else reports both', () => {
    const abbreviated = (name: string) => record('a.txt:1', 'One title', { authors: [name], authorsComplete: false });
    expect(join([abbreviated('A. Müller')], { bibliography: complete }).drafts[0]?.authors).toEqual([
      'Ada Müller',
      'Bo Wang',
    ]);
    const { drafts } = join([abbreviated('Carl Gauß')], { bibliography: complete });
    expect(drafts[0]).toMatchObject({ authors: ['Carl Gauß'], authorsComplete: false, authorCount: null });
    expect(drafts[0]?.conflicts).toHaveLength(1);
    expect(problems([abbreviated('Carl Gauß')], { bibliography: complete })).toEqual([
      'content/bibliography.yaml:6:14 merge-conflict: "One title": authors "Ada Müller, Bo Wang" differs from "Carl Gauß", which was kept',
    ]);
  });

  it('takes a bibliography list that ends in et al. for abbreviated', () => {
    const bibliography = bibliographyOf(
      `  one-title: { title: One title, authors: ${stated('[Ada Müller, et al.]')} }`,
    );
    expect(join([record('a.txt:1', 'One title')], { bibliography }).drafts[0]).toMatchObject({
      authors: ['Ada Müller'],
      authorsComplete: false,
      authorCount: null,
    });
  });

  it('reports a count of authors that the list does not have', () => {
    expect(problems([record('a.txt:7', 'One title', { authorCount: 5 })], { bibliography: complete })).toEqual([
      'seeds/a.txt:7:1 author-count-mismatch: "One title": 5 authors are stated, the list found has 2',
    ]);
  });

  it('reports a date and an arXiv id more than two months apart, either way', () => {
    const dated = (value: string) => [record('a.txt:7', 'One title', { published: day(value) })];
    expect(problems(dated('2024-03-31'), { bibliography: complete })).toEqual([]);
    expect(problems(dated('2023-11-01'), { bibliography: complete })).toEqual([]);
    expect(problems(dated('2024-04-01'), { bibliography: complete })).toEqual([
      'seeds/a.txt:7:1 arxiv-date-mismatch: "One title": 2024-04-01 is 3 months from arXiv:2401.01234 (2024-01)',
    ]);
    expect(problems(dated('2023-10-31'), { bibliography: complete })).toHaveLength(1);
  });

  it('unites captured code with that of the bibliography', () => {
    const captured = record('a.txt:1', 'One title', { code: ['https://github.com/One/Two/'] });
    const [draft] = join([captured], { bibliography: complete }).drafts;
    expect(draft?.code).toEqual(['https://github.com/One/Two/']);
    expect(draft?.provenance.code).toMatchObject({ kind: 'capture' });
  });

  it('reports two papers with one arXiv id, where it is stated', () => {
    const bibliography = bibliographyOf(
      `  one-title: { title: One title, arxiv: ${stated("'2401.01234'")} }`,
      `  other: { title: Other, arxiv: ${stated("'2401.01234'")} }`,
    );
    expect(
      problems([record('a.txt:1', 'One title'), record('a.txt:5', 'Other', { abstract: 'On another matter.' })], {
        bibliography,
      }),
    ).toEqual([
      'content/bibliography.yaml:4:33 arxiv-conflict: "other" has the arXiv id 2401.01234 of "one-title", expected an id of its own',
    ]);
  });

  it('reports entries about unknown papers with the nearest id, and titles of other papers', () => {
    const bibliography = bibliographyOf('  one-titel: { title: One title }', '  other: { title: Another paper }');
    const curation = 'papers:\n  nothing-like-it: { topic: t }\n  other: { sameAs: one-titles }\n';
    expect(problems([record('a.txt:1', 'One title'), record('a.txt:5', 'Other')], { bibliography, curation })).toEqual([
      'content/bibliography.yaml:3:3 unknown-paper: no paper "one-titel", expected "one-title"',
      'content/bibliography.yaml:4:19 unknown-paper: "other" is "Another paper" here, but another paper in the captures, expected "Other"',
      'content/curation.yaml:2:3 unknown-paper: no paper "nothing-like-it"',
      'content/curation.yaml:3:20 unknown-paper: no paper "one-titles", expected "one-title"',
    ]);
  });

  it('counts the unknown papers of borrowed files in one note', () => {
    const bibliography = bibliographyOf('  x: { title: X }', '  y: { title: Y }');
    expect(problems([record('a.txt:1', 'One title')], { bibliography, borrowed: true })).toEqual([
      'content/bibliography.yaml borrowed-content: 2 entries are about papers that these captures do not hold',
    ]);
  });

  it('reports decisions about an id that was merged into another', () => {
    const curation = 'papers:\n  second: { sameAs: one-title, topic: t }\n';
    const records = [record('a.txt:1', 'One title', { abstract: 'x' }), record('b.txt:1', 'Second', { abstract: 'x' })];
    expect(problems(records, { curation })).toEqual([
      'content/curation.yaml:2:3 unknown-paper: "second" is part of another paper, so its decisions would be lost, expected "one-title"',
      'seeds/b.txt:1:1 merge-conflict: title "Second" differs from "One title" at seeds/a.txt:1, which was kept',
    ]);
  });

  it('reports no disagreement about a field that the curation settles, but keeps it on record', () => {
    const records = [
      record('a.txt:1', 'One title', { abstract: 'x', published: day('2020-01-01') }),
      record('b.txt:1', 'One title', { abstract: 'x', published: day('2021-01-01') }),
    ];
    expect(problems(records, { bibliography: complete })).toHaveLength(2);
    const curation = "papers:\n  one-title: { corrections: { published: '2020-01-01' } }\n";
    const { drafts, diagnostics } = join(records, { bibliography: complete, curation });
    expect(diagnostics).toEqual([]);
    expect(drafts[0]?.conflicts).toHaveLength(1);
  });

  it('lets corrections overrule everything, keeping the evidence', () => {
    const curation = [
      'papers:',
      '  one-title:',
      '    corrections:',
      "      title: 'One \\emph{better} title'",
      "      published: '2022'",
      '      arxiv: null',
      '      authors: [Carl Gauß]',
      '      code: []',
    ].join('\n');
    const { drafts, diagnostics } = join([record('a.txt:1', 'One title', { authorCount: 4 })], {
      bibliography: complete,
      curation,
    });
    expect(diagnostics).toEqual([]);
    expect(drafts[0]).toMatchObject({
      id: 'one-title',
      title: { plain: 'One better title', raw: 'One title' },
      published: { value: '2022', precision: 'year' },
      year: 2022,
      arxiv: null,
      authors: ['Carl Gauß'],
      authorCount: 1,
      code: [],
    });
    expect(drafts[0]?.provenance).toMatchObject({ title: { kind: 'curation' }, published: { kind: 'curation' } });
    expect(drafts[0]?.provenance.arxiv).toBeUndefined();
  });

  it('derives no date where the curation states that there is none', () => {
    const curation = 'papers:\n  one-title: { corrections: { published: null } }\n';
    const [draft] = join([record('a.txt:1', 'One title', { published: day('2024') })], {
      bibliography: complete,
      curation,
    }).drafts;
    expect(draft).toMatchObject({ published: null, year: null });
  });

  it('gives the same drafts for any order of the records', () => {
    const records = ['One title', 'Second', 'Third one', 'one Title', 'Fourth'].map((title, index) =>
      record(`${'ab'[index % 2]!}.txt:${index + 1}`, title, { authorCount: index + 1 }),
    );
    const expected = join(records, { bibliography: complete });
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(join(shuffled, { bibliography: complete })).toEqual(expected);
      }),
    );
  });
});
