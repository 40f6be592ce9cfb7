import { expect, test } from 'vitest';
import { destinationOf } from '../../../src/corpus/prose-addresses.ts';

test.each([
  ['site', ['/a/', '../a', '#a', 'a b.png', 'kettle.png', '']],
  [
    'web',
    ['https://a.example', 'HTTP://a', '//a.example/', '\\\\a.example', '/\\a.example', '\u0001//a.example/', ' /\t/a'],
  ],
  ['mail', ['mailto:a@b', 'MailTo:a@b']],
  ['nowhere', ['a:80/', 'javascript:x()', 'java\tscript:x()', '\u0001data:x', 'https://a.example>', '//a>b/']],
] as const)('leads to %s', (destination, addresses) => {
  expect(addresses.map(destinationOf)).toEqual(addresses.map(() => destination));
});
