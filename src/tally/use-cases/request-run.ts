import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Judging } from '../../judging/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import { mayRun } from '../rules/may-run.js';

@Injectable()
export class RequestRun {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judging: Judging,
    private readonly entries: Entries,
    private readonly tallies: TallyData,
    private readonly events: Events,
  ) {}

  /**
   * Computes the results of the newest closed round again, from the beginning, in jobs.
   * @returns the run's id
   * @throws Refused tally.wrong-state, tally.no-closed-round
   */
  run(actor: Actor, programmeId: string): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      const closed = await this.judging.closedRound(tx, programmeId);
      const roundId = must('tally', mayRun(programme.state, closed));
      const entries = await this.entries.accepted(tx, programmeId);
      const categoryIds = [...new Set(entries.map(({ categoryId }) => categoryId))].sort();
      const asked = { programmeId, roundId, categoryIds };
      const id = await this.events.record(tx, 'tally.run-requested', asked);
      await this.tallies.begin(tx, { id, programmeId, roundId });
      return id;
    });
  }
}
