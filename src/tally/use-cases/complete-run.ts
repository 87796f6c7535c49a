import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { step } from '../../platform/pure/decision.js';
import { Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import { runStates } from '../rules/run-states.js';
import { runTexts } from './run-texts.js';
import type { RunOf } from './tally-category.js';

@Injectable()
export class CompleteRun {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly tallies: TallyData,
    private readonly events: Events,
  ) {}

  /**
   * Puts a run together once all its categories are computed. Done twice, the second time changes
   * nothing.
   * @throws Error when a category is missing: the job tries again
   */
  run(run: RunOf, categoryIds: readonly string[]): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const programme = await this.programmes.lock(tx, run.programmeId);
      await this.tallies.begin(tx, run);
      const seen = await this.tallies.lock(tx, run.id);
      if (seen.state !== 'computing') return;
      const stored = await this.tallies.categories(tx, run.id);
      if (stored.length !== categoryIds.length)
        throw new Error(`run ${run.id} has ${stored.length} of ${categoryIds.length} categories`);
      const state = must('tally', step(runStates, seen.state, 'complete'));
      const texts = runTexts(programme, stored);
      await this.tallies.change(tx, seen, { state, ...texts, completedAt: tx.now });
      await this.programmes.advance(tx, run.programmeId, 'tally');
      const { outputHash } = texts;
      const told = { runId: run.id, programmeId: run.programmeId, outputHash };
      await this.events.record(tx, 'tally.run-completed', told);
    });
  }
}
