import { assign, type AssignmentDecision } from './assignment.js';
import {
  byPair,
  countBy,
  loadSpread,
  pairSet,
  type Assignment,
  type AssignmentProblem,
  type ForbiddenPair,
  type Pair,
} from './assignment-shapes.js';

export type RepairProblem = Omit<AssignmentProblem, 'kept' | 'perEntry'> & {
  /** The assignment as it stands. */
  readonly current: readonly Pair[];
  /** Judges who take no more entries. They stay in `judges`. */
  readonly withdrawn: readonly string[];
  /** Pairs whose sheet is handed in: a withdrawal does not undo them. */
  readonly finished: readonly Pair[];
  /** Every pair there ever was, so that no judge meets an entry again. */
  readonly had: readonly Pair[];
  /** How many judges every entry gets, also one that came late; without it, as many as it had. */
  readonly atLeast?: number;
};

export type Repair = Assignment & {
  readonly kept: readonly Pair[];
  readonly lost: readonly Pair[];
  readonly added: readonly Pair[];
};

export type RepairDecision =
  | { readonly ok: true; readonly value: Repair }
  | Extract<AssignmentDecision, { readonly ok: false }>;

/**
 * What is left to assign when judges withdraw, a conflict is declared late (the pair is then forbidden)
 * or an entry comes late: every pair that may stay is kept, so nothing else can move. Every entry gets
 * back as many judges as it had.
 */
export function repairTask(problem: RepairProblem): AssignmentProblem {
  const { entries, judges, current, seed, perGroup, atLeast = 0 } = problem;
  const [kept] = splitCurrent(problem);
  const isKept = pairSet(kept);
  const countOf = countBy(current, 'entry');
  const wanted = (entry: string): number => Math.max(atLeast, countOf.get(entry) ?? 0);
  return {
    entries: entries.map((entry) => ({ ...entry, wanted: wanted(entry.key) })),
    judges,
    forbidden: [...problem.forbidden, ...newlyForbidden(problem).filter((p) => !isKept(p))],
    kept,
    perEntry: atLeast,
    perGroup,
    seed,
  };
}

/** Does what `repairTask` leaves to do. Refused when that is impossible without moving other pairs. */
export function repair(problem: RepairProblem): RepairDecision {
  const { judges } = problem;
  const [kept, lost] = splitCurrent(problem);
  const isKept = pairSet(kept);
  const decision = assign(repairTask(problem));
  if (!decision.ok) return decision;
  const { pairs, prices } = decision.value;
  const added = pairs.filter((pair) => !isKept(pair));
  const staying = judges.filter(({ key }) => !problem.withdrawn.includes(key));
  const spread = loadSpread(staying, pairs);
  return { ok: true, value: { pairs, prices, loadSpread: spread, kept, lost, added } };
}

/** What the past forbids: withdrawn judges get nothing, and nobody gets an entry back. */
function newlyForbidden(problem: RepairProblem): ForbiddenPair[] {
  const { entries, withdrawn, had } = problem;
  return [
    ...withdrawn.flatMap((judge) =>
      entries.map(({ key }) => ({ entry: key, judge, reason: 'withdrawn' })),
    ),
    ...had
      .filter(({ judge }) => !withdrawn.includes(judge))
      .map(({ entry, judge }) => ({ entry, judge, reason: 'had-before' })),
  ];
}

/** The current pairs that stay and those that are lost, each sorted. */
function splitCurrent(problem: RepairProblem): [Pair[], Pair[]] {
  const withdrawn = new Set(problem.withdrawn);
  const isFinished = pairSet(problem.finished);
  const isForbidden = pairSet(problem.forbidden);
  const isLost = (pair: Pair): boolean =>
    isForbidden(pair) || (withdrawn.has(pair.judge) && !isFinished(pair));
  const sorted = [...problem.current].sort(byPair).map(({ entry, judge }) => ({ entry, judge }));
  return [sorted.filter((pair) => !isLost(pair)), sorted.filter(isLost)];
}
