import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { ChangeFeed } from '../../platform/database/change-feed.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { RoundsData } from '../data/rounds-data.js';

@Injectable()
export class FollowRound {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly changes: ChangeFeed,
  ) {}

  /** A signal whenever the round or one of its sheets moves. @throws Refused judging.not-found */
  async run(actor: Actor, roundId: string): Promise<Observable<unknown>> {
    await this.database.transaction(actor, (tx) => this.rounds.find(tx, roundId));
    return this.changes.of(`round:${roundId}`);
  }
}
