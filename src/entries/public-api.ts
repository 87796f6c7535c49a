import type { Tx } from '../platform/database/tx.js';

/** An entry as those who run the selection know it. */
export type EntryFacts = {
  readonly id: string;
  readonly programmeId: string;
  readonly categoryId: string;
  /** Stable and readable: `2026-DY-4301-03`; given when the unit's list is locked, empty before. */
  readonly caseNo: string;
  /** Random, the only name a judge sees: `DY-7K3Q`; given at the acceptance, empty before. */
  readonly blindCode: string;
  readonly title: string;
  readonly unitId: string;
  /** The recommending unit, 市州 or 省直. */
  readonly prefectureId: string;
  /** The recommending unit's own order within its category, from 1; 0 before the endorsement. */
  readonly rankInUnit: number;
  /** Who created it: told of what happens to it. */
  readonly createdBy: string;
  /** Until when the province waits for a correction; null unless it does. */
  readonly correctionDueAt: Date | null;
  /** Until when the recommending unit waits for a correction; null: as long as it recommends. */
  readonly returnDueAt: Date | null;
};

/** What a judge may see of an entry: no word of the unit or its people from the form. */
export type BlindCopy = {
  readonly entryId: string;
  readonly blindCode: string;
  readonly title: string;
  readonly abstract: string;
  /** Sanitised HTML (p, h3, strong, em, ul, ol, li, table parts only). */
  readonly sections: readonly {
    readonly key: string;
    readonly heading: string;
    readonly html: string;
  }[];
  readonly files: readonly BlindFile[];
};

export type BlindFile = {
  readonly id: string;
  /** A made-up name such as `DY-7K3Q-1.pdf`. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
};

/** What other modules may ask of entries. */
export abstract class Entries {
  /** The entries that passed the formal check and were not withdrawn, by case number. */
  abstract accepted(tx: Tx, programmeId: string): Promise<EntryFacts[]>;
  /** Who made the entries that passed the formal check, by entry id: accounts, and names in their forms. */
  abstract contributors(
    tx: Tx,
    programmeId: string,
  ): Promise<
    Map<string, { readonly personIds: readonly string[]; readonly names: readonly string[] }>
  >;
  /** How many recommended entries the formal check has not yet decided on. */
  abstract undecided(tx: Tx, programmeId: string): Promise<number>;
  /** Those of the ids this actor may know, by id. */
  abstract facts(tx: Tx, entryIds: readonly string[]): Promise<Map<string, EntryFacts>>;
  /** Blind code and title for a judge's lists, by entry id; row-level security decides which. */
  abstract blindTitles(
    tx: Tx,
    entryIds: readonly string[],
  ): Promise<Map<string, { readonly blindCode: string; readonly title: string }>>;
  /** @throws Refused entries.not-found when this judge may not read it now */
  abstract blindCopy(tx: Tx, entryId: string): Promise<BlindCopy>;
  /** Where a blind copy's file lies. @throws Refused entries.not-found */
  abstract blindFile(
    tx: Tx,
    entryId: string,
    fileId: string,
  ): Promise<BlindFile & { readonly storageKey: string }>;
  /** Freezes what judges will read: writes the blind copies of all accepted entries. */
  abstract writeBlindCopies(tx: Tx, programmeId: string): Promise<void>;
}
