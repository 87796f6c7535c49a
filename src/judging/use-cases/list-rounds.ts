import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import { mayInvite } from '../rules/inviting.js';
import { prepareRound } from '../rules/preparing.js';

export type JudgingOverview = {
  readonly rounds: readonly Round[];
  readonly actions: readonly string[];
};

@Injectable()
export class ListRounds {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
  ) {}

  /** A programme's rounds, and what may be done about its judging now. */
  run(actor: Actor, programmeId: string): Promise<JudgingOverview> {
    return this.database.transaction(actor, async (tx) => {
      const { state } = await this.programmes.find(tx, programmeId);
      const rounds = await this.rounds.ofProgramme(tx, programmeId);
      const actions = [
        ...(mayInvite(state).ok ? ['invite'] : []),
        ...(prepareRound(state, rounds, 0).ok ? ['prepare'] : []),
      ];
      return { rounds, actions };
    });
  }
}
