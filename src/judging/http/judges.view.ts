import type { Invited } from '../use-cases/invite-judges.js';
import type { JudgeRow } from '../use-cases/list-judges.js';

export class ConflictedView {
  code: string;
  /** Kinds of conflict. */
  kinds: string[];
  /** How many entries they may not score. */
  entries: number;
}

export class InvitedView {
  /** How many were asked now. */
  invited: number;
  /** How many had been asked before or had accepted: left as they are. */
  known: number;
  /** Those asked now whom something keeps from entries of their category. */
  conflicted: ConflictedView[];
}

/** A judge as those who run the selection know them. */
export class JudgeView {
  id: string;
  /** The only name on ballots, such as `DY-07`. */
  code: string;
  name: string;
  email: string;
  categoryId: string;
  category: string;
  unit: string;
  /** The short name of the 市州 or 省直; empty for someone from a provincial body. */
  prefecture: string;
  /** invited, accepted, declined or withdrawn. */
  state: string;
  /** Decides for the category where judges stay far apart. */
  isChair: boolean;
  /** Why they declined or left. */
  reason: string | null;
  /** For `If-Match`. */
  version: number;
  /** ISO instants. */
  invitedAt: string;
  answeredAt: string | null;
  /** withdraw, set-chair, clear-chair. */
  actions: string[];
}

export class JudgePageView {
  judges: JudgeView[];
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
}

export class WithdrawnView {
  version: number;
  /** Unsigned sheets that were closed. */
  voided: number;
}

export const invitedView = ({ invited, known, conflicted }: Invited): InvitedView => ({
  invited,
  known,
  conflicted: conflicted.map((one) => ({ ...one, kinds: [...one.kinds] })),
});

export const judgeView = (row: JudgeRow): JudgeView => ({
  id: row.id,
  code: row.code,
  name: row.name,
  email: row.email,
  categoryId: row.categoryId,
  category: row.category,
  unit: row.unit,
  prefecture: row.prefecture,
  state: row.state,
  isChair: row.isChair,
  reason: row.reason,
  version: row.version,
  invitedAt: row.invitedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  actions: [...row.actions],
});
