import { expect, test } from 'vitest';
import { writerOf } from '../../../src/exports/writer.ts';
import { citationWith } from '../../support/citations.ts';

test('writes each citation once and joins what it wrote, in the order given', () => {
  const asked: string[] = [];
  const write = writerOf(
    ({ id }) => {
      asked.push(id);
      return `<${id}>`;
    },
    (entries) => entries.join(' '),
  );
  const [a, b] = [citationWith({ id: 'a' }), citationWith({ id: 'b' })];
  expect(write([a, b])).toBe('<a> <b>');
  expect(write([b, a, b])).toBe('<b> <a> <b>');
  expect(write([])).toBe('');
  expect(asked).toEqual(['a', 'b']);
});
