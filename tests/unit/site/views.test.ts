import { describe, expect, test } from 'vitest';
import { diagnosticAt } from '../../../src/corpus/diagnostics.ts';
import { homeView } from '../../../src/site/home-view.ts';
import { methodView } from '../../../src/site/method-view.ts';
import { papersByTitleView, papersByYearView } from '../../../src/site/papers-view.ts';
import { aboutView, notFoundView } from '../../../src/site/prose-view.ts';
import { describeCaptureDate, sourcesView, sourceView } from '../../../src/site/sources-view.ts';
import { areaView, topicsView, topicView } from '../../../src/site/taxonomy-view.ts';
import { capture, formatted, paperOf, publishedOn, surveyOf } from './fabricated-survey.ts';

const unsorted = { topic: null, area: null, basis: 'unclassified', confidence: 0 } as const;

describe('a topic', () => {
  const papers = [
    paperOf('undated'),
    paperOf('old', publishedOn('2020-03')),
    paperOf('new', publishedOn('2024-05-01')),
    paperOf('elsewhere', { topic: 'whistling', area: 'sound', also: ['boiling'] }),
  ];
  const survey = surveyOf(papers);
  const view = topicView(survey.topicById.get('boiling')!, survey);

  test('lists its papers, newest first, those without a date last', () => {
    expect(view.papers.own.map(({ entry }) => entry.id)).toEqual(['new', 'old', 'undated']);
  });

  test('lists papers that belong there too, with the topic that is theirs', () => {
    expect(view.papers.also.map(({ entry }) => [entry.id, entry.topic?.label])).toEqual([['elsewhere', 'Whistling']]);
  });

  test('says how much there is, and leaves out what there is none of', () => {
    expect(view.facts).toEqual(['3 papers', '2020–2024', '1 more relevant']);
  });

  test('can be searched, and leads on to the next topic, across areas', () => {
    expect(view.searchHref).toBe('/survey/search/?topic=boiling');
    expect([view.previous, view.next]).toEqual([null, { label: 'Whistling', href: '/survey/topics/whistling/' }]);
  });

  test('says what is in another topic', () => {
    expect(view.elsewhere.map(({ what, topic }) => [what, topic.href])).toEqual([
      ['The sound of steam', '/survey/topics/whistling/'],
    ]);
  });

  test('hangs below its area', () => {
    expect(view.frame.breadcrumbs.map(({ href }) => href)).toEqual([
      '/survey/',
      '/survey/topics/',
      '/survey/areas/heating/',
      '/survey/topics/boiling/',
    ]);
    expect(view.frame.navigation.filter(({ current }) => current !== undefined)).toEqual([
      { label: 'Topics', href: '/survey/topics/', current: 'true' },
    ]);
  });
});

test('an area shows the newest three papers of each topic and counts all', () => {
  const survey = surveyOf(['1', '2', '3', '4'].map((n) => paperOf(`p${n}`, publishedOn(`200${n}`))));
  const { area } = areaView(survey.areas[0]!, survey);
  expect(area.count).toBe('4 papers');
  expect(area.topics[0]?.newest.map(({ id }) => id)).toEqual(['p4', 'p3', 'p2']);
});

test('the list of topics names papers without one', () => {
  const view = topicsView(surveyOf([paperOf('lost', unsorted), paperOf('found')]));
  expect(view.unsorted.map(({ id }) => id)).toEqual(['lost']);
  expect(view.lead).toContain('2 papers in 2 areas and 2 topics');
});

describe('the index by title', () => {
  const titled = (id: string, title: string, known = {}) => paperOf(id, { title: formatted(title), ...known });

  test('puts papers under their first letters, without articles, and others before A', () => {
    const { groups } = papersByTitleView(
      surveyOf([titled('a', 'The zebra'), titled('b', 'Über kettles'), titled('c', '3D kettles'), titled('d', 'zoo')]),
    );
    expect(groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['0–9 and other', 1],
      ['U', 1],
      ['Z', 2],
    ]);
    expect(groups.map(({ anchor }) => anchor)).toEqual(['other', 'letter-u', 'letter-z']);
  });

  test('lists papers without a topic once more under "Unsorted"', () => {
    const { groups } = papersByTitleView(surveyOf([paperOf('lost', unsorted)]));
    expect(groups.map(({ label }) => label)).toEqual(['T', 'Unsorted']);
  });
});

test('the index by year runs from the newest to those without a date', () => {
  const { groups } = papersByYearView(
    surveyOf([paperOf('a'), paperOf('b', publishedOn('2019')), paperOf('c', publishedOn('2024-01'))]),
  );
  expect(groups.map(({ label, anchor }) => [label, anchor])).toEqual([
    ['2024', 'year-2024'],
    ['2019', 'year-2019'],
    ['Date not in the sources', 'no-date'],
  ]);
});

describe('a capture', () => {
  test('lists its records in the order of its lines, each with an anchor and the papers’ other records', () => {
    const survey = surveyOf([
      paperOf('later', { sources: [{ seed: capture.seed, line: 9, endLine: 9 }] }),
      paperOf('twice', {
        sources: [
          { seed: '000_other.txt', line: 3, endLine: 4 },
          { seed: capture.seed, line: 5, endLine: 7 },
        ],
      }),
      paperOf('absent', { sources: [{ seed: '000_other.txt', line: 1, endLine: 2 }] }),
    ]);
    const { records } = sourceView(capture, survey);
    expect(records.map(({ anchor, lines, href }) => [anchor, lines, href])).toEqual([
      ['line-5', '5–7', '/survey/papers/twice/'],
      ['line-9', '9', '/survey/papers/later/'],
    ]);
    expect(records[0]?.elsewhere).toEqual([{ label: '000_other.txt, lines 3–4', href: null }]);
  });

  test('says when lines could not be understood', () => {
    const damaged = { ...capture, lines: { ...capture.lines, unaccounted: 2 } };
    expect(sourceView(damaged, surveyOf([])).lead).toContain('2 lines could not be understood');
    expect(sourceView(capture, surveyOf([])).lead).not.toContain('could not');
  });

  test('shows its own diagnostics only', () => {
    const about = (path: string) => diagnosticAt('invalid-date', { path, line: 3, column: 1 }, `odd date in ${path}`);
    const survey = surveyOf([], { diagnostics: [about('seeds/001_kettles.txt'), about('seeds/002_pots.txt')] });
    expect(sourceView(capture, survey).diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'invalid-date',
        place: 'seeds/001_kettles.txt:3:1',
        message: 'odd date in seeds/001_kettles.txt.',
      },
    ]);
  });

  test('stands in the table of all captures', () => {
    expect(sourcesView(surveyOf([])).captures.map(({ href }) => href)).toEqual(['/survey/sources/001_kettles/']);
  });
});

describe('the method page', () => {
  const prose = { title: 'Method', description: 'How.' };

  test('names merges, doubtful and unclassified papers with their two best topics', () => {
    const survey = surveyOf([
      paperOf('merged', {
        mergedBy: 'arxiv',
        sources: [
          { seed: '001_kettles.txt', line: 1, endLine: 2 },
          { seed: '001_kettles.txt', line: 8, endLine: 9 },
        ],
      }),
      paperOf('doubtful', { confidence: 0.2 }),
      paperOf('lost', unsorted),
    ]);
    const view = methodView(survey, prose);
    expect(view.merges.shown.map(({ paper, sources }) => [paper.href, sources.length])).toEqual([
      ['/survey/papers/merged/', 2],
    ]);
    expect(
      view.doubtful.shown.map(({ paper, candidates }) => [paper.href, candidates.map(({ score }) => score)]),
    ).toEqual([['/survey/papers/doubtful/', ['6.0', '1.0']]]);
    expect(view.unclassified.shown.map(({ paper }) => paper.href)).toEqual(['/survey/papers/lost/']);
  });

  test('groups diagnostics by code, errors first', () => {
    const place = { path: 'seeds/a.txt', line: 1, column: 1 };
    const view = methodView(
      surveyOf([], {
        diagnostics: [
          diagnosticAt('invalid-date', place, 'one'),
          diagnosticAt('truncated-record', place, 'two', 'an abstract'),
          diagnosticAt('invalid-date', place, 'three'),
        ],
      }),
      prose,
    );
    expect(view.diagnostics.map(({ code, rows }) => [code, rows.shown.map(({ message }) => message)])).toEqual([
      ['truncated-record', ['two, expected an abstract.']],
      ['invalid-date', ['one.', 'three.']],
    ]);
  });

  test('ends a very long list with the number of what is left out', () => {
    const papers = Array.from({ length: 1300 }, (_, index) => paperOf(`doubtful-${index}`, { confidence: 0.1 }));
    const { doubtful } = methodView(surveyOf(papers), prose);
    expect([doubtful.shown.length, doubtful.more]).toEqual([200, '1,100 more']);
    expect(methodView(surveyOf(papers.slice(0, 200)), prose).doubtful.more).toBeNull();
  });

  test('links the topics that a boundary rule names', () => {
    expect(methodView(surveyOf([]), prose).boundaries).toEqual([
      [
        { text: 'A kettle that sings is ', href: null },
        { text: 'Whistling', href: '/survey/topics/whistling/' },
        { text: '.', href: null },
      ],
    ]);
  });

  test('counts for how many papers each field is known', () => {
    const view = methodView(surveyOf([paperOf('a', { arxiv: '2601.00001' }), paperOf('b')]), prose);
    expect(view.coverage.find(({ field }) => field === 'arXiv id')).toEqual({
      field: 'arXiv id',
      count: '1',
      share: '50 %',
    });
  });
});

test('the day of a capture is told as far as it is known', () => {
  const dates = { oldest: '2024-05', newest: '2026-06-01' };
  expect(describeCaptureDate({ listedOn: 'Apr 13', dates })).toBe(
    'Listing of Apr 13; records from May 2024 to 1 June 2026',
  );
  expect(describeCaptureDate({ listedOn: null, dates: { ...dates, newest: '2024-05' } })).toBe(
    'Day not stated; records of May 2024',
  );
  expect(describeCaptureDate({ listedOn: null, dates: null })).toBe('Day not stated');
});

test('the home page shows dated papers only, newest first', () => {
  const view = homeView(surveyOf([paperOf('a'), paperOf('b', publishedOn('2020')), paperOf('c', publishedOn('2021'))]));
  expect(view.newest.map(({ id }) => id)).toEqual(['c', 'b']);
  expect(view.frame.breadcrumbs).toEqual([]);
  expect(view.frame.head.title).toBe('Atlas of Kettles');
});

test('a mail address becomes a mail link, a page stays what it is, anything else is no link', () => {
  const contactOf = (contact: string) => {
    const survey = surveyOf([]);
    return aboutView({ ...survey, site: { ...survey.site, contact } }, { title: 'About', description: 'x' }).contact
      .href;
  };
  expect(contactOf('us@kettles.example')).toBe('mailto:us@kettles.example');
  expect(contactOf('https://kettles.example/@us')).toBe('https://kettles.example/@us');
  expect(contactOf('javascript:alert(1)//@x')).toBeNull();
  expect(contactOf('Room 5, ask for Ada')).toBeNull();
});

test('requests go to the repository where there is no contact, and the page says when there is neither', () => {
  const contactOf = (repository: string | null) => {
    const survey = surveyOf([]);
    return aboutView({ ...survey, site: { ...survey.site, repository } }, { title: 'About', description: 'x' }).contact;
  };
  expect(contactOf('https://github.com/a/b').href).toMatch(/^https:\/\/github\.com\/a\/b\/issues\/new/);
  expect(contactOf(null).href).toBeNull();
  expect(contactOf(null).text).toContain('neither a contact nor a repository');
});

test('the error page is not for search engines', () => {
  const { frame } = notFoundView(surveyOf([]));
  expect(frame.head.metas).toContainEqual({ key: 'name', name: 'robots', content: 'noindex' });
});
