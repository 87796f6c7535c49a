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
  const extra = largestRemainders(tiers, hundredths);
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

/** The tiers that get one of the places which rounding all of them down left over (Hamilton). */
function largestRemainders(
  tiers: readonly AwardTier[],
  hundredths: readonly number[],
): ReadonlySet<number> {
  const sharing = tiers.flatMap(({ perCategory, rounding }, at) =>
    perCategory.kind === 'ratio' && rounding === 'hamilton' ? [at] : [],
  );
  const remainder = (at: number): number => (hundredths[at] as number) % 100;
  const left = Math.floor(sharing.reduce((sum, at) => sum + remainder(at), 0) / 100);
  return new Set(sharing.sort((a, b) => remainder(b) - remainder(a) || a - b).slice(0, left));
}

/** The lowest value that gets any award, in hundredths; null when there is no such bound. */
export function lowestMinimum(tiers: readonly AwardTier[]): number | null {
  const bounds = tiers.map(({ minScore }) => minScore);
  return bounds.includes(null) ? null : Math.min(...(bounds as number[]));
}
