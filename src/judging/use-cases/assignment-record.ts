import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import type { AssignmentRun } from '../data/assignment-run.entity.js';
import type { Judge } from '../data/judge.entity.js';
import type { Round } from '../data/round.entity.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { countBy, type Pair } from '../rules/assignment-shapes.js';
import type { Ledger } from './conflict-ledger.js';

/** What a run's row says of its pairs. @param judges those who take part, by code */
export function summaryOf(
  pairs: readonly Pair[],
  judges: readonly { readonly key: string }[],
): Pick<AssignmentRun, 'pairsHash' | 'pairCount' | 'loadMin' | 'loadMax'> {
  const loads = countBy(pairs, 'judge');
  const counts = judges.map(({ key }) => loads.get(key) ?? 0);
  return {
    pairsHash: fingerprint(pairs),
    pairCount: pairs.length,
    loadMin: Math.min(...counts),
    loadMax: Math.max(...counts),
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
  dueAt: null,
  touchedAt: null,
  scoredAt: null,
});
