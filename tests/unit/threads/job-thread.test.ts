import { expect, test } from 'vitest';
import { JobThread } from '../../../src/threads/job-thread.ts';

const kettle = (): JobThread<unknown> => new JobThread('tests/fixtures/threads/kettle.ts');
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'none');

test('every order gets what was made of it, one that fails its own reason', async () => {
  const jobs = kettle();
  const outcomes = ['tea', 'coffee', 'milk'].map((drink) => jobs.run(drink).then(text, reasonOf));
  expect(await Promise.all(outcomes)).toEqual(['a cup of tea', 'no coffee', 'a cup of milk']);
});

test('it takes orders again after it had nothing to do', async () => {
  const jobs = kettle();
  expect(text(await jobs.run('tea'))).toBe('a cup of tea');
  expect(text(await jobs.run('water'))).toBe('a cup of water');
});

test('an order of the wrong form is refused', async () => {
  await expect(kettle().run(5)).rejects.toThrow(/expected string/);
});

test('when the thread ends, all orders that were waiting fail, and the next begins anew', async () => {
  const jobs = kettle();
  const outcomes = ['crash', 'tea'].map((drink) => jobs.run(drink).then(text, reasonOf));
  for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatch(/ended with jobs undone \(3\)/);
  expect(text(await jobs.run('tea'))).toBe('a cup of tea');
});

test('a module that cannot be loaded fails every order', async () => {
  const jobs = new JobThread('tests/fixtures/threads/absent.ts');
  await expect(jobs.run('tea')).rejects.toThrow(/absent/);
});
