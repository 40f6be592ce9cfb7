import { expect, test } from 'vitest';
import { Kept } from '../../../src/client/kept.ts';

test('what was loaded is kept', async () => {
  let loads = 0;
  const kept = new Kept(() => Promise.resolve((loads += 1)));
  expect(kept.asked).toBeNull();
  expect(await Promise.all([kept.get(), kept.get()])).toEqual([1, 1]);
  expect(await kept.asked).toBe(1);
});

test('a failure is told to all who wait for it, and not kept', async () => {
  let loads = 0;
  const kept = new Kept(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(loads);
  });
  const answers = await Promise.allSettled([kept.get(), kept.get()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(kept.asked).toBeNull();
  expect(await kept.get()).toBe(2);
});
