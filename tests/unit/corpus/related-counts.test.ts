import { expect, test } from 'vitest';
import { countRelated } from '../../../src/corpus/related-counts.ts';

const naming = (id: string, ...others: readonly string[]) => ({
  id,
  related: others.map((other) => ({ id: other, score: 0.5, shared: [] })),
});

test('a paper counts those it names and those that name it, each once', () => {
  const counts = countRelated([naming('a', 'b', 'c'), naming('b', 'a'), naming('c'), naming('d', 'c')]);
  expect(Object.fromEntries(counts)).toEqual({ a: 2, b: 1, c: 2, d: 1 });
});

test('what is no paper of the survey does not count, nor does the paper itself', () => {
  expect(Object.fromEntries(countRelated([naming('a', 'gone', 'a')]))).toEqual({ a: 0 });
});
