import { describe, expect, test } from 'vitest';
import { diagnosticAt, diagnosticInFile, diagnosticWithoutPlace } from '../../../src/corpus/diagnostics.ts';
import { formatForGithub } from '../../../src/reporters/github.ts';
import { formatAsJson } from '../../../src/reporters/json.ts';
import { formatDuration, isQuiet } from '../../../src/reporters/progress.ts';
import { formatForTerminal } from '../../../src/reporters/terminal.ts';

const diagnostics = [
  diagnosticWithoutPlace('duplicate-id', 'two papers would be "a"'),
  diagnosticInFile('unreadable-file', 'seeds/x.txt', 'cannot be read (EACCES)', 'a readable text file'),
  diagnosticAt(
    'year-unknown',
    { path: 'seeds/y.txt', line: 3, column: 7 },
    'no year in "Apr 5"',
    'a year, such as 50% of dates have',
  ),
  diagnosticAt('year-unknown', { path: 'seeds/y.txt', line: 9, column: 1 }, 'no year in "Apr 6"'),
];

describe('terminal', () => {
  const text = formatForTerminal(diagnostics);

  test('names place, message, expectation and code on one line', () => {
    expect(text).toContain(
      'seeds/y.txt:3:7: no year in "Apr 5", expected a year, such as 50% of dates have  [warning year-unknown]',
    );
  });

  test('groups by file, gives help once per code, and counts at the end', () => {
    expect(text.match(/^seeds\/y\.txt$/gm)).toHaveLength(1);
    expect(text.match(/year-unknown: /g)).toHaveLength(1);
    expect(text.split('\n').at(-1)).toBe('2 errors, 2 warnings, 0 notes');
  });

  test('says so when there is nothing to say', () => {
    expect(formatForTerminal([])).toBe('no diagnostics');
  });
});

describe('github', () => {
  const lines = formatForGithub(diagnostics).split('\n');

  test('is one workflow command a diagnostic, with place as far as known', () => {
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^::error title=duplicate-id::/);
    expect(lines[1]).toMatch(/^::error file=seeds\/x\.txt,title=unreadable-file::/);
    expect(lines[2]).toMatch(/^::warning file=seeds\/y\.txt,line=3,col=7,title=year-unknown::/);
  });

  test('escapes what would end the command', () => {
    expect(lines[2]).toContain('50%25 of dates');
    const hostile = diagnosticInFile('unreadable-file', 'a,b:c.txt', 'first\n::error::second');
    expect(formatForGithub([hostile])).toMatch(/^::error file=a%2Cb%3Ac\.txt,.*first%0A::error::second/);
    expect(formatForGithub([hostile]).split('\n')).toHaveLength(1);
  });
});

describe('json', () => {
  test('holds every diagnostic with the help of its code', () => {
    const parsed: unknown = JSON.parse(formatAsJson(diagnostics));
    const help = 'Give one of them another id in content/permalinks.txt.';
    expect(parsed).toMatchObject([{ code: 'duplicate-id', severity: 'error', help }, {}, {}, {}]);
  });
});

describe('progress', () => {
  test.each([
    [{ CI: 'true' }, [], true],
    [{ npm_config_loglevel: 'silent' }, [], true],
    [{}, ['--silent'], true],
    [{}, [], false],
  ])('with %j and %j quiet is %j', (environment, args, quiet) => {
    expect(isQuiet(environment, args)).toBe(quiet);
  });

  test('durations are read at a glance', () => {
    expect([formatDuration(8.4), formatDuration(999), formatDuration(1000), formatDuration(61_240)]).toEqual([
      '8 ms',
      '999 ms',
      '1.0 s',
      '61.2 s',
    ]);
  });
});

test('text from captures cannot command the terminal', () => {
  const hostile = diagnosticWithoutPlace('duplicate-id', 'a \u001b[31m title \u0007 \u202Eback');
  expect(formatForTerminal([hostile])).toContain('a \\u001b[31m title \\u0007 \\u202eback');
});
