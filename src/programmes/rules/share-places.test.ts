import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { sharePlaces } from './share-places.js';

/** The fourteen prefectures, ten thousands of people, in the order of their codes. */
const people = [
  ...[1004.8, 390.3, 272.6, 664.5, 656.4, 505.2, 527.9],
  ...[151.7, 385.2, 466.7, 529.0, 458.8, 382.7, 248.8],
];
const units = (weights: readonly number[]) =>
  weights.map((weight, at) => ({ code: String(430100 + at * 100), weight }));
const placesOf = (weights: readonly number[], total: number, base: number): number[] => {
  const shared = sharePlaces(units(weights), { total, base });
  if (!shared.ok) throw new Error(shared.code);
  return shared.value.map(({ places }) => places);
};

describe('the sharing of places by weight', () => {
  it.each([
    [
      'forty by people, one for each first',
      people,
      40,
      1,
      [5, 2, 2, 4, 4, 3, 3, 2, 2, 3, 3, 3, 2, 2],
    ],
    [
      'forty by people, two for each first',
      people,
      40,
      2,
      [4, 3, 2, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 2],
    ],
    ['equal weights, the rest by order', [1, 1, 1], 5, 1, [2, 2, 1]],
    ['nothing but the base', [3, 1], 2, 1, [1, 1]],
    ['nothing for no weight', [0, 2, 1], 3, 0, [0, 2, 1]],
    ['a tie of remainders by order', [1, 1], 1, 0, [1, 0]],
  ] as const)('gives %s', (_what, weights, total, base, places) => {
    expect(placesOf(weights, total, base)).toEqual(places);
  });

  it.each([
    [[0, 0], 4, 0, 'no-weights'],
    [[], 4, 0, 'no-weights'],
    [[1, -1], 4, 0, 'wrong-weight'],
    [[1, Number.NaN], 4, 0, 'wrong-weight'],
    [[1, 1], 3, 2, 'too-few-places'],
  ] as const)('refuses %j for %d with base %d: %s', (weights, total, base, code) => {
    expect(sharePlaces(units(weights), { total, base })).toEqual({ ok: false, code });
  });

  it('gives all of it, nobody a whole place off their share, and no more to the lighter', () => {
    const random = seededRandom('places');
    for (let round = 0; round < 500; round++) {
      const weights = Array.from({ length: 1 + random.below(15) }, () => 1 + random.below(5_000));
      const [base, spare] = [random.below(4), random.below(200)];
      const total = base * weights.length + spare;
      const places = placesOf(weights, total, base);
      const sum = weights.reduce((all, one) => all + one, 0);
      expect(places.reduce((all, one) => all + one, 0)).toBe(total);
      for (const [at, weight] of weights.entries()) {
        const exact = base + (spare * weight) / sum;
        expect(Math.abs((places[at] as number) - exact)).toBeLessThan(1 + 1e-9);
        const lighter = places.filter((_, other) => (weights[other] as number) < weight);
        expect(places[at]).toBeGreaterThanOrEqual(Math.max(0, ...lighter));
      }
    }
  });
});
