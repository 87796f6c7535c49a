import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { RoundsData } from '../data/rounds-data.js';
import { RunsData } from '../data/runs-data.js';
import { SheetsData } from '../data/sheets-data.js';
import { type Pair, pairSet } from '../rules/assignment-shapes.js';
import { deadPairs } from '../rules/round-problem.js';
import { runStates, undoing } from '../rules/run-states.js';
import { roundStates } from '../rules/states.js';
import { sheetsFor } from './assignment-record.js';
import { RunDesk, type RunScene } from './run-desk.js';

@Injectable()
export class UndoRun {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly runs: RunsData,
    private readonly sheets: SheetsData,
    private readonly desk: RunDesk,
    private readonly events: Events,
  ) {}

  /**
   * Takes the last deployed run back before judges see anything: what stood before stands again, but
   * for the sheets taken from their judges since. @returns the round's new version
   * @param seen the round's version @throws Refused judging.wrong-state, judging.run-not-newest
   */
  run(actor: Actor, runId: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const { roundId } = await this.runs.find(tx, runId);
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const run = await this.runs.lock(tx, runId);
      const state = must('judging', step(runStates, run.state, 'undo'));
      const standing = await this.runs.standing(tx, roundId);
      if (standing.at(-1)?.id !== runId) throw new Refused('judging.run-not-newest');
      const before = (await this.runs.result(tx, runId))?.before ?? null;
      if (before === null) throw new Refused('judging.wrong-state');
      const below = standing.length > 1 || before.length > 0;
      const next = must('judging', step(roundStates, round.state, undoing(below)));
      await this.#restore(tx, await this.desk.decide(tx, run), before);
      await this.runs.change(tx, run, { state, undoneAt: tx.now });
      await this.runs.reinstate(tx, runId);
      const version = await this.rounds.change(tx, round, { state: next });
      await this.events.record(tx, 'judging.assignment-undone', { roundId, runId });
      return version;
    });
  }

  async #restore(tx: Tx, scene: RunScene, before: readonly Pair[]): Promise<void> {
    const { round, ledger, rows } = scene;
    const isDead = pairSet(deadPairs(rows));
    const restored = before.filter((pair) => !isDead(pair));
    await this.sheets.removeUnseen(tx, round.id);
    await this.sheets.insert(tx, sheetsFor(round, restored, ledger));
  }
}
