import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areaColour, areaColoursOf } from '../../../src/site/area-colours.ts';
import { socialCards } from '../../../src/site/cards.ts';
import { claimOf, formatted, paperOf, surveyOf } from './fabricated-survey.ts';

const colours = areaColoursOf('--color-accent: light-dark(#111111, #eee); --area-0: light-dark(#aa0000, #fff);');

function paperCard(known: Parameters<typeof paperOf>[1]) {
  const survey = surveyOf([paperOf('kettle', known)]);
  const found = socialCards(survey, colours).find(({ kind }) => kind === 'paper');
  if (found === undefined) throw new Error('no card');
  return found.card;
}

describe('socialCards', () => {
  test('makes one for the home page and for each area, topic and paper', () => {
    const survey = surveyOf([paperOf('kettle'), paperOf('spout')]);
    const kinds = Map.groupBy(socialCards(survey, colours), ({ kind }) => kind);
    expect(kinds.get('home')).toHaveLength(1);
    expect(kinds.get('area')).toHaveLength(survey.areas.length);
    expect(kinds.get('topic')).toHaveLength(survey.topics.length);
    expect(kinds.get('paper')?.map(({ id }) => id)).toEqual(['kettle', 'spout']);
  });

  test('shows area and topic in the colour of the area, authors, venue with its year, a result', () => {
    const card = paperCard({
      title: formatted('Kettles of Ψ'),
      authors: ['Ada Spout', 'Bo Lid', 'Cy Handle', 'Di Base'],
      authorsComplete: true,
      venue: 'KETTLES 2026',
      year: 2025,
      claims: [claimOf({ value: '2.8×', numbers: [2.8] })],
    });
    expect(card).toMatchObject({
      title: 'Kettles of Ψ',
      byline: 'Ada Spout, Bo Lid, Cy Handle et al.',
      facts: 'KETTLES 2026',
      result: '2.8× faster',
      colour: '#aa0000',
    });
  });

  test('shows nothing where nothing is known', () => {
    expect(paperCard({ topic: null, area: null, basis: 'unclassified' })).toMatchObject({
      eyebrow: 'Paper',
      byline: null,
      facts: null,
      result: null,
      colour: '#111111',
    });
  });
});

describe('area colours', () => {
  test('are those of the stylesheet', () => {
    const { areas } = areaColoursOf(readFileSync('src/styles/tokens.css', 'utf8'));
    expect(areas.length).toBeGreaterThanOrEqual(9);
    expect(new Set(areas).size).toBe(areas.length);
  });

  test('begin anew after the last, and are the accent for what has no area', () => {
    expect(areaColour(colours, 5)).toBe('#aa0000');
    expect(areaColour(colours, null)).toBe('#111111');
    expect(() => areaColoursOf('')).toThrow('no area colours');
  });
});
