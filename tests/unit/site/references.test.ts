import { describe, expect, it } from 'vitest';
import { citationLabel, referencesOf } from '../../../src/site/references.ts';
import { formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const known = { authorsComplete: true, ...publishedOn('2024-05-01') };

describe('citationLabel', () => {
  it.each([
    [['Ada Adams'], true, 'Adams, 2024'],
    [['Ada Adams', 'Bo van Baker'], true, 'Adams and van Baker, 2024'],
    [['Ada Adams', 'Bo Baker', 'Cy Cole'], true, 'Adams et al., 2024'],
    [['Ada Adams'], false, 'Adams et al., 2024'],
    [['Kettle Team'], true, 'Kettle Team, 2024'],
  ])('names %s', (authors, authorsComplete, label) => {
    expect(citationLabel(paperOf('a', { ...known, authors, authorsComplete }))).toBe(label);
  });

  it('is the name of the system where no author or no year is known', () => {
    const title = formatted('KettleOne: A Faster Stove');
    expect(citationLabel(paperOf('a', { ...known, title }))).toBe('KettleOne');
    expect(citationLabel(paperOf('a', { authors: ['Ada Adams'], authorsComplete: true, title }))).toBe('KettleOne');
  });

  it('is the start of the title where there is no such name', () => {
    const title = formatted('On the many sounds that a kettle of iron makes');
    expect(citationLabel(paperOf('a', { title }))).toBe('On the many sounds that a…');
  });
});

describe('referencesOf', () => {
  const papers = [
    paperOf('kettle-b', { ...known, authors: ['Ada Adams'], venue: 'Tea 2025' }),
    paperOf('kettle-a', { ...known, authors: ['Eve Adams'], venue: 'Journal of Tea' }),
    paperOf('kettle-c', { title: formatted('Lid: One') }),
    paperOf('kettle-d', { title: formatted('Lid: Two') }),
  ];
  const cited = (...ids: readonly string[]) => ({ citations: ids.map((paper) => ({ paper, headings: [null] })) });
  const survey = surveyOf(papers);

  it('keeps the order of first mention and tells equal labels apart by letters, equal names by numbers', () => {
    const references = referencesOf(cited('kettle-b', 'kettle-c', 'kettle-a', 'kettle-d'), survey);
    expect(references.map(({ label }) => label)).toEqual(['Adams, 2024a', 'Lid (1)', 'Adams, 2024b', 'Lid (2)']);
    expect(references[0]).toMatchObject({
      title: 'Title of kettle-b',
      href: '/survey/papers/kettle-b/',
      mentionId: 'cite-kettle-b',
      mentionHref: '#cite-kettle-b',
      descriptionId: 'ref-kettle-b',
    });
  });

  it('leaves a label alone that stands for one paper of the page', () => {
    expect(referencesOf(cited('kettle-a', 'kettle-c'), survey).map(({ label }) => label)).toEqual([
      'Adams, 2024',
      'Lid',
    ]);
  });

  it('says venue and year, the year once', () => {
    const references = referencesOf(cited('kettle-a', 'kettle-b', 'kettle-c'), survey);
    expect(references.map(({ published }) => published)).toEqual(['Journal of Tea, 2024', 'Tea 2025', null]);
  });

  it('leaves out papers that do not exist', () => {
    expect(referencesOf(cited('nobody', 'kettle-c'), survey).map(({ paper }) => paper)).toEqual(['kettle-c']);
  });
});
