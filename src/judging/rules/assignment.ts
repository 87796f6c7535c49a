import { allow } from '../../platform/pure/decision.js';
import { promiseKept } from '../../platform/pure/promise-kept.js';
import { addPairs, type CategoryTask } from './assignment-network.js';
import {
  byPair,
  byText,
  countBy,
  loadSpread,
  pairSet,
  type Assignment,
  type AssignmentProblem,
  type EntryToJudge,
  type ForbiddenPair,
  type Pair,
} from './assignment-shapes.js';

export type Shortfall = {
  readonly entry: string;
  /** How many judges the entry lacks. */
  readonly missing: number;
  /** How many judges of its category may score it, busy or not, kept ones included. */
  readonly eligible: number;
  /** Why other judges of the category cannot: each reason with its number of judges. */
  readonly why: Readonly<Record<string, number>>;
};

export type KeptFault = Pair & {
  readonly fault: 'unknown-entry' | 'unknown-judge' | 'other-category' | 'forbidden' | 'too-many';
};

export type AssignmentDecision =
  | { readonly ok: true; readonly value: Assignment }
  | {
      readonly ok: false;
      readonly code: 'not-enough-judges';
      readonly shortfalls: readonly Shortfall[];
      /** As many pairs as there can be, kept ones included. */
      readonly pairs: readonly Pair[];
    }
  | {
      readonly ok: false;
      readonly code: 'kept-pairs-impossible';
      readonly faults: readonly KeptFault[];
    };

/** The reasons counted for eligible judges: no room left, or enough of their group at the entry. */
const atMaxLoad = 'at-max-load';
const atGroupLimit = 'at-group-limit';

/**
 * Gives every entry its judges: of its own category, none forbidden, all kept pairs kept, loads
 * within a category as even as can be. The same problem has the same answer on every machine and in
 * every order of its rows. Method: a minimum-cost flow for each category.
 */
export function assign(problem: AssignmentProblem): AssignmentDecision {
  const sorted = sortProblem(problem);
  const faults = keptFaults(sorted);
  if (faults.length > 0) return { ok: false, code: 'kept-pairs-impossible', faults };
  const categories = [...new Set(sorted.entries.map(({ categoryKey }) => categoryKey))];
  const added = categories.map((category) => addPairs(taskOf(sorted, category)));
  const pairs = [...sorted.kept, ...added.flatMap((each) => each.pairs)].sort(byPair);
  const shortfalls = findShortfalls(sorted, pairs);
  if (shortfalls.length > 0) return { ok: false, code: 'not-enough-judges', shortfalls, pairs };
  const prices = Object.fromEntries(added.flatMap((each) => each.prices));
  return allow({ pairs, loadSpread: loadSpread(sorted.judges, pairs), prices });
}

function sortProblem(problem: AssignmentProblem): AssignmentProblem {
  const byKey = (a: { readonly key: string }, b: { readonly key: string }) => byText(a.key, b.key);
  const entries = [...problem.entries].sort(byKey);
  const judges = [...problem.judges].sort(byKey);
  for (const rows of [entries, judges])
    promiseKept(new Set(rows.map(({ key }) => key)).size === rows.length, 'no key occurs twice');
  // A kept pair named twice is one pair; sorting brings the two together.
  const kept = [...problem.kept]
    .sort(byPair)
    .filter((pair, index, all) => index === 0 || byPair(pair, all[index - 1] as Pair) !== 0)
    .map(({ entry, judge }) => ({ entry, judge }));
  return { ...problem, entries, judges, kept };
}

const wantedBy = (entry: EntryToJudge, { perEntry }: AssignmentProblem): number =>
  entry.wanted ?? perEntry;

function keptFaults(problem: AssignmentProblem): KeptFault[] {
  const entries = new Map(problem.entries.map((entry) => [entry.key, entry]));
  const judges = new Map(problem.judges.map((judge) => [judge.key, judge]));
  const isForbidden = pairSet(problem.forbidden);
  const taken = countBy(problem.kept, 'entry');
  const faultOf = (pair: Pair): KeptFault['fault'] | null => {
    const entry = entries.get(pair.entry);
    const judge = judges.get(pair.judge);
    if (!entry) return 'unknown-entry';
    if (!judge) return 'unknown-judge';
    if (entry.categoryKey !== judge.categoryKey) return 'other-category';
    if (isForbidden(pair)) return 'forbidden';
    return (taken.get(entry.key) ?? 0) > wantedBy(entry, problem) ? 'too-many' : null;
  };
  return problem.kept.flatMap((pair) => {
    const fault = faultOf(pair);
    return fault ? [{ entry: pair.entry, judge: pair.judge, fault }] : [];
  });
}

function taskOf(problem: AssignmentProblem, category: string): CategoryTask {
  const isInCategory = (row: { readonly categoryKey: string }) => row.categoryKey === category;
  const entries = problem.entries.filter(isInCategory);
  const keys = new Set(entries.map(({ key }) => key));
  const isForbidden = pairSet(problem.forbidden);
  return {
    entries: entries.map((entry) => ({ key: entry.key, wanted: wantedBy(entry, problem) })),
    judges: problem.judges.filter(isInCategory),
    kept: problem.kept.filter(({ entry }) => keys.has(entry)),
    mayJudge: (pair) => !isForbidden(pair),
    perGroup: problem.perGroup,
    seed: problem.seed,
  };
}

function findShortfalls(problem: AssignmentProblem, pairs: readonly Pair[]): Shortfall[] {
  const taken = countBy(pairs, 'entry');
  return problem.entries.flatMap((entry) => {
    const has = taken.get(entry.key) ?? 0;
    const missing = wantedBy(entry, problem) - has;
    const own = pairs.filter((pair) => pair.entry === entry.key);
    return missing > 0 ? [shortfallOf(problem, entry, missing, own)] : [];
  });
}

function shortfallOf(
  problem: AssignmentProblem,
  entry: EntryToJudge,
  missing: number,
  pairs: readonly Pair[],
): Shortfall {
  const ofCategory = new Set(
    problem.judges.filter((judge) => judge.categoryKey === entry.categoryKey).map(({ key }) => key),
  );
  const barred = problem.forbidden.filter(
    (pair) => pair.entry === entry.key && ofCategory.has(pair.judge),
  );
  const eligible = ofCategory.size - new Set(barred.map(({ judge }) => judge)).size;
  const why = reasonsOf(barred);
  // The flow found no way to bring one more, so every other eligible judge without the entry is full.
  const shut = inShutGroups(problem, barred, pairs, ofCategory);
  const full = eligible - pairs.length - shut;
  if (shut > 0) why.set(atGroupLimit, shut);
  if (full > 0) why.set(atMaxLoad, full);
  return { entry: entry.key, missing, eligible, why: Object.fromEntries(why) };
}

/** How many eligible judges without the entry belong to a group of which it has enough. */
function inShutGroups(
  { judges, perGroup = Infinity }: AssignmentProblem,
  barred: readonly Pair[],
  pairs: readonly Pair[],
  ofCategory: ReadonlySet<string>,
): number {
  const [out, has] = [barred, pairs].map((list) => new Set(list.map(({ judge }) => judge)));
  const own = judges.filter(({ key }) => ofCategory.has(key));
  const counts = new Map<string, number>();
  for (const { key, groupKey } of own)
    if (has?.has(key)) counts.set(groupKey, (counts.get(groupKey) ?? 0) + 1);
  const isShut = (group: string): boolean => (counts.get(group) ?? 0) >= perGroup;
  return own.filter(({ key, groupKey }) => isShut(groupKey) && !has?.has(key) && !out?.has(key))
    .length;
}

/** Each reason with its number of judges, in the order of the reasons' names. */
function reasonsOf(barred: readonly ForbiddenPair[]): Map<string, number> {
  const judges = new Map<string, Set<string>>();
  for (const { judge, reason } of [...barred].sort((a, b) => byText(a.reason, b.reason)))
    judges.set(reason, new Set([...(judges.get(reason) ?? []), judge]));
  return new Map([...judges].map(([reason, each]) => [reason, each.size]));
}
