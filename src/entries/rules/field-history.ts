/** A version of a field as the thinning sees it. */
export type Dated = { readonly version: number; readonly at: Date };

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long ago (milliseconds) a version may lie to be kept one in so many milliseconds. */
const grain = [
  { younger: 10 * minute, one: minute / 2 },
  { younger: day, one: 10 * minute },
  { younger: Infinity, one: day },
] as const;

/**
 * The versions that need not be kept: of those that lie close together the last one stays, closer for
 * what is recent (half a minute, later ten minutes, later a day). The newest of all always stays.
 */
export function thinned(versions: readonly Dated[], now: Date): number[] {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const filled = new Set<string>();
  return newestFirst.flatMap(({ version, at }, place) => {
    const age = now.getTime() - at.getTime();
    const one = grain.find(({ younger }) => age < younger)?.one ?? day;
    const bucket = `${one} ${Math.floor(at.getTime() / one)}`;
    const isSpare = place > 0 && filled.has(bucket);
    filled.add(bucket);
    return isSpare ? [version] : [];
  });
}
