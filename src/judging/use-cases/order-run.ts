import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import type { AssignmentRun } from '../data/assignment-run.entity.js';
import type { Round } from '../data/round.entity.js';
import { RoundsData } from '../data/rounds-data.js';
import { RunsData } from '../data/runs-data.js';
import type { RunSettings } from '../rules/round-problem.js';
import { roundActOf, type RunKind } from '../rules/run-states.js';
import { roundStates } from '../rules/states.js';

export type RunOrder = {
  readonly kind: RunKind;
  /** Decides between assignments that are equally good; a repair goes on from the last one's. */
  readonly seed?: string;
  readonly settings: RunSettings;
};

@Injectable()
export class OrderRun {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly runs: RunsData,
    private readonly events: Events,
  ) {}

  /**
   * Asks for an assignment, which a job computes; nothing changes for judges until it is deployed.
   * @throws Refused judging.wrong-state, judging.run-under-way
   */
  run(actor: Actor, roundId: string, order: RunOrder): Promise<AssignmentRun> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lock(tx, roundId);
      must('judging', step(roundStates, round.state, roundActOf(order.kind)));
      const run = newRun(tx, round, order, await this.runs.ofRound(tx, roundId));
      await this.runs.insert(tx, run);
      await this.events.record(tx, 'judging.assignment-ordered', {
        ...{ roundId, runId: run.id, number: run.number, kind: run.kind, seed: run.seed },
        maxLoad: order.settings.maxLoad ?? null,
        perGroup: order.settings.perGroup ?? null,
      });
      return run;
    });
  }
}

function newRun(
  tx: Tx,
  round: Round,
  { kind, seed, settings }: RunOrder,
  earlier: readonly AssignmentRun[],
): AssignmentRun {
  const number = earlier.length + 1;
  const drawn = earlier.findLast(
    (run) => run.kind === 'assignment' && run.state === 'deployed',
  )?.seed;
  return {
    ...{ id: randomUUID(), roundId: round.id, number, kind, state: 'draft', settings },
    seed: seed ?? `${drawn ?? round.id}/${number}`,
    ...{ stepsDone: 0, stepsAll: 0, inputHash: null, pairsHash: null, pairCount: null },
    ...{ loadMin: null, loadMax: null, failure: null, at: tx.now, by: tx.actor.personId },
    ...{ computedAt: null, deployedAt: null, undoneAt: null, replacedBy: null },
  };
}
