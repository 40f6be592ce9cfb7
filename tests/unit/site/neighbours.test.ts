import { expect, test } from 'vitest';
import { neighboursOf } from '../../../src/site/neighbours.ts';

const list = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase(), href: `/${id}/` }));

test('an entry has those before and after it', () => {
  expect(neighboursOf(list, 'b')).toEqual({
    previous: { label: 'A', href: '/a/' },
    next: { label: 'C', href: '/c/' },
  });
});

test('the ends have one neighbour, an entry that is not there has none', () => {
  expect(neighboursOf(list, 'a').previous).toBeNull();
  expect(neighboursOf(list, 'c').next).toBeNull();
  expect(neighboursOf(list, 'd')).toEqual({ previous: null, next: null });
  expect(neighboursOf([], 'a')).toEqual({ previous: null, next: null });
});
