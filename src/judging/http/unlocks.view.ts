import type { UnlockRow } from '../use-cases/list-unlocks.js';

/** A signed sheet that was or shall be opened again. */
export class UnlockView {
  id: string;
  roundId: string;
  caseNo: string;
  title: string;
  judgeCode: string;
  reason: string;
  /** requested, confirmed or dismissed. */
  state: string;
  requester: string;
  /** ISO instants. */
  requestedAt: string;
  /** Empty while nobody has decided. */
  decider: string;
  decidedAt: string | null;
  /** Hundredths, as signed before and now; null before the round is closed. */
  before: number | null;
  after: number | null;
  /** For `If-Match`. */
  version: number;
  /** confirm, dismiss. */
  actions: string[];
}

export class NewUnlockView {
  id: string;
}

export class UnlockDecidedView {
  version: number;
}

export const unlockView = (row: UnlockRow): UnlockView => ({
  id: row.id,
  roundId: row.roundId,
  caseNo: row.caseNo,
  title: row.title,
  judgeCode: row.judgeCode,
  reason: row.reason,
  state: row.state,
  requester: row.requester,
  requestedAt: row.requestedAt.toISOString(),
  decider: row.decider,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  before: row.before,
  after: row.after,
  version: row.version,
  actions: [...row.actions],
});
