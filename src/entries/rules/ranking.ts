import { allow, type Decision, refuse } from '../../platform/pure/decision.js';

/** The new order, when it names each endorsed entry exactly once. */
export function reorder(
  endorsed: readonly string[],
  wanted: readonly string[],
): Decision<readonly string[], 'not-a-permutation'> {
  const known = new Set(endorsed);
  const same =
    wanted.length === endorsed.length &&
    new Set(wanted).size === wanted.length &&
    wanted.every((id) => known.has(id));
  return same ? allow(wanted) : refuse('not-a-permutation');
}

/** Ranks 1, 2, 3 … in the order of the ranks given; a withdrawal may have left a gap. */
export const closedUp = <Ranked extends { readonly rank: number | null }>(
  entries: readonly Ranked[],
): (Ranked & { readonly rank: number })[] =>
  [...entries]
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((entry, index) => ({ ...entry, rank: index + 1 }));
