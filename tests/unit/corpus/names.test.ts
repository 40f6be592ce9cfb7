import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationName, familyKey, parseName } from '../../../src/corpus/names.ts';

describe('parseName', () => {
  test.each([
    ['Ada Figwell', 'Figwell', 'Ada'],
    ['L. H. Xu', 'Xu', 'L. H.'],
    ['Brink van der Merwe', 'van der Merwe', 'Brink'],
    ['Tom Van de Maele', 'Van de Maele', 'Tom'],
    ['Luc Van Figg', 'Van Figg', 'Luc'],
    ['Nguyen Van Fig', 'Fig', 'Nguyen Van'],
    ['Van Fig', 'Fig', 'Van'],
    ['José García Márquez', 'Márquez', 'José García'],
    ['José Ortega y Gasset', 'Ortega y Gasset', 'José'],
    ['Figwell, Ada B.', 'Figwell', 'Ada B.'],
    ['Ai Figwell', 'Figwell', 'Ai'],
  ])('%s', (name, family, given) => {
    expect(parseName(name)).toEqual({ family, given, suffix: null, isGroup: false });
  });
  test.each(['Martin Fig Jr.', 'Martin Fig, Jr.', 'Fig, Martin, Jr.'])('%s has a suffix', (name) => {
    expect(parseName(name)).toEqual({ family: 'Fig', given: 'Martin', suffix: 'Jr.', isGroup: false });
  });
  test('a single name is a family name', () => {
    expect(parseName('Figaro')).toEqual({ family: 'Figaro', given: null, suffix: null, isGroup: false });
  });
  test.each(['Fig Team', 'FigAI', 'DeepFig-AI', 'OpenFigAI', 'The Fig Consortium', 'Fig AI', '01.Figs'])(
    '%s is a group',
    (name) => {
      expect(parseName(name)).toEqual({ family: name, given: null, suffix: null, isGroup: true });
    },
  );
  test('loses no letter of any name', () => {
    const word = fc.constantFrom(
      'Ada',
      'van',
      'der',
      'Van',
      'de',
      'Fig',
      'Jr.',
      'III',
      'y',
      'Team',
      'L.',
      'é',
      'Ai',
      'Nguyen',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const { family, given, suffix } = parseName(words.join(' '));
        expect([given, family, suffix].filter((part) => part !== null).join(' ')).toBe(words.join(' '));
        expect(family).not.toBe('');
      }),
    );
  });
  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(familyKey(name)).toMatch(/^[a-z0-9]*$/);
      }),
    );
  });
});

test('citationName puts the family first and leaves groups whole', () => {
  expect(citationName('Brink van der Merwe')).toBe('van der Merwe, Brink');
  expect(citationName('Martin Fig Jr.')).toBe('Fig, Martin, Jr.');
  expect(citationName('Fig Team')).toBe('Fig Team');
});

test('familyKey is ASCII', () => {
  expect(familyKey('Øre Łukasz van Ærø')).toBe('vanaero');
});
