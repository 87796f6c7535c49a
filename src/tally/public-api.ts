import type { Tx } from '../platform/database/tx.js';

export type SelectedEntry = {
  readonly entryId: string;
  readonly categoryId: string;
  /** From 1 within the category. */
  readonly rank: number;
  /** The award tier's code. */
  readonly tier: string;
  /** The result rounded to two decimals, such as `86.33`. */
  readonly score: string;
};

/** What other modules may ask of the tally. */
export abstract class Tally {
  /** The fixed list of the verified run, by category and rank. @throws Refused tally.not-verified */
  abstract selection(
    tx: Tx,
    programmeId: string,
  ): Promise<{
    readonly runId: string;
    readonly outputHash: string;
    readonly entries: SelectedEntry[];
  }>;
}
