import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import { mayInvite } from '../rules/inviting.js';
import { judgeStates } from '../rules/states.js';

export type InvitationAnswer =
  { readonly action: 'accept' } | { readonly action: 'decline'; readonly reason: string };

@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly events: Events,
  ) {}

  /** @returns the invitation's new version */
  run(actor: Actor, judgeId: string, answer: InvitationAnswer, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const judge = await this.judges.lockAt(tx, judgeId, seen);
      const programme = await this.programmes.find(tx, judge.programmeId);
      must('judging', mayInvite(programme.state));
      const state = must('judging', step(judgeStates, judge.state, answer.action));
      const reason = answer.action === 'decline' ? answer.reason : null;
      const version = await this.judges.change(tx, judge, { state, reason, answeredAt: tx.now });
      await this.events.record(tx, `judging.invitation-${state}`, { judgeId });
      return version;
    });
  }
}
