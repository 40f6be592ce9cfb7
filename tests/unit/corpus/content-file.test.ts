import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { parseContentFile } from '../../../src/corpus/content-file.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';

const schema = z.strictObject({
  title: z.string().min(1),
  papers: z
    .record(
      z.string().regex(/^[a-z-]+$/, 'a lower-case id'),
      z.strictObject({
        topic: z.string().optional(),
        year: z.int().optional(),
        also: z.array(z.string()).max(2).optional(),
      }),
    )
    .default({}),
});

const parse = (text: string) => parseContentFile({ path: 'content/x.yaml', text }, schema);
const reported = (text: string) =>
  parse(text).diagnostics.map((d) => `${formatPlace(d.place)} ${d.code}: ${d.message}, expected ${String(d.expected)}`);

describe('parseContentFile', () => {
  it('leaves out characters that cannot be seen, however they are written', () => {
    expect(parse('title: "a\\0b\\e[31mc\\u202Ed"').data?.title).toBe('ab[31mcd');
  });

  it('gives the data of a valid file and no diagnostics', () => {
    const { data, diagnostics } = parse('title: A\npapers:\n  one: { topic: t }\n');
    expect(diagnostics).toEqual([]);
    expect(data).toEqual({ title: 'A', papers: { one: { topic: 't' } } });
  });

  it('accepts CRLF and a byte-order mark', () => {
    expect(parse('\uFEFFtitle: A\r\npapers:\r\n  one: { year: 2024 }\r\n').data?.papers).toEqual({
      one: { year: 2024 },
    });
  });

  it('names the place of a syntax error', () => {
    const [first] = parse('title: A\npapers: [1, 2\n').diagnostics;
    expect(first?.code).toBe('malformed-yaml');
    expect(first && formatPlace(first.place)).toMatch(/^content\/x\.yaml:[23]:\d+$/);
  });

  it('reports a value of the wrong type where it stands', () => {
    expect(reported('title: A\npapers:\n  one: { topic: t, year: soon }\n')).toEqual([
      'content/x.yaml:3:26 invalid-content: "papers / one / year" is "soon", expected number',
    ]);
  });

  it('reports a missing key at the entry that lacks it', () => {
    expect(reported('papers: {}\n')).toEqual(['content/x.yaml:1:1 invalid-content: no "title", expected string']);
  });

  it('reports an unknown key with the nearest known one', () => {
    expect(reported('title: A\npapers:\n  one:\n    topik: t\n')).toEqual([
      'content/x.yaml:4:5 invalid-content: unknown key "topik", expected "topic"',
    ]);
    expect(reported('title: A\npapers:\n  one:\n    colour: t\n')).toEqual([
      'content/x.yaml:4:5 invalid-content: unknown key "colour", expected one of topic, year, also',
    ]);
  });

  it('reports a key that has the wrong form', () => {
    expect(reported('title: A\npapers:\n  Not an id: {}\n')).toEqual([
      'content/x.yaml:3:3 invalid-content: "Not an id" cannot be a key here, expected a lower-case id',
    ]);
  });

  it('reports a list that is too long', () => {
    expect(reported('title: A\npapers:\n  one: { also: [a, b, c] }\n')).toEqual([
      'content/x.yaml:3:16 invalid-content: "papers / one / also" is a list, expected array to have at most 2 items',
    ]);
  });

  it('reports a key that occurs twice in one map, with the line of the first', () => {
    expect(reported('title: A\npapers:\n  one: {}\n  two: {}\n  one: {}\n')).toEqual([
      'content/x.yaml:5:3 duplicate-entry: "one" stands here again, first in line 3, expected each key once',
    ]);
  });

  it('refuses an exponential expansion of aliases', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    const { data, diagnostics } = parse(['l0: &l0 [a]', ...levels].join('\n'));
    expect(data).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['malformed-yaml']);
  });

  it('names the place of an alias without an anchor', () => {
    expect(reported('title: A\npapers:\n  one: *missing\n')).toEqual([
      'content/x.yaml:3:8 malformed-yaml: no anchor "&missing" stands before this alias, expected a value written out',
    ]);
    expect(parse('title: &name A\npapers:\n  one: { topic: *name }\n').data?.papers).toEqual({ one: { topic: 'A' } });
  });

  it('refuses a second document, whose content would be lost', () => {
    const [first, ...others] = parse('title: A\n---\ntitle: B\n').diagnostics;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'malformed-yaml', place: { line: 2 } });
  });

  it('takes a file of comments only for an empty one', () => {
    expect(parseContentFile({ path: 'x', text: '# nothing yet\n' }, z.strictObject({}))).toMatchObject({
      data: {},
      diagnostics: [],
    });
  });

  it('keeps the valid entries of a map that is read entry by entry', () => {
    const text = 'title: A\npapers:\n  one: { year: 2024 }\n  two: { year: x }\n';
    const { data, diagnostics } = parseContentFile({ path: 'x', text }, schema, { entriesIn: 'papers' });
    expect(data?.papers).toEqual({ one: { year: 2024 } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-content']);
  });

  it('knows where keys and values stand', () => {
    const { positionOf, keyPositionOf } = parse('title: A\npapers:\n  one:\n    also: [a, b]\n');
    expect(keyPositionOf(['papers', 'one'])).toMatchObject({ line: 3, column: 3 });
    expect(positionOf(['papers', 'one', 'also', 1])).toMatchObject({ line: 4, column: 15 });
    expect(positionOf(['papers', 'one', 'absent', 'deeper'])).toMatchObject({ line: 4, column: 5 });
  });

  it('never throws, whatever the text', () => {
    const yamlish = fc.string({
      unit: fc.constantFrom(...Array.from('ab: -[]{}&*!|>\'"#\n\t%@`,?1\u{1F600}\uFEFF\r~<')),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), yamlish, fc.json()), (text) => {
        const { data, diagnostics, positionOf } = parse(text);
        expect(data !== null || diagnostics.length > 0).toBe(true);
        expect(positionOf(['papers', 'one', 0]).line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('reads sound files as the careful reader does', () => {
    const text = (value: unknown) => JSON.stringify({ title: 'A', papers: { one: value } }).replaceAll('\u007F', '');
    const careful = (source: string): unknown => parseDocument(source).toJS();
    fc.assert(
      fc.property(
        fc.record({ topic: fc.string(), year: fc.integer(), also: fc.array(fc.string(), { maxLength: 2 }) }),
        (value) => {
          expect(parse(text(value)).data).toEqual(careful(text(value)));
        },
      ),
    );
    expect(parse('title: 1_000\n').data).toEqual({ title: '1_000', papers: {} });
    expect(parse('title: &t A\npapers: { one: { topic: *t } }\n').data?.papers['one']?.topic).toBe('A');
  });

  it('does not throw at extreme nesting', () => {
    expect(parse('['.repeat(50_000)).data).toBeNull();
    expect(parse(`title: ${'{a: '.repeat(20_000)}`).data).toBeNull();
  });
});
