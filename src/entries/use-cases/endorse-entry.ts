import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { listFacts, UnitListData } from '../data/unit-list-data.js';
import { endorse, onList } from '../rules/endorsement.js';
import { type Listed, ListDesk } from './list-desk.js';
import type { Changed } from './entry-facts.js';

/** A recommending unit puts an entry on its list, or takes it off again. */
@Injectable()
export class EndorseEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly entries: EntryData,
    private readonly lists: UnitListData,
    private readonly programmes: Programmes,
    private readonly events: Events,
  ) {}

  /** The entry takes the last place on the list. @throws Refused entries.quota-full */
  run(actor: Actor, entryId: string, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const listed = await this.desk.entry(tx, entryId, seen);
      const { entry, list } = listed;
      const { places, taken, last } = await this.#places(tx, listed);
      const state = must('entries', endorse(entry, { ...listed, places, taken }, tx.now));
      const rank = last + 1;
      const version = await this.entries.change(tx, entry, { state, rank });
      await this.events.record(tx, 'entries.endorsed', { entryId, ...listFacts(list), rank });
      return { id: entryId, state, version };
    });
  }

  /** What stood below on the list moves up. */
  takeBack(actor: Actor, entryId: string, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const listed = await this.desk.entry(tx, entryId, seen);
      const { entry, list } = listed;
      const state = must('entries', onList(entry, 'take-back', listed, tx.now));
      const version = await this.entries.change(tx, entry, { state, rank: null });
      await this.lists.closeUp(tx, list, entry.categoryId, entry.rank ?? 0);
      await this.events.record(tx, 'entries.endorsement-taken-back', {
        entryId,
        ...listFacts(list),
      });
      return { id: entryId, state, version };
    });
  }

  async #places(
    tx: Tx,
    { entry, list, programme }: Listed,
  ): Promise<{ places: number | null; taken: number; last: number }> {
    const quota = await this.programmes.lockQuota(
      tx,
      list.programmeId,
      entry.categoryId,
      list.unitId,
    );
    const filled = await this.lists.taken(tx, list, entry.categoryId);
    return { ...filled, places: programme.config.quota.mode === 'none' ? null : quota.places };
  }
}
