import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import { lengthen, openRound } from '../rules/rounds.js';
import { ConflictLedger } from './conflict-ledger.js';
import { extended, type Extension } from './extend-round.js';
import { panelsOf } from './panels-of.js';

@Injectable()
export class OpenRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /**
   * From now on judges see their sheets.
   * @param extension a later end than the programme's window has, for a recorded reason
   * @returns the round's new version
   */
  run(
    actor: Actor,
    roundId: string,
    extension: Extension | undefined,
    seen: number,
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const programme = await this.programmes.find(tx, round.programmeId);
      const { entries } = await this.ledger.bringUpToDate(tx, programme);
      const panels = panelsOf(entries, await this.rounds.panels(tx, roundId));
      const planned = programme.windows.judging;
      const window = extension ? must('judging', lengthen(planned, extension.until)) : planned;
      const state = must('judging', openRound(round, panels, window, tx.now));
      const { closesAt } = window;
      const version = await this.rounds.change(tx, round, { state, openedAt: tx.now, closesAt });
      await this.events.record(tx, 'judging.round-opened', { roundId });
      if (extension)
        await this.events.record(tx, 'judging.round-extended', extended(roundId, extension));
      return version;
    });
  }
}
