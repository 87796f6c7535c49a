import { describe, expect, it } from 'vitest';
import { comparability } from './comparability.js';

const panels = (...texts: string[]) =>
  texts.flatMap((judges, entry) =>
    [...judges].map((judgeId) => ({ entryId: String(entry), judgeId })),
  );

describe('comparability', () => {
  it.each([
    ['all judges read all', panels('abcd', 'abcd'), 1, 1],
    ['every two judges share one entry', panels('ab', 'bc', 'ac'), 1, 1],
    // Laplacian of a path of 3 halved: eigenvalues 1/2 and 3/2; harmonic 3/4, arithmetic 1.
    ['judges form a chain', panels('ab', 'bc'), 1, 0.75],
    ['panels are fixed', panels('ab', 'ab', 'cd'), 2, 0],
  ])('when %s', (_when, pairs, parts, share) => {
    const found = comparability(pairs);
    expect(found.parts).toBe(parts);
    expect(found.share).toBeCloseTo(share, 12);
  });

  it('has no figure for a judge alone', () => {
    expect(comparability(panels('a', 'a'))).toEqual({ judges: 1, parts: 1, share: null });
  });

  it('does not depend on names or order', () => {
    const pairs = panels('abc', 'bcd', 'cde', 'ade');
    const other = [...pairs].reverse().map((pair) => ({ ...pair, judgeId: `x${pair.judgeId}` }));
    expect(comparability(other).share).toBeCloseTo(comparability(pairs).share as number, 12);
  });
});
