import { describe, expect, test } from 'vitest';
import type { TextPart } from '../../../src/client/excerpt.ts';
import type { SearchHit } from '../../../src/client/hit.ts';
import type { EntryKind, PaletteEntry } from '../../../src/client/palette-entries.ts';
import { NameIndex } from '../../../src/client/palette-match.ts';
import { nameGroups, searchGroup, startGroups, textGroup } from '../../../src/client/palette-options.ts';
import { makeUrls } from '../../../src/site/urls.ts';

const urls = makeUrls('/survey/', null);

function entry(kind: EntryKind, name: string, known: Partial<PaletteEntry> = {}): PaletteEntry {
  return { kind, name, shortName: null, also: [], href: `/${kind}/${name}`, facts: [], authors: [], ...known };
}

function groupsFor(typed: string, entries: readonly PaletteEntry[]): ReturnType<typeof nameGroups> {
  const index = new NameIndex<PaletteEntry>();
  index.add(entries);
  return nameGroups(index.match(typed), typed);
}

const written = (parts: readonly TextPart[]): string =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('what is found by name', () => {
  test('the kind with the best match comes first, then the usual order', () => {
    const entries = [
      entry('topic', 'Hot kettles'),
      entry('author', 'Kettle'),
      entry('paper', 'A kettle'),
      entry('page', 'Kettle'),
    ];
    expect(groupsFor('kettle', entries).map(({ label }) => label)).toEqual([
      'Authors',
      'Pages',
      'Topics and areas',
      'Papers',
    ]);
  });

  test('of each kind only the best are offered', () => {
    const entries = Array.from({ length: 30 }, (_, place) => entry('paper', `Kettle ${place}`));
    expect(groupsFor('kettle', entries)[0]?.options.map(({ title }) => written(title))).toEqual(
      Array.from({ length: 8 }, (_, place) => `[Kettle] ${place}`),
    );
  });

  test('a paper shows its first authors and those who were typed', () => {
    const authors = ['Ada One', 'Bo Two', 'Cy Three', 'Dee Four', 'Eli Five'];
    const paper = entry('paper', 'Steam', { authors, also: authors, facts: ['2024', 'Boiling'] });
    const [group] = groupsFor('four', [paper]);
    expect(group?.options[0]?.details.map(written)).toEqual(['Ada One, Bo Two, …, Dee [Four] …', '2024', 'Boiling']);
  });

  test('initials are marked', () => {
    expect(
      groupsFor('moe', [entry('topic', 'Mixture of experts')])[0]?.options.map(({ title }) => written(title)),
    ).toEqual(['[M]ixture [o]f [e]xperts']);
  });
});

test('what was found in the texts leaves out what is offered already', () => {
  const hit = (url: string, excerpt: string | null): SearchHit => ({
    url,
    title: [{ text: url, marked: false }],
    details: [[{ text: 'Paper', marked: false }]],
    sections: excerpt === null ? [] : [{ title: '', url: '', excerpt: [{ text: excerpt, marked: true }] }],
    lead: '',
  });
  const shown = groupsFor('kettle', [entry('paper', 'Kettle', { href: '/known/' })]);
  const group = textGroup([hit('/known/', null), hit('/new/', 'steam'), hit('/other/', null)], shown);
  expect(group.options.map(({ href, details }) => [href, ...details.map(written)])).toEqual([
    ['/new/', '[steam]'],
    ['/other/', 'Paper'],
  ]);
  expect(group.label).toBe('In the text');
  expect(textGroup([hit('/new/', 'steam')], [], 'steam').label).toBe('In the text, for “steam”');
});

test('the search page gets what is typed', () => {
  const [option] = searchGroup(' kv & cache ', urls).options;
  expect(option?.href).toBe('/survey/search/?q=kv+%26+cache');
  expect(written(option?.title ?? [])).toBe('All results for “kv & cache”');
});

test('before anything is typed: recent searches, then the pages that say themselves what they are', () => {
  const entries = [entry('page', 'Method'), entry('page', '2020', { facts: ['Year'] }), entry('topic', 'Steam')];
  const groups = startGroups(['moe'], entries, urls);
  expect(
    groups.map(({ label, options }) => [label, options.map(({ title, search }) => [written(title), search])]),
  ).toEqual([
    ['Recent searches', [['moe', 'moe']]],
    ['Pages', [['Method', null]]],
  ]);
  expect(startGroups([], [], urls)).toEqual([]);
});
