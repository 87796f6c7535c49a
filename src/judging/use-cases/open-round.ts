import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import { openRound } from '../rules/rounds.js';
import { ConflictLedger } from './conflict-ledger.js';
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

  /** From now on judges see their sheets. @returns the round's new version */
  run(actor: Actor, roundId: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const programme = await this.programmes.find(tx, round.programmeId);
      const { entries } = await this.ledger.bringUpToDate(tx, programme);
      const panels = panelsOf(entries, await this.rounds.panels(tx, roundId));
      const window = programme.windows.judging;
      const state = must('judging', openRound(round, panels, window, tx.now));
      const { closesAt } = window;
      const version = await this.rounds.change(tx, round, { state, openedAt: tx.now, closesAt });
      await this.events.record(tx, 'judging.round-opened', { roundId });
      return version;
    });
  }
}
