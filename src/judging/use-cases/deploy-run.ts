import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { promiseKept } from '../../platform/pure/promise-kept.js';
import { step } from '../../platform/pure/decision.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import type { AssignmentRun } from '../data/assignment-run.entity.js';
import { RoundsData } from '../data/rounds-data.js';
import { RunsData } from '../data/runs-data.js';
import { SheetsData } from '../data/sheets-data.js';
import type { Pair } from '../rules/assignment-shapes.js';
import { type PairDiff, pairDiff } from '../rules/pair-diff.js';
import { type ProblemChange, problemChanges } from '../rules/problem-changes.js';
import { roundActOf, runStates } from '../rules/run-states.js';
import { roundStates } from '../rules/states.js';
import { takenBack } from '../rules/taken-back.js';
import { fingerprint, sheetsFor } from './assignment-record.js';
import { RunDesk, type RunScene } from './run-desk.js';

export type Deployed = {
  readonly version: number;
  /** How many sheets it brought and how many it took away. */
  readonly added: number;
  readonly removed: number;
};

@Injectable()
export class DeployRun {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly runs: RunsData,
    private readonly sheets: SheetsData,
    private readonly desk: RunDesk,
    private readonly events: Events,
  ) {}

  /**
   * Puts a computed assignment in place, as long as the round is still the one it was computed for.
   * @param seen the round's version @throws Refused judging.wrong-state, judging.run-outdated
   */
  run(actor: Actor, runId: string, seen: number): Promise<Deployed> {
    return this.database.transaction(actor, async (tx) => {
      const { roundId } = await this.runs.find(tx, runId);
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const run = await this.runs.lock(tx, runId);
      const next = must('judging', step(roundStates, round.state, roundActOf(run.kind)));
      const state = must('judging', step(runStates, run.state, 'deploy'));
      const scene = await this.desk.decide(tx, run);
      const pairs = await this.#stillRight(tx, run, scene);
      const diff = pairDiff(scene.live, pairs);
      if (run.kind === 'repair') await this.#fill(tx, scene, diff);
      else await this.#replace(tx, run, scene, pairs);
      await this.runs.remember(tx, runId, scene.live);
      await this.runs.change(tx, run, { state, deployedAt: tx.now });
      await this.#record(tx, run, scene, diff);
      const version = await this.rounds.change(tx, round, { state: next });
      return { version, added: diff.added.length, removed: diff.removed.length };
    });
  }

  /** The run's pairs, if they are as computed and what they were computed for still holds. */
  async #stillRight(tx: Tx, run: AssignmentRun, scene: RunScene): Promise<readonly Pair[]> {
    const { problem, pairs } = found('judging', await this.runs.result(tx, run.id));
    const changes = problemChanges(problem, scene.problem);
    if (changes.length > 0) throw new Refused('judging.run-outdated', { changes: named(changes) });
    promiseKept(
      pairs !== null && fingerprint(pairs) === run.pairsHash,
      'the pairs deployed are those that were proved the best',
    );
    return pairs ?? [];
  }

  async #replace(
    tx: Tx,
    run: AssignmentRun,
    { round, ledger }: RunScene,
    pairs: readonly Pair[],
  ): Promise<void> {
    await this.sheets.removeUnseen(tx, round.id);
    await this.sheets.insert(tx, sheetsFor(round, pairs, ledger));
    await this.runs.replace(tx, await this.runs.standing(tx, round.id), run.id);
  }

  async #fill(tx: Tx, { round, ledger, rows }: RunScene, { added }: PairDiff): Promise<void> {
    const { recused, left } = takenBack(rows);
    await this.sheets.takeBack(tx, recused, { state: 'recused' });
    await this.sheets.takeBack(tx, left, { state: 'void', voidReason: 'judge-withdrawn' });
    await this.sheets.insert(tx, sheetsFor(round, added, ledger));
  }

  async #record(tx: Tx, run: AssignmentRun, { ledger }: RunScene, diff: PairDiff): Promise<void> {
    const { roundId, id: runId, number, seed, inputHash, pairsHash } = run;
    const facts = { roundId, runId, number, seed, inputHash, pairsHash };
    const counts = { added: diff.added.length, lost: diff.removed.length };
    const given = new Set(diff.added.map(({ judge }) => judge));
    const judgeIds = ledger.judges.filter(({ code }) => given.has(code)).map(({ id }) => id);
    if (run.kind === 'repair')
      await this.events.record(tx, 'judging.round-repaired', { ...facts, ...counts, judgeIds });
    else
      await this.events.record(tx, 'judging.round-assigned', {
        ...facts,
        ...counts,
        pairs: run.pairCount,
      });
  }
}

const mostNamed = 20;

/** Each change with the first names it concerns and how many there are. */
export const named = (
  changes: readonly ProblemChange[],
): { what: string; count: number; names: string[] }[] =>
  changes.map(({ what, names }) => ({
    what,
    count: names.length,
    names: names.slice(0, mostNamed),
  }));
