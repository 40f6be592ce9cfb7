import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glanceAt } from '../../../src/client/list-text.ts';
import { formatList } from '../../../src/client/reading-list.ts';

const paperId = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,3}$/);
const awkward = fc.constantFrom('"id":"no"', '","read":["no"]', '\\', '"', '{"id":"no","note":""}');
const note = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary' })), { maxLength: 3 })
  .map((parts) => parts.join(''));

test('a glance sees the papers of a list, whatever its notes hold', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: paperId, note }), { selector: ({ id }) => id, maxLength: 6 }),
      fc.uniqueArray(paperId, { maxLength: 6 }),
      (papers, read) => {
        const glance = glanceAt(formatList({ papers, read }));
        expect([...glance.listed]).toEqual(papers.map(({ id }) => id));
        expect([...glance.read]).toEqual(read);
      },
    ),
  );
});

test('a glance at anything else never throws, and finds nothing but ids', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { listed, read } = glanceAt(text);
      for (const id of [...listed, ...read]) expect(id).toMatch(/^[a-z0-9-]+$/);
    }),
  );
});
