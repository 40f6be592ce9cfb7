import { describe, expect, test } from 'vitest';
import { parseAbbreviations } from '../../../src/corpus/abbreviations.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';

const parse = (text: string) => {
  const { abbreviations, diagnostics } = parseAbbreviations({ path: 'content/abbreviations.yaml', text });
  return {
    abbreviations,
    problems: diagnostics.map(({ code, place, message }) => `${formatPlace(place)} ${code}: ${message}`),
  };
};

describe('abbreviations', () => {
  test('stand for one or several long forms; synonyms are groups', () => {
    const { abbreviations, problems } = parse(
      'abbreviations:\n  KV: key-value\n  LUT: [lookup table, table lookup]\nsynonyms:\n  - [phone, smartphone]\n',
    );
    expect(problems).toEqual([]);
    expect(abbreviations).toEqual({
      abbreviations: [
        { short: 'KV', long: ['key-value'] },
        { short: 'LUT', long: ['lookup table', 'table lookup'] },
      ],
      synonyms: [['phone', 'smartphone']],
    });
  });

  test('may be missing', () => {
    expect(parse('')).toEqual({ abbreviations: { abbreviations: [], synonyms: [] }, problems: [] });
  });

  test('that stand twice are reported where they stand again', () => {
    const { abbreviations, problems } = parse('abbreviations:\n  MoE: mixture of experts\n  MOE: margin of error\n');
    expect(abbreviations.abbreviations).toEqual([{ short: 'MoE', long: ['mixture of experts'] }]);
    expect(problems).toEqual(['content/abbreviations.yaml:3:3 duplicate-entry: "MOE" stands here again']);
  });

  test('a word in two groups of synonyms is reported, a group of one left out', () => {
    const { abbreviations, problems } = parse('synonyms:\n  - [phone, smartphone]\n  - [Phone, handset]\n');
    expect(abbreviations.synonyms).toEqual([['phone', 'smartphone']]);
    expect(problems).toEqual(['content/abbreviations.yaml:3:6 duplicate-entry: "Phone" stands here again']);
  });

  test.each([
    ['abbreviations:\n  KV: "key, value"\n', 'content/abbreviations.yaml:2:7'],
    ['abbreviations:\n  KV: []\n', 'content/abbreviations.yaml:2:7'],
    ['synonyms:\n  - [phone]\n', 'content/abbreviations.yaml:2:5'],
    ['acronyms: {}\n', 'content/abbreviations.yaml:1:1'],
  ])('%j is reported at its place', (text, place) => {
    const { abbreviations, problems } = parse(text);
    expect(abbreviations).toEqual({ abbreviations: [], synonyms: [] });
    expect(problems[0]).toMatch(new RegExp(`^${place} invalid-content: `));
  });
});
