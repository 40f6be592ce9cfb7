import { describe, expect, test } from 'vitest';
import { compareVersions, readHistory, type VersionFile } from '../../../src/corpus/history.ts';
import { versionText } from '../../../src/corpus/publication.ts';

const recorded = (title: string, known: Partial<VersionFile['papers'][string]> = {}) => ({
  title,
  topic: 'figs',
  abstract: '0000aaaa',
  ...known,
});
const fileOf = (version: string, date: string, parts: Partial<VersionFile> = {}): VersionFile => ({
  version,
  date,
  papers: {},
  texts: {},
  gone: {},
  ...parts,
});
const historyOf = (...files: readonly VersionFile[]) =>
  readHistory(files.map((file) => ({ path: `content/history/${file.version}.yaml`, text: versionText(file) })));

describe('readHistory', () => {
  const first = fileOf('0.1.0', '2026-11-21', {
    note: 'First: "published".',
    papers: { a: recorded('A'), b: recorded('B: “quoted”'), c: recorded('C') },
    texts: { 'topics/figs': { title: 'Figs', text: '11112222' }, 'topics/old': { title: 'Old' } },
  });
  const second = fileOf('0.2.0', '2026-12-01', {
    papers: {
      a: recorded('A, corrected', { venue: 'ICML 2026' }),
      b: recorded('B: “quoted”', { topic: 'plums' }),
      d: recorded('D'),
    },
    texts: { 'topics/figs': { title: 'Figs', text: '33334444' } },
    gone: { c: { to: 'a' }, 'topics/old': { to: 'topics/figs' } },
  });

  test('tells what each version added, moved, corrected, merged and removed, newest first', () => {
    const third = fileOf('0.10.0', '2027-01-01', { gone: { d: { reason: 'Asked.' } } });
    const { history, diagnostics } = historyOf(third, first, second);
    expect(diagnostics).toEqual([]);
    expect(history.versions.map(({ version, papers }) => [version, papers])).toEqual([
      ['0.10.0', 2],
      ['0.2.0', 3],
      ['0.1.0', 3],
    ]);
    expect(history.versions[0]).toMatchObject({ removed: [{ id: 'd', title: 'D', reason: 'Asked.' }], added: [] });
    expect(history.versions[1]).toMatchObject({
      isFirst: false,
      added: [{ id: 'd', title: 'D' }],
      moved: [{ id: 'b', from: 'figs', to: 'plums' }],
      corrected: [{ id: 'a', title: 'A, corrected', fields: ['title', 'venue'], formerTitle: 'A' }],
      merged: [{ id: 'c', title: 'C', to: 'a' }],
      removed: [],
      texts: [
        { key: 'topics/figs', change: 'revised' },
        { key: 'topics/old', title: 'Old', change: 'moved' },
      ],
    });
    expect(history.versions[2]).toMatchObject({ isFirst: true, note: 'First: "published".', papers: 3 });
  });

  test('knows the last published state and the day of the last change of everything', () => {
    const { history } = historyOf(first, second);
    expect([...history.state.papers.keys()]).toEqual(['a', 'b', 'd']);
    expect([...history.state.texts.keys()]).toEqual(['topics/figs']);
    expect(history.state.papers.get('a')).toEqual(recorded('A, corrected', { venue: 'ICML 2026' }));
    expect(history.changedOn.get('papers/a')).toBe('2026-12-01');
    expect(history.changedOn.get('papers/c')).toBe('2026-11-21');
  });

  test('reports a version twice, days that go back, and the departure of what was not there', () => {
    const files = [
      fileOf('1.0', '2026-12-01'),
      fileOf('1.0.0', '2026-12-02'),
      fileOf('1.1', '2026-11-01', { gone: { nobody: { reason: 'x' } } }),
    ];
    expect(historyOf(...files).diagnostics.map(({ message }) => message)).toEqual([
      'version 1.0 stands twice',
      'version 1.1 of 2026-11-01 follows 1.0 of 2026-12-01',
      '"nobody" goes, but was not there',
    ]);
  });

  test('leaves out a file that cannot be read, with its place', () => {
    const { history, diagnostics } = readHistory([{ path: 'content/history/x.yaml', text: 'version: 1\n' }]);
    expect(history.versions).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('invalid-content');
  });
});

test('versions are ordered by the size of their numbers', () => {
  expect(['0.10', '0.9.1', '1', '0.9'].toSorted(compareVersions)).toEqual(['0.9', '0.9.1', '0.10', '1']);
});
