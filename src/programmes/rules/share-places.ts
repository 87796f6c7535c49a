import { allow, type Decision, refuse } from '../../platform/pure/decision.js';

/** A unit with what its share is measured by: people, schools, entries of last year. */
export type Weighted = { readonly code: string; readonly weight: number };

export type Share = {
  readonly code: string;
  /** `numerator / denominator` places beyond the base, before anything is rounded. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly places: number;
};

export type SharingRefusal = 'no-weights' | 'wrong-weight' | 'too-few-places';

/** Weights are read to this many parts of one. */
const parts = 1000;

/**
 * Shares places by weight: first the same base for each unit, then the rest by the method of largest
 * remainders (Hamilton), exactly. Equal remainders go by the order of the units.
 */
export function sharePlaces(
  units: readonly Weighted[],
  { total, base }: { readonly total: number; readonly base: number },
): Decision<readonly Share[], SharingRefusal> {
  if (units.some(({ weight }) => !(weight >= 0 && weight <= 1e9))) return refuse('wrong-weight');
  const weights = units.map(({ weight }) => BigInt(Math.round(weight * parts)));
  const denominator = weights.reduce((sum, one) => sum + one, 0n);
  if (denominator === 0n) return refuse('no-weights');
  const rest = total - base * units.length;
  if (rest < 0) return refuse('too-few-places');
  const numerators = weights.map((weight) => weight * BigInt(rest));
  const whole = numerators.map((numerator) => Number(numerator / denominator));
  const left = rest - whole.reduce((sum, one) => sum + one, 0);
  const lucky = new Set(byRemainder(numerators, denominator).slice(0, left));
  return allow(
    units.map(({ code }, at) => ({
      code,
      numerator: numerators[at] as bigint,
      denominator,
      places: base + (whole[at] as number) + Number(lucky.has(at)),
    })),
  );
}

/** The units' places in their list, the largest remainder first. */
function byRemainder(numerators: readonly bigint[], denominator: bigint): number[] {
  const remainder = (at: number): bigint => (numerators[at] as bigint) % denominator;
  return numerators
    .map((_, at) => at)
    .sort((a, b) => {
      const [left, right] = [remainder(a), remainder(b)];
      if (left === right) return a - b;
      return left > right ? -1 : 1;
    });
}
