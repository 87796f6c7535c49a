import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { checkAssignment } from '../rules/check-assignment.js';
import { repair, type Repair, type RepairProblem } from '../rules/repair.js';
import { repairProblem } from '../rules/round-problem.js';
import { roundStates } from '../rules/states.js';
import { type HeldSheets, takenBack } from '../rules/taken-back.js';
import { refusedAssignment, runRecord, sheetsFor } from './assignment-record.js';
import { ConflictLedger, type Ledger } from './conflict-ledger.js';

export type Repaired = {
  readonly version: number;
  /** How many sheets were given to other judges. */
  readonly added: number;
  /** How many unsigned sheets were taken from their judge. */
  readonly lost: number;
};

@Injectable()
export class RepairRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /** Fills the panels that withdrawals and recusals left short, and moves nothing else. */
  run(actor: Actor, roundId: string, seen: number): Promise<Repaired> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const state = must('judging', step(roundStates, round.state, 'repair'));
      const programme = await this.programmes.find(tx, round.programmeId);
      const ledger = await this.ledger.bringUpToDate(tx, programme);
      const runs = await this.rounds.runs(tx, roundId);
      const number = runs.length + 1;
      const drawn = runs.findLast(({ kind }) => kind === 'assignment')?.seed;
      const seed = `${drawn ?? round.id}/${number}`;
      const sheets = await this.rounds.sheets(tx, roundId);
      const rows = { ...ledger, ...round, sheets, seed };
      const problem = repairProblem(rows);
      const repaired = sound(problem, round.perEntry);
      const lost = await this.#takeBack(tx, rows);
      await this.sheets.insert(tx, sheetsFor(round, repaired.added, ledger));
      await this.#record(tx, round, { number, seed, problem, repaired, ledger });
      const version = await this.rounds.change(tx, round, { state });
      return { version, added: repaired.added.length, lost };
    });
  }

  async #takeBack(tx: Tx, rows: HeldSheets): Promise<number> {
    const { recused, left } = takenBack(rows);
    await this.sheets.takeBack(tx, recused, { state: 'recused' });
    await this.sheets.takeBack(tx, left, { state: 'void', voidReason: 'judge-withdrawn' });
    return recused.length + left.length;
  }

  async #record(
    tx: Tx,
    round: Round,
    made: {
      number: number;
      seed: string;
      problem: RepairProblem;
      repaired: Repair;
      ledger: Ledger;
    },
  ): Promise<void> {
    const { pairs, added, lost } = made.repaired;
    const { judges } = made.ledger;
    const run = runRecord(tx, { ...made, round, kind: 'repair', pairs, judges });
    await this.rounds.insertRun(tx, run);
    const given = new Set(added.map(({ judge }) => judge));
    await this.events.record(tx, 'judging.round-repaired', {
      roundId: round.id,
      runId: run.id,
      seed: run.seed,
      added: added.length,
      lost: lost.length,
      pairsHash: run.pairsHash,
      judgeIds: judges.filter(({ code }) => given.has(code)).map(({ id }) => id),
    });
  }
}

/** @throws Refused judging.not-enough-judges, judging.assignment-unsound */
function sound(problem: RepairProblem, perEntry: number): Repair {
  const decision = repair(problem);
  if (!decision.ok) throw refusedAssignment(decision);
  const { pairs, kept } = decision.value;
  const violations = checkAssignment({ ...problem, kept, perEntry }, pairs, Infinity);
  if (violations.length > 0)
    throw new Refused('judging.assignment-unsound', {
      faults: violations.map((violation) => ({ ...violation })),
    });
  return decision.value;
}
