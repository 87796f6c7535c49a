import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity, Passwords } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor, type Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import type { ListLock } from '../data/entries.entities.js';
import { type ListKey, listFacts, UnitListData } from '../data/unit-list-data.js';
import { unlockList } from '../rules/endorsement.js';
import { stageOf } from './entry-desk.js';

/** A locked list as the province sees it. */
export type LockedUnit = {
  readonly lock: ListLock;
  readonly unitName: string;
  readonly entries: number;
  /** Whether it may be opened again now. */
  readonly mayUnlock: boolean;
};

/** The locked lists of a selection, and opening one again. */
@Injectable()
export class UnlockList {
  constructor(
    private readonly database: Database,
    private readonly lists: UnitListData,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly passwords: Passwords,
    private readonly events: Events,
  ) {}

  list(actor: Actor, programmeId: string): Promise<LockedUnit[]> {
    return this.database.transaction(actor, async (tx) => {
      const stage = stageOf(await this.programmes.find(tx, programmeId));
      const locks = await this.lists.locks(tx, programmeId);
      const units = await this.identity.organisations(
        tx,
        locks.map(({ unitId }) => unitId),
      );
      const listed = await this.lists.listed(tx, programmeId);
      return locks.map((lock) => {
        const own = listed.filter(({ prefectureId }) => prefectureId === lock.unitId);
        const states = own.map(({ state }) => state);
        return {
          lock,
          unitName: units.get(lock.unitId)?.name ?? '',
          entries: own.length,
          mayUnlock: actor.role === 'programme-admin' && unlockList(states, stage, tx.now).ok,
        };
      });
    });
  }

  /**
   * Opens a unit's locked list again, for a reason and under the password of whoever does it. The entries
   * stand on the list as before, without their numbers, and leave the province's sight.
   */
  async run(
    actor: Actor,
    list: ListKey,
    { reason, password }: { readonly reason: string; readonly password: string },
  ): Promise<void> {
    await this.passwords.confirm(actor, password);
    // What leaves the province's sight cannot be written in the province's name.
    const acting = { ...systemActor, personId: actor.personId };
    await this.database.transaction(acting, async (tx) => {
      await this.#decide(tx, list);
      await this.lists.unlock(tx, list, reason);
      await this.events.record(tx, 'entries.list-unlocked', { ...listFacts(list), reason });
    });
  }

  async #decide(tx: Tx, list: ListKey): Promise<void> {
    await this.lists.hold(tx, list);
    const programme = await this.programmes.lock(tx, list.programmeId);
    if ((await this.lists.lockOf(tx, list)) === null) throw new Refused('entries.list-not-locked');
    const states = (await this.lists.entries(tx, list)).map(({ state }) => state);
    must('entries', unlockList(states, stageOf(programme), tx.now));
  }
}
