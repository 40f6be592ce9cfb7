import { describe, expect, it } from 'vitest';
import { parseBibliography, provenanceOfStated } from '../../../src/corpus/bibliography.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';

const parse = (text: string) => parseBibliography({ path: 'content/bibliography.yaml', text });
const problems = (text: string) =>
  parse(text).diagnostics.map((d) => `${formatPlace(d.place)} ${d.code}: ${d.message}, expected ${String(d.expected)}`);

describe('parseBibliography', () => {
  it('reads entries by paper id and says in words where a field comes from', () => {
    const { bibliography, diagnostics } = parse(
      [
        'sources: { lists: lists of papers }',
        'papers:',
        '  a-paper:',
        '    title: A paper',
        "    arxiv: { value: '2401.01234', from: lists, agree: 3 }",
      ].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    const arxiv = bibliography.papers.get('a-paper')?.arxiv;
    expect(arxiv?.value).toBe('2401.01234');
    expect(arxiv && provenanceOfStated(bibliography, arxiv)).toEqual({
      kind: 'bibliography',
      from: 'lists of papers',
      agree: 3,
    });
  });

  it('lets the fields of an entry share their origin, and one of them have its own', () => {
    const { bibliography, diagnostics } = parse(
      'sources: { l: lists, web: a page }\npapers:\n  one: { title: One, from: l, agree: 2, year: 2024, venue: { value: V, from: web } }\n',
    );
    expect(diagnostics).toEqual([]);
    expect(bibliography.papers.get('one')).toMatchObject({
      year: { value: 2024, from: 'l', agree: 2 },
      venue: { value: 'V', from: 'web' },
    });
    expect(bibliography.papers.get('one')?.venue?.agree).toBeUndefined();
  });

  it('reports a field that does not say where it comes from', () => {
    expect(problems('sources: { l: lists }\npapers:\n  one: { title: One, year: 2024 }\n')).toEqual([
      'content/bibliography.yaml:3:28 invalid-content: "year" does not say where it comes from, expected one of sources: l',
    ]);
  });

  it('reports an arXiv id that YAML reads as a number, and keeps the other entries', () => {
    const text =
      'sources: { l: lists }\npapers:\n  one:\n    title: One\n    arxiv: { value: 2401.01230, from: l }\n  two: { title: Two }\n';
    expect(problems(text)).toEqual([
      'content/bibliography.yaml:5:21 invalid-content: "papers / one / arxiv / value" is 2401.0123, expected string',
    ]);
    expect([...parse(text).bibliography.papers.keys()]).toEqual(['two']);
  });

  it('reports an arXiv id of a month that does not exist', () => {
    expect(
      problems("sources: { l: l }\npapers:\n  one: { title: One, arxiv: { value: '2413.00001', from: l } }\n"),
    ).toEqual([
      'content/bibliography.yaml:3:38 invalid-content: "papers / one / arxiv / value" is "2413.00001", expected an arXiv id without version, such as "2401.01234"',
    ]);
  });

  it('reports a source that is not defined', () => {
    expect(
      problems('sources: { lists: l }\npapers:\n  one: { title: One, year: { value: 2024, from: list } }\n'),
    ).toEqual([
      'content/bibliography.yaml:3:49 invalid-content: unknown source "list", expected one of sources: lists',
    ]);
  });

  it('refuses addresses that are not web addresses', () => {
    const text =
      "sources: { l: l }\npapers:\n  one: { title: One, code: { value: ['javascript:alert(1)'], from: l } }\n";
    expect(problems(text)).toHaveLength(1);
  });
});
