import { expect, test } from 'vitest';
import { pageContents } from '../../../src/site/page-contents.ts';
import type { ProseView } from '../../../src/site/survey-prose.ts';

const entry = (text: string) => ({ text, href: `#${text.toLowerCase()}`, parts: [] });
const sections = [
  { title: 'Reported results', isShown: true },
  { title: 'Papers', isShown: true },
  { title: 'Also relevant', isShown: false },
  { title: 'By facet', anchor: 'facets', isShown: true },
];
const prose: ProseView = {
  contents: [entry('Steam'), entry('Lids')],
  references: [
    {
      paper: 'pots',
      title: 'Pots',
      mentionId: 'cite-1',
      label: 'Pot 2020',
      authors: null,
      titleHtml: 'Pots',
      href: '/pots/',
      published: null,
      mentionHref: '#cite-1',
      descriptionId: 'reference-1',
    },
  ],
  hasMath: false,
};

test('the headings of the prose come first, then the sections there are, then the references', () => {
  expect(pageContents(prose, sections).map(({ href }) => href)).toEqual([
    '#steam',
    '#lids',
    '#reported-results',
    '#papers',
    '#facets',
    '#references',
  ]);
});

test('without prose the sections alone make the contents', () => {
  expect(pageContents(null, sections).map(({ text }) => text)).toEqual(['Reported results', 'Papers', 'By facet']);
});

test('a page of few parts needs no contents', () => {
  expect(pageContents(null, sections.slice(0, 2))).toEqual([]);
});
