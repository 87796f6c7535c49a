import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import type { MaterialProblem } from '../data/material-problem.entity.js';
import { MaterialProblemsData } from '../data/material-problems-data.js';
import { maySettle, problemStates } from '../rules/material-problems.js';

export type ProblemTask = MaterialProblem & {
  readonly caseNo: string;
  readonly title: string;
  readonly settler: string;
  readonly actions: readonly 'settle'[];
};

/** The administrators' tasks that judges' reports make. */
@Injectable()
export class SettleProblem {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
    private readonly problems: MaterialProblemsData,
    private readonly events: Events,
  ) {}

  /** What judges of a programme reported, what waits for an answer first. */
  list(actor: Actor, programmeId: string): Promise<ProblemTask[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.programmes.find(tx, programmeId);
      const rows = await this.problems.ofProgramme(tx, programmeId);
      const facts = await this.entries.facts(tx, [...new Set(rows.map(({ entryId }) => entryId))]);
      const people = await this.identity.people(
        tx,
        rows.flatMap(({ settledBy }) => settledBy ?? []),
      );
      const nameOf = (id: string | null): string => people.get(id ?? '')?.name ?? '';
      return rows.map((row) => ({
        ...row,
        ...naming(facts.get(row.entryId)),
        settler: nameOf(row.settledBy),
        actions: maySettle(row.state) ? (['settle'] as const) : [],
      }));
    });
  }

  /** Answers the judge, for good. @returns the new version */
  run(actor: Actor, id: string, answer: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const problem = await this.problems.lockAt(tx, id, seen);
      must('judging', step(problemStates, problem.state, 'settle'));
      const version = await this.problems.settle(tx, problem, answer);
      const about = { problemId: id, entryId: problem.entryId, answer };
      await this.events.record(tx, 'judging.problem-settled', about);
      return version;
    });
  }
}

const naming = (entry: EntryFacts | undefined) => ({
  caseNo: entry?.caseNo ?? '',
  title: entry?.title ?? '',
});
