import { describe, expect, it } from 'vitest';
import type { Pair } from './assignment-shapes.js';
import { loadChanges, pairDiff, worstServed } from './pair-diff.js';

const pairs = (...texts: string[]): Pair[] =>
  texts.map((text) => ({ entry: text.charAt(0), judge: text.charAt(1) }));
const before = pairs('ax', 'ay', 'bx', 'by');
const after = pairs('ax', 'az', 'bx', 'bz');

describe('what one assignment changes of another', () => {
  it('is what it adds, what it takes away and how much it keeps', () => {
    expect(pairDiff(before, after)).toEqual({
      added: pairs('az', 'bz'),
      removed: pairs('ay', 'by'),
      kept: 2,
    });
    expect(pairDiff([], after)).toEqual({ added: after, removed: [], kept: 0 });
    expect(pairDiff(after, after)).toEqual({ added: [], removed: [], kept: 4 });
  });

  it('is told judge by judge, also of those who have nothing', () => {
    expect(loadChanges([{ key: 'x' }, { key: 'z' }, { key: 'w' }], before, after)).toEqual([
      { judge: 'w', before: 0, after: 0 },
      { judge: 'x', before: 2, after: 2 },
      { judge: 'y', before: 2, after: 0 },
      { judge: 'z', before: 0, after: 2 },
    ]);
  });
});

describe('the entries served worst', () => {
  const judges = [
    ['x', 'g'],
    ['y', 'g'],
    ['z', 'h'],
  ].map(([key = '', groupKey = '']) => ({ key, groupKey, categoryKey: 'A' }));
  const problem = { entries: [], judges, forbidden: [], kept: [], perEntry: 2, seed: '' };

  it('have the most judges of one group', () => {
    expect(worstServed(problem, pairs('ax', 'az', 'bx', 'by', 'cy', 'cx'))).toEqual({
      together: 2,
      entries: ['b', 'c'],
    });
    expect(worstServed(problem, pairs('ax', 'az'))).toEqual({ together: 1, entries: [] });
    expect(worstServed(problem, [])).toEqual({ together: 1, entries: [] });
  });
});
