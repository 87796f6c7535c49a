import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import type { TallyRun } from '../data/tally.entities.js';
import type { RunState } from '../rules/run-states.js';
import { confirmRun, rejectRun } from '../rules/verification.js';
import { judgedRun } from './judged-run.js';
import { Recompute } from './recompute.js';

@Injectable()
export class VerifyRun {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly tallies: TallyData,
    private readonly recompute: Recompute,
    private readonly events: Events,
  ) {}

  /** A person's word: a confirmation, or a rejection with its reason. */
  run(
    actor: Actor,
    runId: string,
    word: { readonly decision: 'confirm' | 'reject'; readonly reason?: string },
  ): Promise<RunState> {
    return word.decision === 'confirm'
      ? this.confirm(actor, runId)
      : this.reject(actor, runId, word.reason ?? '');
  }

  /**
   * One person's confirmation. Each time the run is computed again from the ballots and must come
   * out to the byte; the second person's fixes the selection.
   * @returns the run's state
   * @throws Refused tally.second-person-needed, tally.tie-open, tally.recompute-differs, …
   */
  confirm(actor: Actor, runId: string): Promise<RunState> {
    return this.#judge(actor, runId, async (tx, programme, run) => {
      const personId = personOf(actor);
      const verifications = await this.tallies.verifications(tx, runId);
      const judged = await judgedRun(this.tallies, tx, run, verifications);
      const decision = confirmRun(judged, personId);
      if (!decision.ok && decision.code === 'tie-open')
        throw new Refused('tally.tie-open', { ties: run.unresolved.map((tie) => ({ ...tie })) });
      const state = must('tally', decision);
      await this.recompute.demandSame(tx, programme, run);
      const word = { runId, personId, decision: 'confirm', reason: null, at: tx.now } as const;
      await this.tallies.addVerification(tx, word);
      await this.events.record(tx, 'tally.run-confirmed', { runId, programmeId: programme.id });
      if (state === 'verified') await this.#fix(tx, run);
      return state;
    });
  }

  /** Stops a run; the programme goes back to judging. @throws Refused tally.wrong-state, tally.superseded */
  reject(actor: Actor, runId: string, reason: string): Promise<RunState> {
    return this.#judge(actor, runId, async (tx, programme, run) => {
      const personId = personOf(actor);
      const judged = await judgedRun(this.tallies, tx, run, []);
      const state = must('tally', rejectRun(judged));
      await this.tallies.addVerification(tx, {
        runId,
        personId,
        decision: 'reject',
        reason,
        at: tx.now,
      });
      await this.tallies.change(tx, run, { state });
      await this.programmes.advance(tx, programme.id, 'reject-tally');
      const told = { runId, programmeId: programme.id, reason };
      await this.events.record(tx, 'tally.run-rejected', told);
      return state;
    });
  }

  async #fix(tx: Tx, run: TallyRun): Promise<void> {
    const { id: runId, programmeId } = run;
    await this.tallies.change(tx, run, { state: 'verified' });
    await this.tallies.fixSelection(tx, runId);
    await this.programmes.advance(tx, programmeId, 'verify');
    const told = { runId, programmeId, outputHash: run.outputHash };
    await this.events.record(tx, 'tally.verified', told);
  }

  /** Holds programme and run, in this order, while one person decides on the run. */
  #judge(
    actor: Actor,
    runId: string,
    work: (tx: Tx, programme: ProgrammeFacts, run: TallyRun) => Promise<RunState>,
  ): Promise<RunState> {
    return this.database.transaction(actor, async (tx) => {
      const { programmeId } = found('tally', await this.tallies.find(tx, runId));
      const programme = await this.programmes.lock(tx, programmeId);
      return work(tx, programme, await this.tallies.lock(tx, runId));
    });
  }
}

function personOf({ personId }: Actor): string {
  if (personId === null) throw new Refused('platform.no-right');
  return personId;
}
