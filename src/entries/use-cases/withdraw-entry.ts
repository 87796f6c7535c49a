import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { withdraw } from '../rules/submission.js';
import { EntryDesk, stageOf } from './entry-desk.js';

@Injectable()
export class WithdrawEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly programmes: Programmes,
    private readonly events: Events,
  ) {}

  /**
   * Takes a unit's own entry out of the selection. A place on an open list comes free; what a locked
   * list recommended keeps its number. @returns the new version
   */
  run(actor: Actor, entryId: string, reason: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const { entry } = await this.desk.own(tx, entryId, seen);
      const programme = await this.programmes.lock(tx, entry.programmeId);
      const state = must('entries', withdraw(entry, stageOf(programme)));
      const version = await this.entries.change(tx, entry, {
        state,
        withdrawnReason: reason,
        correctionDueAt: null,
        returnDueAt: null,
        declinedReason: null,
        rank: entry.caseNo === null ? null : entry.rank,
      });
      await this.events.record(tx, 'entries.withdrawn', {
        entryId,
        programmeId: programme.id,
        prefectureId: entry.prefectureId,
        from: entry.state,
        reason,
      });
      return version;
    });
  }
}
