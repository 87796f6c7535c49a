import { largestRemainders } from '../../platform/pure/largest-remainders.js';

/** One award of a category: how many get it, and from which value on. */
export type AwardTier = {
  readonly code: string;
  readonly perCategory:
    | { readonly kind: 'count'; readonly value: number }
    | { readonly kind: 'ratio'; readonly perCent: number };
  readonly rounding: 'floor' | 'ceil' | 'half-up' | 'hamilton';
  /** Hundredths; nothing below it gets this award, even if places stay empty (宁缺毋滥). */
  readonly minScore: number | null;
};

/** How many places each tier has among `entries` entries, in the order of the tiers. */
export function placesOf(tiers: readonly AwardTier[], entries: number): number[] {
  const hundredths = tiers.map(({ perCategory }) =>
    perCategory.kind === 'ratio' ? perCategory.perCent * entries : 0,
  );
  const shared = tiers.map(({ rounding }, at) =>
    rounding === 'hamilton' ? BigInt(hundredths[at] as number) : 0n,
  );
  const extra = largestRemainders(shared, 100n);
  return tiers.map(({ perCategory, rounding }, at) => {
    if (perCategory.kind === 'count') return perCategory.value;
    const share = hundredths[at] as number;
    return rounded[rounding](share) + Number(extra.has(at));
  });
}

/** Hundredths of a place made whole places. */
const rounded: Readonly<Record<AwardTier['rounding'], (hundredths: number) => number>> = {
  floor: (share) => Math.floor(share / 100),
  ceil: (share) => Math.ceil(share / 100),
  'half-up': (share) => Math.floor((share + 50) / 100),
  hamilton: (share) => Math.floor(share / 100),
};

/** The lowest value that gets any award, in hundredths; null when there is no such bound. */
export function lowestMinimum(tiers: readonly AwardTier[]): number | null {
  const bounds = tiers.map(({ minScore }) => minScore);
  return bounds.includes(null) ? null : Math.min(...(bounds as number[]));
}
