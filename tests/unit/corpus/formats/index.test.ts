import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../../src/corpus/formats/index.ts';

const parse = (text: string) => parseCapture({ path: 'seeds/some.txt', text });

const header = 'Get trending papers in your email inbox!\nSubscribe\nDaily Papers\nJul 31\n';

describe('parseCapture', () => {
  it('names the known formats and an excerpt when nothing fits', () => {
    const [diagnostic, ...more] = parse('name;value\nfirst;1\n').diagnostics;
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'unknown-format', place: { path: 'seeds/some.txt', line: 1, column: 1 } });
    expect(diagnostic?.message).toContain('name;value');
    for (const format of ['scholar-listing', 'hf-papers-text', 'hf-papers-compact', 'hf-papers-meta']) {
      expect(diagnostic?.expected).toContain(format);
    }
  });

  it('names the capture by its file name', () => {
    const parsed = parse(`${header}\nA Title\n\nAn abstract of one short sentence.\n`);
    expect(parsed.seed).toBe('some.txt');
    expect(parsed.listings[0]?.source).toEqual({ seed: 'some.txt', line: 6, endLine: 8 });
  });

  it('does not depend on the file name', () => {
    const text = 'AIJun 1, 2024\nA Study of CachesJane Doe, Bo Li\nWe study caches.\n';
    expect(parseCapture({ path: 'seeds/hf-papers.txt', text }).format).toBe('scholar-listing');
  });

  it.each(['A Title', 'A “Quoted” Title?', 'What? A Title'])('keeps %j apart from a short abstract', (title) => {
    const { listings, diagnostics } = parse(`${header}\n${title}\n\nWe make something up.\n`);
    expect(diagnostics).toEqual([]);
    expect(listings).toMatchObject([{ title, abstract: 'We make something up.' }]);
  });

  it.each([
    ['uexample University of Exampleton', 'University of Exampleton'],
    ['exo-org E.xo', 'E.xo'],
  ])('takes %j under an abstract for an organisation, with neither dot nor date', (line, name) => {
    const abstract = 'We make up a sentence that is long enough to be taken for an abstract of some paper.';
    const records = ['First', 'Second'].map((title) => `${title} Title\n\n${abstract}\n\n`);
    const { listings, diagnostics } = parse(`${header}\n${records.join(`${line}\n\n`)}• 2 authors\n·\nJul 1, 2024\n`);
    expect(diagnostics).toEqual([]);
    expect(listings).toMatchObject([
      { title: 'First Title', organizations: [name], authorCount: null, date: null },
      { title: 'Second Title', organizations: [], authorCount: 2, date: { year: 2024 } },
    ]);
  });

  it('reports a title without abstract that could not be an organisation', () => {
    const abstract = 'We make up a sentence that is long enough to be taken for an abstract of some paper.';
    const text = `${header}\nFirst Title\n\n${abstract}\n\nCaching Everything Twice\n\nThird Title\n\n${abstract}\n\n• 2 authors\n`;
    const { listings, diagnostics } = parse(text);
    expect(listings.map(({ title }) => title)).toEqual(['First Title', 'Third Title']);
    expect(diagnostics).toMatchObject([{ code: 'truncated-record', place: { line: 10 } }]);
  });

  it('needs no more of the header than the word that the first title is glued to', () => {
    const abstract = 'We make up a sentence that is long enough to be taken for an abstract of some paper.';
    const parsed = parse(`SubscribeFirst Title\n${abstract}\nSecond Title\n${abstract}\n`);
    expect(parsed).toMatchObject({ format: 'hf-papers-compact', diagnostics: [], lines: { unaccounted: 0 } });
    expect(parsed.listings.map(({ title }) => title)).toEqual(['First Title', 'Second Title']);
  });

  it('keeps a short abstract that ends with an address, among long ones', () => {
    const short =
      'We make up a paper about caches, and give away its code as well. See https://example.org/made-up/code';
    const long = `${'We fabricate sentences of some length. '.repeat(12)}End.`;
    const { listings, diagnostics } = parse(`${header}\nFirst Title\n\n${short}\n\nSecond Title\n\n${long}\n`);
    expect(diagnostics).toEqual([]);
    expect(listings.map(({ abstract }) => abstract)).toEqual([short, long]);
  });

  it('reports two titles whose abstracts are missing, and reads the record after them', () => {
    const abstract = `${'We fabricate sentences of some length. '.repeat(12)}End.`;
    const { listings, diagnostics } = parse(`${header}\nFirst Title\n\nSecond Title\n\nThird Title\n\n${abstract}\n`);
    expect(listings.map(({ title }) => title)).toEqual(['Third Title']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['truncated-record', 'truncated-record']);
  });

  it.each([
    ['hf-papers-text', (long: string) => `${header}\nA Title\n\n${long}\n`],
    [
      'hf-papers-compact',
      (long: string) => `${header.replace('Subscribe\nDaily Papers\nJul 31\n', '')}SubscribeA Title\n${long}\n`,
    ],
    ['hf-papers-meta', (long: string) => `${header}\nA Title\n\n${long}\n\n• 3 authors\n·\nJul 1\n`],
    ['scholar-listing', (long: string) => `AIJun 1, 2024\nA Study of CachesJane Doe, Bo Li\n${long}\n`],
  ])(
    'reads a line of 5 MB in %s',
    (format, capture) => {
      for (const brick of ['Word, word. ', 'CamelCase', '-Ö’']) {
        const long = `We${brick.repeat(Math.ceil(5_000_000 / brick.length))}end.`;
        const start = performance.now();
        const parsed = parse(capture(long));
        expect(performance.now() - start).toBeLessThan(5000);
        expect(parsed).toMatchObject({ format, diagnostics: [], lines: { unaccounted: 0 } });
        expect(parsed.listings[0]?.abstract).toBe(long);
      }
    },
    60_000,
  );

  it('reads a title line of 5 MB', () => {
    const bricks = [
      ['Word, ', 5],
      ['CamelCase', 5],
      ['A.', 1],
      [' · ', 1],
      ['X', 1],
      ['  ', 1],
      ['-Ö’', 1],
      [' et al.', 1],
    ] as const;
    for (const [brick, megabytes] of bricks) {
      const start = performance.now();
      const { lines } = parse(
        `AIJun 1, 2024\nA ${brick.repeat(Math.ceil((megabytes * 1_000_000) / brick.length))}Jane Doe, Bo Li\nWe study.\n`,
      );
      expect(performance.now() - start).toBeLessThan(5000);
      expect(lines).toMatchObject({ total: 3, records: 3 });
    }
  }, 60_000);

  it('reads 40,000 short lines in time that grows with their number', () => {
    const start = performance.now();
    const { lines } = parse(
      `${header}A Title\nAn abstract. It is short.\n${'·\n'.repeat(20_000)}${'Jul 1\n'.repeat(20_000)}`,
    );
    expect(performance.now() - start).toBeLessThan(5000);
    expect(lines).toMatchObject({ total: 40_006, boilerplate: 4, records: 4, unaccounted: 39_998 });
  });
});
