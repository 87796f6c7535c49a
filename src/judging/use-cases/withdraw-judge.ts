import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import { SheetsData } from '../data/sheets-data.js';
import { mayInvite } from '../rules/inviting.js';
import { judgeStates } from '../rules/states.js';

export type Withdrawn = { readonly version: number; readonly voided: number };

@Injectable()
export class WithdrawJudge {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly sheets: SheetsData,
    private readonly events: Events,
  ) {}

  /**
   * A judge leaves, by their own act or an administrator's. Signed sheets stay valid; unsigned ones
   * are closed and kept. What this judge cannot see yet, in a round not yet open, a repair takes back.
   */
  run(actor: Actor, judgeId: string, reason: string, seen: number): Promise<Withdrawn> {
    return this.database.transaction(actor, async (tx) => {
      const judge = await this.judges.lockAt(tx, judgeId, seen);
      const programme = await this.programmes.find(tx, judge.programmeId);
      must('judging', mayInvite(programme.state));
      const state = must('judging', step(judgeStates, judge.state, 'withdraw'));
      const version = await this.judges.change(tx, judge, { state, reason });
      const voided = await this.sheets.voidUnsigned(tx, judgeId, reason);
      await this.events.record(tx, 'judging.judge-withdrawn', { judgeId, reason, voided });
      return { version, voided };
    });
  }
}
