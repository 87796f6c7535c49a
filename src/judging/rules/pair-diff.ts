import {
  type AssignmentProblem,
  byPair,
  byText,
  countBy,
  type Pair,
  pairSet,
} from './assignment-shapes.js';

export type PairDiff = {
  readonly added: readonly Pair[];
  readonly removed: readonly Pair[];
  readonly kept: number;
};

/** What one assignment changes of another; each list sorted. */
export function pairDiff(before: readonly Pair[], after: readonly Pair[]): PairDiff {
  const [had, has] = [pairSet(before), pairSet(after)];
  const added = after.filter((pair) => !had(pair)).sort(byPair);
  const removed = before.filter((pair) => !has(pair)).sort(byPair);
  return { added, removed, kept: after.length - added.length };
}

export type LoadChange = {
  readonly judge: string;
  readonly before: number;
  readonly after: number;
};

/** How many entries each judge of either has, by code; judges of the problem without any too. */
export function loadChanges(
  judges: readonly { readonly key: string }[],
  before: readonly Pair[],
  after: readonly Pair[],
): LoadChange[] {
  const [had, has] = [countBy(before, 'judge'), countBy(after, 'judge')];
  const codes = new Set([...judges.map(({ key }) => key), ...had.keys(), ...has.keys()]);
  return [...codes].sort(byText).map((judge) => ({
    judge,
    before: had.get(judge) ?? 0,
    after: has.get(judge) ?? 0,
  }));
}

/** The entries served worst: most of their judges come from one group, such as a prefecture. */
export type WorstServed = { readonly together: number; readonly entries: readonly string[] };

/** The most judges of one group at one entry, and where; none where every panel is mixed. */
export function worstServed(problem: AssignmentProblem, pairs: readonly Pair[]): WorstServed {
  const groups = new Map(problem.judges.map(({ key, groupKey }) => [key, groupKey]));
  const company = new Map<string, Map<string, number>>();
  for (const { entry, judge } of pairs) {
    const counts = company.get(entry) ?? new Map<string, number>();
    const group = groups.get(judge) ?? judge;
    company.set(entry, counts.set(group, (counts.get(group) ?? 0) + 1));
  }
  const most = new Map(
    [...company].map(([entry, counts]) => [entry, Math.max(...counts.values())]),
  );
  const together = Math.max(1, ...most.values());
  const entries = [...most].filter(([, count]) => together > 1 && count === together);
  return { together, entries: entries.map(([entry]) => entry).sort(byText) };
}
