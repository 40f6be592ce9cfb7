import { describe, expect, it } from 'vitest';
import { Grouping } from '../../../src/corpus/grouping.ts';

describe('Grouping', () => {
  it('is transitive and remembers the weakest reason', () => {
    const grouping = new Grouping([null, null, null, null]);
    grouping.link(2, 3, 'similarity');
    grouping.link(0, 2, 'title');
    expect(grouping.together(0, 3)).toBe(true);
    expect(grouping.groups()).toEqual([
      { members: [0, 2, 3], reason: 'similarity' },
      { members: [1], reason: null },
    ]);
  });

  it('keeps separated indexes apart, also through others', () => {
    const grouping = new Grouping([null, null, null]);
    grouping.separate(0, 2);
    expect(grouping.link(0, 1, 'title')).toBe(true);
    expect(grouping.link(1, 2, 'title')).toBe(false);
    expect(grouping.separated(1, 2)).toBe(true);
  });

  it('keeps different identifiers apart, also through others', () => {
    const grouping = new Grouping(['x', null, 'y']);
    expect(grouping.link(0, 1, 'title')).toBe(true);
    expect(grouping.link(1, 2, 'title')).toBe(false);
    grouping.identify(['x', null, 'x']);
    expect(grouping.link(1, 2, 'title')).toBe(true);
  });
});
