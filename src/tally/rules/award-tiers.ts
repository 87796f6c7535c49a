import type { AwardTier } from './award-places.js';
import { compare, ratio, type Ratio } from './exact.js';
import type { RankedEntry } from './rank.js';

/** Who gets which award, and the places of better awards that nobody was good enough for. */
export type Awarded = {
  /** The tier's code by entry; an entry that is not selected has none. */
  readonly tiers: ReadonlyMap<string, string>;
  readonly lapsed: number;
};

const valueOf = ({ exact }: RankedEntry): Ratio => ratio(BigInt(exact.n), BigInt(exact.d));

/**
 * Gives the awards in order of rank: the best tier that still has room and whose bound the entry
 * reaches. Once an entry is below a tier's bound, so is everyone after it, and its places lapse.
 * @param ranked best first, only entries that may get an award
 */
export function giveAwards(
  ranked: readonly RankedEntry[],
  tiers: readonly AwardTier[],
  places: readonly number[],
): Awarded {
  const given = new Map<string, string>();
  let at = 0;
  let left = places[0] ?? 0;
  let lapsed = 0;
  for (const entry of ranked) {
    while (at < tiers.length && !reaches(entry, tiers[at] as AwardTier, left)) {
      lapsed += left;
      left = places[++at] ?? 0;
    }
    const tier = tiers[at];
    if (tier === undefined) break;
    given.set(entry.entry, tier.code);
    left--;
  }
  return { tiers: given, lapsed };
}

const reaches = (entry: RankedEntry, { minScore }: AwardTier, left: number): boolean =>
  left > 0 && (minScore === null || compare(valueOf(entry), ratio(minScore)) >= 0);

/** Entries that nothing separates although they were given different awards. */
export function tiedAcrossAwards(
  ranked: readonly RankedEntry[],
  tiers: ReadonlyMap<string, string>,
): string[] {
  const awards = new Map<number, Set<string | undefined>>();
  for (const { rank, entry } of ranked)
    awards.set(rank, (awards.get(rank) ?? new Set()).add(tiers.get(entry)));
  return ranked.filter(({ rank }) => (awards.get(rank)?.size ?? 0) > 1).map(({ entry }) => entry);
}
