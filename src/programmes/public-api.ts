import type { Tx } from '../platform/database/tx.js';
import type { SelectionConfig } from './rules/config.js';
export { type SpreadLevel, spreadLevel } from './rules/spread-level.js';
export { commitmentsOf, type Commitments } from './rules/commitments.js';
export { recusalRules, type RecusalKind, type RecusalRules } from './rules/recusal-rules.js';
import type { ProgrammeAction, ProgrammeState } from './rules/programme-states.js';

/** A window is [opensAt, closesAt): an act at closesAt is late. */
export type Window = { readonly opensAt: Date; readonly closesAt: Date };

export type CategoryFacts = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly rubricKey: string;
  readonly position: number;
};

export type ProgrammeFacts = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly year: number;
  readonly state: ProgrammeState;
  readonly version: number;
  readonly config: SelectionConfig;
  readonly categories: readonly CategoryFacts[];
  readonly windows: {
    /** Units write and submit. */
    readonly submission: Window;
    /** 市州 and 省直 endorse, rank and lock. */
    readonly recommendation: Window;
    /** Judges score. */
    readonly judging: Window;
  };
};

/** What other modules may ask of programmes. */
export abstract class Programmes {
  /** @throws Refused programmes.not-found when absent or not yet open to this actor */
  abstract find(tx: Tx, programmeId: string): Promise<ProgrammeFacts>;
  /** As `find`, holding the row so that its state cannot change meanwhile. */
  abstract lock(tx: Tx, programmeId: string): Promise<ProgrammeFacts>;
  /** A unit's places in a category, locked so that two endorsements cannot share the last one. */
  abstract lockQuota(
    tx: Tx,
    programmeId: string,
    categoryId: string,
    unitId: string,
  ): Promise<{ readonly places: number }>;
  /** Every unit's places per category. */
  abstract quotas(
    tx: Tx,
    programmeId: string,
  ): Promise<{ readonly unitId: string; readonly categoryId: string; readonly places: number }[]>;
  /** Moves a programme along its road. @throws Refused programmes.wrong-state */
  abstract advance(tx: Tx, programmeId: string, action: ProgrammeAction): Promise<ProgrammeState>;
}
