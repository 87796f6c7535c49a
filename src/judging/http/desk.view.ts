import type { Queue, QueueRow } from '../use-cases/show-queue.js';
import type { Signed } from '../use-cases/sign-sheets.js';
import type { Written } from '../use-cases/sheet-desk.js';

/** One of the judge's own sheets in the list of a round. */
export class QueueRowView {
  id: string;
  /** Empty for an entry that was given back. */
  blindCode: string;
  title: string;
  /** assigned, draft, signed, recused or void. */
  state: string;
  /** Hundredths; null until every criterion has a score. */
  total: number | null;
  /** strong, yes, reserve, no. */
  recommendation: string | null;
  /** `criterion:<key>`, `recommendation`, `comment`. */
  missing: string[];
}

/** The judge's own sheets of a round, in their personal order. */
export class QueueView {
  roundId: string;
  /** The judge's own invitation: recusals are declared there. */
  invitationId: string;
  round: string;
  programme: string;
  category: string;
  /** open or closed. */
  state: string;
  /** ISO instant. */
  closesAt: string | null;
  sheets: QueueRowView[];
  /** score, sign. */
  actions: string[];
}

export class WrittenView {
  /** The new version of the part that was written. */
  version: number;
  /** Hundredths; null until every criterion has a score. */
  total: number | null;
  /** `criterion:<key>`, `recommendation`, `comment`. */
  missing: string[];
}

export class IncompleteSheetView {
  sheetId: string;
  blindCode: string;
  title: string;
  missing: string[];
}

export class SignatureView {
  /** How many sheets were signed now. */
  signed: number;
  incomplete: IncompleteSheetView[];
  /** SHA-256 of what was signed: the judge's receipt. Null when nothing was. */
  digest: string | null;
}

const queueRowView = (row: QueueRow): QueueRowView => ({
  id: row.sheet.id,
  blindCode: row.blindCode,
  title: row.title,
  state: row.sheet.state,
  total: row.total,
  recommendation: row.recommendation,
  missing: [...row.missing],
});

export const queueView = (queue: Queue): QueueView => ({
  roundId: queue.round.id,
  invitationId: queue.judgeId,
  round: queue.round.name,
  programme: queue.programme,
  category: queue.category,
  state: queue.round.state,
  closesAt: queue.round.closesAt?.toISOString() ?? null,
  sheets: queue.rows.map(queueRowView),
  actions: [...queue.actions],
});

export const writtenView = ({ version, total, missing }: Written): WrittenView => ({
  version,
  total,
  missing: [...missing],
});

export const signatureView = ({ signed, incomplete, digest }: Signed): SignatureView => ({
  signed,
  incomplete: incomplete.map(({ missing, ...sheet }) => ({ ...sheet, missing: [...missing] })),
  digest,
});
