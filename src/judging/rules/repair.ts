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
 * Replaces the pairs lost when judges withdraw or a conflict is declared late (the pair is then
 * forbidden), and moves nothing else. Every entry gets back as many judges as it had. Refused when
 * that is impossible without moving other pairs.
 */
export function repair(problem: RepairProblem): RepairDecision {
  const { entries, judges, current } = problem;
  const [kept, lost] = splitCurrent(problem);
  const isKept = pairSet(kept);
  const countOf = countBy(current, 'entry');
  const decision = assign({
    entries: entries.map((entry) => ({ ...entry, wanted: countOf.get(entry.key) ?? 0 })),
    judges,
    forbidden: [...problem.forbidden, ...newlyForbidden(problem).filter((p) => !isKept(p))],
    kept,
    perEntry: 0,
    seed: problem.seed,
  });
  if (!decision.ok) return decision;
  const { pairs } = decision.value;
  const added = pairs.filter((pair) => !isKept(pair));
  const staying = judges.filter(({ key }) => !problem.withdrawn.includes(key));
  return { ok: true, value: { pairs, loadSpread: loadSpread(staying, pairs), kept, lost, added } };
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
