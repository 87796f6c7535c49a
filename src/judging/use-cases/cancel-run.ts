import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import { RunsData } from '../data/runs-data.js';
import { runStates } from '../rules/run-states.js';

@Injectable()
export class CancelRun {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsData,
    private readonly events: Events,
  ) {}

  /** Ends a computation, or lays a result aside that nobody will deploy. */
  run(actor: Actor, runId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      const state = must('judging', step(runStates, run.state, 'cancel'));
      await this.runs.change(tx, run, { state });
      await this.events.record(tx, 'judging.assignment-cancelled', { runId });
    });
  }
}
