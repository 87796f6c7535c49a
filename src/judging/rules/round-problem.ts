import {
  type AssignmentProblem,
  countBy,
  type ForbiddenPair,
  type Pair,
} from './assignment-shapes.js';
import type { ConflictKind, ConflictState } from './conflict-kinds.js';
import { isBinding } from './conflict-states.js';
import { type RepairProblem, repairTask } from './repair.js';
import type { RunKind } from './run-states.js';
import { isLive, type JudgeState, type SheetState } from './states.js';

/** A round as its rows tell it. Case numbers and judge codes name the pairs, so that a run can be repeated by others. */
export type RoundRows = {
  readonly entries: readonly {
    readonly id: string;
    readonly caseNo: string;
    readonly categoryId: string;
    readonly prefectureId: string;
  }[];
  readonly judges: readonly {
    readonly id: string;
    readonly code: string;
    readonly state: JudgeState;
    readonly categoryId: string;
    readonly unitId: string;
    readonly prefectureId: string | null;
  }[];
  readonly conflicts: readonly {
    readonly judgeId: string;
    readonly entryId: string;
    readonly kind: ConflictKind;
    readonly state: ConflictState;
  }[];
  readonly sheets: readonly SheetRow[];
  readonly perEntry: number;
  readonly seed: string;
};

export type SheetRow = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly state: SheetState;
};

/** What an administrator may ask of an assignment beyond its rules. */
export type RunSettings = {
  /** How many entries a judge takes at most; without it, any number. */
  readonly maxLoad?: number;
  /** How many judges of one prefecture or provincial unit an entry gets at most; without it, any number. */
  readonly perGroup?: number;
};

/** What a run computes: a whole assignment, or what a repair leaves to do. */
export const runProblem = (
  kind: RunKind,
  rows: RoundRows,
  settings: RunSettings = {},
): AssignmentProblem =>
  limited(kind === 'repair' ? repairTask(repairProblem(rows)) : assignmentProblem(rows), settings);

/** Nobody gets more than the limit; who has more already keeps it and gets nothing. */
function limited(given: AssignmentProblem, { maxLoad, perGroup }: RunSettings): AssignmentProblem {
  const problem = perGroup === undefined ? given : { ...given, perGroup };
  if (maxLoad === undefined) return problem;
  const held = countBy(problem.kept, 'judge');
  const limit = (judge: string): number => Math.max(maxLoad, held.get(judge) ?? 0);
  const judges = problem.judges.map((judge) => ({ ...judge, maxLoad: limit(judge.key) }));
  return { ...problem, judges };
}

/**
 * The problem of a whole assignment, of a round that never opened: accepted judges, all entries, nothing
 * kept. Nobody saw the sheets that were closed meanwhile, so whoever left and came back may get them again.
 */
export function assignmentProblem(rows: RoundRows): AssignmentProblem {
  const accepted = rows.judges.filter(({ state }) => state === 'accepted');
  return {
    ...sides(rows, accepted),
    forbidden: forbidden({ ...rows, sheets: [] }),
    kept: [],
    perEntry: rows.perEntry,
    seed: rows.seed,
  };
}

/** The problem of filling the gaps and undoing what must not be, moving nothing else. */
export function repairProblem(rows: RoundRows): RepairProblem {
  const pairs = pairsOf(rows);
  const live = pairs.filter(({ state }) => isLive(state));
  const finished = live.filter(({ state }) => state === 'signed');
  const holders = new Set(live.map(({ judge }) => judge));
  const judges = rows.judges.filter(({ code, state }) => state === 'accepted' || holders.has(code));
  const isFinished = (pair: Pair): boolean => finished.some((other) => isSame(pair, other));
  return {
    ...sides(rows, judges),
    forbidden: [
      ...forbidden(rows).filter((pair) => !isFinished(pair)),
      ...hadBefore(pairs.filter(isDead)),
    ],
    current: live.map(bare),
    withdrawn: judges.filter(({ state }) => state !== 'accepted').map(({ code }) => code),
    finished: finished.map(bare),
    had: pairs.map(bare),
    atLeast: rows.perEntry,
    seed: rows.seed,
  };
}

/** The pairs that count, and those that were taken from their judge, by public names. */
export const livePairs = (rows: RoundRows): Pair[] =>
  pairsOf(rows)
    .filter(({ state }) => isLive(state))
    .map(bare);
export const deadPairs = (rows: RoundRows): Pair[] => pairsOf(rows).filter(isDead).map(bare);

const isSame = (a: Pair, b: Pair): boolean => a.entry === b.entry && a.judge === b.judge;
const bare = ({ entry, judge }: Pair): Pair => ({ entry, judge });
const isDead = ({ state }: { readonly state: SheetState }): boolean => !isLive(state);
const hadBefore = (pairs: readonly Pair[]): ForbiddenPair[] =>
  pairs.map((pair) => ({ ...bare(pair), reason: 'had-before' }));

const sides = (rows: RoundRows, judges: RoundRows['judges']) => ({
  entries: rows.entries.map(({ caseNo, categoryId, prefectureId }) => ({
    key: caseNo,
    categoryKey: categoryId,
    groupKey: prefectureId,
  })),
  judges: judges.map(({ code, categoryId, prefectureId, unitId }) => ({
    key: code,
    categoryKey: categoryId,
    groupKey: prefectureId ?? unitId,
  })),
});

function pairsOf(rows: RoundRows): (Pair & { readonly state: SheetState })[] {
  const names = namesOf(rows);
  return rows.sheets.flatMap(({ entryId, judgeId, state }) => {
    const [entry, judge] = [names.get(entryId), names.get(judgeId)];
    return entry === undefined || judge === undefined ? [] : [{ entry, judge, state }];
  });
}

/** A conflict that is only proposed parts nobody: it keeps new pairs from being formed. */
function forbidden(rows: RoundRows): ForbiddenPair[] {
  const names = namesOf(rows);
  const held = new Set(
    rows.sheets
      .filter(({ state }) => isLive(state))
      .map(({ entryId, judgeId }) => `${judgeId} ${entryId}`),
  );
  const speaks = ({ judgeId, entryId, state }: RoundRows['conflicts'][number]): boolean =>
    isBinding(state) || !held.has(`${judgeId} ${entryId}`);
  return rows.conflicts.filter(speaks).flatMap(({ entryId, judgeId, kind }) => {
    const [entry, judge] = [names.get(entryId), names.get(judgeId)];
    return entry === undefined || judge === undefined ? [] : [{ entry, judge, reason: kind }];
  });
}

/** Case numbers by entry id and codes by judge id: ids are random, so one map serves both. */
const namesOf = ({ entries, judges }: RoundRows): Map<string, string> =>
  new Map([
    ...entries.map(({ id, caseNo }) => [id, caseNo] as const),
    ...judges.map(({ id, code }) => [id, code] as const),
  ]);
