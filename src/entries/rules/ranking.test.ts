import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedUp, reorder } from './ranking.js';

describe('a new order', () => {
  it.each([
    ['any permutation', ['a', 'b', 'c'], ['c', 'a', 'b'], true],
    ['nothing of nothing', [], [], true],
    ['one left out', ['a', 'b'], ['a'], false],
    ['one too many', ['a'], ['a', 'b'], false],
    ['one twice', ['a', 'b'], ['a', 'a'], false],
    ['another entry', ['a', 'b'], ['a', 'x'], false],
  ])('of %s', (_what, endorsed, wanted, allowed) => {
    const expected = allowed
      ? { ok: true, value: wanted }
      : { ok: false, code: 'not-a-permutation' };
    expect(reorder(endorsed, wanted)).toEqual(expected);
  });
});

it('closing up gives 1, 2, 3 … and keeps the order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 })), (ranks) => {
      const closed = closedUp(ranks.map((rank) => ({ rank, was: rank })));
      expect(closed.map(({ rank }) => rank)).toEqual(ranks.map((_, index) => index + 1));
      expect(closed.map(({ was }) => was)).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});
