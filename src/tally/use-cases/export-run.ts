import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type CategoryFacts, Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import type { CategoryResult, TallyRun } from '../data/tally.entities.js';

export type RunExport = {
  readonly run: TallyRun;
  readonly categories: readonly {
    readonly facts: CategoryFacts;
    readonly result: CategoryResult;
  }[];
};

@Injectable()
export class ExportRun {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly tallies: TallyData,
  ) {}

  /** A run's canonical texts, to be computed again by anybody. @throws Refused tally.not-found */
  run(actor: Actor, runId: string): Promise<RunExport> {
    return this.database.transaction(actor, async (tx) => {
      const run = found('tally', await this.tallies.find(tx, runId));
      const { categories } = await this.programmes.find(tx, run.programmeId);
      const results = await this.tallies.categories(tx, runId);
      return {
        run,
        categories: categories.flatMap((facts) =>
          results
            .filter(({ categoryId }) => categoryId === facts.id)
            .map((result) => ({ facts, result })),
        ),
      };
    });
  }
}
