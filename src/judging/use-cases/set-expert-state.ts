import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import { ExpertsData } from '../data/experts-data.js';
import { type ExpertAction, expertStateTable } from '../rules/experts.js';

/** Whether an expert may be asked: paused, removed or taken up again, with a reason. */
@Injectable()
export class SetExpertState {
  constructor(
    private readonly database: Database,
    private readonly experts: ExpertsData,
    private readonly events: Events,
  ) {}

  /** @returns the expert's new version */
  run(
    actor: Actor,
    expertId: string,
    change: { readonly action: ExpertAction; readonly reason: string },
    seen: number,
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const expert = await this.experts.lockAt(tx, expertId, seen);
      const state = must('judging', step(expertStateTable, expert.state, change.action));
      const version = await this.experts.setState(tx, expert, state, change.reason);
      await this.events.record(tx, 'judging.expert-changed', {
        expertId,
        state,
        reason: change.reason,
      });
      return version;
    });
  }
}
