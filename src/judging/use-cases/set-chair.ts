import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { JudgesData } from '../data/judges-data.js';

@Injectable()
export class SetChair {
  constructor(
    private readonly database: Database,
    private readonly judges: JudgesData,
    private readonly events: Events,
  ) {}

  /** Gives a judge the chair of their category, in place of whoever had it, or takes it. @returns the new version */
  run(actor: Actor, judgeId: string, isChair: boolean, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const judge = await this.judges.lockAt(tx, judgeId, seen);
      if (isChair && judge.state !== 'accepted') throw new Refused('judging.judge-not-available');
      if (isChair && !judge.isChair)
        await this.judges.clearChair(tx, judge.programmeId, judge.categoryId);
      const version = await this.judges.change(tx, judge, { isChair });
      await this.events.record(tx, 'judging.chair-set', { judgeId, isChair });
      return version;
    });
  }
}
