import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { largestRemainders } from '../../platform/pure/largest-remainders.js';

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
  const lucky = largestRemainders(numerators, denominator);
  return allow(
    units.map(({ code }, at) => {
      const numerator = numerators[at] as bigint;
      const whole = Number(numerator / denominator);
      return { code, numerator, denominator, places: base + whole + Number(lucky.has(at)) };
    }),
  );
}
