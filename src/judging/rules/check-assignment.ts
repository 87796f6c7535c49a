import { byText, type AssignmentProblem, type Pair } from './assignment-shapes.js';

export type Violation = {
  readonly code:
    | 'wrong-count'
    | 'pair-twice'
    | 'unknown-entry'
    | 'unknown-judge'
    | 'wrong-category'
    | 'forbidden-pair'
    | 'kept-pair-lost'
    | 'over-max-load'
    | 'over-group-limit'
    | 'load-spread';
  /** The keys concerned and what is wrong with them, to be read by people. */
  readonly about: string;
};

/**
 * Lists what is wrong with an assignment. It shares nothing with the code that makes assignments but
 * the shape of the problem, so a fault in one is not hidden by the same fault in the other. Recusals
 * can make an even load impossible: `allowedSpread` says how uneven loads may be.
 */
export function checkAssignment(
  problem: AssignmentProblem,
  pairs: readonly Pair[],
  allowedSpread = 1,
): Violation[] {
  const violations = [
    ...checkPairs(problem, pairs),
    ...checkEntries(problem, pairs),
    ...checkJudges(problem, pairs),
    ...checkGroups(problem, pairs),
    ...checkSpread(problem, pairs, allowedSpread),
  ];
  return violations.sort((a, b) => byText(a.code, b.code) || byText(a.about, b.about));
}

const named = ({ entry, judge }: Pair): string => `${entry} × ${judge}`;
const idOf = ({ entry, judge }: Pair): string => JSON.stringify([entry, judge]);

function checkPairs(problem: AssignmentProblem, pairs: readonly Pair[]): Violation[] {
  const [ours, theirs] = [problem.entries, problem.judges].map(
    (rows) => new Map(rows.map(({ key, categoryKey }) => [key, categoryKey])),
  ) as [Map<string, string>, Map<string, string>];
  const made = new Set(pairs.map(idOf));
  const seen = new Set<string>();
  const faultsOf = (pair: Pair): Violation['code'][] => {
    const { entry, judge } = pair;
    const isTwice = seen.has(idOf(pair));
    seen.add(idOf(pair));
    const isKnown = ours.has(entry) && theirs.has(judge);
    return [
      ...(isTwice ? ['pair-twice' as const] : []),
      ...(ours.has(entry) ? [] : ['unknown-entry' as const]),
      ...(theirs.has(judge) ? [] : ['unknown-judge' as const]),
      ...(isKnown && ours.get(entry) !== theirs.get(judge) ? ['wrong-category' as const] : []),
    ];
  };
  const found = (code: Violation['code'], about: string): Violation => ({ code, about });
  return [
    ...pairs.flatMap((pair) => faultsOf(pair).map((code) => found(code, named(pair)))),
    ...problem.kept
      .filter((pair) => !made.has(idOf(pair)))
      .map((pair) => found('kept-pair-lost', named(pair))),
    ...problem.forbidden
      .filter((pair) => made.has(idOf(pair)))
      .map((pair) => found('forbidden-pair', `${named(pair)}: ${pair.reason}`)),
  ];
}

/** How many entries each judge has. */
function loadsOf(pairs: readonly Pair[]): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { judge } of pairs) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  return loads;
}

function checkEntries(
  { entries, perEntry }: AssignmentProblem,
  pairs: readonly Pair[],
): Violation[] {
  const judges = new Map<string, Set<string>>();
  for (const { entry, judge } of pairs)
    judges.set(entry, (judges.get(entry) ?? new Set()).add(judge));
  return entries.flatMap(({ key, wanted = perEntry }) => {
    const count = judges.get(key)?.size ?? 0;
    return count === wanted
      ? []
      : [{ code: 'wrong-count', about: `${key}: ${count}, not ${wanted}` }];
  });
}

function checkJudges({ judges }: AssignmentProblem, pairs: readonly Pair[]): Violation[] {
  const loads = loadsOf(pairs);
  return judges.flatMap(({ key, maxLoad = Infinity }) => {
    const load = loads.get(key) ?? 0;
    return load <= maxLoad
      ? []
      : [{ code: 'over-max-load', about: `${key}: ${load} > ${maxLoad}` }];
  });
}

/** That no entry gets another judge of a group of which it has enough. */
function checkGroups(
  { judges, kept, perGroup }: AssignmentProblem,
  pairs: readonly Pair[],
): Violation[] {
  if (perGroup === undefined) return [];
  const groupOf = new Map(judges.map(({ key, groupKey }) => [key, groupKey]));
  const countsOf = (list: readonly Pair[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { entry, judge } of list) {
      const place = `${entry} × ${groupOf.get(judge)}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  };
  const before = countsOf(kept);
  return [...countsOf(pairs)].flatMap(([place, count]): Violation[] =>
    count <= perGroup || count <= (before.get(place) ?? 0)
      ? []
      : [{ code: 'over-group-limit', about: `${place}: ${count} > ${perGroup}` }],
  );
}

function checkSpread(
  { judges }: AssignmentProblem,
  pairs: readonly Pair[],
  allowedSpread: number,
): Violation[] {
  const loads = loadsOf(pairs);
  const ends = new Map<string, { readonly least: number; readonly most: number }>();
  for (const { key, categoryKey } of judges) {
    const load = loads.get(key) ?? 0;
    const { least, most } = ends.get(categoryKey) ?? { least: load, most: load };
    ends.set(categoryKey, { least: Math.min(least, load), most: Math.max(most, load) });
  }
  return [...ends].flatMap(([category, { least, most }]) =>
    most - least <= allowedSpread
      ? []
      : [{ code: 'load-spread' as const, about: `${category}: from ${least} to ${most}` }],
  );
}
