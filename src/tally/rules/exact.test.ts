import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divideByInt,
  mean,
  ratio,
  roundHalfUp,
  subtract,
  variance,
} from './exact.js';

const whole = fc.integer({ min: -10_000, max: 10_000 });
const natural = fc.integer({ min: 1, max: 500 });
const fraction = fc.tuple(whole, natural).map(([n, d]) => ratio(n, d));
const numbers = fc.array(whole, { minLength: 1, maxLength: 9 });

describe('a ratio', () => {
  it.each([
    [6, 4, 3n, 2n],
    [-6, 4, -3n, 2n],
    [6, -4, -3n, 2n],
    [-6, -4, 3n, 2n],
    [0, -7, 0n, 1n],
    [5, 1, 5n, 1n],
  ])('of %i to %i is in lowest terms', (top, bottom, n, d) => {
    expect(ratio(top, bottom)).toEqual({ n, d });
  });

  it('throws for a denominator of 0', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });

  it('adds, subtracts and divides without rounding', () => {
    expect(add(ratio(1, 3), ratio(1, 6))).toEqual({ n: 1n, d: 2n });
    expect(subtract(ratio(1, 3), ratio(1, 2))).toEqual({ n: -1n, d: 6n });
    expect(divideByInt(ratio(4, 3), -2)).toEqual({ n: -2n, d: 3n });
  });

  it('is the same whichever way it is reached', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, natural, (a, b, c, k) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(divideByInt(ratio(a.n * BigInt(k), a.d), k)).toEqual(a);
      }),
    );
  });

  it('compares as its difference says', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const difference = subtract(a, b).n;
        expect(compare(a, b)).toBe(Number(difference > 0n) - Number(difference < 0n));
      }),
    );
  });

  it('tells apart what floating point cannot, and equates what it cannot', () => {
    expect(compare(ratio(10n ** 20n + 1n, 10n ** 20n), ratio(1))).toBe(1);
    expect(compare(add(ratio(1, 10), ratio(2, 10)), ratio(3, 10))).toBe(0);
  });
});

describe('rounding', () => {
  it.each([
    [ratio(1005, 1000), 2, '1.01'],
    [ratio(-1005, 1000), 2, '-1.01'],
    [ratio(1004, 1000), 2, '1.00'],
    [ratio(1, 3), 2, '0.33'],
    [ratio(2, 3), 2, '0.67'],
    [ratio(99995, 1000), 2, '100.00'],
    [ratio(5, 100), 1, '0.1'],
    [ratio(-4, 1000), 2, '0.00'],
    [ratio(5, 2), 0, '3'],
    [ratio(7), 3, '7.000'],
  ])('%o to %i places gives %s', (value, decimals, text) => {
    expect(roundHalfUp(value, decimals)).toBe(text);
  });

  it('is never off by more than half a place, and by half only upward', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), natural, fc.nat(4), (n, d, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const rounded = ratio(BigInt(roundHalfUp(ratio(n, d), decimals).replace('.', '')), scale);
        const error = subtract(rounded, ratio(n, d));
        expect(compare(error, ratio(1n, 2n * scale))).toBeLessThanOrEqual(0);
        expect(compare(error, ratio(-1n, 2n * scale))).toBe(1);
      }),
    );
  });
});

describe('mean and variance', () => {
  it('are those of the schoolbook', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toEqual(ratio(5));
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toEqual(ratio(4));
    expect(variance([7])).toEqual(ratio(0));
  });

  it('move with the numbers: shifted, the variance stays; stretched, it grows by the square', () => {
    fc.assert(
      fc.property(numbers, whole, natural, (list, by, times) => {
        const changed = list.map((number) => number * times + by);
        const scaled = variance(list);
        expect(variance(changed)).toEqual(ratio(scaled.n * BigInt(times) ** 2n, scaled.d));
        expect(mean(changed)).toEqual(
          add(ratio(mean(list).n * BigInt(times), mean(list).d), ratio(by)),
        );
      }),
    );
  });
});
