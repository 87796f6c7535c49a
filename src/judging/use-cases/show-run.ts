import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import type { AssignmentResult, AssignmentRun } from '../data/assignment-run.entity.js';
import type { Round } from '../data/round.entity.js';
import { RunsData } from '../data/runs-data.js';
import type { Pair } from '../rules/assignment-shapes.js';
import { type Comparability, comparability } from '../rules/comparability.js';
import {
  type LoadChange,
  loadChanges,
  type PairDiff,
  pairDiff,
  type WorstServed,
  worstServed,
} from '../rules/pair-diff.js';
import { problemChanges } from '../rules/problem-changes.js';
import { actsOnRun } from '../rules/run-states.js';
import { actionsIn, roundStates } from '../rules/states.js';
import { named } from './deploy-run.js';
import { type JudgeRow, ListJudges } from './list-judges.js';
import { RunDesk, type RunScene } from './run-desk.js';

export type RunOutcome = {
  /** Against what stands, or against what stood when it was deployed. */
  readonly diff: PairDiff;
  readonly loads: readonly (Omit<LoadChange, 'judge'> & { readonly judge: JudgeRow })[];
  readonly worst: WorstServed;
  readonly comparability: readonly (Comparability & { readonly category: string })[];
  /** How many judges' prices prove it. */
  readonly prices: number;
};

export type RunDetail = {
  readonly run: AssignmentRun;
  readonly round: Round;
  readonly outcome: RunOutcome | null;
  /** Of a result that is not deployed: what is another than it was computed for. */
  readonly changes: ReturnType<typeof named>;
  /** The names of the programme's categories by id. */
  readonly categories: ReadonlyMap<string, string>;
  readonly actions: readonly string[];
};

@Injectable()
export class ShowRun {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsData,
    private readonly desk: RunDesk,
    private readonly listJudges: ListJudges,
  ) {}

  /** A run with what it changes, how even and how comparable it is, and what may be done with it. */
  run(actor: Actor, runId: string): Promise<RunDetail> {
    return this.database.transaction(actor, async (tx) => {
      const run = await this.runs.find(tx, runId);
      const scene = await this.desk.look(tx, run);
      const result = await this.runs.result(tx, runId);
      const isReady = run.state === 'ready' && result !== null;
      const newest = (await this.runs.standing(tx, run.roundId)).at(-1)?.id;
      const actions = actionsIn(roundStates, scene.round.state);
      return {
        run,
        round: scene.round,
        outcome: await this.#outcome(tx, scene, result),
        changes: isReady ? named(problemChanges(result.problem, scene.problem)) : [],
        categories: new Map(scene.programme.categories.map(({ id, name }) => [id, name])),
        actions: actsOnRun(run, { actions }, newest),
      };
    });
  }

  async #outcome(
    tx: Tx,
    scene: RunScene,
    result: AssignmentResult | null,
  ): Promise<RunOutcome | null> {
    if (result === null || result.pairs === null) return null;
    const { problem, pairs, prices } = result;
    const before = result.before ?? scene.live;
    const loads = loadChanges(problem.judges, before, pairs);
    const codes = new Set(loads.map(({ judge }) => judge));
    const concerned = scene.ledger.judges.filter(({ code }) => codes.has(code));
    const judges = await this.listJudges.describe(tx, scene.programme, concerned);
    return {
      diff: pairDiff(before, pairs),
      loads: judges.flatMap((judge) => {
        const load = loads.find((one) => one.judge === judge.code);
        return load ? [{ ...load, judge }] : [];
      }),
      worst: worstServed(problem, pairs),
      comparability: comparable(judges, pairs),
      prices: Object.keys(prices ?? {}).length,
    };
  }
}

function comparable(
  judges: readonly JudgeRow[],
  pairs: readonly Pair[],
): RunOutcome['comparability'] {
  return [...new Set(judges.map(({ category }) => category))].flatMap((category) => {
    const codes = new Set(
      judges.filter((one) => one.category === category).map(({ code }) => code),
    );
    const own = pairs.filter(({ judge }) => codes.has(judge));
    const shared = own.map(({ entry, judge }) => ({ entryId: entry, judgeId: judge }));
    return own.length === 0 ? [] : [{ category, ...comparability(shared) }];
  });
}
