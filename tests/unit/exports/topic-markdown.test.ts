import { expect, test } from 'vitest';
import { topicMarkdown, withLinks } from '../../../src/exports/topic-markdown.ts';

const cited = new Map([
  ['a', { label: 'Adams [sic], 2024', page: 'https://example.org/papers/a/' }],
  ['b', { label: 'Baker', page: 'https://example.org/papers/b/' }],
]);

test('citations become links; what is not known stays as it is written', () => {
  expect(withLinks('One [@a; @b], two [@b], three [@c; @a] and x@y.', cited)).toBe(
    'One ([Adams \\[sic\\], 2024](https://example.org/papers/a/); [Baker](https://example.org/papers/b/)), ' +
      'two ([Baker](https://example.org/papers/b/)), three [@c; @a] and x@y.',
  );
});

test('a topic has its definition, its text and every paper with links', () => {
  const paper = { id: 'a', title: 'A_b', label: 'A', authors: 'Ada Adams', published: 'ICML 2024' };
  const text = topicMarkdown({
    title: 'Figs',
    definition: 'Growing figs.',
    place: 'Orchards · Atlas',
    page: 'https://example.org/topics/figs/',
    reference: '“Figs”. Atlas. Version 1.0, 2026-11-21.',
    prose: '## Trees\n\nTall [@b].\n',
    cited,
    papers: [{ ...paper, page: '/papers/a/', source: 'https://arxiv.org/abs/2401.00001' }],
    also: [{ ...paper, authors: null, published: null, page: '/papers/z/', source: null }],
  });
  expect(text).toBe(`# Figs

> Growing figs.

Orchards · Atlas: <https://example.org/topics/figs/>

Cite as: “Figs”. Atlas. Version 1.0, 2026-11-21. <https://example.org/topics/figs/>

## Trees

Tall ([Baker](https://example.org/papers/b/)).

## Papers

- [A\\_b](/papers/a/): Ada Adams. ICML 2024. <https://arxiv.org/abs/2401.00001>

## Papers of other topics that belong here too

- [A\\_b](/papers/z/)
`);
});
