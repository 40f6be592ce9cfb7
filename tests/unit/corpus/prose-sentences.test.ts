import { describe, expect, it } from 'vitest';
import { citationGroups } from '../../../src/corpus/citations.ts';
import { sentencesOf } from '../../../src/corpus/prose-sentences.ts';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It is 2.5 times faster. So.', ['It is 2.5 times faster.', 'So.']],
    ['Adams et al. Say so, e.g. Here, cf. There.', ['Adams et al. Say so, e.g. Here, cf. There.']],
    ['It was J. Smith. He knew.', ['It was J. Smith.', 'He knew.']],
    ['Fast [@a]. Slow [@b].', ['Fast [@a].', 'Slow [@b].']],
    ['Fast. [@a] Slow. [@b; @c]', ['Fast. [@a]', 'Slow. [@b; @c]']],
    ['It is fast. vLLM is not.', ['It is fast.', 'vLLM is not.']],
    ['See fig. one of it.', ['See fig. one of it.']],
    ['“So.” They said.', ['“So.”', 'They said.']],
    ['A; b: c.', ['A; b: c.']],
    ['  ', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('citationGroups', () => {
  const ids = (text: string) => citationGroups(text).map(({ papers }) => papers.map(({ id }) => id));

  it('reads one paper or several, over the end of a line too', () => {
    expect(ids('a [@one] b [@two; @three-3;\n@four] c')).toEqual([['one'], ['two', 'three-3', 'four']]);
  });

  it.each(['[@One]', '[@a, b]', '[@a @b]', '[see @a]', '[@]', '[a@b.c]', '[@a;]'])('does not understand %s', (text) => {
    expect(ids(text)).toEqual([[]]);
  });

  it('leaves other brackets alone', () => {
    expect(citationGroups('[a] [1] (@b) @c [d')).toEqual([]);
  });

  it('says where each id stands', () => {
    const [group] = citationGroups('ab [@one; @two]');
    expect(group).toEqual({
      start: 3,
      end: 15,
      papers: [
        { id: 'one', start: 4 },
        { id: 'two', start: 10 },
      ],
    });
  });
});
