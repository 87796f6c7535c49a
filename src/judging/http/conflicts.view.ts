import type { ConflictPage, ConflictRow } from '../use-cases/list-conflicts.js';

/** Why a judge must not score an entry, as those who run the selection know it. */
export class ConflictView {
  id: string;
  judgeId: string;
  judgeCode: string;
  judge: string;
  unit: string;
  caseNo: string;
  title: string;
  /** same-unit, same-prefecture, own-unit-in-category, took-part, employer, kin, teacher-student, co-author, grievance or other. */
  kind: string;
  /** computed, declared (by the judge), reported (by a unit) or administrator. */
  source: string;
  /** proposed, confirmed, dismissed or pinned. */
  state: string;
  note: string | null;
  /** ISO instants. */
  at: string;
  decidedAt: string | null;
  /** Empty while nobody has decided. */
  decider: string;
  decisionNote: string | null;
  /** For `If-Match`. */
  version: number;
  /** confirm, dismiss, pin. */
  actions: string[];
}

export class ConflictPageView {
  conflicts: ConflictView[];
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
  /** recuse, check. */
  actions: string[];
}

export class ConflictDecidedView {
  version: number;
  /** Unsigned sheets that were taken from the judge. */
  voided: number;
}

export class RecusedView {
  /** Entries that the judge may not score by this act. */
  entries: number;
  /** Unsigned sheets that were taken from the judge. */
  voided: number;
}

export class ConflictsCheckedView {
  /** Conflicts that were not known before. */
  added: number;
}

const conflictView = (row: ConflictRow): ConflictView => ({
  id: row.id,
  judgeId: row.judgeId,
  judgeCode: row.judge.code,
  judge: row.judge.name,
  unit: row.judge.unit,
  caseNo: row.entry.caseNo,
  title: row.entry.title,
  kind: row.kind,
  source: row.source,
  state: row.state,
  note: row.note,
  at: row.at.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decider: row.decider,
  decisionNote: row.decisionNote,
  version: row.version,
  actions: [...row.actions],
});

export const conflictPageView = ({ rows, next, actions }: ConflictPage): ConflictPageView => ({
  conflicts: rows.map(conflictView),
  next: next ?? null,
  actions: [...actions],
});
