import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Passwords } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor, type Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { RoundsData } from '../data/rounds-data.js';
import { SheetsData } from '../data/sheets-data.js';
import type { Unlock } from '../data/unlock.entity.js';
import { UnlocksData } from '../data/unlocks-data.js';
import { decideUnlock, dueAnew, requestUnlock } from '../rules/unlocking.js';

@Injectable()
export class DecideUnlock {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly unlocks: UnlocksData,
    private readonly events: Events,
  ) {}

  /** A second administrator opens the sheet again, under their password. What was signed is kept, unseen by them. */
  async confirm(actor: Actor, unlockId: string, password: string, seen: number): Promise<number> {
    await this.passwords.confirm(actor, password);
    // Nobody who runs the selection reads a sealed sheet: the house copies it.
    const acting = { ...systemActor, personId: actor.personId };
    return this.database.transaction(acting, async (tx) => {
      const unlock = await this.unlocks.lockAt(tx, unlockId, seen);
      must('judging', decideUnlock(unlock, 'confirm', actor.personId, tx.now));
      await this.#reopen(tx, unlock);
      const version = await this.unlocks.decide(tx, unlock, 'confirmed');
      await this.events.record(tx, 'judging.sheet-unlocked', factsOf(unlock));
      return version;
    });
  }

  /** Takes a request away that nobody confirmed. */
  dismiss(actor: Actor, unlockId: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const unlock = await this.unlocks.lockAt(tx, unlockId, seen);
      const state = must('judging', decideUnlock(unlock, 'dismiss', actor.personId, tx.now));
      const version = await this.unlocks.decide(tx, unlock, state);
      await this.events.record(tx, 'judging.unlock-dismissed', factsOf(unlock));
      return version;
    });
  }

  async #reopen(tx: Tx, { id, roundId, sheetId }: Unlock): Promise<void> {
    const round = await this.rounds.share(tx, roundId);
    const sheet = await this.sheets.lock(tx, sheetId);
    must('judging', requestUnlock(round, sheet));
    await this.unlocks.keepSignature(tx, sheetId, id);
    const dueAt = dueAnew(round, tx.now);
    await this.sheets.change(tx, sheet, { state: 'draft', signedAt: null, dueAt });
  }
}

const factsOf = ({ id, roundId, sheetId, entryId, judgeId, reason }: Unlock) => ({
  ...{ unlockId: id, roundId, sheetId, entryId, judgeId, reason },
});
