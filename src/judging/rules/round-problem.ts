import type { AssignmentProblem, ForbiddenPair, Pair } from './assignment-shapes.js';
import type { ConflictKind } from './conflict-kinds.js';
import type { RepairProblem } from './repair.js';
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

/** The problem of a first assignment: accepted judges, all entries, nothing kept. */
export function assignmentProblem(rows: RoundRows): AssignmentProblem {
  const accepted = rows.judges.filter(({ state }) => state === 'accepted');
  return { ...sides(rows, accepted), forbidden: forbidden(rows), kept: [], ...settings(rows) };
}

/** The problem of filling the gaps and undoing what must not be, moving nothing else. */
export function repairProblem(rows: RoundRows): RepairProblem {
  const pairs = pairsOf(rows);
  const live = pairs.filter(({ state }) => isLive(state));
  const dead = pairs.filter(({ state }) => !isLive(state));
  const finished = live.filter(({ state }) => state === 'signed');
  const holders = new Set(live.map(({ judge }) => judge));
  const judges = rows.judges.filter(({ code, state }) => state === 'accepted' || holders.has(code));
  const isFinished = (pair: Pair): boolean => finished.some((other) => isSame(pair, other));
  return {
    ...sides(rows, judges),
    forbidden: [
      ...forbidden(rows).filter((pair) => !isFinished(pair)),
      ...dead.map(({ entry, judge }) => ({ entry, judge, reason: 'had-before' })),
    ],
    current: [...live, ...lostOf(dead, live, rows.perEntry)].map(bare),
    withdrawn: judges.filter(({ state }) => state !== 'accepted').map(({ code }) => code),
    finished: finished.map(bare),
    had: pairs.map(bare),
    seed: rows.seed,
  };
}

/** Of each entry's dead pairs, as many as its panel lacks: repair then fills their places. */
function lostOf(dead: readonly Pair[], live: readonly Pair[], perEntry: number): Pair[] {
  const taken = new Map<string, number>();
  const count = ({ entry }: Pair): number => (taken.get(entry) ?? 0) + 1;
  for (const pair of live) taken.set(pair.entry, count(pair));
  return dead.filter((pair) => {
    if (count(pair) > perEntry) return false;
    taken.set(pair.entry, count(pair));
    return true;
  });
}

const isSame = (a: Pair, b: Pair): boolean => a.entry === b.entry && a.judge === b.judge;
const bare = ({ entry, judge }: Pair): Pair => ({ entry, judge });
const settings = ({ perEntry, seed }: RoundRows) => ({ perEntry, seed });

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

function forbidden(rows: RoundRows): ForbiddenPair[] {
  const names = namesOf(rows);
  return rows.conflicts.flatMap(({ entryId, judgeId, kind }) => {
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
