import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatListFragment, parseListFragment } from '../../../src/client/list-link.ts';

const paperIds = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,3}$/), { maxLength: 30 });

describe('the fragment of a link', () => {
  test('brings back the papers it was made of, in order', () => {
    fc.assert(
      fc.property(paperIds, (ids) => {
        expect(parseListFragment(formatListFragment(ids))).toEqual({ ids, unreadable: [], announced: ids.length });
      }),
    );
  });

  test('is a valid part of an address that no program has to encode', () => {
    fc.assert(
      fc.property(paperIds, (ids) => {
        const fragment = formatListFragment(ids);
        expect(new URL(`https://survey.example/list/${fragment}`).hash).toBe(fragment);
        expect(fragment).toMatch(/^#[a-z0-9=&,-]*$/);
      }),
    );
  });

  test.each([
    ['encoded once', '#n%3D2%26papers%3Da%2Cb'],
    ['its commas encoded', '#n=2&papers=a%2Cb'],
    ['written into HTML', '#n=2&amp;papers=a,b'],
    ['wrapped', '#n=2&papers=a,%20b'],
  ])('is read when it was %s on the way', (_, fragment) => {
    expect(parseListFragment(fragment)).toEqual({ ids: ['a', 'b'], unreadable: [], announced: 2 });
  });

  test('names what is no id, and tells when papers are missing', () => {
    expect(parseListFragment('#n=4&papers=a,B!,a,kettle-stu')).toEqual({
      ids: ['a', 'kettle-stu'],
      unreadable: ['B!'],
      announced: 4,
    });
  });

  test.each(['', '#', '#abstract', '#n=2', '#%'])('carries no list where it is "%s"', (fragment) => {
    expect(parseListFragment(fragment)).toBeNull();
  });

  test('never throws, and no part of it is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
        const shared = parseListFragment(`#papers=${encodeURIComponent(text.toWellFormed())}`);
        if (/[%&+#\ud800-\udfff]/.test(text)) return;
        expect([...(shared?.ids ?? []), ...(shared?.unreadable ?? [])].sort()).toEqual([...new Set(parts)].sort());
      }),
    );
  });
});
