import { describe, expect, it } from 'vitest';
import { parseCuration } from '../../../src/corpus/curation.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';

const parse = (text: string) => parseCuration({ path: 'content/curation.yaml', text });
const problems = (text: string) =>
  parse(text).diagnostics.map((d) => `${formatPlace(d.place)} ${d.code}: ${d.message}, expected ${String(d.expected)}`);

describe('parseCuration', () => {
  it('takes entries in which every part is optional', () => {
    const { curation, diagnostics } = parse('papers:\n  one: { topic: t }\n  two: { corrections: { venue: null } }\n');
    expect(diagnostics).toEqual([]);
    expect(curation.papers.get('one')).toEqual({ topic: 't' });
    expect(curation.papers.get('two')).toEqual({ corrections: { venue: null } });
  });

  it('takes a file of comments only', () => {
    expect(parse('# nothing yet\n').diagnostics).toEqual([]);
    expect(parse('papers: {}\n').curation.papers.size).toBe(0);
  });

  it('reports a misspelt part with the one that was meant', () => {
    expect(problems('papers:\n  one: { corections: {} }\n')).toEqual([
      'content/curation.yaml:2:10 invalid-content: unknown key "corections", expected "corrections"',
    ]);
  });

  it('reports more than two further topics, dates that do not exist and paper ids of wrong form', () => {
    expect(problems('papers:\n  one: { also: [a, b, c] }\n')).toHaveLength(1);
    expect(problems("papers:\n  one: { corrections: { published: '2024-13' } }\n")).toHaveLength(1);
    expect(problems('papers:\n  one: { sameAs: Two Words }\n')).toHaveLength(1);
    expect(problems('papers:\n  One: {}\n')).toHaveLength(1);
  });

  it('reports one paper that is named twice', () => {
    expect(problems('papers:\n  one: { topic: a }\n  one: { topic: b }\n')).toEqual([
      'content/curation.yaml:3:3 duplicate-entry: "one" stands here again, first in line 2, expected each key once',
    ]);
  });
});
