import { expect, test } from 'vitest';
import {
  headersFile,
  headersFor,
  hostHeaders,
  joinPolicies,
  parseHeadersFile,
} from '../../../src/site/host-headers.ts';

const files = [
  'index.html',
  '404.html',
  'papers/kettle/index.html',
  'papers/kettle.bib',
  '_astro/page.Dyhcvb-d.css',
  'fonts/math.css',
  'fonts/text.4PxCX5X6.woff2',
  'pagefind/pagefind.js',
  'pagefind/pagefind.en_7ba64afed9.pf_meta',
  'pagefind/fragment/en_128d289.pf_fragment',
];
const rules = hostHeaders({ base: '/survey/', files, policy: "default-src 'self'" });

function headerOf(address: string, name: string): string[] {
  return headersFor(rules, `/survey/${address}`).flatMap(([known, value]) => (known === name ? [value] : []));
}

test('every address below the base has the policy, which also forbids framing', () => {
  for (const address of ['', 'papers/kettle/', '_astro/page.Dyhcvb-d.css', 'no-such-page/']) {
    expect(headerOf(address, 'Content-Security-Policy')).toEqual(["default-src 'self'; frame-ancestors 'none'"]);
    expect(headerOf(address, 'X-Content-Type-Options')).toEqual(['nosniff']);
  }
  expect(headersFor(rules, '/elsewhere/')).toEqual([]);
});

test('files named by their content are kept, all others asked for again, each told once', () => {
  const kept = files.filter((file) => headerOf(file, 'Cache-Control').join().includes('immutable'));
  expect(kept).toEqual([
    '_astro/page.Dyhcvb-d.css',
    'fonts/text.4PxCX5X6.woff2',
    'pagefind/pagefind.en_7ba64afed9.pf_meta',
    'pagefind/fragment/en_128d289.pf_fragment',
  ]);
  for (const file of files.filter((name) => name !== 'index.html')) {
    expect(headerOf(file, 'Cache-Control'), file).toHaveLength(1);
  }
  expect(headerOf('', 'Cache-Control')).toEqual(['public, max-age=0, must-revalidate']);
});

test('the file that hosts read says the same', () => {
  expect(parseHeadersFile(headersFile(rules))).toEqual(rules);
});

test('the policy of the site allows what any of its pages allows', () => {
  expect(
    joinPolicies([
      "default-src 'self';script-src 'self' 'sha256-a'; require-trusted-types-for 'script'",
      "default-src 'self'; script-src 'self' 'sha256-b';",
    ]),
  ).toBe("default-src 'self'; script-src 'self' 'sha256-a' 'sha256-b'; require-trusted-types-for 'script'");
});
