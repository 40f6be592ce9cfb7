import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/corpus/characters.ts';

describe('visibleText', () => {
  it.each([
    ['zero-width spaces and word joiners', 'in\u200Bvis\u2060ible'],
    ['changes of the reading direction', '\u202Ein\u2066visible\u2069'],
    ['controls and noncharacters, which XML does not allow', '\u0007in\uFFFEvisible\uFFFF'],
    ['lone surrogates', 'in\uD800visible'],
  ])('drops %s', (_, text) => {
    expect(visibleText(text)).toBe('invisible');
  });

  it('keeps joiners, which scripts need, and composes letters', () => {
    expect(visibleText('क्\u200Dष cafe\u0301')).toBe('क्\u200Dष café');
  });
});
