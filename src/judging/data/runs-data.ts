import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { Assignment, Pair } from '../rules/assignment-shapes.js';
import type { Step } from '../rules/compute-assignment.js';
import { AssignmentResult, AssignmentRun } from './assignment-run.entity.js';

/** The assignments that were asked for, computed, deployed and undone. */
@Injectable()
export class RunsData {
  ofRound(tx: Tx, roundId: string): Promise<AssignmentRun[]> {
    return tx.manager.find(AssignmentRun, { where: { roundId }, order: { number: 'ASC' } });
  }

  /** @throws Refused judging.not-found */
  async find(tx: Tx, id: string): Promise<AssignmentRun> {
    return found('judging', await tx.manager.findOneBy(AssignmentRun, { id }));
  }

  /** As `find`, held. */
  async lock(tx: Tx, id: string): Promise<AssignmentRun> {
    const query = tx.manager.createQueryBuilder(AssignmentRun, 'run').where({ id });
    return found('judging', await query.setLock('for_no_key_update').getOne());
  }

  /** The runs whose pairs stand, the last deployed last. */
  standing(tx: Tx, roundId: string): Promise<AssignmentRun[]> {
    return tx.manager.find(AssignmentRun, {
      where: { roundId, state: 'deployed' },
      order: { deployedAt: 'ASC', number: 'ASC' },
    });
  }

  /** Writes a run down that nobody else computes now. @throws Refused judging.run-under-way */
  async insert(tx: Tx, run: AssignmentRun): Promise<void> {
    const { roundId } = run;
    const underWay = In(['draft', 'computing']);
    if (await tx.manager.existsBy(AssignmentRun, { roundId, state: underWay }))
      throw new Refused('judging.run-under-way');
    await tx.manager.insert(AssignmentRun, run);
  }

  /** @throws Refused platform.changed-since when the run went on meanwhile */
  async change(tx: Tx, seen: AssignmentRun, change: Partial<AssignmentRun>): Promise<void> {
    const { id, state } = seen;
    const { affected } = await tx.manager.update(AssignmentRun, { id, state }, change);
    if (affected === 0) throw new Refused('platform.changed-since');
  }

  /** Notes how far a computation is. @returns whether it is still waited for */
  async progress(tx: Tx, id: string, { done, all }: Step): Promise<boolean> {
    const { affected } = await tx.manager.update(
      AssignmentRun,
      { id, state: 'computing' },
      { stepsDone: done, stepsAll: all },
    );
    return affected !== 0;
  }

  /** Lets this run take the place of those that stand. */
  async replace(tx: Tx, standing: readonly AssignmentRun[], replacedBy: string): Promise<void> {
    const ids = standing.map(({ id }) => id);
    if (ids.length > 0)
      await tx.manager.update(AssignmentRun, { id: In(ids) }, { state: 'replaced', replacedBy });
  }

  /** Lets those stand again whose place this run had taken. */
  async reinstate(tx: Tx, replacedBy: string): Promise<void> {
    await tx.manager.update(
      AssignmentRun,
      { replacedBy, state: 'replaced' },
      { state: 'deployed', replacedBy: null },
    );
  }

  /** What went in and what came out; null while nothing has. */
  result(tx: Tx, runId: string): Promise<AssignmentResult | null> {
    return tx.manager.findOneBy(AssignmentResult, { runId });
  }

  /** Keeps what goes into a computation, also one begun again. */
  async begin(tx: Tx, runId: string, problem: AssignmentResult['problem']): Promise<void> {
    await tx.manager.query(
      `insert into judging.assignment_result (run_id, problem) values ($1, $2)
       on conflict (run_id) do update set problem = excluded.problem`,
      [runId, JSON.stringify(problem)],
    );
  }

  async finish(tx: Tx, runId: string, made: Pick<Assignment, 'pairs' | 'prices'>): Promise<void> {
    await tx.manager.query(
      'update judging.assignment_result set pairs = $2, prices = $3 where run_id = $1',
      [runId, JSON.stringify(made.pairs), JSON.stringify(made.prices)],
    );
  }

  /** Keeps what stood before a run was deployed. */
  async remember(tx: Tx, runId: string, before: readonly Pair[]): Promise<void> {
    await tx.manager.query('update judging.assignment_result set before = $2 where run_id = $1', [
      runId,
      JSON.stringify(before),
    ]);
  }
}
