import { describe, expect, it } from 'vitest';
import type { ProsePage } from '../../../src/corpus/prose.ts';
import { paperView } from '../../../src/site/paper-view.ts';
import { discussionLinks, proseView } from '../../../src/site/survey-prose.ts';
import { formatted, paperOf, surveyOf } from './fabricated-survey.ts';

const heading = (depth: number, text: string) => ({ depth, text, slug: text.toLowerCase() });
const [steam, valves, air] = [heading(2, 'Steam'), heading(3, 'Valves'), heading(2, 'Air')] as const;

function page(kind: ProsePage['kind'], id: string, parts: Partial<ProsePage> = {}): ProsePage {
  const written = { title: null, description: null, path: `${id}.md`, markdown: '', headings: [], citations: [] };
  return { kind, id, ...written, ...parts };
}

const papers = [paperOf('one'), paperOf('two', { title: { ...formatted('x²'), html: '<math></math>' } })];
const survey = surveyOf(papers, {
  prose: [
    page('page', 'home', { citations: [{ paper: 'one', headings: [null] }] }),
    page('page', 'about', { title: 'About', citations: [{ paper: 'one', headings: [steam] }] }),
    page('area', 'heating', { citations: [{ paper: 'one', headings: [null] }] }),
    page('topic', 'boiling', {
      headings: [steam, valves, air],
      citations: [{ paper: 'one', headings: [null, valves] }],
    }),
    page('topic', 'whistling', { headings: [steam], citations: [{ paper: 'two', headings: [steam] }] }),
  ],
});

describe('proseView', () => {
  it('lists headings with those below them, where there are at least two', () => {
    expect(proseView('topic', 'boiling', survey)?.contents).toEqual([
      { text: 'Steam', href: '#steam', parts: [{ text: 'Valves', href: '#valves', parts: [] }] },
      { text: 'Air', href: '#air', parts: [] },
    ]);
    expect(proseView('topic', 'whistling', survey)?.contents).toEqual([]);
  });

  it('says whether a title among the references is set as a formula', () => {
    expect(proseView('topic', 'boiling', survey)?.hasMath).toBe(false);
    expect(proseView('topic', 'whistling', survey)?.hasMath).toBe(true);
  });

  it('is null where nobody has written', () => {
    expect(proseView('area', 'sound', survey)).toBeNull();
  });
});

describe('discussionLinks', () => {
  it('lead to the headings of topics, areas and pages that speak of a paper', () => {
    expect(discussionLinks('one', survey)).toEqual([
      { place: 'Boiling', heading: null, href: '/survey/topics/boiling/' },
      { place: 'Boiling', heading: 'Valves', href: '/survey/topics/boiling/#valves' },
      { place: 'Heating', heading: null, href: '/survey/areas/heating/' },
      { place: 'About', heading: 'Steam', href: '/survey/about/#steam' },
      { place: 'Atlas of Kettles', heading: null, href: '/survey/' },
    ]);
  });

  it('are on the page of the paper', () => {
    expect(paperView(survey.paperById.get('two')!, survey).discussedIn.map(({ href }) => href)).toEqual([
      '/survey/topics/whistling/#steam',
    ]);
  });
});
