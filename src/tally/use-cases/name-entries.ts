import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Identity, type PersonFacts } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';

/** What a case number stands for, as those who run the selection know it. */
export type NamedEntry = {
  readonly entryId: string;
  readonly title: string;
  readonly unit: string;
  readonly prefecture: string;
};

/** By case number. */
export type Named = ReadonlyMap<string, NamedEntry>;

/** Gives names to the keys that stand in canonical texts. */
@Injectable()
export class NameEntries {
  constructor(
    private readonly entries: Entries,
    private readonly identity: Identity,
  ) {}

  async ofProgramme(tx: Tx, programmeId: string): Promise<Named> {
    const accepted = await this.entries.accepted(tx, programmeId);
    const organisations = await this.identity.organisations(
      tx,
      accepted.flatMap(({ unitId, prefectureId }) => [unitId, prefectureId]),
    );
    return new Map(
      accepted.map(({ id, caseNo, title, unitId, prefectureId }) => [
        caseNo,
        {
          entryId: id,
          title,
          unit: organisations.get(unitId)?.name ?? '',
          prefecture: organisations.get(prefectureId)?.name ?? '',
        },
      ]),
    );
  }

  people(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
    return this.identity.people(tx, ids);
  }
}
