import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import type { Payload } from '../../platform/pure/payload.js';
import { must } from '../../platform/refusal/refused.js';
import { RoundsData } from '../data/rounds-data.js';
import { extendRound } from '../rules/rounds.js';

/** More time than planned, and why. */
export type Extension = { readonly until: Date; readonly reason: string };

/** What the record keeps of more time. */
export const extended = (roundId: string, { until, reason }: Extension): Payload => ({
  roundId,
  closesAt: until.toISOString(),
  reason,
});

@Injectable()
export class ExtendRound {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly events: Events,
  ) {}

  /** Gives all judges of an open round more time, for a recorded reason. @returns the new version */
  run(actor: Actor, roundId: string, extension: Extension, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const closesAt = must('judging', extendRound(round, extension.until, tx.now));
      const version = await this.rounds.change(tx, round, { closesAt });
      await this.events.record(tx, 'judging.round-extended', extended(roundId, extension));
      return version;
    });
  }
}
