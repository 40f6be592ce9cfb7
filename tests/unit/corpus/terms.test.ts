import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, TermIndex, termKey, tokenise } from '../../../src/corpus/terms.ts';

const words = (text: string) => tokenise(text).map(({ word }) => word);

function found(text: string, terms: readonly string[], group = 'one'): Record<string, number> {
  const index = new TermIndex(terms.map((term) => ({ term, value: term, group })));
  return Object.fromEntries(index.count(tokenise(text)));
}

describe('foldWord', () => {
  it.each([
    ['LLMs', 'LLM'],
    ['caches', 'cache'],
    ['searches', 'search'],
    ['boxes', 'box'],
    ['classes', 'class'],
    ['queries', 'query'],
    ['LMs', 'LM'],
    ['GPUs', 'GPU'],
    ['Résumé', 'resume'],
    ['ﬁne', 'fine'],
  ])('folds %s and %s to one form', (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b));
  });

  it.each([
    ['NAS', 'NA'],
    ['analysis', 'analysi'],
    ['loss', 'los'],
    ['bus', 'bu'],
  ])('does not take the s of %s for a plural', (a, b) => {
    expect(foldWord(a)).not.toBe(foldWord(b));
  });
});

describe('tokenise', () => {
  it('splits at hyphens and slashes and drops a possessive s', () => {
    expect(words('Low-bit key/value of the model’s GPU')).toEqual(words('low bit key value of the model GPU'));
  });

  it('says where each word stands', () => {
    const text = 'Fast, “décodage” 2:4.';
    expect(tokenise(text).map(({ surface, start }) => text.slice(start, start + surface.length))).toEqual([
      'Fast',
      'décodage',
      '2',
      '4',
    ]);
  });

  it('starts a new phrase after punctuation but not after a hyphen or a ratio', () => {
    expect(tokenise('a-b c, d (e) 2:4').map(({ startsPhrase }) => startsPhrase)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('never throws and finds every word where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { surface, start } of tokenise(text))
          expect(text.slice(start, start + surface.length)).toBe(surface);
      }),
    );
  });
});

describe('termKey', () => {
  it('is the same for open, hyphenated and solid spelling', () => {
    expect(new Set(['pre-training', 'pre training', 'Pretraining'].map(termKey)).size).toBe(1);
  });
});

describe('TermIndex', () => {
  it('finds phrases as whole words in any spelling', () => {
    expect(found('KV caches beat a kv-cache; kvcache.', ['kv cache'])).toEqual({ 'kv cache': 3 });
    expect(found('akv cachet', ['kv cache', 'cache'])).toEqual({});
  });

  it('finds a term in capitals only in capitals only', () => {
    expect(found('NAS and rag', ['NAS', 'RAG'])).toEqual({ NAS: 1 });
    expect(found('LUTs', ['LUT'])).toEqual({ LUT: 1 });
  });

  it('does not join two words into a short term', () => {
    expect(found('N as in N AS', ['NAS'])).toEqual({});
  });

  it('does not find a phrase across punctuation', () => {
    expect(found('We keep the cache. Long context follows', ['cache long'])).toEqual({});
  });

  it('counts only the longest of overlapping terms of a group, and both across groups', () => {
    const text = 'visual grounding and grounding';
    expect(found(text, ['visual grounding', 'grounding'])).toEqual({ 'visual grounding': 1, grounding: 1 });
    const index = new TermIndex([
      { term: 'visual grounding', value: 'a', group: 'a' },
      { term: 'grounding', value: 'b', group: 'b' },
    ]);
    expect(Object.fromEntries(index.count(tokenise(text)))).toEqual({ a: 1, b: 2 });
  });

  it('counts as often as a term is repeated', () => {
    fc.assert(
      fc.property(fc.nat(20), (times) => {
        expect(found('sparse attention; '.repeat(times), ['sparse attention'])['sparse attention'] ?? 0).toBe(times);
      }),
    );
  });
});
