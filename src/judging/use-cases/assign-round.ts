import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import type { AssignmentRun, Round } from '../data/round.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { assign, type AssignmentDecision } from '../rules/assignment.js';
import type { AssignmentProblem, Pair } from '../rules/assignment-shapes.js';
import { checkAssignment } from '../rules/check-assignment.js';
import { assignmentProblem } from '../rules/round-problem.js';
import { roundStates } from '../rules/states.js';
import { refusedAssignment, runRecord, sheetsFor } from './assignment-record.js';
import { ConflictLedger, type Ledger } from './conflict-ledger.js';

export type Deployed = { readonly version: number; readonly run: AssignmentRun };

@Injectable()
export class AssignRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /** Computes who scores what, has it checked by other code, and puts it in place of an earlier one. */
  run(actor: Actor, roundId: string, seed: string, seen: number): Promise<Deployed> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const state = must('judging', step(roundStates, round.state, 'assign'));
      const programme = await this.programmes.find(tx, round.programmeId);
      const ledger = await this.ledger.bringUpToDate(tx, programme);
      const problem = assignmentProblem({ ...ledger, ...round, sheets: [], seed });
      const pairs = sound(problem);
      await this.sheets.removeUnseen(tx, roundId);
      await this.sheets.insert(tx, sheetsFor(round, pairs, ledger));
      const run = await this.#record(tx, round, { seed, problem, pairs, ledger });
      return { version: await this.rounds.change(tx, round, { state }), run };
    });
  }

  async #record(
    tx: Tx,
    round: Round,
    made: { seed: string; problem: AssignmentProblem; pairs: readonly Pair[]; ledger: Ledger },
  ): Promise<AssignmentRun> {
    const number = (await this.rounds.runs(tx, round.id)).length + 1;
    const { judges } = made.ledger;
    const run = runRecord(tx, { ...made, round, number, kind: 'assignment', judges });
    await this.rounds.insertRun(tx, run);
    await this.events.record(tx, 'judging.round-assigned', {
      roundId: round.id,
      runId: run.id,
      number,
      seed: run.seed,
      pairs: run.pairCount,
      inputHash: run.inputHash,
      pairsHash: run.pairsHash,
    });
    return run;
  }
}

/** @throws Refused judging.not-enough-judges, judging.assignment-unsound */
function sound(problem: AssignmentProblem): readonly Pair[] {
  const decision: AssignmentDecision = assign(problem);
  if (!decision.ok) throw refusedAssignment(decision);
  const { pairs, loadSpread } = decision.value;
  const violations = checkAssignment(problem, pairs, Math.max(1, ...Object.values(loadSpread)));
  if (violations.length > 0)
    throw new Refused('judging.assignment-unsound', {
      faults: violations.map((violation) => ({ ...violation })),
    });
  return pairs;
}
