/** That a judge scores an entry. */
export type Pair = { readonly entry: string; readonly judge: string };

export type ForbiddenPair = Pair & { readonly reason: string };

export type EntryToJudge = {
  readonly key: string;
  readonly categoryKey: string;
  /** The prefecture, or whatever else judges of one entry should not share. */
  readonly groupKey: string;
  /** How many judges this entry gets in all, where it differs from `perEntry`: a third reader. */
  readonly wanted?: number;
};

export type JudgeToAssign = {
  readonly key: string;
  readonly categoryKey: string;
  readonly groupKey: string;
  /** How many entries the judge takes at most, kept ones included; without it, any number. */
  readonly maxLoad?: number;
};

export type AssignmentProblem = {
  readonly entries: readonly EntryToJudge[];
  readonly judges: readonly JudgeToAssign[];
  readonly forbidden: readonly ForbiddenPair[];
  /** Pairs that must stay, such as those whose sheet is begun. */
  readonly kept: readonly Pair[];
  readonly perEntry: number;
  /** How many judges of one group an entry gets at most; kept ones beyond it stay. Without it, any number. */
  readonly perGroup?: number;
  /** Decides between assignments that are equally good; recorded with the result. */
  readonly seed: string;
};

export type Assignment = {
  /** Sorted by entry, then judge. */
  readonly pairs: readonly Pair[];
  /** For each category with judges, the largest load less the smallest. */
  readonly loadSpread: Readonly<Record<string, number>>;
  /** What one more entry costs at each judge, whole numbers: with them `dualityGap` proves the pairs the best. */
  readonly prices: Readonly<Record<string, number>>;
};

/** By UTF-16 code unit: the same order on every machine, whatever its language. */
export const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

export const byPair = (a: Pair, b: Pair): number =>
  byText(a.entry, b.entry) || byText(a.judge, b.judge);

/** Answers whether a pair is among the given ones. */
export function pairSet(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const judges = new Map<string, Set<string>>();
  for (const { entry, judge } of pairs)
    judges.set(entry, (judges.get(entry) ?? new Set()).add(judge));
  return ({ entry, judge }) => judges.get(entry)?.has(judge) ?? false;
}

/** How many of the pairs each key of one side has. */
export function countBy(pairs: readonly Pair[], side: keyof Pair): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
  return counts;
}

/** For each category, the largest load of its judges less the smallest. */
export function loadSpread(
  judges: readonly JudgeToAssign[],
  pairs: readonly Pair[],
): Record<string, number> {
  const loads = countBy(pairs, 'judge');
  const byCategory = new Map<string, number[]>();
  for (const { key, categoryKey } of [...judges].sort((a, b) =>
    byText(a.categoryKey, b.categoryKey),
  ))
    byCategory.set(categoryKey, [...(byCategory.get(categoryKey) ?? []), loads.get(key) ?? 0]);
  return Object.fromEntries(
    [...byCategory].map(([category, all]) => [category, Math.max(...all) - Math.min(...all)]),
  );
}
