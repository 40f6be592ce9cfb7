import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRuns, longestSharedRun } from '../../../src/corpus/copied-text.ts';
import { wordsOf } from '../../../src/corpus/words.ts';

const abstract = 'Steam leaves through three valves that open one after the other when pressure rises in the vessel.';
const longestIn = (sentence: string, texts = [{ id: 'kettle', text: abstract }]) =>
  longestSharedRun(sentence, indexRuns(texts, [sentence]));

describe('longestSharedRun', () => {
  it('finds a whole sentence in spite of case, punctuation and accents', () => {
    const shared = longestIn('STEAM leaves, through thrée valves: that open one-after the other!');
    expect(shared).toMatchObject({ id: 'kettle', words: 11, whole: true });
  });

  it('finds eight words within a sentence of its own, not seven', () => {
    expect(longestIn('We saw that open one after the other when pressure fell.')).toMatchObject({
      words: 8,
      whole: false,
      excerpt: 'that open one after the other when pressure',
    });
    expect(longestIn('We saw it open one after the other when pressure fell.')).toBeNull();
  });

  it('finds the longest run of words that stand in any of the texts', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const text = fc.array(word, { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (sentence, texts) => {
        const collection = texts.map((words, id) => ({ id: String(id), text: words.join(' ') }));
        const within = (run: readonly string[]) =>
          texts.some((words) => ` ${words.join(' ')} `.includes(` ${run.join(' ')} `));
        let longest = 0;
        for (let from = 0; from < sentence.length; from += 1) {
          for (let to = from + 8; to <= sentence.length; to += 1) {
            if (within(sentence.slice(from, to))) longest = Math.max(longest, to - from);
          }
        }
        const shared = longestIn(sentence.join(' '), collection);
        expect(shared?.words ?? 0).toBe(longest);
        expect(shared?.whole ?? false).toBe(longest > 0 && longest === sentence.length);
      }),
    );
  });
});

describe('wordsOf', () => {
  it('parts words at hyphens, keeps decimals and percent signs, drops apostrophes', () => {
    const words = ['state', 'of', 'the', 'art', '37.5%', 'of', 'adas', 'naive', '1,000', '2.5', 'x'];
    expect(wordsOf('State-of-the-art: 37.5% of Ada’s naïve 1,000, 2.5x.')).toEqual(words);
  });
});
