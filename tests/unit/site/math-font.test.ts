import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fontBytes } from '../../../src/site/fonts.ts';
import { mathCharacters, mathFont } from '../../../src/site/math-font.ts';

describe('the characters of formulas', () => {
  test('leave out text around formulas and markup within', () => {
    expect(mathCharacters(['abc <math display="block"><mn>12</mn></math> xyz'])).toBe('12');
  });

  test('include the italic form of a single letter, also of the irregular h', () => {
    expect(mathCharacters(['<math><mi>x</mi></math>'])).toBe('x\u{1d465}');
    expect(mathCharacters(['<math><mi>h</mi></math>'])).toBe('h\u210e');
    expect(mathCharacters(['<math><mi>π</mi></math>'])).toBe('π\u{1d70b}');
  });

  test('do not include italics for words and numbers', () => {
    expect(mathCharacters(['<math><mi>max</mi><mn>1</mn></math>'])).toBe('1amx');
  });

  test('are those that entities stand for', () => {
    expect(mathCharacters(['<math><mo>&lt;</mo><mo>&#x2264;</mo><mo>&#215;</mo></math>'])).toBe('<×≤');
  });

  test('do not depend on the order of the texts', () => {
    const [a, b] = ['<math><mn>1</mn></math>', '<math><mn>2</mn></math>'];
    expect(mathCharacters([a, b])).toBe(mathCharacters([b, a]));
  });
});

test('the font is a small WOFF2 file', async () => {
  const cache = await mkdtemp(path.join(tmpdir(), 'math-font-'));
  onTestFinished(() => rm(cache, { recursive: true }));
  const font = await fontBytes(mathFont('1+𝑥'), cache);
  expect(new TextDecoder().decode(font.slice(0, 4))).toBe('wOF2');
  expect(font.length).toBeLessThan(20_000);
});
