import { describe, expect, test } from 'vitest';
import type { VersionChanges } from '../../../src/corpus/history.ts';
import { changesView } from '../../../src/site/changes-view.ts';
import { feedReference } from '../../../src/site/feed-reference.ts';
import { feedOf, feedSubjects, tagUri } from '../../../src/site/feeds.ts';
import { llmsText, robotsText } from '../../../src/site/markdown-views.ts';
import { makeUrls } from '../../../src/site/urls.ts';
import { departedPaths } from '../../../src/site/departed-view.ts';
import { paperOf, publishedOn, site, surveyOf } from './fabricated-survey.ts';

const version = (known: Partial<VersionChanges> = {}): VersionChanges => ({
  version: '0.2.0',
  date: '2026-12-01',
  note: null,
  isFirst: false,
  papers: 2,
  added: [],
  moved: [],
  corrected: [],
  merged: [],
  removed: [],
  texts: [],
  ...known,
});
const papers = [
  paperOf('old', { ...publishedOn('2025-03'), authors: ['Ada'] }),
  paperOf('new', { ...publishedOn('2026-05-04'), also: ['whistling'], arxiv: '2605.00001' }),
];
const changes = { changedOn: new Map([['papers/old', '2026-12-01']]), versions: [version()] };
const surveyAt = (base: string, address: string | null) =>
  surveyOf(papers, { urls: makeUrls(base, address), ...changes });

describe('feeds', () => {
  const survey = surveyAt('/survey/', 'https://example.org');

  test('there is one of everything, of the versions, of each area and of each topic', () => {
    expect(feedSubjects(survey).map((subject) => feedReference(subject, survey)?.href)).toEqual([
      '/survey/feed.xml',
      '/survey/changes/feed.xml',
      '/survey/areas/heating/feed.xml',
      '/survey/areas/sound/feed.xml',
      '/survey/topics/boiling/feed.xml',
      '/survey/topics/whistling/feed.xml',
    ]);
  });

  test('there is none without a public address', () => {
    const nowhere = surveyAt('/', null);
    expect(feedSubjects(nowhere)).toEqual([]);
    expect(feedReference({ kind: 'everything' }, nowhere)).toBeNull();
    expect(feedOf({ kind: 'everything' }, nowhere)).toBeNull();
  });

  test('identifiers depend neither on the host nor on the base; addresses do', () => {
    const here = feedOf({ kind: 'everything' }, survey);
    const there = feedOf({ kind: 'everything' }, surveyAt('/', 'https://elsewhere.example'));
    expect(there?.id).toBe(here?.id);
    expect(there?.entries.map(({ id }) => id)).toEqual(here?.entries.map(({ id }) => id));
    expect(here?.self).toBe('https://example.org/survey/feed.xml');
    expect(there?.entries[0]?.page).toBe('https://elsewhere.example/papers/new/');
    expect(tagUri('papers/x', { ...site, tagAuthority: 'kettles.example,2026' })).toBe(
      'tag:kettles.example,2026:papers/x',
    );
  });

  test('an entry was updated when a version changed its record, a new one not before the last version', () => {
    const entries = feedOf({ kind: 'everything' }, survey)?.entries ?? [];
    expect(entries.map(({ id, updated, published }) => [id.split('/').at(-1), updated, published])).toEqual([
      ['new', '2026-12-01', '2026-05-04'],
      ['old', '2026-12-01', null],
    ]);
  });

  test('an entry without known authors does not pass for one of the survey', () => {
    const entries = feedOf({ kind: 'topic', id: 'whistling', title: 'Whistling' }, survey)?.entries ?? [];
    expect(entries).toHaveLength(1);
    expect(entries[0]?.authors).toEqual(['Authors not named by the sources']);
    expect(entries[0]?.related).toEqual(['https://arxiv.org/abs/2605.00001']);
  });

  test('a survey that was never published has feeds dated by its papers', () => {
    const unpublished = surveyOf(papers, { urls: makeUrls('/', 'https://example.org') });
    expect(feedOf({ kind: 'everything' }, unpublished)?.updated).toBe('2026-05-04');
  });
});

describe('changes', () => {
  const full = version({
    added: [{ id: 'new', title: 'Title of new' }],
    moved: [{ id: 'old', title: 'Title of old', from: 'whistling', to: 'boiling' }],
    corrected: [{ id: 'old', title: 'Title of old', fields: ['title', 'arxiv'], formerTitle: 'Old' }],
    merged: [{ id: 'gone', title: 'Gone', to: 'new' }],
    removed: [{ id: 'away', title: 'A title to forget', reason: 'Asked.' }],
    texts: [{ key: 'topics/boiling', title: 'Boiling', change: 'revised' }],
  });
  const removed = [{ id: 'away', date: '2026-12-01', reason: 'Asked.', title: null }];
  const survey = surveyOf(papers, { urls: makeUrls('/', 'https://example.org'), versions: [full], removed });

  test('the page tells every kind of change with links to what is there', () => {
    const [shown] = changesView(survey).versions;
    expect(shown?.heading).toBe('Version 0.2.0, 1 December 2026');
    expect(shown?.groups.map(({ title, items }) => [title, items])).toEqual([
      ['Added', [{ title: 'Title of new', href: '/papers/new/', note: null }]],
      ['Put under another topic', [{ title: 'Title of old', href: '/papers/old/', note: 'from Whistling to Boiling' }]],
      ['Corrected', [{ title: 'Title of old', href: '/papers/old/', note: 'title, arXiv id; formerly “Old”' }]],
      ['Merged into another paper', [{ title: 'Gone', href: null, note: 'now part of Title of new' }]],
      ['Removed', [{ title: 'away', href: '/papers/away/', note: 'Asked.' }]],
      ['Topics and areas', [{ title: 'Boiling', href: '/topics/boiling/', note: 'text revised' }]],
    ]);
  });

  test('what was removed is told apart from papers that are there', () => {
    const [shown] = changesView(survey).versions;
    expect(shown?.groups.filter(({ ofPapers }) => !ofPapers).map(({ title }) => title)).toEqual([
      'Removed',
      'Topics and areas',
    ]);
  });

  test('the feed tells the same, with an address in the page', () => {
    const [entry] = feedOf({ kind: 'changes' }, survey)?.entries ?? [];
    expect(entry).toMatchObject({ page: 'https://example.org/changes/#v0-2-0', updated: '2026-12-01', authors: [] });
    expect(entry?.summary).toContain('- Title of old: from Whistling to Boiling');
    expect(entry?.summary).not.toContain('A title to forget');
  });

  test('the first version names the number of its papers, not each of them', () => {
    const first = version({ isFirst: true, added: [{ id: 'new', title: 'Title of new' }] });
    const [shown] = changesView(surveyOf(papers, { versions: [first] })).versions;
    expect(shown).toMatchObject({ summary: 'The first version, with 2 papers.', groups: [] });
  });
});

test('moved addresses lead on and removed papers leave a notice that search engines pass over', () => {
  const paths = departedPaths(
    surveyOf(papers, {
      urls: makeUrls('/survey/', 'https://example.org'),
      moves: [
        { from: '/papers/former/', to: '/papers/old/' },
        { from: '/a.json', to: '/b.json' },
      ],
      removed: [{ id: 'away', date: '2026-12-01', reason: 'Asked.', title: null }],
    }),
  );
  expect(paths.map(({ path }) => path)).toEqual(['papers/former', 'papers/away']);
  expect(paths[0]?.view).toMatchObject({
    href: '/survey/papers/old/',
    canonical: 'https://example.org/survey/papers/old/',
  });
  const notice = paths[1]?.view;
  expect(notice).toMatchObject({ kind: 'removed', date: '1 December 2026', reason: 'Asked.' });
  expect(notice?.kind === 'removed' && notice.frame.head.metas).toContainEqual({
    key: 'name',
    name: 'robots',
    content: 'noindex',
  });
});

test('robots learn where the sitemap is, where the site has an address', () => {
  expect(robotsText(surveyAt('/survey/', 'https://example.org'))).toContain(
    'Sitemap: https://example.org/survey/sitemap-index.xml',
  );
  expect(robotsText(surveyAt('/', null))).toBe('User-agent: *\nAllow: /\n');
});

test('llms.txt leads to the Markdown of every topic', () => {
  const text = llmsText(surveyAt('/survey/', 'https://example.org'));
  expect(text).toMatch(/^# Atlas of Kettles\n\n> A survey of kettles\.\n/);
  expect(text).toContain('- [Boiling](https://example.org/survey/topics/boiling.md): All about boiling. 2 papers.');
});
