import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { Judge } from '../data/judge.entity.js';
import type { AssignmentRun, Round } from '../data/round.entity.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import type { AssignmentDecision } from '../rules/assignment.js';
import { countBy, type Pair } from '../rules/assignment-shapes.js';
import type { Ledger } from './conflict-ledger.js';

type Computed = {
  readonly round: Round;
  readonly number: number;
  readonly kind: AssignmentRun['kind'];
  readonly seed: string;
  readonly problem: object;
  readonly pairs: readonly Pair[];
  readonly judges: readonly Judge[];
};

/** The row that lets others repeat a computation: its seed, and hashes of what went in and came out. */
export function runRecord(tx: Tx, computed: Computed): AssignmentRun {
  const { round, number, kind, seed, problem, pairs, judges } = computed;
  const loads = countBy(pairs, 'judge');
  const counts = judges
    .filter(({ state }) => state === 'accepted')
    .map(({ code }) => loads.get(code) ?? 0);
  return {
    id: randomUUID(),
    roundId: round.id,
    number,
    kind,
    seed,
    inputHash: fingerprint(problem),
    pairsHash: fingerprint(pairs),
    pairCount: pairs.length,
    loadMin: Math.min(...counts),
    loadMax: Math.max(...counts),
    at: tx.now,
    by: tx.actor.personId,
  };
}

/** SHA-256 (hex) of the canonical text of plain data. */
export const fingerprint = (data: object): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(data)) as Json))
    .digest('hex');

/** Sheets for pairs of case number and judge code. */
export function sheetsFor(round: Round, pairs: readonly Pair[], ledger: Ledger): ScoreSheet[] {
  const entries = new Map(ledger.entries.map((entry) => [entry.caseNo, entry.id]));
  const judges = new Map(ledger.judges.map((judge) => [judge.code, judge]));
  return pairs.flatMap((pair) => {
    const [entryId, judge] = [entries.get(pair.entry), judges.get(pair.judge)];
    return entryId === undefined || judge === undefined ? [] : [newSheet(round, entryId, judge)];
  });
}

export const newSheet = (round: Round, entryId: string, judge: Judge): ScoreSheet => ({
  id: randomUUID(),
  roundId: round.id,
  entryId,
  judgeId: judge.id,
  personId: judge.personId,
  state: 'assigned',
  version: 1,
  signedAt: null,
  voidReason: null,
});

const mostNamed = 20;

/** What keeps an assignment from being made, for the administrator's page. */
export function refusedAssignment(decision: Extract<AssignmentDecision, { ok: false }>): Refused {
  if (decision.code === 'kept-pairs-impossible')
    return new Refused('judging.assignment-unsound', {
      faults: decision.faults.slice(0, mostNamed).map((fault) => ({ ...fault })),
    });
  return new Refused('judging.not-enough-judges', {
    shortfalls: decision.shortfalls.slice(0, mostNamed).map((shortfall) => ({ ...shortfall })),
  });
}
