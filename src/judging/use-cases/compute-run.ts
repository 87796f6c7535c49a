import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { permits, step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import type { RunFailure } from '../data/assignment-run.entity.js';
import { RunsData } from '../data/runs-data.js';
import type { Assignment, AssignmentProblem } from '../rules/assignment-shapes.js';
import { type Computed, type Step, stepsOf } from '../rules/compute-assignment.js';
import { runStates } from '../rules/run-states.js';
import { fingerprint, summaryOf } from './assignment-record.js';
import { AssignmentThread } from './assignment-thread.js';
import { RunDesk } from './run-desk.js';

/** How often a computation says how far it is and asks whether it is still waited for, in milliseconds. */
const beat = 300;

@Injectable()
export class ComputeRun {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsData,
    private readonly desk: RunDesk,
    private readonly thread: AssignmentThread,
    private readonly events: Events,
  ) {}

  /**
   * Computes an ordered run in a thread of its own and stores what it found or why there is nothing.
   * Done twice, the second time changes nothing; cancelled meanwhile, it ends.
   */
  async run(runId: string): Promise<void> {
    const problem = await this.#begin(runId);
    if (problem === null) return;
    const computed = await this.#solve(runId, problem);
    if (computed?.ok) await this.#finish(runId, problem, computed.value);
    else if (computed !== null) await this.#fail(runId, computed);
  }

  #begin(runId: string): Promise<AssignmentProblem | null> {
    return this.database.transaction(systemActor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      const next = step(runStates, run.state, 'compute');
      if (!next.ok) return null;
      const { problem } = await this.desk.decide(tx, run);
      await this.runs.begin(tx, runId, problem);
      await this.runs.change(tx, run, {
        state: next.value,
        inputHash: fingerprint(problem),
        stepsAll: stepsOf(problem),
      });
      return problem;
    });
  }

  /** @returns null when nobody waits for the result any longer */
  async #solve(runId: string, problem: AssignmentProblem): Promise<Computed | RunFailure | null> {
    const wanted = new AbortController();
    let at: Step = { done: 0, all: stepsOf(problem) };
    const beats = setInterval(() => {
      this.#tell(runId, at).then(
        (goesOn) => goesOn || wanted.abort(),
        () => undefined, // the database is away: the result will be stored when it is back, or the job begun again
      );
    }, beat);
    try {
      return await this.thread.solve(problem, (step) => (at = step), wanted.signal);
    } catch {
      return wanted.signal.aborted ? null : { ok: false, code: 'broken-off' };
    } finally {
      clearInterval(beats);
    }
  }

  #tell(runId: string, at: Step): Promise<boolean> {
    return this.database.transaction(systemActor, (tx) => this.runs.progress(tx, runId, at));
  }

  #finish(runId: string, problem: AssignmentProblem, made: Assignment): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (!permits(runStates, run.state, 'finish')) return;
      const state = must('judging', step(runStates, run.state, 'finish'));
      const summary = summaryOf(made.pairs, problem.judges);
      await this.runs.finish(tx, runId, made);
      await this.runs.change(tx, run, {
        ...{ state, ...summary, computedAt: tx.now },
        stepsDone: run.stepsAll,
      });
      const { pairsHash } = summary;
      await this.events.record(tx, 'judging.assignment-computed', { runId, pairsHash });
    });
  }

  #fail(runId: string, failure: RunFailure): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (!permits(runStates, run.state, 'fail')) return;
      const state = must('judging', step(runStates, run.state, 'fail'));
      await this.runs.change(tx, run, { state, failure, computedAt: tx.now });
      const { code } = failure;
      await this.events.record(tx, 'judging.assignment-failed', { runId, code });
    });
  }
}
