import type { Tx } from '../platform/database/tx.js';

/** One entry's valid, signed sheets in a round. */
export type EntryBallots = {
  readonly entryId: string;
  readonly sheets: readonly Ballot[];
  /** Where judges far apart were brought to one value: a sum of totals (hundredths) over their number. */
  readonly settled: { readonly sum: number; readonly count: number } | null;
};

export type Ballot = {
  /** The judge's stable code in this programme, such as `DY-07`. */
  readonly judgeCode: string;
  /** Hundredths by criterion key. */
  readonly scores: Readonly<Record<string, number>>;
  readonly recommendation: 'strong' | 'yes' | 'reserve' | 'no';
};

/** What other modules may ask of judging. */
export abstract class Judging {
  /** @throws Refused judging.not-found */
  abstract round(
    tx: Tx,
    roundId: string,
  ): Promise<{ readonly id: string; readonly programmeId: string; readonly state: string }>;
  /** The newest closed round of a programme, or null. */
  abstract closedRound(tx: Tx, programmeId: string): Promise<string | null>;
  /** Signed sheets with a live assignment, by entry id then judge code. For the tally alone. */
  abstract ballots(tx: Tx, roundId: string, categoryId: string): Promise<EntryBallots[]>;
  /** People who judged in a programme: who accepted and did not withdraw. */
  abstract judgePersonIds(tx: Tx, programmeId: string): Promise<string[]>;
  /** Those whom news of an entry with judges far apart concerns: its judges, the extra one, or the chair. */
  abstract spreadPeople(
    tx: Tx,
    spreadId: string,
    who: 'panel' | 'extra' | 'chair',
  ): Promise<{ readonly programmeId: string; readonly personIds: string[] }>;
  /** Who may score what a letter to a judge speaks of. */
  abstract judge(
    tx: Tx,
    judgeId: string,
  ): Promise<{
    readonly personId: string;
    readonly programmeId: string;
    readonly categoryId: string;
  }>;
}
