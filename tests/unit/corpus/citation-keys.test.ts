import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCitationKeys, parsePublishedKeys } from '../../../src/corpus/citation-keys.ts';
import { formatPlace } from '../../../src/corpus/diagnostics.ts';
import { day, plainText } from '../../support/fabricate.ts';

const paper = (id: string, title: string, author: string | null, date: string | null) => ({
  id,
  title: plainText(title),
  authors: author === null ? null : [author, 'Someone Else'],
  published: date === null ? null : day(date),
  year: date === null ? null : Number(date.slice(0, 4)),
});
const keyOf = (...parts: Parameters<typeof paper>) => assignCitationKeys([paper(...parts)]).get(parts[0]);

describe('parsePublishedKeys', () => {
  const keysOf = (text: string) => parsePublishedKeys({ path: 'content/citation-keys.txt', text });

  it('reads an id and a key a line', () => {
    const { keys, diagnostics } = keysOf('# keys\none-title wang2024one\n\nother-title  li2023other # kept\n');
    expect(diagnostics).toEqual([]);
    expect([...keys]).toEqual([
      ['one-title', 'wang2024one'],
      ['other-title', 'li2023other'],
    ]);
  });

  it('reports lines of another form, and ids and keys that stand twice', () => {
    const { keys, diagnostics } = keysOf('a k1\na k2\nb k1\nc\nd k-3\n');
    expect([...keys]).toEqual([['a', 'k1']]);
    expect(diagnostics.map(({ code, place }) => `${formatPlace(place)} ${code}`)).toEqual([
      'content/citation-keys.txt:2:1 duplicate-entry',
      'content/citation-keys.txt:3:1 duplicate-entry',
      'content/citation-keys.txt:4:1 citation-key-unknown-form',
      'content/citation-keys.txt:5:1 citation-key-unknown-form',
    ]);
  });
});

describe('assignCitationKeys', () => {
  it('keeps a published key when author, year or title become known otherwise, and gives it to nobody else', () => {
    const published = new Map([
      ['old', 'wang2023caching'],
      ['removed', 'wang2024caching'],
    ]);
    const known = paper('old', 'Caching keys', 'Ada Wang', '2024-02-01');
    const newer = paper('new', 'Caching values', 'Bo Wang', '2024-07');
    expect(Object.fromEntries(assignCitationKeys([known, newer], published))).toEqual({
      old: 'wang2023caching',
      new: 'wang2024cachingvalues',
    });
  });

  it('is made of family name, year and first content word', () => {
    expect(keyOf('x', 'On the Caching of Keys', 'Ada Müller', '2024-05-01')).toBe('muller2024caching');
    expect(keyOf('x', 'The 3D-Printer: a tool', 'Jan van der Berg', '2023')).toBe('vanderberg20233dprinter');
  });

  it('does without what is not known', () => {
    expect(keyOf('x', 'Towards Better Caching of Keys', null, '2024-05')).toBe('bettercaching2024');
    expect(keyOf('x', 'Towards Better Caching', 'Ada Müller', null)).toBe('mullerbetter');
    expect(keyOf('x', 'Caching', null, null)).toBe('caching');
    expect(keyOf('x', 'To Be or Not to Be', null, '2024')).toBe('tobe2024');
    expect(keyOf('only-the-id', '缓存', null, null)).toBe('onlytheid');
  });

  it('leaves the earliest paper its key and gives later ones more words', () => {
    const older = paper('z', 'Caching keys', 'Ada Wang', '2024-02-01');
    const newer = paper('a', 'Caching values', 'Bo Wang', '2024-07');
    expect(Object.fromEntries(assignCitationKeys([newer, older]))).toEqual({
      a: 'wang2024cachingvalues',
      z: 'wang2024caching',
    });
  });

  it('sets papers of one author, year and title apart by their ids', () => {
    const same = ['one-title', 'one-title-wang'].map((id) => paper(id, 'One title', 'Ada Wang', '2024'));
    expect([...assignCitationKeys(same).values()]).toEqual(['wang2024one', 'wang2024onetitle']);
    const hyphens = ['a-bc', 'ab-c', 'abc'].map((id) => paper(id, 'Title', 'Ada Wang', '2024'));
    expect([...assignCitationKeys(hyphens).values()]).toEqual(['wang2024title', 'wang2024abc', 'wang2024abc2']);
  });

  it('gives unique keys of ASCII letters and digits, in any order of the input', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,3}(-[a-z]{1,2})?$/),
        title: fc.oneof(fc.constantFrom('One title', 'One other title', 'Ünïcode — ß', '?'), fc.string()),
        author: fc.constantFrom(null, 'Ada Wang', 'Bo Wang', '王伟'),
        date: fc.constantFrom(null, '2023', '2024', '2024-05'),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(arbitrary, (parts) => {
        const papers = parts.map(({ id, title, author, date }) => paper(id, title, author, date));
        const keys = assignCitationKeys(papers);
        expect(new Set(keys.values()).size).toBe(papers.length);
        for (const key of keys.values()) expect(key).toMatch(/^[a-z0-9]+$/);
        const reversed = assignCitationKeys(papers.toReversed());
        for (const { id } of papers) expect(reversed.get(id)).toBe(keys.get(id));
      }),
    );
  });
});
