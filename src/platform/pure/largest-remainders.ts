/**
 * Hamilton's method: which shares are rounded up so that all of them, else rounded down, add up to the
 * whole number that their exact sum holds. Equal remainders go by the order of the shares.
 * @param numerators of shares over the same denominator, none below zero @returns indices of the shares
 */
export function largestRemainders(
  numerators: readonly bigint[],
  denominator: bigint,
): ReadonlySet<number> {
  const remainders = numerators.map((numerator, at) => ({ at, rest: numerator % denominator }));
  const left = remainders.reduce((sum, { rest }) => sum + rest, 0n) / denominator;
  const largestFirst = remainders.sort((a, b) =>
    a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
  );
  return new Set(largestFirst.slice(0, Number(left)).map(({ at }) => at));
}
