import { assign } from './assignment.js';
import type { AssignmentProblem, JudgeToAssign } from './assignment-shapes.js';

/** What alone would let a category be assigned: each was tried with the solver. */
export type Loosening = {
  /** The least limit of entries for a judge with which it works; null where no limit helps. */
  readonly maxLoad: number | null;
  /** The least number of judges of one group for an entry with which it works; null where none helps. */
  readonly perGroup: number | null;
  /** The fewest further judges, without any conflict and with the limit of the others. */
  readonly invite: number;
};

/** @param problem one category that cannot be assigned as it is */
export function loosening(problem: AssignmentProblem): Loosening {
  const limit = commonLimit(problem.judges);
  const works = (maxLoad: number): boolean => assign(limited(problem, maxLoad)).ok;
  const most = problem.entries.length;
  const mayHelp = limit !== null && limit < most && works(most);
  return {
    maxLoad: mayHelp ? least(limit + 1, works) : null,
    perGroup: enoughPerGroup(problem),
    invite: least(1, (count) => assign(withMore(problem, count, limit)).ok),
  };
}

function enoughPerGroup({ perGroup, ...problem }: AssignmentProblem): number | null {
  if (perGroup === undefined || !assign(problem).ok) return null;
  return least(perGroup + 1, (count) => assign({ ...problem, perGroup: count }).ok);
}

/** The smallest number from `first` on that works, if all above one that works do. */
function least(first: number, works: (count: number) => boolean): number {
  let [below, above, stride] = [first - 1, first, 1];
  while (!works(above)) {
    below = above;
    above += stride;
    stride *= 2;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (works(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The lowest limit of a judge; null where nobody has one. */
function commonLimit(judges: readonly JudgeToAssign[]): number | null {
  const limits = judges.flatMap(({ maxLoad }) => (maxLoad === undefined ? [] : [maxLoad]));
  return limits.length > 0 ? Math.min(...limits) : null;
}

/** Nobody's limit below this one. */
const limited = (problem: AssignmentProblem, maxLoad: number): AssignmentProblem => ({
  ...problem,
  judges: problem.judges.map((judge) => ({
    ...judge,
    maxLoad: judge.maxLoad === undefined ? undefined : Math.max(judge.maxLoad, maxLoad),
  })),
});

/** With so many more judges, each of a group of their own. */
function withMore(
  problem: AssignmentProblem,
  count: number,
  limit: number | null,
): AssignmentProblem {
  const categoryKey = problem.entries[0]?.categoryKey ?? '';
  const more = Array.from({ length: count }, (_, at) => {
    const key = `\uffff${at}`;
    return { key, categoryKey, groupKey: key, maxLoad: limit ?? undefined };
  });
  return { ...problem, judges: [...problem.judges, ...more] };
}
