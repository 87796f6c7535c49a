import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwardTier, lowestMinimum, placesOf } from './award-places.js';

const count = (value: number, minScore: number | null = null): AwardTier => ({
  code: 'a',
  perCategory: { kind: 'count', value },
  rounding: 'floor',
  minScore,
});
const ratio = (perCent: number, rounding: AwardTier['rounding']): AwardTier => ({
  code: 'b',
  perCategory: { kind: 'ratio', perCent },
  rounding,
  minScore: null,
});

describe('the places of awards', () => {
  it.each([
    ['a count, however many entries there are', [count(10)], 3, [10]],
    ['a share rounded down', [ratio(15, 'floor')], 39, [5]],
    ['a share rounded up', [ratio(15, 'ceil')], 39, [6]],
    ['a share rounded to the nearest', [ratio(15, 'half-up')], 39, [6]],
    ['half a place rounded up', [ratio(50, 'half-up')], 5, [3]],
    [
      'shares by largest remainders',
      [ratio(15, 'hamilton'), ratio(25, 'hamilton'), ratio(30, 'hamilton')],
      39,
      [6, 10, 11],
    ],
    ['nothing of nothing', [ratio(15, 'ceil')], 0, [0]],
  ])('are %s', (_what, tiers, entries, places) => {
    expect(placesOf(tiers, entries)).toEqual(places);
  });

  it('by largest remainders add up to their common share rounded down', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(shares, fc.nat(500), (perCents, entries) => {
        const places = placesOf(
          perCents.map((perCent) => ratio(perCent, 'hamilton')),
          entries,
        );
        const sum = perCents.reduce((total, one) => total + one, 0);
        expect(places.reduce((total, one) => total + one, 0)).toBe(
          Math.floor((sum * entries) / 100),
        );
      }),
    );
  });

  it.each([
    ['the lowest of them', [count(1, 9000), count(1, 7500)], 7500],
    ['none when any award has none', [count(1, 9000), count(1)], null],
  ])('have as common bound %s', (_what, tiers, bound) => {
    expect(lowestMinimum(tiers)).toBe(bound);
  });
});
