import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptParts, firstWords, markedParts } from '../../../src/client/excerpt.ts';

describe('excerpts', () => {
  test('marked words become marked parts', () => {
    expect(excerptParts('the <mark>KV</mark> <mark>cache</mark> grows')).toEqual([
      { text: 'the ', marked: false },
      { text: 'KV', marked: true },
      { text: ' ', marked: false },
      { text: 'cache', marked: true },
      { text: ' grows', marked: false },
    ]);
  });

  test('other markup stays text', () => {
    expect(excerptParts('<img src=x onerror=alert(1)> &lt;script&gt;')).toEqual([
      { text: '<img src=x onerror=alert(1)> <script>', marked: false },
    ]);
  });

  test('no text is lost but the marks and the escapes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean())), (words) => {
        const plain = words.map(([text, marked]) => [text.replace(/[<>&]/g, ''), marked] as const);
        const html = plain.map(([text, marked]) => (marked ? `<mark>${text}</mark>` : text)).join(' ');
        const parts = excerptParts(html);
        expect(parts.map((part) => part.text).join('')).toBe(plain.map(([text]) => text).join(' '));
      }),
    );
  });

  test('words that begin with a sought word are marked, hyphenated ones too', () => {
    expect(markedParts('A KV-Cache for Models', ['cache', 'model'])).toEqual([
      { text: 'A ', marked: false },
      { text: 'KV-Cache', marked: true },
      { text: ' for ', marked: false },
      { text: 'Models', marked: true },
    ]);
  });

  test('nothing sought, nothing marked', () => {
    expect(markedParts('A title', [])).toEqual([{ text: 'A title', marked: false }]);
  });

  test('a long text is cut after whole words', () => {
    expect(firstWords(' one two  three four ', 3)).toBe('one two three …');
    expect(firstWords('one two', 3)).toBe('one two');
  });
});
