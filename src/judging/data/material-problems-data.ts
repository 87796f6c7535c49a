import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { MaterialProblem } from './material-problem.entity.js';

/** Problems that judges report: row-level security shows a judge their own, staff all. */
@Injectable()
export class MaterialProblemsData {
  async add(tx: Tx, problem: MaterialProblem): Promise<void> {
    await tx.manager.insert(MaterialProblem, problem);
  }

  /** Those of a sheet, the newest first. */
  ofSheet(tx: Tx, sheetId: string): Promise<MaterialProblem[]> {
    return tx.manager.find(MaterialProblem, {
      where: { sheetId },
      order: { reportedAt: 'DESC', id: 'ASC' },
    });
  }

  /** Those of a programme: what waits for an answer first, the oldest of it at the top. */
  ofProgramme(tx: Tx, programmeId: string): Promise<MaterialProblem[]> {
    return tx.manager.find(MaterialProblem, {
      where: { programmeId },
      order: { state: 'ASC', reportedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Holds one for who answers what they saw. @throws Refused judging.not-found, platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<MaterialProblem> {
    const query = tx.manager.createQueryBuilder(MaterialProblem, 'problem').where({ id });
    const problem = found('judging', await query.setLock('pessimistic_write').getOne());
    if (problem.version !== seen) throw new Refused('platform.changed-since');
    return problem;
  }

  /** @returns the new version */
  async settle(tx: Tx, { id, version }: MaterialProblem, answer: string): Promise<number> {
    const settled = { state: 'settled', answer, settledBy: tx.actor.personId } as const;
    await tx.manager.update(
      MaterialProblem,
      { id, version },
      { ...settled, settledAt: tx.now, version: version + 1 },
    );
    return version + 1;
  }
}
