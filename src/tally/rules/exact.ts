import { promiseKept } from '../../platform/pure/promise-kept.js';

/** A fraction in lowest terms with a positive denominator: never rounded. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** `n / d` in lowest terms. Throws for a zero denominator. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  promiseKept(bottom !== 0n, 'a fraction has a denominator other than 0');
  const divisor = greatestCommonDivisor(absolute(top), absolute(bottom));
  const sign = bottom < 0n ? -1n : 1n;
  return { n: (sign * top) / divisor, d: (sign * bottom) / divisor };
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);

export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);

/** A fraction divided by a whole number other than 0. */
export const divideByInt = (a: Ratio, divisor: number): Ratio => ratio(a.n, a.d * BigInt(divisor));

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The mean of whole numbers, at least one. */
export const mean = (numbers: readonly number[]): Ratio =>
  ratio(
    numbers.reduce((sum, number) => sum + BigInt(number), 0n),
    numbers.length,
  );

/**
 * The population variance of whole numbers, at least one: the mean of the squares less the square
 * of the mean, as one fraction.
 */
export function variance(numbers: readonly number[]): Ratio {
  const count = BigInt(numbers.length);
  const sum = numbers.reduce((total, number) => total + BigInt(number), 0n);
  const squares = numbers.reduce((total, number) => total + BigInt(number) ** 2n, 0n);
  return ratio(count * squares - sum * sum, count * count);
}

/**
 * Decimal text with exactly `decimals` places, a half rounded away from zero (四舍五入): 1.005 is
 * `1.01` and -1.005 is `-1.01`.
 */
export function roundHalfUp(value: Ratio, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * absolute(value.n) * scale + value.d) / (2n * value.d);
  const sign = value.n < 0n && rounded > 0n ? '-' : '';
  if (decimals === 0) return `${sign}${rounded}`;
  const digits = String(rounded % scale).padStart(decimals, '0');
  return `${sign}${rounded / scale}.${digits}`;
}
