import type { Queue, QueueRow } from '../use-cases/show-queue.js';
import type { Signed } from '../use-cases/sign-sheets.js';
import type { Written } from '../use-cases/sheet-desk.js';

/** A score of the judge's own, in hundredths; null is no score, never zero. */
export class OwnScoreView {
  criterion: string;
  value: number | null;
}

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
  /** In the order of the rubric. */
  scores: OwnScoreView[];
  /** Put aside for later: known to the judge alone. */
  flagged: boolean;
  /** Whether the judge is asked to look at it again. */
  lookAgain: boolean;
  /** Since when it has all scores and a recommendation; ISO instant. */
  scoredAt: string | null;
}

export class QueueCriterionView {
  key: string;
  name: string;
  /** Hundredths. */
  max: number;
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
  criteria: QueueCriterionView[];
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

export class NoteWrittenView {
  /** The note's new version. */
  version: number;
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

const queueRowView = (row: QueueRow, { rubric }: Queue): QueueRowView => ({
  id: row.sheet.id,
  blindCode: row.blindCode,
  title: row.title,
  state: row.sheet.state,
  total: row.total,
  recommendation: row.recommendation,
  missing: [...row.missing],
  scores: rubric.criteria.map(({ key }) => ({
    criterion: key,
    value: row.scores.find(({ criterionKey }) => criterionKey === key)?.value ?? null,
  })),
  flagged: row.flagged,
  lookAgain: row.lookAgain,
  scoredAt: row.sheet.scoredAt?.toISOString() ?? null,
});

export const queueView = (queue: Queue): QueueView => ({
  roundId: queue.round.id,
  invitationId: queue.judgeId,
  round: queue.round.name,
  programme: queue.programme,
  category: queue.category,
  state: queue.round.state,
  closesAt: queue.round.closesAt?.toISOString() ?? null,
  criteria: queue.rubric.criteria.map(({ key, name, max }) => ({ key, name, max })),
  sheets: queue.rows.map((row) => queueRowView(row, queue)),
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
