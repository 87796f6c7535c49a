import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { AssignmentRun } from '../data/assignment-run.entity.js';
import type { Round } from '../data/round.entity.js';
import { RoundsData } from '../data/rounds-data.js';
import type { AssignmentProblem, Pair } from '../rules/assignment-shapes.js';
import { livePairs, runProblem, type RoundRows, type SheetRow } from '../rules/round-problem.js';
import { ConflictLedger, type Ledger } from './conflict-ledger.js';

/** A run's round as it is now, and what the run would have to compute now. */
export type RunScene = {
  readonly programme: ProgrammeFacts;
  readonly round: Round;
  readonly ledger: Ledger;
  readonly rows: RoundRows & { readonly sheets: readonly (SheetRow & { readonly id: string })[] };
  /** The pairs that stand. */
  readonly live: readonly Pair[];
  readonly problem: AssignmentProblem;
};

/** Lays out what a run is about. */
@Injectable()
export class RunDesk {
  constructor(
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly ledger: ConflictLedger,
  ) {}

  /** With the conflicts brought up to date and the judges held: for who decides. */
  async decide(tx: Tx, run: AssignmentRun): Promise<RunScene> {
    const round = await this.rounds.find(tx, run.roundId);
    const programme = await this.programmes.find(tx, round.programmeId);
    return this.#scene(tx, run, {
      ...{ round, programme },
      ledger: await this.ledger.bringUpToDate(tx, programme),
    });
  }

  /** The same for who only looks. */
  async look(tx: Tx, run: AssignmentRun): Promise<RunScene> {
    const round = await this.rounds.find(tx, run.roundId);
    const programme = await this.programmes.find(tx, round.programmeId);
    return this.#scene(tx, run, {
      ...{ round, programme },
      ledger: await this.ledger.look(tx, programme),
    });
  }

  async #scene(
    tx: Tx,
    { kind, seed, settings }: AssignmentRun,
    known: Pick<RunScene, 'round' | 'programme' | 'ledger'>,
  ): Promise<RunScene> {
    const { round, ledger } = known;
    const sheets = await this.rounds.sheets(tx, round.id);
    const rows = { ...ledger, perEntry: round.perEntry, sheets, seed };
    return { ...known, rows, live: livePairs(rows), problem: runProblem(kind, rows, settings) };
  }
}
