import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Named, NameIndex, partsOf, type Rank, typedWords } from '../../../src/client/palette-match.ts';

const named = (name: string, shortName: string | null = null, also: readonly string[] = []): Named => ({
  name,
  shortName,
  also,
});

const maple = named('MAPLE: A Mobile Agent for Kettles', 'MAPLE', ['Ada Figwell', '2025']);
const mapled = named('MapleTree: Growing Kettles', 'MapleTree');
const grafting = named('Grafting a maple by machine');
const experts = named('Mixture of Experts for Gardens', null, ['José Núñez']);
const cache = named('KV-cache compression: what is kept');
const decoding = named('BitDecoding with Tensor Cores', null, ['Song Han']);
const garden = [grafting, maple, mapled, experts, cache, decoding];

function indexOf(items: readonly Named[] = garden): NameIndex<Named> {
  const index = new NameIndex<Named>();
  index.add(items);
  return index;
}

const found = (typed: string): [string, Rank][] =>
  indexOf()
    .match(typed)
    .map(({ item, rank }) => [item.name, rank]);

describe('what is typed finds', () => {
  test.each([
    ['mixture of experts for gardens', experts, 'whole'],
    ['MAPLE', maple, 'whole'],
    ['mapletr', mapled, 'beginning'],
    ['experts for', experts, 'phrase'],
    ['machine graft', grafting, 'words'],
    ['kvcache', cache, 'phrase'],
    ['kv-cache', cache, 'beginning'],
    ['decoding', decoding, 'phrase'],
    ['nunez', experts, 'words'],
    ['figwell kettles', maple, 'elsewhere'],
    ['2025', maple, 'words'],
    ['moe', experts, 'initials'],
    ['graftnig', grafting, 'misspelt'],
    ['compresion kept', cache, 'misspelt'],
    ['tensr', decoding, 'misspelt'],
  ] as const)('%s', (typed, item, rank) => {
    expect(found(typed)[0]).toEqual([item.name, rank]);
  });

  test.each([
    ['nothing typed', '  '],
    ['signs only', '?!'],
    ['the middle of a word', 'aple'],
    ['a short word with a slip', 'kvs'],
    ['two letters that are initials of a part', 'of e x'],
    ['a word with another first letter', 'xrafting'],
  ])('nothing: %s', (_, typed) => {
    expect(found(typed)).toEqual([]);
  });
});

describe('the order', () => {
  test('goes from the short name over the beginning to the middle', () => {
    expect(found('maple')).toEqual([
      [maple.name, 'whole'],
      [mapled.name, 'beginning'],
      [grafting.name, 'phrase'],
    ]);
  });

  test('prefers whole words to beginnings of words', () => {
    const [first] = indexOf([named('The kettles sing'), named('The kettle sings')]).match('kettle');
    expect(first?.item.name).toBe('The kettle sings');
  });

  test('is that of the items among equals, also of those added later', () => {
    const index = indexOf([named('One kettle')]);
    index.add([named('Two kettles more'), named('A kettle')]);
    expect(index.match('kettle').map(({ item }) => item.name)).toEqual(['One kettle', 'A kettle', 'Two kettles more']);
    expect(index.size).toBe(3);
  });

  test('a word that is known anywhere is not taken for a slip', () => {
    const names = indexOf([named('Model pruning'), named('Modal logic')]).match('modal');
    expect(names.map(({ item }) => item.name)).toEqual(['Modal logic']);
  });
});

describe('for any text', () => {
  const word = fc.stringMatching(/^[A-Za-zéøß0-9]{2,9}$/);
  const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

  test('every beginning of every word of a name finds it', () => {
    fc.assert(
      fc.property(
        fc.array(title, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (titles, pick, length) => {
          const items = titles.map((name) => named(name));
          const words = typedWords(titles[pick % titles.length] ?? '');
          const typed = words.map((part) => part.slice(0, length)).join(' ');
          const names = indexOf(items)
            .match(typed)
            .map(({ item }) => item);
          expect(names).toContain(items[pick % titles.length]);
        },
      ),
    );
  });

  test('the same is found each time, each item once, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(title, { maxLength: 8 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (titles, typed) => {
          const index = indexOf(titles.map((name) => named(name)));
          const matches = index.match(typed);
          expect(index.match(typed)).toEqual(matches);
          expect(new Set(matches.map(({ item }) => item)).size).toBe(matches.length);
        },
      ),
    );
  });

  test('capitals, accents and hyphens make no difference', () => {
    fc.assert(
      fc.property(title, (name) => {
        const names = indexOf([named(name.replaceAll(' ', '-').toUpperCase().normalize('NFD'))]).match(
          name.toLowerCase(),
        );
        expect(names).toHaveLength(1);
      }),
    );
  });
});

test.each([
  ['KV-cache', ['KV', 'cache']],
  ['BitDecoding', ['Bit', 'Decoding']],
  ['INT8', ['INT', '8']],
  ['naïve', ['naïve']],
  ['—', []],
])('the parts of %s', (printed, parts) => {
  expect(partsOf(printed).map(({ text }) => text)).toEqual(parts);
});
