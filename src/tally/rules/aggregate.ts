import { allow, refuse, type Decision } from '../../platform/pure/decision.js';
import { divideByInt, mean, ratio, type Ratio } from './exact.js';

export type Method =
  | { readonly kind: 'mean' }
  /** 去掉一个最高分和一个最低分: one of each, even where several judges gave the same. */
  | { readonly kind: 'trim'; readonly high: 1; readonly low: 1 }
  | { readonly kind: 'median' };

export type Aggregate = {
  /** In hundredths of a point, like the totals. */
  readonly value: Ratio;
  /** The places in `totals` left out, ascending. */
  readonly dropped: readonly number[];
  /** The method that was used in fact; `settled` where judges far apart were brought to one value. */
  readonly used: Method['kind'] | 'settled';
  readonly notice: 'too-few-to-trim' | null;
};

/** A value as a sum of totals (hundredths) over how many there are, so that nothing is rounded. */
export type Settled = { readonly sum: number; readonly count: number };

/** With three scores trimming would be the median, which ranks worse than the mean. */
const fewestToTrim = 4;

/**
 * One figure from the totals of an entry's sheets, whole hundredths. Which of several equal extremes
 * is dropped depends on their places alone: the first of the lowest, the last of the highest.
 */
export function aggregate(
  method: Method,
  totals: readonly number[],
): Decision<Aggregate, 'no-scores'> {
  if (totals.length === 0) return refuse('no-scores');
  if (method.kind === 'median') return allow(whole(median(totals), 'median'));
  if (method.kind === 'mean') return allow(whole(mean(totals), 'mean'));
  if (totals.length < fewestToTrim)
    return allow({ ...whole(mean(totals), 'mean'), notice: 'too-few-to-trim' });
  return allow(trim(totals));
}

/** The figure on which judges who were far apart were brought together. */
export const settledBy = ({ sum, count }: Settled): Aggregate =>
  whole(ratio(sum, count), 'settled');

const whole = (value: Ratio, used: Aggregate['used']): Aggregate => ({
  value,
  dropped: [],
  used,
  notice: null,
});

function trim(totals: readonly number[]): Aggregate {
  const ranked = placesByTotal(totals);
  const left = ranked.slice(1, -1).map((place) => totals[place] as number);
  const dropped = [ranked[0] as number, ranked.at(-1) as number].sort((a, b) => a - b);
  return { value: mean(left), dropped, used: 'trim', notice: null };
}

const placesByTotal = (totals: readonly number[]): number[] =>
  totals
    .map((_, place) => place)
    .sort((a, b) => (totals[a] as number) - (totals[b] as number) || a - b);

function median(totals: readonly number[]): Ratio {
  const sorted = [...totals].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  return divideByInt(ratio(BigInt(lower) + BigInt(upper)), 2);
}
