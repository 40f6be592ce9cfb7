import { describe, expect, test } from 'vitest';
import { BuildStopped, describeFailure } from '../../../src/reporters/failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: some words`), { code, path: '/kettles/dist' });
}

describe('describeFailure', () => {
  test('says what a stopped build says, without the place in the program, also behind other errors', () => {
    const stopped = new BuildStopped('The survey was not built.');
    expect(describeFailure(stopped)).toBe('The survey was not built.');
    expect(describeFailure(new Error('content', { cause: stopped }))).toBe('The survey was not built.');
  });

  test.each([
    ['ENOSPC', /disk is full \(\/kettles\/dist\), expected room/],
    ['EFBIG', /expected a higher limit/],
    ['EROFS', /may not be written \(\/kettles\/dist\), expected permission/],
    ['EACCES', /expected permission/],
    ['ENOTDIR', /expected a path to a folder/],
    ['EMFILE', /too many files are open/],
  ])('explains %s with the path and what was expected', (code, words) => {
    const text = describeFailure(systemError(code));
    expect(text).toMatch(words);
    expect(text).toContain('as it was');
    expect(text).not.toContain(' at ');
  });

  test('shows the place in the program of a fault that nobody foresaw', () => {
    expect(describeFailure(new TypeError('kettle is not a function'))).toContain('failure.test.ts');
    expect(describeFailure('steam')).toBe('steam');
  });
});
