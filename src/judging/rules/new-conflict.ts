import type { ConflictKind, ConflictSource, ConflictState } from './conflict-kinds.js';

export type StatedConflict = {
  readonly judgeId: string;
  readonly entryId: string;
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly state: ConflictState;
  readonly note: string | null;
};

/** A conflict as it is first written down: nobody has decided on it. */
export const newConflict = (id: string, at: Date, stated: StatedConflict) => ({
  ...stated,
  ...{ id, at, version: 1, decidedAt: null, decidedBy: null, decisionNote: null },
});
