import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { type ListKey, UnitListData } from '../data/unit-list-data.js';
import type { Stage } from '../rules/submission.js';
import { stageOf } from './entry-desk.js';

export type OpenList = {
  readonly list: ListKey;
  readonly programme: ProgrammeFacts;
  readonly stage: Stage;
  readonly locked: boolean;
};

export type Listed = OpenList & { readonly entry: Entry };

/** A recommending unit's list laid open, held so that its changes follow one another. */
@Injectable()
export class ListDesk {
  constructor(
    private readonly entries: EntryData,
    private readonly lists: UnitListData,
    private readonly programmes: Programmes,
  ) {}

  /** The list of the actor's own unit. */
  async own(tx: Tx, programmeId: string): Promise<OpenList> {
    const { organisationId } = tx.actor;
    if (organisationId === null) throw new Refused('entries.not-own-entry');
    const list = { programmeId, unitId: organisationId };
    await this.lists.hold(tx, list);
    const programme = await this.programmes.find(tx, programmeId);
    const locked = (await this.lists.lockOf(tx, list)) !== null;
    return { list, programme, stage: stageOf(programme), locked };
  }

  /** An entry of the actor's area with the list it stands or may stand on. */
  async entry(tx: Tx, entryId: string, seen: number): Promise<Listed> {
    const { programmeId, prefectureId } = await this.entries.find(tx, entryId);
    if (prefectureId !== tx.actor.organisationId) throw new Refused('entries.not-own-entry');
    const open = await this.own(tx, programmeId);
    return { ...open, entry: await this.entries.lock(tx, entryId, seen) };
  }
}
