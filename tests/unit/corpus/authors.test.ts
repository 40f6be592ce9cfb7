import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignAuthorSlugs, authorKey, authorsOf } from '../../../src/corpus/authors.ts';

describe('authorKey', () => {
  test.each([
    ['José Núñez', 'JOSE  nunez'],
    ['Łukasz Øre', 'Lukasz Ore'],
    ['Kettle Team', 'kettle team'],
  ])('%s and %s are one author', (a, b) => {
    expect(authorKey(a)).toBe(authorKey(b));
  });

  test.each([
    ['John Smith', 'John A. Smith'],
    ['John Smith', 'J. Smith'],
    ['J. Smith', 'J Smith'],
    ['Jean-Luc Pot', 'Jean Luc Pot'],
  ])('%s and %s may be two people', (a, b) => {
    expect(authorKey(a)).not.toBe(authorKey(b));
  });
});

describe('authorsOf', () => {
  test('counts a paper once for each author, however often it names them', () => {
    const papers = [{ authors: ['Ann Pot', 'ann pot'] }, { authors: null }, { authors: ['Bo Lid', 'Ann Pot'] }];
    expect(authorsOf(papers).map(({ key, papers: own }) => [key, own.length])).toEqual([
      ['ann pot', 2],
      ['bo lid', 1],
    ]);
  });

  test('a name is shown as most papers spell it, with accents where as many do as do not', () => {
    const nameOf = (...spellings: string[]) => authorsOf(spellings.map((name) => ({ authors: [name] })))[0]?.name;
    expect(nameOf('Jose Pot', 'José Pot')).toBe('José Pot');
    expect(nameOf('José Pot', 'Jose Pot', 'Jose Pot')).toBe('Jose Pot');
  });
});

describe('assignAuthorSlugs', () => {
  test('a slug is the name in ASCII', () => {
    expect([...assignAuthorSlugs(['ann van der pot', "sean o'lid", 'kettle team'])]).toEqual(
      expect.arrayContaining([
        ['ann van der pot', 'ann-van-der-pot'],
        ["sean o'lid", 'sean-olid'],
        ['kettle team', 'kettle-team'],
      ]),
    );
  });

  test('of two people with one slug the plainly written keeps it, the other gets a checksum', () => {
    const slugs = assignAuthorSlugs(['j. smith', 'j smith']);
    expect(slugs.get('j smith')).toBe('j-smith');
    expect(slugs.get('j. smith')).toMatch(/^j-smith-[0-9a-f]{8}$/);
  });

  test('of two that are both not plain, both get one', () => {
    const slugs = assignAuthorSlugs(['j. smith', 'j.-smith']);
    for (const slug of slugs.values()) expect(slug).toMatch(/^j-smith-[0-9a-f]{8}$/);
    expect(new Set(slugs.values()).size).toBe(2);
  });

  test('a name without any ASCII form has a slug all the same', () => {
    expect(assignAuthorSlugs(['王伟']).get('王伟')).toMatch(/^author-[0-9a-f]{8}$/);
    expect(assignAuthorSlugs(['untitled']).get('untitled')).toMatch(/^author-[0-9a-f]{8}$/);
  });

  test('every key has its own short ASCII slug, whatever the order', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ' ', "'", 'é', '王'), maxLength: 120 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
        const keys = [...new Set(names.map(authorKey))];
        const slugs = assignAuthorSlugs(keys);
        expect(slugs.size).toBe(keys.length);
        expect(new Set(slugs.values()).size).toBe(keys.length);
        for (const slug of slugs.values()) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        for (const slug of slugs.values()) expect(slug.length).toBeLessThan(100);
        const reversed = assignAuthorSlugs(keys.toReversed());
        expect([...reversed].sort()).toEqual([...slugs].sort());
      }),
    );
  });
});
